"""Who did what, when; never contents.

A line is made of a member's name, a word of a closed list and numbers, so
there is no place in it for anything that a client said.
"""

from __future__ import annotations

from datetime import datetime

from desktop.casefile.codec import instant, storable, written
from desktop.casefile.errands import Errands
from desktop.domain.records import Deed, JournalLine

_ADD = "INSERT INTO journal (at, who, did, case_id, letter) VALUES (?, ?, ?, ?, ?)"
_ALL = "SELECT number, at, who, did, case_id, letter FROM journal ORDER BY number"
_OF_CASE = """
    SELECT number, at, who, did, case_id, letter
    FROM journal WHERE case_id = ? ORDER BY number
"""


class Journal:
    """The journal of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def write(
        self,
        now: datetime,
        who: str,
        did: Deed,
        case_id: str | None = None,
        letter: int | None = None,
    ) -> None:
        """Add a line; put it in one errand with what it tells of."""
        with self._errands.errand():
            self._errands.write(_ADD, (written(now), storable(who), did.value, case_id, letter))

    def lines(self, case_id: str | None = None) -> tuple[JournalLine, ...]:
        """All lines, or those of one case, in the order in which they were written."""
        found = (
            self._errands.rows(_ALL)
            if case_id is None
            else self._errands.rows(_OF_CASE, (case_id,))
        )
        return tuple(
            JournalLine(number, instant(at), who, Deed(did), case, letter)
            for number, at, who, did, case, letter in found
        )
