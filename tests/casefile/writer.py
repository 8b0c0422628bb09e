"""Writes revisions until it is killed, and says of each that it was kept. Run by test_crash."""

from __future__ import annotations

import itertools
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import FileKey
from desktop.domain.case import Case
from desktop.domain.records import Deed

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def main(folder: str, data_key: str, vault: str) -> None:
    opened = CaseFile.open(Path(folder), FileKey(bytes.fromhex(data_key), vault, None))
    record = opened.cases.add(Case(), opened.cases.next_code(NOW), NOW)
    for number in itertools.count():
        place = f"{number} " + "p" * (number * 997 % 9000)
        with opened.errand():
            record = opened.cases.keep(record, record.case.with_answer("custody.place", place), NOW)
            opened.journal.write(NOW, "Inés", Deed.CHANGED_CASE, record.id)
        print(record.id, record.revision, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
