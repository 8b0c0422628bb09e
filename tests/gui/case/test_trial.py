"""An answer that is tried, and the law of another day, as each screen of the case shows them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.moments import moment
from desktop.gui import contents
from desktop.gui.kit.trial_line import TrialFrame, TrialLine
from tests.gui.people import marisol
from tests.gui.reading import field, words

SCREENS = (contents.CASE, contents.FINDING, contents.PAPERS, contents.LETTER, contents.COMPARE)


@pytest.fixture
def held(open_clinic):
    return open_clinic.intake.keep(open_clinic.intake.open_case(), marisol())


@pytest.fixture
def screen_of(host, held, qtbot):
    """A screen of that case, in sight and with the keyboard."""

    def show(name):
        screen = contents.SCREENS[name](host)
        qtbot.addWidget(screen)
        screen.resize(1366, 688)
        screen.show()
        screen.enter(case_id=held.id)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return show


def in_sight(screen: QWidget, kind: type[QWidget]) -> bool:
    return any(found.isVisible() for found in screen.findChildren(kind))


def test_what_is_tried_is_said_in_the_bar_and_not_kept(call_of):
    call = call_of(marisol())
    before = call.kept
    call.presenter.trial.turn()
    call.presenter.answer("release.event", "none")
    assert call.shown.bar.trial.word == "What if"
    assert (
        call.shown.answer.sentence != "Boston police have no authority to keep holding Marisol R."
    )
    assert call.kept == before
    call.presenter.trial.turn()
    assert call.shown.bar.trial is None
    assert "no authority" in call.shown.answer.sentence


def test_the_law_of_another_day_is_named_with_its_day(call_of):
    call = call_of(marisol())
    call.presenter.trial.read_law_of(moment("2014-01-01"))
    assert call.shown.bar.trial.word == "Law of another day"
    assert "Wed 1 Jan 2014" in call.shown.bar.trial.sentence
    assert call.shown.bar.as_of_what == "Law of Wed 1 Jan 2014, clocks as of"


def test_undo_while_trying_takes_back_only_what_was_tried(call_of):
    call = call_of(marisol())
    call.presenter.answer("client.minor", False)
    call.presenter.trial.turn()
    call.presenter.undo()
    assert call.kept.get("client.minor") is False
    call.presenter.trial.turn()
    assert call.shown.bar.undo == "Under 18?"


def test_undo_says_what_it_took_back_and_offers_to_do_it_again(call_of, said):
    call = call_of(marisol())
    call.presenter.answer("client.minor", False)
    call.presenter.undo()
    assert said.told[-1] == "Took back: Under 18."
    said.offers[-1]()
    assert call.kept.get("client.minor") is False


@pytest.mark.parametrize("name", SCREENS)
def test_a_trial_is_marked_on_every_screen_and_left_by_one_key(
    name, open_clinic, held, screen_of, qtbot
):
    open_clinic.changing.begin_trial(held.id)
    screen = screen_of(name)
    assert in_sight(screen, TrialLine)
    assert in_sight(screen, TrialFrame)
    assert "nothing can be printed" in words(screen)
    assert screen.property("mark") == "What if"
    qtbot.keyClick(screen.focusWidget() or screen, Qt.Key.Key_F9)
    assert open_clinic.changing.trial(held.id) is None
    assert not in_sight(screen, TrialLine)
    assert not in_sight(screen, TrialFrame)
    assert not screen.property("mark")


def test_the_letter_refuses_in_words_while_something_is_tried(open_clinic, held, screen_of, said):
    open_clinic.changing.begin_trial(held.id)
    screen = screen_of(contents.LETTER)
    assert "there is no letter now" in words(screen)
    screen.presenter.print()
    screen.presenter.save()
    assert [problem.code for problem in said.problems] == ["TRIAL-01", "TRIAL-01"]


def test_f8_asks_for_the_day_and_reads_its_law(open_clinic, held, screen_of, qtbot):
    screen = screen_of(contents.CASE)
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_F8)
    asked = field(screen, "The law of which day?")
    qtbot.keyClicks(asked, "1 Jan 2014")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert open_clinic.changing.trial(held.id).law_of == moment("2014-01-01").earliest
    assert "The law of Wed 1 Jan 2014" in words(screen)
