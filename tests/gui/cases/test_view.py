"""The list of cases on the screen, with keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.gui.kit.doors import Host
from desktop.gui.screens.cases.delegate import columns
from desktop.gui.screens.cases.lines import Group, Line, Looked
from desktop.gui.screens.cases.model import CaseModel
from desktop.gui.screens.cases.more import ERRANDS
from desktop.gui.screens.cases.view import CasesScreen
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.gui.cases.test_presenter import add
from tests.gui.reading import button, clipped, field, names, places_of, scrolls_across, words
from tests.gui.recorders import Places

FIND = "Find a name, a code or an agency"
CAST = ("Marisol R.", "Mr. Okafor", "Thu Ha N.", "Jean-Robert P.")


@pytest.fixture
def people(open_clinic: Clinic, clock: FixedClock) -> list[str]:
    """Four cases, the first one changed last, over two days."""
    ids = []
    for hours, name in enumerate(CAST):
        clock.moment -= timedelta(hours=hours * 9)
        ids.append(add(open_clinic, name, "boston_police", "es"))
        clock.moment += timedelta(hours=hours * 9)
    return ids


@pytest.fixture
def screen(qtbot: QtBot, open_clinic: Clinic, host: Host) -> CasesScreen:
    made = CasesScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    return made


@pytest.fixture
def full(screen: CasesScreen, people: list[str], qtbot: QtBot) -> CasesScreen:
    screen.show()
    screen.enter()
    qtbot.waitUntil(lambda: not screen._idle.isActive())
    return screen


@pytest.fixture
def empty(screen: CasesScreen) -> CasesScreen:
    screen.show()
    screen.enter()
    return screen


def current(screen: CasesScreen) -> str:
    line = screen._model.line(screen._list.currentIndex())
    return line.person if line else ""


def test_the_empty_list_offers_the_next_act(empty: CasesScreen, places: Places):
    assert "No open cases." in words(empty)
    empty._empty_act.click()
    assert [place for place, _ in places.gone] == ["case"]


def test_the_first_case_is_chosen_and_enter_opens_it(
    full: CasesScreen, people: list[str], qtbot: QtBot, places: Places
):
    assert current(full) == "Marisol R."
    qtbot.keyClick(full._list, Qt.Key.Key_Return)
    assert places.gone == [("case", {"case_id": people[0]})]


def test_arrows_move_over_cases_and_skip_the_heads_of_groups(full: CasesScreen, qtbot: QtBot):
    seen = [current(full)]
    for _ in CAST[1:]:
        qtbot.keyClick(full._list, Qt.Key.Key_Down)
        seen.append(current(full))
    assert seen == list(CAST)
    for _ in CAST:
        qtbot.keyClick(full._list, Qt.Key.Key_Up)
    assert current(full) == CAST[0]


def test_a_double_click_opens_a_case(
    full: CasesScreen, people: list[str], qtbot: QtBot, places: Places
):
    place = full._list.visualRect(full._model.index_of(people[2])).center()
    port = full._list.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert places.gone == [("case", {"case_id": people[2]})]


def test_letters_typed_over_the_list_find(full: CasesScreen, qtbot: QtBot, places: Places):
    qtbot.keyClicks(full._list, "o")
    find = field(full, FIND)
    assert find.text() == "o"
    qtbot.keyClicks(find, "kaf")
    assert current(full) == "Mr. Okafor"
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert len(places.gone) == 1


def test_escape_ends_the_search_and_stays(full: CasesScreen, qtbot: QtBot):
    field(full, FIND).setText("zzz")
    assert "No case has “zzz” in its line." in words(full)
    assert full.escape()
    assert current(full) == "Marisol R."


def test_coming_back_finds_the_same_case_chosen(full: CasesScreen, people: list[str], qtbot: QtBot):
    full._list.setCurrentIndex(full._model.index_of(people[1]))
    qtbot.keyClick(full._list, Qt.Key.Key_Return)
    full.leave()
    full.enter()
    assert current(full) == "Mr. Okafor"


def test_lock_asks_to_lock(full: CasesScreen, locks: list[str]):
    button(full, "Lock").click()
    assert locks == ["lock"]


def test_each_line_says_what_the_rules_say_once_it_was_looked_at(full: CasesScreen):
    said = [
        full._model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(full._model.rowCount())
    ]
    assert sum("Holding: Open" in line for line in said) == len(CAST)


def test_what_can_be_reached_has_a_name_and_comes_in_reading_order(full: CasesScreen):
    assert names(full) == [FIND, "Open cases", "New call", "Open cases", "Case file", "Lock"]
    rail = [place for place in places_of(full) if place[1] < 224]
    rest = [place for place in places_of(full) if place[1] >= 224]
    assert rail == sorted(rail)
    assert rest == sorted(rest)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_leads_to_each_errand_and_takes_the_chosen_case_along(
    full: CasesScreen, people: list[str], qtbot: QtBot, places: Places
):
    errands = [errand for group in ERRANDS for errand in group]
    for down in range(len(errands)):
        qtbot.keyClick(full._more, Qt.Key.Key_Return)
        (menu,) = full.findChildren(QMenu)
        for _ in range(down):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not full.findChildren(QMenu))
    assert [place for place, _ in places.gone] == [errand.screen for errand in errands]
    assert all(values["case_id"] == people[0] for _, values in places.gone)
    assert [str(values.get("page", "")) for _, values in places.gone] == [
        errand.page for errand in errands
    ]


def test_the_rail_reminds_of_a_backup_only_when_one_is_due(
    full: CasesScreen, clock: FixedClock, places: Places
):
    assert "Back up: it is time" not in names(full)
    clock.advance(timedelta(days=7))
    full.enter()
    button(full, "Back up: it is time").click()
    assert places.gone[-1][0] == "case_file"
    assert places.gone[-1][1]["page"] == "backup"


def test_the_rail_says_how_many_cases_have_had_their_time(
    full: CasesScreen, open_clinic: Clinic, clock: FixedClock, places: Places
):
    settings = open_clinic.housekeeping.settings
    open_clinic.housekeeping.choose(replace(settings, keep_months=12))
    full.enter()
    assert "Kept long enough" not in names(full)
    clock.advance(timedelta(days=400))
    full.enter()
    over = button(full, "Kept long enough")
    assert "4" in words(full)
    over.click()
    assert places.gone[-1] == ("case_file", {"case_id": "", "page": "keeping"})


@pytest.mark.parametrize("width", [1366, 1000, 720])
def test_nothing_is_clipped_and_nothing_scrolls_across(full: CasesScreen, width: int):
    full.resize(width, 600)
    assert clipped(full) == []
    assert not scrolls_across(full)


@pytest.mark.parametrize("width", [1142, 800, 500])
def test_columns_stand_side_by_side_within_the_list(width: int):
    made = columns(width)
    for left, right in pairwise(made):
        assert left.left + left.width == right.left
    assert made[-1].left + made[-1].width <= width
    assert made[0].name == "Person"


def test_filling_a_line_in_moves_nothing(screen: CasesScreen, people: list[str], qtbot: QtBot):
    screen.show()
    screen.enter()
    before = [screen._list.visualRect(screen._model.index_of(id_)) for id_ in people]
    qtbot.waitUntil(lambda: not screen._idle.isActive())
    assert [screen._list.visualRect(screen._model.index_of(id_)) for id_ in people] == before


def test_the_model_keeps_qt_s_rules():
    line = Line("a", "Marisol R.", "26-0001", "ICE", "6:00 AM", "just now")
    looked = replace(line, looked=Looked(holding="Federal custody"))
    model = CaseModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # and a Qt warning fails a test
    tester = QAbstractItemModelTester(model, mode)
    for groups in ((), (Group("Today", (line,)),), (Group("Today", (looked,)),), ()):
        model.show_groups(groups)
    assert tester.model() is model


def test_a_press_on_the_head_of_a_group_chooses_nothing(full: CasesScreen, qtbot: QtBot):
    qtbot.mouseClick(full._list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert current(full) == "Marisol R."
