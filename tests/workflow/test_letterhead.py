"""The clinic's own lines, typed once by whoever looks after the file, on each letter since."""

from __future__ import annotations

import pytest

from desktop.domain.letters import ClinicDetails
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.letters.markup import plain
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES, LADDER


def test_what_was_typed_is_there_when_the_file_is_opened_again(clinic: Clinic) -> None:
    clinic.letterhead.write("name", "Harborlight Legal Clinic")
    clinic.letterhead.write("address", "12 Invented Street, Boston")
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(LADDER))
    kept = ClinicDetails("Harborlight Legal Clinic", address="12 Invented Street, Boston")
    assert clinic.letterhead.details == kept
    clinic.letterhead.write("address", " ")
    assert clinic.letterhead.details.address is None


def test_the_journal_says_that_it_was_changed_and_not_to_what(clinic: Clinic) -> None:
    before = len(clinic.housekeeping.journal())
    for _ in range(2):
        clinic.letterhead.write("phone", "617-555-0100")
    (line,) = clinic.housekeeping.journal()[before:]
    assert (line.did, line.who) == (Deed.CHANGED_SETTINGS, INES)


def test_the_other_settings_stand_beside_it_unchanged(clinic: Clinic) -> None:
    before = clinic.housekeeping.settings
    clinic.letterhead.write("hours", "Monday to Friday, 9 to 5")
    assert clinic.housekeeping.settings == before


def test_a_volunteer_reads_it_and_does_not_change_it(clinic: Clinic) -> None:
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    assert not clinic.letterhead.may_change
    with pytest.raises(NotInYourRole):
        clinic.letterhead.write("phone", "617-555-0100")
    assert clinic.letterhead.details == ClinicDetails()


def test_a_letter_to_a_custodian_opens_with_who_writes_from_where(clinic: Clinic) -> None:
    record = clinic.intake.open_case()

    def opening() -> str:
        found = clinic.assessment.assess(record.case)
        return plain(clinic.drafting.draft(record.case, found, "inquiry").passages[0].text)

    assert "From ____" in opening()
    clinic.letterhead.write("name", "Harborlight Legal Clinic")
    assert "From Harborlight Legal Clinic\n" in opening()
    clinic.letterhead.write("address", "12 Invented Street, Boston")
    assert "From Harborlight Legal Clinic, 12 Invented Street, Boston\n" in opening()
