"""The clinic's errands over a real encrypted file, from setting it up to a letter handed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.findings import HoldAnswer
from desktop.domain.letters import NameOnPaper
from desktop.domain.moments import moment
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import FileInUse, WrongPassphrase
from desktop.domain.records import Deed
from desktop.domain.silence import Silence
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from desktop.workflow.issuing import FileNotWritten, FileStands

NAME, PASSPHRASE = "Ines Duarte", "violet ladder copper seventeen"
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def clinic(tmp_path: Path, clock: FixedClock) -> Iterator[Clinic]:
    made = Clinic(tmp_path / "file", clock)
    made.access.set_up(PreparedKeys(new_keys(NAME, PASSPHRASE, CHEAPEST)))
    yield made
    made.access.close()


def test_a_file_is_made_once_and_opens_with_its_passphrase_only(
    tmp_path: Path, clock: FixedClock
) -> None:
    clinic = Clinic(tmp_path / "file", clock)
    assert not clinic.access.has_file
    prepared = PreparedKeys(new_keys(NAME, PASSPHRASE, CHEAPEST))
    assert clinic.access.recovery_matches(prepared, prepared.recovery_code.lower())
    assert not clinic.access.recovery_matches(prepared, prepared.recovery_code[:-1] + "?")
    clinic.access.set_up(prepared)
    assert clinic.access.is_open and clinic.access.member_name == NAME
    clinic.access.close()
    assert clinic.access.has_file and not clinic.access.is_open
    with pytest.raises(WrongPassphrase):
        clinic.access.derive("something else entirely")
    clinic.access.unlock(clinic.access.derive(PASSPHRASE))
    assert clinic.access.member_name == NAME
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive_from_recovery(prepared.recovery_code))
    assert clinic.access.is_open
    clinic.access.close()


def test_a_second_window_is_told_that_the_file_is_in_use(clinic: Clinic, clock: FixedClock) -> None:
    other = Clinic(clinic.access.folder, clock)
    with pytest.raises(FileInUse):
        other.access.unlock(other.access.derive(PASSPHRASE))
    assert not other.access.is_open


def test_every_answer_is_kept_at_once_and_reopens(clinic: Clinic, clock: FixedClock) -> None:
    record = clinic.intake.open_case()
    assert record.code == "26-0001"
    record = clinic.intake.answer(record, "custody.custodian", "boston_police")
    clock.advance(timedelta(minutes=1))
    record = clinic.intake.answer(record, "release.at", moment("2026-11-24T02:10"))
    record = clinic.intake.answer(record, "release.stated_ground", Silence.WITHHELD)
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(PASSPHRASE))
    (row,) = clinic.intake.cases()
    assert (row.id, row.holder, row.revision) == (record.id, "boston_police", record.revision)
    assert clinic.intake.get(row.id).case == record.case


def test_an_answer_that_changes_nothing_makes_no_revision(clinic: Clinic) -> None:
    record = clinic.intake.open_case()
    assert clinic.intake.keep(record, record.case) is record


def test_a_case_is_worked_out_as_of_now_unless_it_says_otherwise(clinic: Clinic) -> None:
    record = clinic.intake.open_case()
    assert clinic.assessment.assess(record.case).as_of == NOW
    assert clinic.assessment.assess(record.case).hold.answer is HoldAnswer.OPEN


def test_a_letter_that_was_saved_is_kept_to_the_byte_and_the_journal_knows(
    clinic: Clinic, tmp_path: Path
) -> None:
    record = clinic.intake.open_case()
    assessment = clinic.assessment.assess(record.case)
    letter = clinic.drafting.draft(record.case, assessment, name=NameOnPaper.NONE)
    pdf = clinic.drafting.draw(letter)
    path = tmp_path / "letter.pdf"
    clinic.issuing.save(record, letter, pdf, path)
    assert path.read_bytes() == pdf
    file = clinic.access._session.open_file
    (kept,) = file.letters.of_case(record.id)
    assert file.letters.pdf(kept.number) == pdf
    assert kept.digest == letter.digest("plain")
    assert file.journal.lines(record.id)[-1].did is Deed.SAVED_LETTER


def test_a_file_that_stands_is_not_written_over_unless_asked(
    clinic: Clinic, tmp_path: Path
) -> None:
    record = clinic.intake.open_case()
    letter = clinic.drafting.draft(record.case, clinic.assessment.assess(record.case))
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"somebody's")
    with pytest.raises(FileStands):
        clinic.issuing.save(record, letter, b"new", path)
    assert path.read_bytes() == b"somebody's"
    clinic.issuing.save(record, letter, b"new", path, overwrite=True)
    assert path.read_bytes() == b"new"


def test_a_letter_that_cannot_be_written_is_not_in_the_journal(
    clinic: Clinic, tmp_path: Path
) -> None:
    record = clinic.intake.open_case()
    letter = clinic.drafting.draft(record.case, clinic.assessment.assess(record.case))
    with pytest.raises(FileNotWritten):
        clinic.issuing.save(record, letter, b"new", tmp_path / "none" / "letter.pdf")
    assert clinic.access._session.open_file.letters.of_case(record.id) == ()


def test_drafting_says_what_there_is(clinic: Clinic) -> None:
    assert "en" in clinic.drafting.languages("rights")
    assert "plain" in clinic.drafting.sheets("rights")
    record = clinic.intake.open_case()
    assessment = clinic.assessment.assess(record.case)
    with pytest.raises(Problem, match="rights"):
        clinic.drafting.draft(record.case, assessment, kind="poem")
