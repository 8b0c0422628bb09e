"""Finding a case by a word of its names, codes or notes.

The words lie in a table of their own, and SQLite's full-text index over it is kept
by triggers. What is deleted leaves the index at once (``secure-delete``).
"""

from __future__ import annotations

from desktop.casefile.codec import instant, storable
from desktop.casefile.errands import Errands
from desktop.domain.case import Case
from desktop.domain.records import CaseRow

_PUT = """
    INSERT INTO searched (case_id, names, codes, notes) VALUES (?, ?, ?, '')
    ON CONFLICT (case_id) DO UPDATE SET names = excluded.names, codes = excluded.codes
        WHERE names != excluded.names OR codes != excluded.codes
"""
_ADD_NOTE = "UPDATE searched SET notes = notes || char(10) || ? WHERE case_id = ?"
_FORGET = "DELETE FROM searched WHERE case_id = ?"
_FIND = """
    SELECT cases.id, cases.code, cases.name, cases.custodian, cases.language, cases.changed_at,
        cases.revision
    FROM searched_fts
        JOIN searched ON searched.number = searched_fts.rowid
        JOIN cases ON cases.id = searched.case_id
    WHERE searched_fts MATCH ?
    ORDER BY searched_fts.rowid DESC LIMIT ?
"""
_TIDY = "INSERT INTO searched_fts (searched_fts) VALUES ('optimize')"
_COMPARE = "INSERT INTO searched_fts (searched_fts, rank) VALUES ('integrity-check', 1)"


class Search:
    """The index of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def find(self, typed: str, at_most: int = 50) -> tuple[CaseRow, ...]:
        """The cases that hold every word, or a word that begins so; the newest case first."""
        asked = _asked(typed)
        if not asked:
            return ()
        return tuple(
            CaseRow(case_id, code, name, holder, language, instant(changed_at), revision)
            for case_id, code, name, holder, language, changed_at, revision in self._errands.rows(
                _FIND, (asked, at_most)
            )
        )

    def put(self, case_id: str, code: str, case: Case) -> None:
        """Have a case found by its names and codes as they are now."""
        names = (case.text("client.name"), case.text("client.preferred_name"))
        numbers = (paper.get("case_number") for paper in case.entries("papers"))
        codes = (code, *(number for number in numbers if isinstance(number, str)))
        self._errands.write(
            _PUT, (case_id, storable(" ".join(filter(None, names))), storable(" ".join(codes)))
        )

    def add_note(self, case_id: str, text: str) -> None:
        self._errands.write(_ADD_NOTE, (text, case_id))

    def forget(self, case_id: str) -> None:
        self._errands.write(_FORGET, (case_id,))

    def tidy(self) -> None:
        """Write the index anew, so that nothing deleted stays in its pages."""
        with self._errands.errand():
            self._errands.write(_TIDY, ())

    def compare(self) -> None:
        """Compare the index with the table. Raises FileDamaged when they differ."""
        with self._errands.errand():
            self._errands.write(_COMPARE, ())


def _asked(typed: str) -> str:
    """Every word as a beginning, in the index's own language; signs alone say nothing."""
    words = (word.replace('"', " ") for word in storable(typed).replace("\0", " ").split())
    return " ".join(f'"{word}"*' for word in words if any(map(str.isalnum, word)))
