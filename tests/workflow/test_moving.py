"""A case from one clinic's computer to another's, through a file that can lie anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.moving import Standing
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.problems_moving import BundleStands, CaseWasPurged
from desktop.domain.records import CaseRecord, Deed
from desktop.domain.signoff import Role
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES, LADDER

NOOR = "Noor Invented"


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[Clinic]:
    """Another clinic, with a file and keys of its own."""
    made = Clinic(tmp_path / "other" / "file", clock)
    made.access.set_up(PreparedKeys(new_keys(NOOR, LADDER, CHEAPEST)))
    yield made
    made.access.close()


@pytest.fixture
def record(clinic: Clinic) -> CaseRecord:
    clinic.moving.cost = CHEAPEST
    record = clinic.intake.answer(clinic.intake.open_case(), "client.name", "Marisol Invented")
    clinic.intake.add_note(record.id, "Her brother called.")
    return record


def send(clinic: Clinic, record: CaseRecord, path: Path) -> str:
    """Send a case; the code that opens it."""
    leaving = clinic.moving.leave(record.id)
    clinic.moving.pack(leaving, path)
    clinic.moving.sent(leaving)
    return leaving.code


def deeds(clinic: Clinic, case_id: str) -> list[Deed]:
    return [line.did for line in clinic.housekeeping.journal() if line.case_id == case_id]


def test_a_case_goes_and_arrives_and_both_journals_say_so(
    clinic: Clinic, other: Clinic, record: CaseRecord, tmp_path: Path
) -> None:
    path = tmp_path / clinic.moving.suggested_name()
    assert path.name == "Amparo case 2026-11-24.amparo-case"
    code = send(clinic, record, path)
    case = other.moving.open(path, code)
    assert other.moving.look(case).standing is Standing.NEW
    assert other.intake.cases() == ()
    came = other.moving.receive(case)
    assert other.intake.get(came.id).case.text("client.name") == "Marisol Invented"
    assert other.intake.notes(came.id) == clinic.intake.notes(record.id)
    assert deeds(clinic, record.id)[-1] is Deed.SENT_CASE
    assert Deed.RECEIVED_CASE in deeds(other, came.id)
    assert clinic.intake.get(record.id) == record
    for each in (clinic, other):
        assert each.housekeeping.journal_broken_at() is None


def test_each_sending_has_a_code_of_its_own_and_none_is_shown_by_accident(
    clinic: Clinic, record: CaseRecord
) -> None:
    one, two = clinic.moving.leave(record.id), clinic.moving.leave(record.id)
    assert one.code != two.code
    assert one.code not in repr(one)
    assert "Marisol" not in repr(one)


def test_nothing_is_written_over_unasked(
    clinic: Clinic, record: CaseRecord, tmp_path: Path
) -> None:
    path = tmp_path / "case.amparo-case"
    path.write_text("theirs")
    leaving = clinic.moving.leave(record.id)
    with pytest.raises(BundleStands):
        clinic.moving.pack(leaving, path)
    assert path.read_text() == "theirs"
    clinic.moving.pack(leaving, path, overwrite=True)
    assert clinic.moving.open(path, leaving.code).id == record.id


def test_what_was_purged_is_not_taken_in_again(
    clinic: Clinic, other: Clinic, record: CaseRecord, tmp_path: Path
) -> None:
    path = tmp_path / "case.amparo-case"
    case = other.moving.open(path, send(clinic, record, path))
    came = other.moving.receive(case)
    other.retention.purge(other.retention.look([came.id]))
    with pytest.raises(CaseWasPurged):
        other.moving.receive(case)
    assert other.intake.cases() == ()


def test_a_volunteer_neither_sends_nor_receives(
    clinic: Clinic, record: CaseRecord, tmp_path: Path
) -> None:
    path = tmp_path / "case.amparo-case"
    case = clinic.moving.open(path, send(clinic, record, path))
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    assert isinstance(clinic.moving.why_not_you(), NotInYourRole)
    for verb in (
        lambda: clinic.moving.leave(record.id),
        lambda: clinic.moving.look(case),
        lambda: clinic.moving.receive(case),
    ):
        with pytest.raises(NotInYourRole):
            verb()


def test_sensitive_facts_stay_behind_where_the_other_clinic_keeps_none(
    clinic: Clinic, other: Clinic, record: CaseRecord, tmp_path: Path
) -> None:
    clinic.housekeeping.choose(ClinicSettings(keep_sensitive=True))
    clinic.intake.answer(record, "client.nationality", "ZZ")
    path = tmp_path / "case.amparo-case"
    came = other.moving.receive(other.moving.open(path, send(clinic, record, path)))
    assert other.intake.get(came.id).case.text("client.nationality") is None
