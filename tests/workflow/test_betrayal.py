"""Nothing of a client stands in any file that the program writes, nor in any file's name.

Each field of a case has a mark of its own; what is written is watched as it is written,
files that are gone a moment later too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.casefile.codec import read_revision, revision_text
from desktop.casefile.folder import DATA
from desktop.casefile.keys import NewKeys
from desktop.domain.clinic_settings import ClinicSettings
from desktop.workflow.clinic import Clinic
from tests.architecture.sources import ROOT
from tests.tools.marked_case import NOTE, found, leaves, marked_case, marks
from tests.tools.sqlcipher_pages import pages
from tests.workflow.whole_life import BACKUP, CHOSEN, LETTER

SCHEMA = ROOT / "resources" / "schema" / "amparo-case-1.schema.json"
# Values that are the same in every case, or told by another field.
NOT_A_FIELD = {"format", "complete", "answers", "said"}


def in_schema(told: object, place: str = "") -> set[str]:
    """The place of every value that the contract knows."""
    if not isinstance(told, dict):
        return set()
    parts = [told, *told.get("anyOf", ())]
    deeper = {
        inner
        for part in parts
        for name, value in part.get("properties", {}).items()
        for inner in in_schema(value, f"{place}.{name}" if place else name)
    } | {
        inner
        for part in parts
        if "properties" in part.get("items", {})
        for inner in in_schema(part["items"], f"{place}[]")
    }
    return deeper or {place}


def test_every_field_of_the_contract_has_a_mark_of_its_own() -> None:
    fields = in_schema(json.loads(SCHEMA.read_text("utf-8"))) - NOT_A_FIELD
    told = marks()
    assert fields <= told.keys()
    assert len(set(told.values())) == len(told)
    text = revision_text(marked_case())
    assert read_revision(text) == marked_case()
    assert found(text.encode()) == told.keys()
    others = {"format", "said.client.name.by", "said.client.name.sure"}
    assert set(leaves(json.loads(text)["case"])) == told.keys() | others


def test_the_tables_have_no_text_that_is_not_accounted_for(clinic: Clinic) -> None:
    """A column that is new here needs a mark above, or a reason to hold nothing of a client."""
    file = clinic.access._session.open_file
    tables = file._errands.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    columns = {
        f"{table}.{column}"
        for (table,) in tables
        if not table.startswith(("sqlite_", "searched_fts", "_sqlite"))
        for _, column, kind, *_ in file._errands.rows(f"PRAGMA table_info ({table})")
        if kind != "INTEGER"
    }
    of_clients = {
        *("cases.name", "cases.code", "cases.custodian", "cases.language", "revisions.document"),
        *("letters.pdf", "letters.digest", "letters.kind", "letters.language", "letters.sheet"),
        *("notes.text", "searched.names", "searched.codes", "searched.notes"),
    }
    ids = {f"{table}.case_id" for table in ("revisions", "letters", "notes", "searched", "journal")}
    times = {
        *("cases.opened_at", "cases.changed_at", "cases.keep_until", "revisions.kept_at"),
        *("letters.handed_over_at", "notes.at", "journal.at", "purged.at", "backups.at"),
        *("vault.made_at", "members.joined_at"),
    }
    of_the_clinic = {
        *("vault.id", "seal.secret", "members.name", "members.role", "members.letterbox"),
        *("settings.name", "settings.value", "notes.who", "journal.who", "journal.did"),
        *("journal.whom", "journal.subject", "journal.sum", "journal_end.sum", "backups.place"),
        *("purged.fingerprint", "tallies.quarter", "tallies.what", "tallies.word"),
        *("codes_given.year", "chores.name", "cases.id"),
    }
    assert columns == of_clients | ids | times | of_the_clinic


@pytest.mark.skipif(sys.platform != "linux", reason="the driver's functions are seen on Linux only")
def test_no_file_that_is_ever_written_tells_anything_of_a_client(tmp_path: Path) -> None:
    for name in ("home", "temp"):
        (tmp_path / name).mkdir()
    kept = {name: str(tmp_path / "temp") for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP")}
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    kept |= {name: str(tmp_path / "home") for name in homes}
    ran = subprocess.run(
        [sys.executable, "-B", "-m", "tests.workflow.whole_life", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=ROOT,
        env={**os.environ, **kept},
    )
    assert ran.returncode == 0, ran.stderr
    assert not found(ran.stderr.encode())
    told = json.loads(ran.stdout)
    files = {name: fields for name, fields in told["files"].items() if fields}
    # The recorder sees what is there: a letter is saved where somebody wants it, and who is
    # asked at the door has to stand outside.
    assert files.pop(f"{CHOSEN}/.{LETTER}.part") == ["as_of"]
    assert "home/clinic/keys.json.new" in files
    assert {tuple(fields) for fields in files.values()} == {("member",)}
    assert {Path(name).name.removeprefix(".").partition(".")[0] for name in files} == {
        "keys",
        BACKUP.partition(".")[0],
    }
    assert told["elsewhere"] == []
    assert {"home/clinic/data.db-wal", "home/clinic/data.db.leaving"} <= told["files"].keys()


def test_after_a_purge_no_mark_is_left_for_somebody_with_the_key(
    clinic: Clinic, keys: NewKeys
) -> None:
    file = clinic.access._session.open_file
    with file.errand():
        file.settings.choose(ClinicSettings(keep_sensitive=True))
    record = clinic.intake.keep(clinic.intake.open_case(), marked_case())
    clinic.intake.add_note(record.id, NOTE)
    clinic.access.close()
    data_key = keys.file_key.data_key
    before = found(b"".join(pages(clinic.access.folder / DATA, data_key)))
    assert before == marks().keys() | {"note"}
    clinic.access.unlock(keys.file_key)
    clinic.retention.purge(clinic.retention.look([record.id]))
    clinic.access.close()
    assert found(b"".join(pages(clinic.access.folder / DATA, data_key))) == set()
