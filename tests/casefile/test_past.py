"""A file of every released schema opens, nothing in it is lost, and it is as good as a new one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.casefile import container
from desktop.casefile.backup import bring_back
from desktop.casefile.casefile import CaseFile
from desktop.casefile.driver import connect, connect_in_memory, connect_to_read
from desktop.casefile.folder import BEFORE, DATA, KEYS
from desktop.casefile.keys import NewKeys, derive, derive_from_recovery
from desktop.casefile.keys_file import read_keys
from desktop.casefile.migrations import STEPS, bring_up_to_date, steps_missing
from desktop.domain.case import Case
from desktop.domain.records import Deed
from tests.casefile.conftest import NOW
from tests.casefile.make_past import CASES, CODE, MEMBER, PASSPHRASE, PAST, PDF

if TYPE_CHECKING:
    from sqlite_utils import Database

NAMES = [step.__name__ for step in STEPS]
_EXPECTED = [(MEMBER, Deed.MADE_FILE), (MEMBER, Deed.SAVED_LETTER)]


@pytest.fixture
def past(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "past"
    shutil.copytree(PAST / request.param, folder)
    return folder


def test_every_released_schema_has_its_file() -> None:
    assert sorted(path.name for path in PAST.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("past", NAMES, indirect=True)
def test_a_past_file_opens_with_all_that_is_in_it(past: Path) -> None:
    code = (past / CODE).read_text(encoding="ascii")
    opened = CaseFile.open(past, derive(read_keys(past), PASSPHRASE))
    rows = opened.cases.list()
    assert [(row.code, row.revision) for row in rows] == [("26-0002", 2), ("26-0001", 1)]
    for row, case in zip(reversed(rows), CASES, strict=True):
        assert opened.cases.get(row.id).case == case.with_answer("code", row.code)
    (letter,) = opened.letters.of_case(rows[0].id)
    assert opened.letters.pdf(letter.number) == PDF
    assert [(line.who, line.did) for line in opened.journal.lines()] == _EXPECTED
    opened.close()
    assert derive_from_recovery(read_keys(past), code).member is None


@pytest.mark.parametrize("past", NAMES, indirect=True)
def test_a_past_file_can_do_what_a_new_one_can(past: Path) -> None:
    opened = CaseFile.open(past, derive(read_keys(past), PASSPHRASE))
    assert opened.journal.first_broken() is None
    assert [row.code for row in opened.search.find("marisol")] == ["26-0002"]
    record = opened.cases.add(CASES[1], opened.codes.next(NOW), NOW)
    assert record.code == "26-0003"
    assert len(opened.search.find("marisol")) == 2
    opened.search.compare()
    assert [member.name for member in opened.members.all()] == [MEMBER]
    opened.close()


@pytest.mark.parametrize("past", NAMES, indirect=True)
def test_a_backup_of_a_past_file_comes_back_with_all_that_is_in_it(
    past: Path, tmp_path: Path
) -> None:
    backup, place = tmp_path / "past.amparo", tmp_path / "place"
    backup.touch()
    container.write(backup, past / DATA, (past / KEYS).read_bytes(), NOW)
    found = container.look(backup)
    bring_back(found, derive(found.keys, PASSPHRASE), place)
    opened = CaseFile.open(place, derive(read_keys(place), PASSPHRASE))
    assert [(row.code, row.revision) for row in opened.cases.list()] == [
        ("26-0002", 2),
        ("26-0001", 1),
    ]
    assert opened.journal.first_broken() is None
    opened.close()


@pytest.mark.parametrize("past", NAMES[:-1], indirect=True)
def test_a_copy_of_the_file_as_it_was_stays_until_the_next_clean_start(past: Path) -> None:
    key = derive(read_keys(past), PASSPHRASE)
    opened = CaseFile.open(past, key)
    assert (Deed.BROUGHT_UP_TO_DATE, None) in opened.done_at_opening
    before = connect_to_read(past / BEFORE, key.data_key)
    assert steps_missing(before)
    assert before.execute("SELECT count(*) FROM cases").fetchone() == (2,)
    before.close()
    opened.close()
    again = CaseFile.open(past, key)
    assert again.done_at_opening == ()
    assert not (past / BEFORE).exists()
    again.close()


@pytest.mark.parametrize("past", ["schema_1"], indirect=True)
def test_a_way_in_of_the_first_amparo_becomes_a_letterbox_under_the_same_passphrase(
    past: Path,
) -> None:
    code = (past / CODE).read_text(encoding="ascii")
    assert read_keys(past).boxes == ()
    # Opened first by the recovery code, the file is older than its seal.
    CaseFile.open(past, derive_from_recovery(read_keys(past), code)).close()
    opened = CaseFile.open(past, derive(read_keys(past), PASSPHRASE))
    (box,) = read_keys(past).boxes
    assert (box.name, box.public) == (MEMBER, opened.members.letterbox(MEMBER))
    opened.close()
    again = CaseFile.open(past, derive(read_keys(past), PASSPHRASE))
    assert again.key.seal is not None
    again.close()


def _renames_a_column(database: Database) -> None:
    database.table("searched").transform(rename={"names": "called"})


def _breaks_a_reference(database: Database) -> None:
    database.execute("DELETE FROM vault")
    database.execute("PRAGMA defer_foreign_keys = ON")
    database.execute("INSERT INTO notes (case_id, text, who, at) VALUES ('nobody', 'x', 'y', 'z')")


@pytest.mark.parametrize(
    ("step", "why"), [(_renames_a_column, "lost triggers"), (_breaks_a_reference, "references")]
)
def test_a_step_that_breaks_search_or_a_reference_is_undone(step: object, why: str) -> None:
    assert callable(step)
    database = connect_in_memory()
    bring_up_to_date(database)
    triggers, schema = database.triggers_dict, database.schema
    with pytest.raises(AssertionError, match=why):
        bring_up_to_date(database, (*STEPS, step))
    assert (database.triggers_dict, database.schema) == (triggers, schema)
    assert not database.conn.in_transaction
    database.close()


def test_triggers_that_a_step_makes_again_are_no_loss() -> None:
    def careful(database: Database) -> None:
        triggers = database.triggers_dict
        database.table("searched").transform(drop={"nothing"})
        for statement in triggers.values():
            database.execute(statement)

    database = connect_in_memory()
    bring_up_to_date(database, (*STEPS, careful))
    opened = CaseFile.in_memory()
    opened._errands.go_on_with(database)
    opened.cases.add(Case().with_answer("client.name", "Marisol"), "26-0001", NOW)
    assert len(opened.search.find("marisol")) == 1
    opened.close()


def test_only_the_steps_and_nothing_else_make_tables(closed: Path, keys: NewKeys) -> None:
    database = connect(closed / DATA, keys.file_key.data_key)
    expected = connect_in_memory()
    bring_up_to_date(expected)
    assert database.schema == expected.schema
    database.close()
    expected.close()
