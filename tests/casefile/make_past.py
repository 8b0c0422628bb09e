"""Makes the file of the schema as it is released now, for the tests of all later versions.

Run once for each released schema, from the root of the repository::

    python -m tests.casefile.make_past

A file that is in place is never made again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.casefile.migrations import STEPS
from desktop.domain.case import Case, Entry
from desktop.domain.moments import moment
from desktop.domain.records import Deed, Note
from desktop.domain.silence import OneOf, Silence

PAST = Path(__file__).with_name("past")
PASSPHRASE = "every past file opens with this"
CODE = "recovery-code.txt"
MEMBER = "Inés Duarte"
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PDF = b"%PDF-1.7 not a letter, but the bytes that were kept\n" + bytes(range(256)) * 20
CASES = (
    Case(),
    Case()
    .with_answer("client.name", "Marisol Invented")
    .with_answer("client.language", "es")
    .with_answer("custody.custodian", OneOf(("suffolk_sheriff", "trial_court")))
    .with_answer("release.at", moment("2026-11-20T14:00-05:00"))
    .with_answer("release.bail", Silence.WITHHELD)
    .with_entries("papers", (Entry({"form": "I-247A", "box": "1", "seen": True}),))
    .with_list_answer("papers", True),
)


def main() -> None:
    folder = PAST / STEPS[-1].__name__
    if folder.exists():
        raise SystemExit(f"{folder.name} is in place and stays as it is")
    keys = new_keys(MEMBER, PASSPHRASE, CHEAPEST)
    opened = CaseFile.create(folder, keys, NOW)
    for number, case in enumerate(CASES, 1):
        record = opened.cases.add(Case(), f"26-{number:04}", NOW)
        record = opened.cases.keep(record, case, NOW)
    letter = opened.letters.add(
        record, kind="rights", language="es", sheet="plain", digest="sha256:00", pdf=PDF, now=NOW
    )
    opened.journal.write(NOW, MEMBER, Deed.SAVED_LETTER, record.id, letter.number)
    opened.notes.add(record.id, Note("Her brother called.", MEMBER, NOW))
    opened.close()
    (folder / CODE).write_text(keys.recovery_code + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
