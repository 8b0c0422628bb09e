"""Letters as they were handed over: the very bytes, and the revision that they speak of."""

from __future__ import annotations

from datetime import datetime

from desktop.casefile.codec import instant, written
from desktop.casefile.errands import Errands
from desktop.domain.records import CaseRecord, LetterRow

_ADD = """
    INSERT INTO letters
        (case_id, revision, kind, language, sheet, digest, handed_over_at, pdf)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_OF_CASE = """
    SELECT number, case_id, revision, kind, language, sheet, digest, handed_over_at
    FROM letters WHERE case_id = ? ORDER BY number DESC
"""
_BYTES = "SELECT pdf FROM letters WHERE number = ?"


class Letters:
    """The letters of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def add(
        self,
        record: CaseRecord,
        *,
        kind: str,
        language: str,
        sheet: str,
        digest: str,
        pdf: bytes,
        now: datetime,
    ) -> LetterRow:
        """Keep a letter. ``digest`` is the letter's own, over its facts, packs and text."""
        values = (record.id, record.revision, kind, language, sheet, digest, written(now), pdf)
        with self._errands.errand():
            number = self._errands.write(_ADD, values)
        return LetterRow(number, record.id, record.revision, kind, language, sheet, digest, now)

    def of_case(self, case_id: str) -> tuple[LetterRow, ...]:
        """The letters of a case, the last one first."""
        return tuple(
            LetterRow(number, case, revision, kind, language, sheet, digest, instant(at))
            for number, case, revision, kind, language, sheet, digest, at in self._errands.rows(
                _OF_CASE, (case_id,)
            )
        )

    def pdf(self, number: int) -> bytes:
        """The bytes that were handed over."""
        return bytes(self._errands.rows(_BYTES, (number,))[0][0])
