"""The answer that is never pre-selected, by keyboard, by mouse and for listeners."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.domain.silence import Silence
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.segment import named
from tests.gui.reading import name_of, stops

ASK = "Did anyone at the station tell ICE when she would be let go?"


@pytest.fixture
def choice(stand):
    made = Choice(ASK)
    made.answered.connect(made.show_answer)
    stand(made)
    return made


def answers_of(choice):
    heard: list[object] = []
    choice.answered.connect(heard.append)
    return heard


def press(qtbot, choice, *keys):
    for key in keys:
        here = next(s for s in choice.segments if s.hasFocus())
        qtbot.keyClick(here, key)


def test_nothing_is_chosen_before_somebody_chooses(choice):
    assert choice.is_empty
    assert not any(segment.isChecked() for segment in choice.segments)


def test_a_group_is_one_stop_for_tab(choice):
    assert [name_of(stop) for stop in stops(choice.window())] == ["Yes, 1 of 4, not chosen"]


def test_arriving_focuses_the_first_and_chooses_nothing(choice, qtbot):
    heard = answers_of(choice)
    choice.focus_first()
    assert choice.segments[0].hasFocus()
    assert heard == []


def test_arrows_move_and_do_not_choose(choice, qtbot):
    heard = answers_of(choice)
    choice.focus_first()
    press(qtbot, choice, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert choice.segments[2].hasFocus()
    press(qtbot, choice, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert choice.segments[3].hasFocus()
    assert heard == []


def test_space_chooses_what_is_focused_and_stays(choice, qtbot):
    went_on = []
    choice.moved_on.connect(lambda: went_on.append(True))
    choice.focus_first()
    press(qtbot, choice, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert choice.segments[1].isChecked()
    assert went_on == []


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        (Qt.Key.Key_Y, True),
        (Qt.Key.Key_N, False),
        (Qt.Key.Key_K, Silence.NOT_KNOWN),
        (Qt.Key.Key_P, Silence.WITHHELD),
        (Qt.Key.Key_3, Silence.NOT_KNOWN),
    ],
)
def test_a_letter_chooses_and_wants_the_next(choice, qtbot, key, meant):
    heard, went_on = answers_of(choice), []
    choice.moved_on.connect(lambda: went_on.append(True))
    choice.focus_first()
    press(qtbot, choice, key)
    assert heard == [meant]
    assert went_on == [True]


def test_a_letter_with_ctrl_is_not_an_answer(choice, qtbot):
    heard = answers_of(choice)
    choice.focus_first()
    qtbot.keyClick(choice.segments[0], Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


def test_delete_empties(choice, qtbot):
    choice.show_answer(False)
    choice.focus_first()
    assert choice.segments[1].hasFocus()
    press(qtbot, choice, Qt.Key.Key_Delete)
    assert choice.is_empty


def test_a_click_asks_and_shows_only_what_was_kept(stand, qtbot):
    choice = Choice(ASK)
    stand(choice)
    heard = answers_of(choice)
    qtbot.mouseClick(choice.segments[0], Qt.MouseButton.LeftButton)
    assert heard == [True]
    assert not choice.segments[0].isChecked()


def test_choosing_shifts_nothing(choice):
    places = [segment.geometry() for segment in choice.segments]
    whole = choice.geometry()
    for answer in (True, False, Silence.NOT_KNOWN, Silence.WITHHELD, Silence.NOT_ASKED):
        choice.show_answer(answer)
        assert [segment.geometry() for segment in choice.segments] == places
        assert choice.geometry() == whole


def test_silence_stands_apart_by_a_gap(choice):
    yes, no, unknown, withheld = (segment.geometry() for segment in choice.segments)
    assert no.left() <= yes.right()
    assert unknown.left() - no.right() >= 8
    assert withheld.left() <= unknown.right()


def test_the_group_is_named_by_the_whole_question(choice):
    assert name_of(choice) == ASK
    reader = QAccessible.queryAccessibleInterface(choice)
    assert reader.role() == QAccessible.Role.Grouping


def test_each_option_says_what_it_is_and_whether_it_is_chosen(choice):
    choice.show_answer(False)
    assert [name_of(segment) for segment in choice.segments] == [
        "Yes, 1 of 4, not chosen",
        "No, 2 of 4, chosen",
        "Not known, 3 of 4, not chosen",
        "Prefers not to say, 4 of 4, not chosen",
    ]
    readers = [QAccessible.queryAccessibleInterface(segment) for segment in choice.segments]
    assert {reader.role() for reader in readers} == {QAccessible.Role.RadioButton}
    # Qt's own flags, which the stubs leave out.
    states: list[Any] = [reader.state() for reader in readers]
    assert [bool(state.checked) for state in states] == [False, True, False, False]


def test_every_target_is_large_enough(choice):
    for segment in choice.segments:
        assert segment.width() >= 24
        assert segment.height() >= 24


def test_named_things_have_the_same_shape(stand, qtbot):
    choice = Choice("Which box is ticked?", named((("1", "1"), ("2", "2"))))
    choice.answered.connect(choice.show_answer)
    stand(choice)
    assert choice.sizeHint() == Choice(ASK).sizeHint()
    choice.focus_first()
    press(qtbot, choice, Qt.Key.Key_2)
    assert choice.segments[1].isChecked()
