"""What is done to a case file until it is cut short, and what must be true of it afterwards.

Each ordeal says what it has kept as it goes (``say``); what it said may never be lost.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.casefile.backup import bring_back
from desktop.casefile.casefile import CaseFile
from desktop.casefile.container import look
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.driver import connect, connect_to_read
from desktop.casefile.folder import BEFORE, DATA
from desktop.casefile.keys import FileKey, derive, derive_from_recovery, empty_box, new_keys
from desktop.casefile.keys_file import read_keys
from desktop.casefile.migrations import steps_missing
from desktop.casefile.whole import written_home_and_sound
from desktop.domain.case import Case
from desktop.domain.problems_casefile import WrongPassphrase, WrongRecoveryCode
from desktop.domain.records import Deed, Note
from desktop.domain.signoff import Role
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from desktop.workflow.members import PreparedWayIn, RecoverySheet
from tests.casefile.make_past import CODE, PASSPHRASE, PAST
from tests.tools.sqlcipher_pages import pages

Say = Callable[[str], None]
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
INES, LADDER = "Ines Duarte", "violet ladder copper seventeen"
TOMAS, OWLS = "Tomas Reyes", "copper river nine owls"
KEYS = new_keys(INES, LADDER, CHEAPEST)
SHEET = RecoverySheet("ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB", TOMAS)
FILE, STICK = "file", "stick"
# In memory where there is such a place: neither a kill nor a recorded write asks the drive.
PLACE = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
MARK = "Qyvexa Wumbledorf"
CASES = 25


@dataclass(frozen=True)
class Ordeal:
    """One thing that a clinic does. ``work`` goes on from what ``prepare`` or a stop left."""

    name: str
    prepare: Callable[[Path], None]
    work: Callable[[Path, Say], None]
    check: Callable[[Path, Sequence[str]], None]


@contextmanager
def inside(root: Path, key: FileKey = KEYS.file_key) -> Iterator[Clinic]:
    clinic = Clinic(root / FILE, FixedClock(NOW))
    clinic.access.unlock(key)
    try:
        yield clinic
    finally:
        clinic.access.close()


def sound(root: Path, key: FileKey = KEYS.file_key) -> CaseFile:
    """The file, open, with every page, index, reference and line of the journal in order."""
    file = CaseFile.open(root / FILE, key)
    assert file.over_whole(written_home_and_sound)
    file.search.compare()
    assert file.journal.first_broken() is None
    for row in file.cases.list():
        for number in range(1, row.revision + 1):
            file.cases.at_revision(row.id, number)
    return file


def a_clinic(root: Path) -> None:
    """A file with some cases, letters and two members, and a backup on a stick."""
    (root / STICK).mkdir(parents=True)
    clinic = Clinic(root / FILE, FixedClock(NOW))
    clinic.access.set_up(PreparedKeys(KEYS), anywhere=True)
    box = empty_box(KEYS.file_key, TOMAS, OWLS, CHEAPEST)
    clinic.members.add(PreparedWayIn(TOMAS, box), Role.VOLUNTEER)
    for number in range(CASES):
        record = clinic.intake.open_case()
        clinic.intake.answer(record, "client.name", MARK if number == 7 else f"Nobody {number}")
        _letter(clinic, record.id, number)
    _back_up(clinic, root)
    clinic.access.close()


def _letter(clinic: Clinic, case_id: str, number: int) -> None:
    file = clinic.access._session.open_file
    pdf = f"%PDF {number} ".encode() * (400 + number * 997 % 6000)
    record = file.cases.get(case_id)
    file.letters.add(
        record, kind="rights", language="es", sheet="plain", digest="d", pdf=pdf, now=NOW
    )


def _back_up(clinic: Clinic, root: Path) -> None:
    path = root / STICK / "backup.amparo"
    leaving = clinic.housekeeping.leave(path, anywhere=True, overwrite=True)
    clinic.housekeeping.keep(clinic.housekeeping.pack(leaving, path))


# ---------------------------------------------------------------- changes


def _write(root: Path, say: Say) -> None:
    with inside(root) as clinic:
        record = clinic.intake.open_case()
        for number in range(40):
            place = f"{number} " + "p" * (number * 997 % 9000)
            record = clinic.intake.answer(record, "custody.place", place)
            clinic.intake.add_note(record.id, f"noted {number}")
            _letter(clinic, record.id, number)
            say(f"{record.id} {record.revision}")


def _is_written(root: Path, said: Sequence[str]) -> None:
    file = sound(root)
    assert len(file.cases.list()) >= CASES
    for line in said:
        case_id, revision = line.split()
        assert file.cases.get(case_id).revision >= int(revision)
        done = int(revision) - 1
        assert len(file.notes.of_case(case_id)) >= done
        letters = file.letters.of_case(case_id)
        assert len(letters) >= done
    for row in file.cases.list():
        for letter in file.letters.of_case(row.id):
            assert file.letters.pdf(letter.number).startswith(b"%PDF ")
    file.close()


# ---------------------------------------------------------------- steps of the schema


def _an_old_file(root: Path) -> None:
    shutil.copytree(PAST / "schema_1", root / FILE)
    database = connect(root / FILE / DATA, _old_key(root).data_key)
    ((last,),) = database.execute("SELECT max(number) FROM revisions")
    database.execute("BEGIN")
    for number in range(200):
        database.execute(
            "INSERT INTO revisions (case_id, revision, document, kept_at)"
            " SELECT ?, 1, document, kept_at FROM revisions WHERE number = ?",
            (f"old {number}", last),
        )
        database.execute(
            "INSERT INTO cases (id, code, name, custodian, language, revision, opened_at,"
            " changed_at, last_change) SELECT ?, ?, name, custodian, language, 1, opened_at,"
            " changed_at, ? FROM cases LIMIT 1",
            (f"old {number}", f"25-{number:04}", last + 1 + number),
        )
    database.execute("COMMIT")
    database.close()


def _old_key(root: Path) -> FileKey:
    code = (PAST / "schema_1" / CODE).read_text(encoding="ascii")
    return derive_from_recovery(read_keys(root / FILE), code)


def _bring_up_to_date(root: Path, say: Say) -> None:
    file = CaseFile.open(root / FILE, _old_key(root))
    took = any(deed is Deed.BROUGHT_UP_TO_DATE for deed, _ in file.done_at_opening)
    say("brought up to date" if took else "opened again")
    file.close()


def _is_up_to_date(root: Path, said: Sequence[str]) -> None:
    key = _old_key(root)
    if "brought up to date" in said:
        before = connect_to_read(root / FILE / BEFORE, key.data_key)
        assert steps_missing(before)
        assert list(before.execute("SELECT count(*) FROM cases")) == [(202,)]
        before.close()
    file = sound(root, key)
    assert len(file.cases.list()) == 202
    assert len(file.search.find("25-0137")) == 1
    file.close()
    derive(read_keys(root / FILE), PASSPHRASE)


# ---------------------------------------------------------------- keys


def _remove_member(root: Path, say: Say) -> None:
    keys = read_keys(root / FILE)
    with inside(root, derive(keys, LADDER, INES)) as clinic:
        if clinic.members.me and any(one.name == TOMAS for one in clinic.members.all()):
            clinic.members.remove(SHEET)
        say("removed")


def _is_removed(root: Path, said: Sequence[str]) -> None:
    file = sound(root, derive(read_keys(root / FILE), LADDER, INES))
    assert len(file.cases.list()) == CASES
    keys = read_keys(root / FILE)
    opens = [code for code in (KEYS.recovery_code, SHEET.recovery_code) if _opens(file, code)]
    assert opens == ([SHEET.recovery_code] if said else opens) != []
    if said:
        assert [member.name for member in file.members.all()] == [INES]
        assert file.key.data_key != KEYS.file_key.data_key
        try:
            derive(keys, OWLS)
        except WrongPassphrase:
            pass
        else:
            raise AssertionError("who left is still let in")
    file.close()


def _opens(file: CaseFile, code: str) -> bool:
    try:
        return derive_from_recovery(read_keys(file.folder), code).data_key == file.key.data_key
    except WrongRecoveryCode:
        return False


# ---------------------------------------------------------------- backups


def _make_backup(root: Path, say: Say) -> None:
    with inside(root) as clinic:
        record = clinic.intake.open_case()
        clinic.intake.add_note(record.id, "before the backup")
        _back_up(clinic, root)
        say(record.id)


def _backup_opens(root: Path, said: Sequence[str]) -> None:
    file = sound(root)
    held = {row.id for row in file.cases.list()}
    file.close()
    elsewhere = root / "elsewhere"
    bring_back(look(root / STICK / "backup.amparo"), KEYS.file_key, elsewhere / FILE)
    file = sound(elsewhere)
    brought = {row.id for row in file.cases.list()}
    file.close()
    assert brought <= held and len(brought) >= CASES
    assert set(said) <= brought
    shutil.rmtree(elsewhere)


def _bring_back(root: Path, say: Say) -> None:
    if not CaseFile.exists(root / FILE):
        bring_back(look(root / STICK / "backup.amparo"), KEYS.file_key, root / FILE)
    say("brought back")


def _a_stick_alone(root: Path) -> None:
    a_clinic(root)
    shutil.rmtree(root / FILE)
    (root / FILE).mkdir()


def _is_brought_back(root: Path, said: Sequence[str]) -> None:
    if not CaseFile.exists(root / FILE):
        assert not said
        _bring_back(root, lambda _: None)
    file = sound(root)
    assert len(file.cases.list()) == CASES
    file.close()


# ---------------------------------------------------------------- making and purging


def _nothing(root: Path) -> None:
    (root / FILE).mkdir(parents=True)


def _set_up(root: Path, say: Say) -> None:
    if not CaseFile.exists(root / FILE):
        CaseFile.create(root / FILE, KEYS, NOW).close()
    say("made")


def _is_set_up(root: Path, said: Sequence[str]) -> None:
    if not CaseFile.exists(root / FILE):
        assert not said
        _set_up(root, lambda _: None)
    file = sound(root)
    file.notes.add(file.cases.add(Case(), "26-0001", NOW).id, Note("works", INES, NOW))
    file.close()


def _purge(root: Path, say: Say) -> None:
    with inside(root) as clinic:
        gone = [row.id for row in clinic.intake.find(MARK)]
        clinic.retention.purge(clinic.retention.look(gone))
        say("purged")


def _is_purged(root: Path, said: Sequence[str]) -> None:
    file = sound(root)
    found = len(file.search.find(MARK))
    assert len(file.cases.list()) == CASES - 1 + found
    assert not (said and found)
    assert not file.purging.has_to_scrub
    file.close()
    held = b"".join(pages(root / FILE / DATA, KEYS.file_key.data_key)).lower()
    marks = [mark.encode() in held for mark in MARK.lower().split()]
    assert marks == [bool(found)] * 2


ORDEALS = (
    Ordeal("changes", a_clinic, _write, _is_written),
    Ordeal("a new schema", _an_old_file, _bring_up_to_date, _is_up_to_date),
    Ordeal("a new key", a_clinic, _remove_member, _is_removed),
    Ordeal("a backup", a_clinic, _make_backup, _backup_opens),
    Ordeal("a purge", a_clinic, _purge, _is_purged),
    Ordeal("setting up", _nothing, _set_up, _is_set_up),
    Ordeal("bringing back", _a_stick_alone, _bring_back, _is_brought_back),
)
