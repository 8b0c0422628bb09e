"""A change that was said to be kept is there after the program was killed in the middle of one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import NewKeys
from desktop.domain.records import Deed
from tests.casefile.conftest import NOW, ROOT

KILLS = 5


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of these systems")
def test_no_acknowledged_change_is_lost_when_killed(folder: Path, keys: NewKeys) -> None:
    CaseFile.create(folder, keys, NOW).close()
    acknowledged: dict[str, int] = {}
    left_changes_unwritten = 0
    for kill in range(KILLS):
        case_id, revision = _write_and_kill(folder, keys, after=7 + 31 * kill)
        acknowledged[case_id] = revision
        left_changes_unwritten += (folder / "data.db-wal").stat().st_size > 0
        opened = CaseFile.open(folder, keys.file_key)
        for known, least in acknowledged.items():
            kept = opened.cases.get(known)
            assert least <= kept.revision <= least + 1000
            for number in range(1, kept.revision + 1):
                opened.cases.at_revision(known, number)
            changes = [
                line for line in opened.journal.lines(known) if line.did is Deed.CHANGED_CASE
            ]
            assert len(changes) == kept.revision - 1
        opened._errands.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        assert opened._errands.rows("PRAGMA cipher_integrity_check") == []
        assert opened._errands.rows("PRAGMA integrity_check") == [("ok",)]
        assert opened._errands.rows("PRAGMA foreign_key_check") == []
        opened.close()
    assert left_changes_unwritten == KILLS


def _write_and_kill(folder: Path, keys: NewKeys, after: int) -> tuple[str, int]:
    """The last revision that a writer said was kept before it was killed."""
    with subprocess.Popen(
        [
            *(sys.executable, str(Path(__file__).with_name("writer.py")), str(folder)),
            *(keys.file_key.data_key.hex(), keys.file_key.vault),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as writer:
        assert writer.stdout is not None
        for _ in range(after):
            line = writer.stdout.readline()
            assert line, "the writer stopped by itself"
        writer.kill()
        rest = writer.stdout.read().split("\n")
    whole = [said for said in rest[:-1] if said]
    case_id, revision = (whole[-1] if whole else line).split()
    return case_id, int(revision)
