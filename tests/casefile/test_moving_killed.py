"""A case that is being taken in when the program is killed is here whole, or not at all."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import NewKeys
from desktop.casefile.moved_document import text_of
from desktop.casefile.moving import moved
from desktop.domain.case import Case
from desktop.domain.records import Deed, Note
from tests.casefile.conftest import NOW, ROOT

KILLS, REVISIONS, LETTERS, NOTES = 5, 30, 4, 3


def sent() -> bytes:
    file = CaseFile.in_memory()
    record = file.cases.add(Case(), "26-0001", NOW)
    for number in range(1, REVISIONS):
        case = record.case.with_answer("custody.place", f"Station {number}")
        record = file.cases.keep(record, case, NOW)
    for number in range(LETTERS):
        how = {"kind": "rights", "language": "es", "sheet": "plain", "digest": f"d{number}"}
        file.letters.add(record, **how, pdf=b"%PDF" * 5000, now=NOW)
    with file.errand():
        for number in range(NOTES):
            file.notes.add(record.id, Note(f"Note {number}", "Inés", NOW))
    return text_of(moved(file, record.id))


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of these systems")
def test_what_was_taken_in_is_whole_after_each_kill(
    folder: Path, keys: NewKeys, tmp_path: Path
) -> None:
    CaseFile.create(folder, keys, NOW).close()
    case, chance = tmp_path / "sent", random.Random(8)
    case.write_bytes(sent())
    acknowledged = set[str]()
    for _ in range(KILLS):
        acknowledged |= _take_in_and_kill(folder, keys, case, chance.random() / 20)
        opened = CaseFile.open(folder, keys.file_key)
        here = {row.id for row in opened.cases.list()}
        assert acknowledged <= here
        for case_id in here:
            whole = moved(opened, case_id)
            assert (len(whole.revisions), len(whole.letters)) == (REVISIONS, LETTERS)
            assert len(whole.notes) == NOTES
            (line,) = opened.journal.lines(case_id)
            assert line.did is Deed.RECEIVED_CASE
        assert opened.journal.first_broken() is None
        opened.close()


def _take_in_and_kill(folder: Path, keys: NewKeys, case: Path, after: float) -> set[str]:
    """The cases that were said to be kept, by a program that was killed a moment after one."""
    with subprocess.Popen(
        [
            *(sys.executable, str(Path(__file__).with_name("mover.py")), str(folder)),
            *(keys.file_key.data_key.hex(), keys.file_key.vault, str(case)),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as mover:
        assert mover.stdout is not None
        first = mover.stdout.readline()
        assert first, "the program stopped by itself"
        time.sleep(after)
        mover.kill()
        told = first + mover.stdout.read()
    return {line for line in told.split("\n")[:-1] if line}
