"""The line at the foot says one thing at a time, and keeps it until it is answered."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.problems_casefile import FileInUse
from desktop.gui.kit.messages import MessageBar, Notice
from tests.gui.reading import button, names


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_a_problem_is_told_whole(bar: MessageBar):
    bar.problem(FileInUse())
    assert bar.text == FileInUse().sentence


def test_an_undo_is_done_once_and_the_line_goes(bar: MessageBar, qtbot: QtBot):
    undone: list[str] = []
    bar.tell("Removed I-200.", "Undo", lambda: undone.append("undone"))
    bar.show()
    button(bar, "Undo").click()
    assert undone == ["undone"]
    assert bar.isHidden()
    assert bar.text == ""


def test_without_an_action_there_is_only_the_way_to_close(bar: MessageBar):
    bar.tell("Saved.")
    assert names(bar) == ["Close this line"]


def test_what_a_person_typed_is_never_taken_for_markup(bar: MessageBar, qtbot: QtBot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("<b>& no markup</b>")
    assert notice.text == "<b>& no markup</b>"
    assert "&lt;b>&amp; no markup" in notice._text.text()
