"""A number stands on paper once a member has called it, and for 90 days; else a line to fill in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.domain.directory import Contact, Standing, standing_of
from desktop.domain.letterhead import DetailRefused
from desktop.domain.problems_members import MemberHasToSay
from desktop.domain.records import CaseRecord, Deed
from desktop.letters.markup import plain
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES, LADDER, NOW

JAIL = "Suffolk County Sheriff, Nashua Street Jail"
NUMBER = "617-635-1100"
LINE = "____"


@pytest.fixture
def jail(clinic: Clinic) -> Contact:
    return clinic.contacts.shelf.contacts["nashua_street_jail.phone"]


@pytest.fixture
def held(clinic: Clinic) -> CaseRecord:
    return clinic.intake.answer(clinic.intake.open_case(), "custody.custodian", "suffolk_sheriff")


def printed(clinic: Clinic, record: CaseRecord, kind: str = "memo") -> str:
    """What the paper for the file says of the jail's telephone."""
    found = clinic.assessment.assess(record.case)
    letter = clinic.drafting.draft(record.case, found, kind)
    (line,) = (plain(each.text) for each in letter.passages if JAIL in each.text)
    return line.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["memo", "habeas"])
def test_a_suggestion_is_a_line_until_somebody_called(
    clinic: Clinic, held: CaseRecord, jail: Contact, kind: str
) -> None:
    assert jail.value == NUMBER
    assert LINE in printed(clinic, held, kind)
    clinic.contacts.confirm(jail, NUMBER)
    assert printed(clinic, held, kind) == f"Telephone, {JAIL}: {NUMBER}"


def test_after_90_days_it_is_a_line_again(
    clinic: Clinic, held: CaseRecord, jail: Contact, clock: FixedClock
) -> None:
    clinic.contacts.confirm(jail, NUMBER)
    for days, number in ((90, NUMBER), (1, LINE)):
        clock.advance(timedelta(days=days))
        assert number in printed(clinic, held)


def test_what_was_found_right_prints_and_what_does_not_work_never_does(
    clinic: Clinic, held: CaseRecord, jail: Contact
) -> None:
    clinic.contacts.confirm(jail, "(617) 555-0142")
    assert "(617) 555-0142" in printed(clinic, held)
    clinic.contacts.does_not_work(jail)
    assert LINE in printed(clinic, held) and NUMBER not in printed(clinic, held)


def test_who_called_and_when_is_kept_in_the_file(clinic: Clinic, jail: Contact) -> None:
    before = len(clinic.housekeeping.journal())
    clinic.contacts.confirm(jail, NUMBER)
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(LADDER))
    (call,) = clinic.contacts.calls
    assert (call.contact, call.value, call.by, call.on) == (jail.id, NUMBER, INES, NOW.date())
    assert clinic.housekeeping.journal()[before].did is Deed.CHANGED_SETTINGS


def test_calls_stand_beside_one_another_and_beside_the_letterhead(clinic: Clinic) -> None:
    clinic.letterhead.write("name", "Harborlight Legal Clinic")
    first, second, *_ = (each for each in clinic.contacts.shelf.contacts.values() if each.value)
    clinic.contacts.confirm(first, str(first.value))
    clinic.contacts.does_not_work(second)
    standings = [standing_of(each, clinic.contacts.calls, NOW.date()) for each in (first, second)]
    assert standings == [Standing.CONFIRMED, Standing.DOES_NOT_WORK]
    assert clinic.letterhead.details.name == "Harborlight Legal Clinic"


def test_what_cannot_be_a_number_is_told_and_not_kept(clinic: Clinic, jail: Contact) -> None:
    with pytest.raises(DetailRefused):
        clinic.contacts.confirm(jail, "617-635")
    clinic.contacts.confirm(jail, " ")
    assert clinic.contacts.calls == ()


def test_whoever_came_in_by_the_recovery_code_has_no_name_to_put_beside_it(
    clinic: Clinic, jail: Contact
) -> None:
    clinic.access._session.member = ""
    with pytest.raises(MemberHasToSay):
        clinic.contacts.confirm(jail, NUMBER)
    assert clinic.contacts.calls == ()


def test_where_the_record_has_no_office_no_line_is_printed(clinic: Clinic) -> None:
    record = clinic.intake.answer(clinic.intake.open_case(), "custody.custodian", "us_marshals")
    assert clinic.contacts.offices_of(record.case) == ()
