"""Sending a case on the screen, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.casefile.cost import CHEAPEST
from desktop.gui.kit.doors import Host
from desktop.gui.screens.sending.view import FIND, SendingScreen
from desktop.workflow.clinic import Clinic
from tests.gui.reading import button, clipped, field, names, scrolls_across, words
from tests.gui.recorders import Places, QueuedDialogs


@pytest.fixture
def ids(open_clinic: Clinic) -> list[str]:
    open_clinic.moving.cost = CHEAPEST
    made = []
    for name in ("Marisol R.", "Mr. Okafor"):
        record = open_clinic.intake.open_case()
        made.append(open_clinic.intake.answer(record, "client.name", name).id)
    return made


@pytest.fixture
def screen(qtbot: QtBot, host: Host, ids: list[str]) -> SendingScreen:
    made = SendingScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter(case_id=ids[0])
    return made


def test_the_case_that_was_in_sight_is_chosen_and_arrows_choose_another(
    screen: SendingScreen, qtbot: QtBot, ids: list[str]
) -> None:
    assert screen._state.chosen == ids[0]
    qtbot.keyClick(screen._table, Qt.Key.Key_Up)
    assert screen._state.chosen == ids[1]


def test_tab_goes_from_finding_to_the_cases_to_the_act(screen: SendingScreen) -> None:
    reached = names(screen)
    order = ["Lock", FIND, "Move a case to another computer", "Seal the case…", "Cases"]
    assert [name for name in reached if name in order] == order


def test_what_is_typed_finds_and_the_code_is_read_out_sign_by_sign(
    screen: SendingScreen, qtbot: QtBot, dialogs: QueuedDialogs, tmp_path: Path
) -> None:
    dialogs.answers = [tmp_path / "case.amparo-case"]
    qtbot.keyClicks(field(screen, FIND), "okaf")
    assert [line.person for line in screen._state.lines] == ["Mr. Okafor"]
    qtbot.keyClick(screen._table, Qt.Key.Key_Down)
    qtbot.keyClick(screen._table, Qt.Key.Key_Return)
    code = screen._state.code
    shown = [label.text() for label in screen._code.findChildren(QLabel)]
    assert [text for text in shown if len(text) == 4] == code.split("-")
    assert "Group 1 of 4: " in words(screen)
    assert "with case 26-0002." in words(screen)
    assert clipped(screen) == []
    assert not scrolls_across(screen)


def test_escape_does_not_throw_the_code_away(
    screen: SendingScreen, dialogs: QueuedDialogs, places: Places, tmp_path: Path
) -> None:
    dialogs.answers = [tmp_path / "case.amparo-case"]
    assert not screen.escape()
    button(screen, "Seal the case…").click()
    assert screen.escape()
    button(screen, "I have told the code").click()
    assert places.gone == [("cases", {})]
