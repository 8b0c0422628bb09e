"""How long one case is kept, whether it is on hold, and letting it go for good, at the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.problems_casefile import CaseMissing
from desktop.domain.records import CaseRecord
from desktop.gui.kit.doors import Host
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.case_file.view import CaseFileScreen
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.gui.case_file.conftest import TOMAS
from tests.gui.case_file.test_pages import enter_as
from tests.gui.reading import button, field, words


@pytest.fixture
def record(three: Clinic) -> CaseRecord:
    three.intake.open_case()
    return three.intake.open_case()


@pytest.fixture
def screen(qtbot: QtBot, record: CaseRecord, host: Host) -> CaseFileScreen:
    made = CaseFileScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter(page="keeping", case_id=record.id)
    return made


def which(screen: CaseFileScreen) -> Pick:
    (made,) = [made for made in screen.findChildren(Pick) if made.isVisibleTo(screen)]
    return made


def code_field(screen: CaseFileScreen):
    return field(screen, "To be sure, type the code of the case: ")


def test_the_case_that_was_chosen_in_the_list_comes_along(
    screen: CaseFileScreen, record: CaseRecord
):
    assert which(screen).value == record.id
    assert which(screen).currentText() == f"{record.code}, no name yet"
    assert "Kept until somebody decides otherwise, as the settings say." in words(screen)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "That is no day."),
        ("1/1/2020", "That day is past."),
        ("13/40/2027", "There is no month 13."),
    ],
)
def test_a_day_that_is_none_or_past_is_told_and_not_kept(
    screen: CaseFileScreen, record: CaseRecord, three: Clinic, typed: str, said: str, qtbot: QtBot
):
    qtbot.keyClicks(field(screen, "Keep it until"), typed)
    button(screen, "Keep until then").click()
    assert said in words(screen)
    assert three.retention.of_case(record.id).until is None


def test_a_day_of_its_own_is_kept_and_taken_back(
    screen: CaseFileScreen, record: CaseRecord, three: Clinic, qtbot: QtBot
):
    qtbot.keyClicks(field(screen, "Keep it until"), "Dec 1, 2027")
    button(screen, "Keep until then").click()
    assert three.retention.of_case(record.id).until == date(2027, 12, 1)
    assert "Kept until Wed 1 Dec 2027." in words(screen)
    button(screen, "Keep until then").click()
    assert three.retention.of_case(record.id).until is None


def test_on_hold_nothing_can_be_deleted(screen: CaseFileScreen, record: CaseRecord):
    button(screen, "Put it on hold").click()
    assert "On hold: nothing of it may go, whatever the date." in words(screen)
    assert f"Case {record.code} is on hold" in words(screen)
    with pytest.raises(AssertionError):
        code_field(screen)
    button(screen, "Lift the hold").click()
    assert "On hold" not in words(screen)
    code_field(screen)


def test_a_case_goes_only_once_its_own_code_was_typed(
    screen: CaseFileScreen, record: CaseRecord, three: Clinic, qtbot: QtBot
):
    delete = button(screen, f"Delete {record.code} for good")
    other = next(row.code for row in three.intake.cases() if row.id != record.id)
    for typed in ("", other):
        code_field(screen).clear()
        qtbot.keyClicks(code_field(screen), typed)
        delete.click()
        assert three.intake.get(record.id).code == record.code
    code_field(screen).clear()
    qtbot.keyClicks(code_field(screen), record.code)
    delete.click()
    assert f"Case {record.code} is deleted for good." in words(screen)
    with pytest.raises(CaseMissing):
        three.intake.get(record.id)
    assert which(screen).count() == 1


def test_a_case_whose_time_is_over_stands_first_and_says_so(
    screen: CaseFileScreen, record: CaseRecord, three: Clinic, clock: FixedClock
):
    settings = three.housekeeping.settings
    three.housekeeping.choose(replace(settings, keep_months=12))
    clock.advance(timedelta(days=400))
    three.intake.open_case()
    screen.enter(page="keeping")
    texts = [which(screen).itemText(at) for at in range(which(screen).count())]
    assert ["(its time is over)" in text for text in texts] == [True, True, False]


def test_a_volunteer_may_put_on_hold_and_do_nothing_else(
    screen: CaseFileScreen, record: CaseRecord, three: Clinic
):
    enter_as(three, TOMAS)
    screen.enter(page="keeping", case_id=record.id)
    assert "Ask an administrator or attorney." in words(screen)
    with pytest.raises(AssertionError):
        code_field(screen)
    button(screen, "Keep until then").click()
    assert three.retention.of_case(record.id).until is None
    button(screen, "Put it on hold").click()
    assert three.retention.of_case(record.id).on_hold
    button(screen, "Lift the hold").click()
    assert three.retention.of_case(record.id).on_hold
