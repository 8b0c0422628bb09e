"""The page of numbers: by keyboard alone, what somebody called is said and may then print."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.kit.doors import Host
from desktop.gui.screens.numbers.view import CONFIRM, NumbersScreen
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import INES
from tests.gui.reading import clipped, names, scrolls_across, words
from tests.gui.recorders import Places

JAIL = "nashua_street_jail.phone"


@pytest.fixture
def screen(qtbot: QtBot, host: Host, open_clinic: Clinic) -> NumbersScreen:
    made = NumbersScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter()
    return made


def row_of(screen: NumbersScreen, contact: str) -> int:
    ids = [each.id for _, each in screen.presenter._lines]
    return ids.index(contact)


def text(screen: NumbersScreen, row: int, column: int) -> str:
    item = screen._table.item(row, column)
    assert item is not None
    return item.text()


def stands(screen: NumbersScreen, row: int) -> str:
    return text(screen, row, 2)


def test_by_keyboard_alone_a_number_is_confirmed(
    screen: NumbersScreen, qtbot: QtBot, open_clinic: Clinic
) -> None:
    assert QApplication.focusWidget() is screen._table
    row = row_of(screen, JAIL)
    screen._table.choose(row)
    assert stands(screen, row) == "A suggestion. Nobody here has called"
    qtbot.keyClick(screen._table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen._field
    assert screen._field.text() == "617-635-1100"
    qtbot.keyClick(screen._field, Qt.Key.Key_Return)
    assert stands(screen, row) == f"{INES} called on Tue 24 Nov. It may print until Mon 22 Feb"
    assert [call.contact for call in open_clinic.contacts.calls] == [JAIL]
    assert screen._table.chosen_row == row


def test_another_number_than_the_suggestion_can_be_the_right_one(
    screen: NumbersScreen, qtbot: QtBot, open_clinic: Clinic
) -> None:
    screen._table.choose(row_of(screen, JAIL))
    screen._field.setFocus()
    screen._field.selectAll()
    qtbot.keyClicks(screen._field, "617 555 0142")
    qtbot.keyClick(screen._page.go, Qt.Key.Key_Return)
    assert [call.value for call in open_clinic.contacts.calls] == ["617 555 0142"]


def test_a_slip_in_a_number_is_told_and_nothing_is_kept(
    screen: NumbersScreen, qtbot: QtBot, open_clinic: Clinic
) -> None:
    screen._table.choose(row_of(screen, JAIL))
    screen._field.setFocus()
    qtbot.keyClicks(screen._field, "9")
    qtbot.keyClick(screen._field, Qt.Key.Key_Return)
    assert "A telephone number here has ten digits" in words(screen)
    assert open_clinic.contacts.calls == ()


def test_a_number_that_does_not_work_is_said_to(screen: NumbersScreen, qtbot: QtBot) -> None:
    row = row_of(screen, JAIL)
    screen._table.choose(row)
    qtbot.keyClick(screen._page.second, Qt.Key.Key_Return)
    assert stands(screen, row).endswith("it does not work")


def test_after_90_days_a_line_says_that_it_prints_no_more(
    screen: NumbersScreen, open_clinic: Clinic, clock: FixedClock
) -> None:
    row = row_of(screen, JAIL)
    contact = open_clinic.contacts.shelf.contacts[JAIL]
    open_clinic.contacts.confirm(contact, "617-635-1100")
    clock.advance(timedelta(days=91))
    screen.enter()
    assert stands(screen, row).endswith("That is over 90 days ago: a line prints")


def test_with_nothing_chosen_the_main_act_stands_idle_with_its_reason(
    screen: NumbersScreen, qtbot: QtBot, open_clinic: Clinic
) -> None:
    assert screen._page.go.is_idle and "Choose a line first." in words(screen)
    qtbot.keyClick(screen._page.go, Qt.Key.Key_Return)
    assert open_clinic.contacts.calls == ()


def test_every_contact_has_a_row_with_its_source(screen: NumbersScreen, host: Host) -> None:
    assert screen._table.rowCount() == len(host.clinic.contacts.shelf.contacts)
    for row in range(screen._table.rowCount()):
        assert all(text(screen, row, column) for column in range(4))


@pytest.mark.parametrize("size", [(1366, 688), (960, 600)])
def test_nothing_is_cut_off_and_tab_goes_from_the_list_to_the_field(
    screen: NumbersScreen, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    screen._table.choose(0)
    QApplication.processEvents()
    assert clipped(screen) == []
    assert not scrolls_across(screen)
    order = ["Numbers to call", "What you found right", "It does not work", CONFIRM]
    assert [name for name in names(screen) if name in order] == order


def test_back_leads_to_the_cases(screen: NumbersScreen, places: Places, qtbot: QtBot) -> None:
    qtbot.keyClick(screen._page._back, Qt.Key.Key_Return)
    assert places.backs == 1
