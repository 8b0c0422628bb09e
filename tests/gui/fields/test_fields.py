"""Words, times and texts: opening is not choosing, and what is not understood is not kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.moments import moment
from desktop.domain.silence import OneOf, Silence
from desktop.domain.vocabulary import Kind
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.fields import WordField, field_for
from desktop.gui.kit.moment_field import MomentField
from desktop.gui.kit.several import SeveralField
from desktop.gui.kit.text_field import NO_NUMBER, NumberField, TextField
from tests.gui.reading import name_of

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
EVENTS = (("none", "Nothing yet"), ("bail_posted", "Bail was paid"), ("acquitted", "Not guilty"))
# Qt's offscreen platform says so of every list that opens.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WHAT = Asked("release.event", "What has happened?", "What", Kind.WORD, words=EVENTS)
WHEN = Asked("release.at", "When did that happen?", "When", Kind.MOMENT)
NAME = Asked("client.name", "What is the person's name?", "Name", Kind.TEXT)
TICKED = Asked("grounds", "Which grounds?", "Grounds", Kind.WORDS, words=(("a", "a"), ("b", "b")))


def now():
    return NOW


@pytest.fixture
def shown(stand):
    def put(asked):
        field: Any = field_for(asked, now)
        field.answered.connect(field.show_answer)
        heard: list[object] = []
        field.answered.connect(heard.append)
        stand(field)
        field.focus_first()
        return field, heard

    return put


def test_a_list_of_words_is_named_by_its_question_and_starts_empty(shown):
    field, _ = shown(WHAT)
    assert isinstance(field, WordField)
    assert name_of(field) == "What has happened?"
    assert field.currentIndex() == -1
    assert field.placeholderText() == "Not asked yet"


@POPUPS
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_B])
def test_keys_open_the_list_and_choose_nothing(shown, qtbot, key):
    field, heard = shown(WHAT)
    qtbot.keyClick(field, key)
    assert field.view().isVisible()
    assert heard == []
    field.hidePopup()


@POPUPS
def test_a_letter_goes_to_the_word_that_begins_with_it(shown, qtbot):
    field, heard = shown(WHAT)
    qtbot.keyClick(field, Qt.Key.Key_B)
    qtbot.keyClick(field.view(), Qt.Key.Key_Return)
    assert heard == ["bail_posted"]
    assert field.currentText() == "Bail was paid"


def test_silences_are_in_the_list_apart_from_the_words(shown):
    field, _ = shown(WHAT)
    texts = [field.itemText(n) for n in range(field.count())]
    assert texts[-3:] == ["Not known", "Prefers not to say", "Not asked yet"]
    field.show_answer(Silence.WITHHELD)
    assert field.currentText() == "Prefers not to say"


def test_scrolling_past_answers_nothing(shown):
    field, heard = shown(WHAT)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert heard == []


def test_delete_empties_a_word(shown, qtbot):
    field, heard = shown(WHAT)
    field.show_answer("acquitted")
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert heard == [Silence.NOT_ASKED]


def test_one_of_several_words_is_said_as_such(shown):
    field, _ = shown(WHAT)
    field.show_answer(OneOf(("bail_posted", "acquitted")))
    assert field.placeholderText() == "One of: Bail was paid, Not guilty"


def test_a_time_is_shown_as_it_was_understood(shown, qtbot):
    field, heard = shown(WHEN)
    qtbot.keyClicks(field, "2:10")
    assert field._understood.text() == "Tue 24 Nov, 2:10 AM"
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [moment("2026-11-24T02:10-05:00")]
    assert field.text() == "Tue 24 Nov, 2:10 AM"


def test_what_is_no_time_is_told_in_one_sentence_and_not_kept(shown, qtbot):
    field, heard = shown(WHEN)
    told: list[str] = []
    field.told.connect(told.append)
    qtbot.keyClicks(field, "yesterday 2:10")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert told[-1] == "2:10 in the morning or later? Add am or pm."
    assert field.text() == "yesterday 2:10"


def test_emptying_a_time_is_an_answer_too(shown, qtbot):
    field, heard = shown(WHEN)
    field.show_answer(moment("2026-11-24T02:10-05:00"))
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [Silence.NOT_ASKED]


def test_a_question_mark_says_that_nobody_knows(shown, qtbot):
    field, heard = shown(WHEN)
    qtbot.keyClicks(field, "?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [Silence.NOT_KNOWN]
    assert field.text() == "Not known"


def test_looking_at_a_time_changes_nothing(shown, qtbot):
    field, heard = shown(WHEN)
    field.show_answer(moment("2026-11-24"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert isinstance(field, MomentField)


def test_a_text_is_kept_on_enter(shown, qtbot):
    field, heard = shown(NAME)
    assert isinstance(field, TextField)
    qtbot.keyClicks(field, "  Marisol   R. ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["Marisol R."]


def test_ticked_boxes_are_one_answer_and_none_ticked_is_no_answer(shown, qtbot):
    field, heard = shown(TICKED)
    assert isinstance(field, SeveralField)
    boxes = list(field._boxes.values())
    for box in (*boxes, *boxes):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert heard == [("a",), ("a", "b"), ("b",), Silence.NOT_ASKED]


FEE = Asked("release.bail_fee", "How much was the fee?", "Fee", Kind.NUMBER)
TOWN = Asked(
    "custody.town", "Which town?", "Town", Kind.PLACE, words=(("Acton", "Acton"), ("Lynn", "Lynn"))
)


@pytest.mark.parametrize(
    ("typed", "number"), [("40", 40), ("$40.50", 40.5), ("1,200", 1200), ("$ 0", 0)]
)
def test_a_number_is_kept_as_a_number(shown, qtbot, typed, number):
    field, heard = shown(FEE)
    assert isinstance(field, NumberField)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [number]
    assert field.text() == str(number)


@pytest.mark.parametrize("typed", ["forty", "4o", "nan", "inf", "40 or so"])
def test_what_is_no_number_is_not_kept_and_told(shown, qtbot, typed):
    field, heard = shown(FEE)
    told: list[str] = []
    field.told.connect(told.append)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert told == [NO_NUMBER]
    assert field.text() == typed


def test_a_number_has_its_silences(shown, qtbot):
    field, heard = shown(FEE)
    qtbot.keyClicks(field, "not known")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [Silence.NOT_KNOWN]


def test_a_place_is_chosen_from_its_list_and_one_that_is_not_there_is_shown_as_told(shown):
    field, _ = shown(TOWN)
    assert isinstance(field, WordField)
    field.show_answer("Lynn")
    assert field.currentText() == "Lynn"
    field.show_answer("Linn")
    assert (field.currentIndex(), field.placeholderText()) == (-1, "Linn")
    field.show_answer(OneOf(("Lynn", "Linn")))
    assert field.placeholderText() == "One of: Lynn, Linn"
