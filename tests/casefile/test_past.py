"""A file of every released schema opens, and nothing in it is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import derive, derive_from_recovery, read_keys
from desktop.casefile.migrations import STEPS
from desktop.domain.records import Deed
from tests.casefile.make_past import CASES, CODE, MEMBER, PASSPHRASE, PAST, PDF


def test_every_released_schema_has_its_file() -> None:
    assert sorted(path.name for path in PAST.iterdir()) == sorted(step.__name__ for step in STEPS)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_past_file_opens_with_all_that_is_in_it(step: object, tmp_path: Path) -> None:
    folder = tmp_path / "past"
    shutil.copytree(PAST / getattr(step, "__name__", ""), folder)
    code = (folder / CODE).read_text(encoding="ascii")
    opened = CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE))
    rows = opened.cases.list()
    assert [(row.code, row.revision) for row in rows] == [("26-0002", 2), ("26-0001", 1)]
    for row, case in zip(reversed(rows), CASES, strict=True):
        assert opened.cases.get(row.id).case == case.with_answer("code", row.code)
    (letter,) = opened.letters.of_case(rows[0].id)
    assert opened.letters.pdf(letter.number) == PDF
    assert [(line.who, line.did) for line in opened.journal.lines()] == [
        (MEMBER, Deed.MADE_FILE),
        (MEMBER, Deed.SAVED_LETTER),
    ]
    opened.close()
    assert derive_from_recovery(read_keys(folder), code).member is None
