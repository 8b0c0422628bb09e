"""Custody along time in the window: a picture to look at, a list of sentences to listen to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from desktop.gui.kit.timeline import Timeline
from tests.gui.people import marisol
from tests.gui.reading import name_of


@pytest.fixture
def timeline(call_of, qtbot):
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(740, 200)
    made.show_custody(call_of(marisol()).shown.custody)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_listeners_meet_a_list_with_a_sentence_for_each_event(timeline):
    reader = QAccessible.queryAccessibleInterface(timeline)
    assert reader.role() == QAccessible.Role.List
    assert name_of(timeline) == "Custody, Mon 23 Nov, 10:00 PM to now"
    said = [reader.child(n).text(QAccessible.Text.Name) for n in range(reader.childCount())]
    assert said[0] == "Boston police held from Mon 23 Nov, 10:00 PM on."
    assert len(said) == 7


def test_the_sentences_are_a_sound_model(timeline):
    QAbstractItemModelTester(timeline.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_left_and_right_step_through_events_and_stop_at_the_ends(timeline, qtbot):
    assert timeline.currentIndex().row() == 0
    for _ in range(9):
        qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.currentIndex().row() == 6
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.currentIndex().row() == 0


def test_enter_goes_to_the_fact_behind_an_event(timeline, qtbot):
    wanted: list[str] = []
    timeline.fact_wanted.connect(wanted.append)
    for _ in range(4):
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
        qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert wanted == ["custody.custodian", "release.still_held", "papers.chips", "release.at"]


def test_a_click_on_an_event_goes_to_its_fact(timeline, qtbot):
    wanted: list[str] = []
    timeline.fact_wanted.connect(wanted.append)
    box = timeline.visualRect(timeline.model().index(3, 0))
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert wanted == ["release.at"]


def test_events_stand_in_the_order_of_their_times(timeline):
    held = timeline.visualRect(timeline.model().index(0, 0))
    past = timeline.visualRect(timeline.model().index(1, 0))
    assert held.right() <= past.left() + 1
    assert held.top() == past.top()


def test_the_same_custody_again_keeps_the_place(timeline, call_of, qtbot):
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    timeline.show_custody(call_of(marisol()).shown.custody)
    assert timeline.currentIndex().row() == 1
