"""A file is made, closed and opened again; outside, nothing of it can be read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.folder import DATA, KEYS, KEYS_COPY
from desktop.casefile.keys import NewKeys, derive, derive_from_recovery
from desktop.casefile.keys_file import read_keys
from desktop.domain.case import Case
from desktop.domain.records import Deed
from tests.casefile.conftest import INES, NOW, PASSPHRASE, RunPython

MARKER = "Zyxquor Invented-Marker"
_GREP = """
import pathlib, sys
for path in pathlib.Path(sys.argv[1]).rglob("*"):
    content = path.read_bytes()
    for spelt in (sys.argv[2].encode(), sys.argv[2].encode("utf-16-le")):
        if spelt in content:
            print("FOUND", path.name)
    print("read", path.name)
"""


def test_what_was_kept_is_there_after_opening_again(folder: Path, keys: NewKeys) -> None:
    opened = CaseFile.create(folder, keys, NOW)
    kept = [
        opened.cases.add(Case().with_answer("client.name", f"Person {number} الاسم"), code, NOW)
        for number, code in enumerate(f"26-{number:04}" for number in range(1, 301))
    ]
    opened.close()
    again = CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE))
    assert [again.cases.get(record.id) for record in kept] == kept
    assert [row.code for row in again.cases.list()] == [record.code for record in reversed(kept)]
    again.close()


def test_the_recovery_code_opens_the_file(closed: Path, keys: NewKeys) -> None:
    found = derive_from_recovery(read_keys(closed), keys.recovery_code.lower())
    opened = CaseFile.open(closed, found)
    assert len(opened.cases.list()) == 20
    opened.close()


def test_the_file_does_not_look_like_sqlite(closed: Path) -> None:
    content = (closed / DATA).read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"CREATE TABLE" not in content


def test_nothing_that_a_client_said_stands_on_the_drive(
    casefile: CaseFile, folder: Path, keys: NewKeys, run_python: RunPython
) -> None:
    case = Case().with_answer("client.name", MARKER).with_answer("custody.town", MARKER)
    record = casefile.cases.add(case, "26-0001", NOW)
    casefile.letters.add(
        record,
        kind="rights",
        language="en",
        sheet="plain",
        digest="d",
        pdf=f"%PDF {MARKER}".encode() * 200,
        now=NOW,
    )
    # In a process of its own: reading the live file here would drop its lock.
    found = run_python(_GREP, str(folder), MARKER)
    assert found.returncode == 0, found.stderr
    assert f"read {DATA}-wal" in found.stdout
    assert "FOUND" not in found.stdout
    casefile.close()
    found = run_python(_GREP, str(folder), MARKER)
    assert sorted(found.stdout.split()[1::2]) == [DATA, KEYS, KEYS_COPY]


@pytest.mark.skipif(os.name != "posix", reason="rights are of another kind there")
def test_only_the_owner_may_look_inside(casefile: CaseFile, folder: Path) -> None:
    casefile.cases.add(Case(), "26-0001", NOW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert found == dict.fromkeys((DATA, f"{DATA}-wal", KEYS, KEYS_COPY), 0o600)


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("cache_size", -64000),
        ("journal_size_limit", 0),
        ("cipher_status", "1"),
        ("cipher_page_size", "4096"),
        ("kdf_iter", "256000"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("integrity_check", "ok"),
    ],
)
def test_the_database_is_set_to_lose_nothing(
    casefile: CaseFile, pragma: str, expected: object
) -> None:
    assert casefile._errands.rows(f"PRAGMA {pragma}")[0][0] == expected


def test_every_table_is_strict(casefile: CaseFile) -> None:
    tables = {
        name: strict
        for name, kind, strict in casefile._errands.rows(
            "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'"
        )
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    }
    assert len(tables) > 10
    assert set(tables.values()) == {1}


def test_making_the_file_is_the_journals_first_line(casefile: CaseFile) -> None:
    (line,) = casefile.journal.lines()
    assert (line.at, line.who, line.did, line.case_id) == (NOW, INES, Deed.MADE_FILE, None)


def test_a_file_in_memory_is_the_same_file_without_a_folder() -> None:
    opened = CaseFile.in_memory()
    record = opened.cases.add(Case(), opened.cases.next_code(NOW), NOW)
    assert opened.cases.get(record.id) == record
    opened.close()


def test_a_file_that_nobody_closed_can_be_opened_again_once_it_is_gone(
    folder: Path, keys: NewKeys
) -> None:
    CaseFile.create(folder, keys, NOW)
    CaseFile.open(folder, keys.file_key).close()


def test_stopped_while_it_is_made_leaves_no_file_or_a_whole_one(
    folder: Path, keys: NewKeys
) -> None:
    opened = CaseFile.create(folder, keys, NOW)
    opened.cases.add(Case(), "26-0001", NOW)
    changes = (folder / f"{DATA}-wal").read_bytes()
    opened.close()
    (folder / KEYS).unlink()
    CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE)).close()
    (folder / KEYS).unlink()
    (folder / DATA).rename(folder / f"{DATA}.new")
    (folder / f"{DATA}.new-wal").write_bytes(changes)
    assert not CaseFile.exists(folder)
    made = CaseFile.create(folder, keys, NOW)
    assert made.cases.list() == ()
    made.close()
