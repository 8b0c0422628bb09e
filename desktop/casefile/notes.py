"""Notes on a case, in the clinic's own words. They are added, never changed."""

from __future__ import annotations

from desktop.casefile.codec import instant, storable, written
from desktop.casefile.errands import Errands
from desktop.casefile.search import Search
from desktop.domain.records import Note

_ADD = "INSERT INTO notes (case_id, text, who, at) VALUES (?, ?, ?, ?)"
_OF_CASE = "SELECT text, who, at FROM notes WHERE case_id = ? ORDER BY number"


class Notes:
    """The notes of an open file."""

    def __init__(self, errands: Errands, search: Search) -> None:
        self._errands = errands
        self._search = search

    def add(self, case_id: str, note: Note) -> None:
        """Keep a note, and have its case found by its words."""
        text = storable(note.text)
        with self._errands.errand():
            self._errands.write(_ADD, (case_id, text, storable(note.who), written(note.at)))
            self._search.add_note(case_id, text)

    def of_case(self, case_id: str) -> tuple[Note, ...]:
        """The notes of a case, the first one first."""
        return tuple(
            Note(text, who, instant(at))
            for text, who, at in self._errands.rows(_OF_CASE, (case_id,))
        )
