"""Letters are kept to the byte; the journal says who did what and nothing of what stands in it."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import NewKeys
from desktop.domain.case import Case
from desktop.domain.records import CaseRecord, Deed, JournalLine, LetterRow
from tests.casefile.conftest import INES, NOW

LATER = NOW + timedelta(minutes=5)
OKAFOR = Case().with_answer("client.name", "Mr Okafor (invented)")


def test_a_letter_is_kept_to_the_byte(folder: Path, keys: NewKeys) -> None:
    pdf = os.urandom(300_000)
    opened = CaseFile.create(folder, keys, NOW)
    record = opened.cases.add(OKAFOR, "26-0001", NOW)
    row = _letter(opened, record, pdf)
    opened.close()
    again = CaseFile.open(folder, keys.file_key)
    assert again.letters.of_case(record.id) == (row,)
    assert again.letters.pdf(row.number) == pdf
    again.close()


def test_a_letter_stays_with_the_revision_that_it_speaks_of(casefile: CaseFile) -> None:
    first = casefile.cases.add(OKAFOR, "26-0001", NOW)
    early = _letter(casefile, first, b"early")
    second = casefile.cases.keep(first, Case(), LATER)
    late = _letter(casefile, second, b"late")
    assert casefile.letters.of_case(first.id) == (late, early)
    assert [letter.revision for letter in (early, late)] == [1, 2]
    assert casefile.cases.at_revision(first.id, early.revision).case == first.case


def test_a_letter_and_its_line_are_one_errand(casefile: CaseFile) -> None:
    record = casefile.cases.add(OKAFOR, "26-0001", NOW)
    with casefile.errand():
        letter = _letter(casefile, record, b"%PDF")
        casefile.journal.write(NOW, INES, Deed.SAVED_LETTER, record.id, letter.number)
    (line,) = casefile.journal.lines(record.id)
    assert line == JournalLine(2, NOW, INES, Deed.SAVED_LETTER, record.id, letter.number)


def test_the_journal_keeps_its_order(casefile: CaseFile) -> None:
    record = casefile.cases.add(OKAFOR, "26-0001", NOW)
    casefile.journal.write(LATER, INES, Deed.OPENED_FILE)
    casefile.journal.write(NOW, INES, Deed.OPENED_CASE, record.id)
    casefile.journal.write(NOW, INES, Deed.CHANGED_CASE, record.id)
    assert [line.did for line in casefile.journal.lines()] == [
        Deed.MADE_FILE,
        Deed.OPENED_FILE,
        Deed.OPENED_CASE,
        Deed.CHANGED_CASE,
    ]


def test_the_journal_has_no_place_for_contents(casefile: CaseFile) -> None:
    record = casefile.cases.add(OKAFOR, "26-0001", NOW)
    for deed in Deed:
        casefile.journal.write(NOW, INES, deed, record.id)
    told = repr(casefile._errands.rows("SELECT * FROM journal"))
    assert "Okafor" not in told
    assert "26-0001" not in told
    assert [field.name for field in fields(JournalLine)] == [
        *("number", "at", "who", "did", "case_id", "letter", "whom", "copies"),
    ]


def _letter(casefile: CaseFile, record: CaseRecord, pdf: bytes) -> LetterRow:
    return casefile.letters.add(
        record,
        kind="rights",
        language="es",
        sheet="plain",
        digest="sha256:0f0f",
        pdf=pdf,
        now=NOW,
    )


@pytest.mark.parametrize(
    ("tamper", "shows_at"),
    [
        ("DELETE FROM journal WHERE number = 3", 3),
        ("DELETE FROM journal WHERE number = 6", 6),
        ("DELETE FROM journal WHERE number >= 5", 5),
        ("DELETE FROM journal", 1),
        ("UPDATE journal SET who = 'Somebody Else' WHERE number = 4", 4),
        ("UPDATE journal SET did = 'opened_case' WHERE number = 2", 2),
        ("UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE number = 1", 1),
        ("UPDATE journal SET letter = 7 WHERE number = 5", 5),
        ("UPDATE journal SET whom = 'Ines' WHERE number = 5", 5),
        ("UPDATE journal SET copies = 2 WHERE number = 5", 5),
        ("UPDATE journal SET case_id = 'of another' WHERE number = 4", 4),
        ("UPDATE journal SET subject = NULL, case_id = NULL WHERE number = 4", 4),
        ("UPDATE journal SET number = 9 WHERE number = 6", 6),
        ("UPDATE journal SET sum = zeroblob(32) WHERE number = 3", 3),
        ("UPDATE journal_end SET number = 5", 7),
        ("INSERT INTO journal (number, at, who, did) VALUES (7, '2026', 'x', 'opened_file')", 7),
    ],
)
def test_a_line_that_was_removed_changed_or_put_in_shows(
    casefile: CaseFile, tamper: str, shows_at: int
) -> None:
    record = casefile.cases.add(OKAFOR, "26-0001", NOW)
    for _ in range(5):
        casefile.journal.write(NOW, INES, Deed.CHANGED_CASE, record.id)
    assert casefile.journal.first_broken() is None
    with casefile.errand():
        casefile._errands.write(tamper, ())
    assert casefile.journal.first_broken() == shows_at


def test_the_journal_stays_whole_over_many_lines_and_when_a_case_is_forgotten(
    casefile: CaseFile,
) -> None:
    record = casefile.cases.add(OKAFOR, "26-0001", NOW)
    with casefile.errand():
        for copies in range(1100):
            casefile.journal.write(NOW, INES, Deed.PRINTED_LETTER, record.id, 1, copies=copies)
        casefile.journal.forget(record.id)
    assert casefile.journal.first_broken() is None
    assert casefile.journal.lines(record.id) == ()
    assert len(casefile.journal.lines()) == 1101
    assert record.id not in repr(casefile._errands.rows("SELECT * FROM journal"))
