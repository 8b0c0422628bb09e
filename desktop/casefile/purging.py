"""Letting a case go for good: nothing of it stays, even for somebody with the key.

First one errand takes it out of every table, and counts what reports need. Then the
file is scrubbed: the search index and every page are written anew, the log is emptied.
Cut short in between, the scrubbing is done when the file is next opened.

What a drive keeps of its own accord, and old backups, are beyond this.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop.casefile.chain import fingerprint
from desktop.casefile.codec import written
from desktop.casefile.errands import Errands
from desktop.casefile.journal import Journal
from desktop.casefile.search import Search
from desktop.casefile.tallies import Tallies
from desktop.casefile.whole import write_anew, write_home

_LETTERS = "DELETE FROM letters WHERE case_id = ?"
_NOTES = "DELETE FROM notes WHERE case_id = ?"
_REVISIONS = "DELETE FROM revisions WHERE case_id = ?"
_CASE = "DELETE FROM cases WHERE id = ?"
_REMEMBER = "INSERT INTO purged (fingerprint, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_PURGED = "SELECT fingerprint FROM purged ORDER BY fingerprint"
_IDS = "SELECT id FROM cases ORDER BY last_change"
_CHORE = "INSERT INTO chores (name) VALUES ('scrub') ON CONFLICT DO NOTHING"
_CHORES = "SELECT name FROM chores"
_DONE = "DELETE FROM chores WHERE name = 'scrub'"


class Purging:
    """What is let go from an open file, and what is remembered of it."""

    def __init__(
        self, errands: Errands, journal: Journal, search: Search, tallies: Tallies
    ) -> None:
        self._errands, self._journal = errands, journal
        self._search, self._tallies = search, tallies

    def take_out(self, case_id: str, now: datetime) -> None:
        """Take a case out of every table; inside an errand, after its line in the journal."""
        self._tallies.keep(case_id)
        self._search.forget(case_id)
        for statement in (_LETTERS, _NOTES, _REVISIONS, _CASE):
            self._errands.write(statement, (case_id,))
        self._journal.forget(case_id)
        self.remember((fingerprint(case_id),), now)
        self.ask_to_scrub()

    def remember(self, purged: Iterable[str], now: datetime) -> None:
        """That these cases must not come back; inside an errand."""
        for one in purged:
            self._errands.write(_REMEMBER, (one, written(now)))

    def remembered(self) -> frozenset[str]:
        """The fingerprints of all that was purged."""
        return frozenset(one for (one,) in self._errands.rows(_PURGED))

    def standing_again(self, purged: frozenset[str]) -> tuple[str, ...]:
        """The cases in the file that were purged once: a backup brought them back."""
        return tuple(
            case_id for (case_id,) in self._errands.rows(_IDS) if fingerprint(case_id) in purged
        )

    def ask_to_scrub(self) -> None:
        """Inside an errand that took something out."""
        self._errands.write(_CHORE, ())

    @property
    def has_to_scrub(self) -> bool:
        return bool(self._errands.rows(_CHORES))

    def scrub(self) -> None:
        """Write everything anew that could still hold what was deleted. Raises DiskFull."""
        self._search.tidy()
        self._errands.over_whole(write_anew)
        with self._errands.errand():
            self._errands.write(_DONE, ())
        self._errands.over_whole(write_home)
