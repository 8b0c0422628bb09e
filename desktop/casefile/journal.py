"""Who did what, when; never contents.

A line is made of members' names, a word of a closed list and numbers, so there
is no place in it for anything that a client said. Each line hangs on the one
before it: one that was removed or changed shows.
"""

from __future__ import annotations

from datetime import datetime

from desktop.casefile.chain import BEGINNING, fingerprint, link
from desktop.casefile.codec import instant, storable, written
from desktop.casefile.errands import Errands
from desktop.domain.records import Deed, JournalLine

_END = "SELECT number, sum FROM journal_end"
_ADD = """
    INSERT INTO journal (number, at, who, did, case_id, letter, whom, copies, subject, sum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE_END = "UPDATE journal_end SET number = ?, sum = ?"
_ALL = """
    SELECT number, at, who, did, case_id, letter, whom, copies FROM journal ORDER BY number
"""
_OF_CASE = """
    SELECT number, at, who, did, case_id, letter, whom, copies
    FROM journal WHERE case_id = ? ORDER BY number
"""
_LINKS = """
    SELECT number, at, who, did, subject, letter, whom, copies, sum, case_id
    FROM journal WHERE number > ? ORDER BY number LIMIT 1000
"""
_FORGET = "UPDATE journal SET case_id = NULL WHERE case_id = ?"


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
        whom: str | None = None,
        copies: int | None = None,
    ) -> None:
        """Add a line; put it in one errand with what it tells of."""
        subject = None if case_id is None else fingerprint(case_id)
        at, who = written(now), storable(who)
        whom = None if whom is None else storable(whom)
        with self._errands.errand():
            ((last, before),) = self._errands.rows(_END)
            told = (last + 1, at, who, did.value, subject, letter, whom, copies)
            total = link(before, told)
            values = (last + 1, at, who, did.value, case_id, letter, whom, copies, subject, total)
            self._errands.write(_ADD, values)
            self._errands.write(_MOVE_END, (last + 1, total))

    def lines(self, case_id: str | None = None) -> tuple[JournalLine, ...]:
        """All lines, or those of one case, in the order in which they were written."""
        found = (
            self._errands.rows(_ALL)
            if case_id is None
            else self._errands.rows(_OF_CASE, (case_id,))
        )
        return tuple(
            JournalLine(number, instant(at), who, Deed(did), case, letter, whom, copies)
            for number, at, who, did, case, letter, whom, copies in found
        )

    def first_broken(self) -> int | None:
        """The number where the journal is not as it was written: changed, removed or put in.

        None when it is whole. Who has the key and the skill can write all of it anew;
        then only a backup that was made before tells.
        """
        last, total = 0, BEGINNING
        while lines := self._errands.rows(_LINKS, (last,)):
            for *told, kept, case_id in lines:
                total = link(total, tuple(told))
                named = case_id is None or fingerprint(case_id) == told[4]
                if told[0] != last + 1 or total != kept or not named:
                    return last + 1
                last += 1
        return None if self._errands.rows(_END) == [(last, total)] else last + 1

    def forget(self, case_id: str) -> None:
        """Take the case's id out of its lines; they stay, and tell of a case that is gone."""
        self._errands.write(_FORGET, (case_id,))
