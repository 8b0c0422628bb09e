"""A finding on the screen: a list, a tree and a margin, by keyboard and for listeners."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.gui.screens.finding.margin_pane import LESS, MORE
from desktop.gui.screens.finding.page import ADVICE
from desktop.gui.screens.finding.view import FindingScreen
from tests.gui.people import case_of, marisol
from tests.gui.reading import clipped, name_of, scrolls_across, stops, words

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture
def screen_of(qtbot, open_clinic, host):
    def begin(case, rule="boston.hold", size=(1366, 688)):
        record = open_clinic.intake.open_case()
        record = open_clinic.intake.keep(record, case)
        made = FindingScreen(host)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        made.enter(case_id=record.id, rule=rule)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return begin


def test_the_list_and_the_tree_are_sound_models(screen_of):
    screen = screen_of(marisol())
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for view in (screen._list, screen._page._reasons):
        QAbstractItemModelTester(view.model(), mode)


def test_advice_is_on_the_page_where_there_is_any(screen_of):
    told = words(screen_of(marisol(), "ma.lunn")._page)
    untold = words(screen_of(marisol(), "us.removal_warrant")._page)
    assert all(head in told and head not in untold for head in ADVICE)


def test_moving_in_the_list_turns_the_page(screen_of, qtbot):
    screen = screen_of(marisol())
    before = words(screen._page)
    qtbot.keyClick(screen._list, Qt.Key.Key_Down)
    assert words(screen._page) != before


def test_the_heads_of_the_groups_cannot_be_chosen(screen_of, qtbot):
    screen = screen_of(marisol())
    for _ in range(30):
        qtbot.keyClick(screen._list, Qt.Key.Key_Down)
        assert screen._list.currentIndex().data(Qt.ItemDataRole.UserRole) is not None


def test_each_line_of_the_list_reads_title_outcome_and_source(screen_of):
    screen = screen_of(marisol())
    spoken = screen._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Boston police do not hold on an ICE paper alone. Law broken.")


def test_the_tree_is_walked_as_any_tree_and_enter_goes_to_the_fact(screen_of, qtbot, places):
    screen = screen_of(marisol())
    tree = screen._page._reasons
    qtbot.keyClick(screen._list, Qt.Key.Key_F6)
    assert tree.hasFocus()
    for _ in range(12):
        if tree.currentIndex().data(Qt.ItemDataRole.UserRole).fact:
            break
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    fact = tree.currentIndex().data(Qt.ItemDataRole.UserRole).fact
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert places.gone[-1][1]["fact"] == fact


def test_the_tree_opens_and_closes_by_arrows_and_the_page_follows(screen_of, qtbot):
    screen = screen_of(marisol())
    tree = screen._page._reasons
    tree.setFocus()
    model = tree.model()
    number = next(n for n in range(model.rowCount()) if model.rowCount(model.index(n, 0)))
    tree.setCurrentIndex(model.index(number, 0))
    tall = tree.height()
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert tree.height() < tall
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.height() == tall


def test_everything_that_tab_reaches_has_a_name_and_a_role(screen_of):
    for case in (marisol(), case_of(custody={"custodian": "boston_police"})):
        for stop in stops(screen_of(case)):
            assert name_of(stop), stop
            assert QAccessible.queryAccessibleInterface(stop).role() not in NO_ROLE


@pytest.mark.parametrize("size", [(1366, 688), (1000, 640)])
def test_nothing_is_cut_off(screen_of, size):
    screen = screen_of(marisol(), size=size)
    QApplication.processEvents()
    assert clipped(screen) == []
    assert not scrolls_across(screen)


def test_in_a_narrow_window_the_margin_stands_under_the_page(screen_of):
    screen = screen_of(marisol(), size=(1000, 640))
    assert not screen._margin_area.isVisible()
    assert screen._margin.isVisible()
    assert "Would the answer on holding stand without it?" in words(screen)


def test_what_more_there_is_of_a_source_is_behind_a_link(screen_of, qtbot):
    screen = screen_of(marisol())
    more = "Whether the ordinance is valid was not decided"
    assert more not in words(screen._margin)
    link = next(stop for stop in stops(screen._margin) if name_of(stop).startswith(MORE))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert more in words(screen._margin)
    assert name_of(link).startswith(LESS)
    assert clipped(screen) == []


def test_the_answer_to_a_missing_fact_is_one_press_away(screen_of, qtbot, places):
    screen = screen_of(case_of(custody={"custodian": "boston_police"}), "boston.question")
    link = next(stop for stop in stops(screen._margin) if name_of(stop).startswith("Answer it"))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert places.gone[-1][0] == "case"
