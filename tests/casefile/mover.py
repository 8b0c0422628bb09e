"""Takes cases in until it is killed, and says of each that it was kept."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import FileKey
from desktop.casefile.moved_document import case_of
from desktop.casefile.moving import receive
from desktop.domain.records import Deed
from tests.casefile.conftest import NOW


def main(folder: str, data_key: str, vault: str, sent: str) -> None:
    opened = CaseFile.open(Path(folder), FileKey(bytes.fromhex(data_key), vault, None))
    case = case_of(Path(sent).read_bytes(), sent)
    begun = len(opened.cases.list())
    for number in itertools.count(begun + 1):
        with opened.errand():
            record = receive(opened, replace(case, id=f"{number:032x}"), NOW)
            opened.journal.write(NOW, "Inés", Deed.RECEIVED_CASE, record.id)
        print(record.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
