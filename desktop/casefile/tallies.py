"""Counts for reports, by quarter: of cases that are in the file, and of those that were purged.

Each count goes by one thing alone (by language, or by who held), so that no line of a
table is one person. What was purged is counted as it goes and names nobody.
"""

from __future__ import annotations

from collections import Counter

from desktop.casefile.codec import instant
from desktop.casefile.errands import Errands
from desktop.domain.moments import day_of
from desktop.domain.records import Counted, Tally

_CASES = "SELECT opened_at, language, custodian FROM cases ORDER BY opened_at"
_CASE = "SELECT opened_at, language, custodian FROM cases WHERE id = ?"
_LETTERS = "SELECT handed_over_at, language, kind FROM letters ORDER BY handed_over_at"
_LETTERS_OF = "SELECT handed_over_at, language, kind FROM letters WHERE case_id = ?"
_KEPT = "SELECT quarter, what, word, number FROM tallies ORDER BY quarter, what, word"
_KEEP = """
    INSERT INTO tallies (quarter, what, word, number) VALUES (?, ?, ?, ?)
    ON CONFLICT (quarter, what, word) DO UPDATE SET number = number + excluded.number
"""
Row = tuple[str, str | None, str | None]
Counts = Counter[tuple[str, str, str]]


class Tallies:
    """The counts of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def all(self) -> tuple[Tally, ...]:
        """Everything that was ever counted, by quarter."""
        counts = _counted(self._rows(_CASES), self._rows(_LETTERS))
        for quarter, what, word, number in self._errands.rows(_KEPT):
            counts[quarter, what, word] += number
        return tuple(
            Tally(quarter, Counted(what), word, number)
            for (quarter, what, word), number in sorted(counts.items())
        )

    def keep(self, case_id: str) -> None:
        """Count a case that is about to be purged."""
        counts = _counted(self._rows(_CASE, case_id), self._rows(_LETTERS_OF, case_id))
        for key, number in counts.items():
            self._errands.write(_KEEP, (*key, number))

    def _rows(self, question: str, *values: str) -> list[Row]:
        return [(at, one, two) for at, one, two in self._errands.rows(question, values)]


def _counted(cases: list[Row], letters: list[Row]) -> Counts:
    counts: Counts = Counter()
    for rows, what, by_first, by_second in (
        (cases, Counted.CASES, Counted.CASES_BY_LANGUAGE, Counted.CASES_BY_HOLDER),
        (letters, Counted.LETTERS, Counted.LETTERS_BY_LANGUAGE, Counted.LETTERS_BY_KIND),
    ):
        for at, first, second in rows:
            quarter = _quarter(at)
            counts[quarter, what, ""] += 1
            counts[quarter, by_first, first or ""] += 1
            counts[quarter, by_second, second or ""] += 1
    return counts


def _quarter(at: str) -> str:
    """The quarter of the year in Boston, as 2026-Q4."""
    day = day_of(instant(at))
    return f"{day.year}-Q{(day.month + 2) // 3}"
