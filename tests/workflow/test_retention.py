"""Cases are kept as long as the clinic says, and once they go nothing of them stays."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.casefile.driver import connect
from desktop.casefile.folder import BEFORE, DATA, PURGED
from desktop.casefile.keys import NewKeys
from desktop.casefile.purged_file import add_purged, read_purged
from desktop.casefile.sensitive import SENSITIVE
from desktop.domain.case import Case
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import CaseMissing
from desktop.domain.problems_keeping import CaseOnHold
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import CaseRecord, Counted, Deed, Tally
from desktop.domain.signoff import Role
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.tools.sqlcipher_pages import pages
from tests.workflow.conftest import INES, NOW

NAME, TOWN, NOTE = "Qyvexa Wumbledorf", "Jexuqaport", "Hyzzelquik phoned"
MARKS = [b"Qyvexa", b"Wumbledorf", b"Jexuqaport", b"Hyzzelquik", b"%PDF of Qyvexa"]
TOKENS = [b"qyvexa", b"wumbledorf", b"hyzzelquik"]


@pytest.fixture
def other(clinic: Clinic) -> CaseRecord:
    """A case that stays."""
    record = clinic.intake.open_case()
    return clinic.intake.answer(record, "client.name", "Somebody Else")


@pytest.fixture
def leaving(clinic: Clinic, other: CaseRecord) -> CaseRecord:
    """A case with three revisions, a note and a letter."""
    record = clinic.intake.open_case()
    record = clinic.intake.answer(record, "client.name", NAME)
    record = clinic.intake.answer(record, "custody.town", TOWN)
    record = clinic.intake.answer(record, "client.language", "es")
    clinic.intake.add_note(record.id, NOTE)
    file = clinic.access._session.open_file
    pdf = b"%PDF of Qyvexa " * 400
    file.letters.add(
        record, kind="rights", language="es", sheet="plain", digest="d", pdf=pdf, now=NOW
    )
    return record


def purge(clinic: Clinic, *case_ids: str) -> None:
    clinic.retention.purge(clinic.retention.look(case_ids))


def found_in(folder: Path, keys: NewKeys, name: str = DATA) -> set[bytes]:
    """Which marks somebody with the key finds in any page or frame of a closed file."""
    held = b"".join(pages(folder / name, keys.file_key.data_key))
    return {mark for mark in (*MARKS, *TOKENS) if mark in held}


def test_after_a_purge_nothing_is_left_even_for_somebody_with_the_key(
    clinic: Clinic, leaving: CaseRecord, other: CaseRecord, keys: NewKeys
) -> None:
    clinic.access.close()
    assert found_in(clinic.access.folder, keys) >= set(MARKS)
    assert b"qyvexa" in found_in(clinic.access.folder, keys)
    clinic.access.unlock(keys.file_key)
    (clinic.access.folder / BEFORE).write_bytes(b"a copy from before an update")
    purge(clinic, leaving.id)
    assert not (clinic.access.folder / BEFORE).exists()
    assert [row.id for row in clinic.intake.cases()] == [other.id]
    assert clinic.intake.find("qyvexa") == ()
    with pytest.raises(CaseMissing):
        clinic.intake.get(leaving.id)
    file = clinic.access._session.open_file
    for table in file._errands.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if not table[0].startswith("searched_fts"):
            told = repr(file._errands.rows(f"SELECT * FROM {table[0]}"))
            assert leaving.id not in told and leaving.code not in told
    assert file.journal.first_broken() is None
    clinic.access.close()
    assert found_in(clinic.access.folder, keys) == set()


def test_deleting_alone_would_leave_a_trace(
    clinic: Clinic, leaving: CaseRecord, keys: NewKeys
) -> None:
    """What the scrubbing is for: the errand leaves old frames in the log."""
    file = clinic.access._session.open_file
    with file.errand():
        file.purging.take_out(leaving.id, NOW)
    copy = clinic.access.folder / "copy"
    copy.write_bytes(b"")
    shutil.copy(clinic.access.folder / f"{DATA}-wal", f"{copy}-wal")
    assert found_in(clinic.access.folder, keys, copy.name) >= set(MARKS)


def test_a_purge_that_was_cut_short_is_finished_at_the_next_opening(
    clinic: Clinic, leaving: CaseRecord, keys: NewKeys
) -> None:
    file = clinic.access._session.open_file
    with file.errand():
        file.purging.take_out(leaving.id, NOW)
    clinic.access.close()
    assert not (clinic.access.folder / PURGED).exists()
    clinic.access.unlock(keys.file_key)
    assert not clinic.access._session.open_file.purging.has_to_scrub
    assert len(read_purged(clinic.access.folder)) == 1
    clinic.access.close()
    assert found_in(clinic.access.folder, keys) == set()


def test_a_backup_does_not_bring_a_purged_person_back(
    clinic: Clinic,
    leaving: CaseRecord,
    other: CaseRecord,
    keys: NewKeys,
    tmp_path: Path,
    clock: FixedClock,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / clinic.housekeeping.suggested_name()
    clinic.housekeeping.keep(clinic.housekeeping.pack(clinic.housekeeping.leave(path), path))
    farewell = clinic.retention.look([leaving.id])
    assert [backup.place for backup in farewell.backups] == [str(path)]
    clinic.retention.purge(farewell)
    clinic.access.close()
    # The list beside the backup is enough, on another computer.
    elsewhere = Clinic(tmp_path / "elsewhere", clock)
    backup = elsewhere.restoring.look(path)
    elsewhere.restoring.bring_back(backup, keys.file_key)
    assert elsewhere.restoring.open(backup, keys.file_key) == 1
    assert [row.id for row in elsewhere.intake.cases()] == [other.id]
    elsewhere.access.close()
    assert found_in(elsewhere.access.folder, keys) == set()
    # So is the one in the folder of the file, when the file itself is set aside.
    (stick / PURGED).unlink()
    (clinic.access.folder / DATA).write_bytes(b"spoilt beyond reading")
    clinic.restoring.set_aside()
    clinic.restoring.bring_back(backup, keys.file_key)
    assert clinic.restoring.open(backup, keys.file_key) == 1
    assert clinic.intake.find("qyvexa") == ()


def test_the_list_of_what_was_purged_names_nobody_and_bears_with_a_spoilt_one(
    clinic: Clinic, leaving: CaseRecord, tmp_path: Path
) -> None:
    purge(clinic, leaving.id)
    content = (clinic.access.folder / PURGED).read_text()
    assert leaving.id not in content and leaving.code not in content
    for spoilt in ("", "[]", "{", '{"purged": 3}', '{"purged": [1, "x", "../x"]}'):
        (tmp_path / PURGED).write_text(spoilt)
        assert read_purged(tmp_path) == frozenset()
    add_purged(tmp_path, ["a" * 64])
    add_purged(tmp_path, ["b" * 64])
    assert read_purged(tmp_path) == {"a" * 64, "b" * 64}


def test_what_is_on_hold_does_not_go(
    clinic: Clinic, leaving: CaseRecord, other: CaseRecord, clock: FixedClock
) -> None:
    farewell = clinic.retention.look([other.id, leaving.id])
    clinic.retention.keep_until(leaving.id, date(2026, 1, 1))
    clinic.retention.hold(leaving.id)
    assert clinic.retention.due() == ()
    with pytest.raises(CaseOnHold) as told:
        clinic.retention.look([leaving.id])
    assert leaving.code in told.value.sentence
    with pytest.raises(CaseOnHold):
        clinic.retention.purge(farewell)
    assert len(clinic.intake.cases()) == 2
    clinic.retention.lift_hold(leaving.id)
    assert [row.id for row in clinic.retention.due()] == [leaving.id]
    purge(clinic, leaving.id)


def test_a_case_is_due_after_its_own_day_or_the_clinics_months(
    clinic: Clinic, leaving: CaseRecord, other: CaseRecord, clock: FixedClock
) -> None:
    clinic.retention.keep_until(leaving.id, date(2026, 12, 1))
    assert clinic.retention.of_case(leaving.id).until == date(2026, 12, 1)
    clock.advance(timedelta(days=7))  # 1 December, 6 in the morning in Boston
    assert clinic.retention.due() == ()
    clock.advance(timedelta(hours=18))  # 2 December in Boston
    assert [row.id for row in clinic.retention.due()] == [leaving.id]
    clinic.housekeeping.choose(replace(clinic.housekeeping.settings, keep_months=3))
    assert [row.id for row in clinic.retention.due()] == [leaving.id]
    clock.advance(timedelta(days=83))  # 23 February
    assert [row.id for row in clinic.retention.due()] == [leaving.id]
    clock.advance(timedelta(days=2))
    assert [row.id for row in clinic.retention.due()] == [leaving.id, other.id]
    clinic.retention.keep_until(leaving.id, None)
    assert {row.id for row in clinic.retention.due()} == {leaving.id, other.id}


def test_counts_for_reports_survive_and_name_nobody(
    clinic: Clinic, leaving: CaseRecord, other: CaseRecord
) -> None:
    before = clinic.retention.tallies()
    assert Tally("2026-Q4", Counted.CASES, "", 2) in before
    assert Tally("2026-Q4", Counted.CASES_BY_LANGUAGE, "es", 1) in before
    assert Tally("2026-Q4", Counted.LETTERS_BY_KIND, "rights", 1) in before
    purge(clinic, leaving.id)
    assert clinic.retention.tallies() == before
    purge(clinic, other.id)
    assert clinic.retention.tallies() == before
    assert NAME not in repr(before)


def test_a_code_is_never_given_again(clinic: Clinic, leaving: CaseRecord) -> None:
    purge(clinic, leaving.id)
    assert clinic.intake.open_case().code not in (leaving.code, "26-0001")


def test_what_goes_is_told_before_it_goes(clinic: Clinic, leaving: CaseRecord) -> None:
    farewell = clinic.retention.look([leaving.id, leaving.id])
    assert (farewell.codes, farewell.revisions) == ((leaving.code,), 4)
    assert (farewell.letters, farewell.notes, farewell.backups) == (1, 1, ())


def test_the_journal_tells_of_a_purge_and_not_of_whom(clinic: Clinic, leaving: CaseRecord) -> None:
    purge(clinic, leaving.id)
    lines = clinic.housekeeping.journal()
    assert [(line.who, line.case_id) for line in lines if line.did is Deed.PURGED_CASE] == [
        (INES, None)
    ]


def test_who_does_not_look_after_the_file_lets_nothing_go(
    clinic: Clinic, leaving: CaseRecord
) -> None:
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    clinic.retention.hold(leaving.id)
    for change in (
        lambda: clinic.retention.lift_hold(leaving.id),
        lambda: clinic.retention.keep_until(leaving.id, None),
        lambda: clinic.retention.purge(clinic.retention.look([])),
        clinic.retention.forget_sensitive,
    ):
        with pytest.raises(NotInYourRole):
            change()


def test_a_clinic_that_no_longer_keeps_sensitive_facts_has_none_left(
    clinic: Clinic, keys: NewKeys
) -> None:
    clinic.housekeeping.choose(replace(clinic.housekeeping.settings, keep_sensitive=True))
    record = clinic.intake.open_case()
    case = record.case.with_answer("client.nationality", "QZ").with_answer("client.name", "Rosa")
    record = clinic.intake.keep(record, case.with_answer("immigration.final_order", True))
    record = clinic.intake.answer(record, "immigration.entry", "paroled")
    clinic.housekeeping.choose(replace(clinic.housekeeping.settings, keep_sensitive=False))
    assert clinic.retention.forget_sensitive() == 2
    assert clinic.retention.forget_sensitive() == 0
    kept = clinic.intake.get(record.id)
    assert kept.case == Case().with_answer("client.name", "Rosa").with_answer("code", kept.code)
    assert kept.revision == record.revision
    clinic.access.close()
    held = b"".join(pages(clinic.access.folder / DATA, keys.file_key.data_key))
    assert b"Rosa" in held
    for key in SENSITIVE:
        assert f'"{key.split(".")[1]}"'.encode() not in held
    database = connect(clinic.access.folder / DATA, keys.file_key.data_key)
    assert database.execute("SELECT count(*) FROM revisions").fetchone() == (3,)
    database.close()


def test_each_problem_with_keeping_says_what_to_do() -> None:
    from desktop.domain import problems_keeping

    found = [kind for kind in vars(problems_keeping).values() if _is_problem(kind)]
    assert len({kind.code for kind in found}) == len(found) >= 2
    assert all(kind.remedy for kind in found)


def _is_problem(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Problem) and kind is not Problem
