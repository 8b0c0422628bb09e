"""How long a case is kept: until its own day, or for as long as the clinic chose, or on hold.

A hold stands over everything: what may be asked for as evidence may not go. Only a
person lets a case go; nothing is purged by a date alone.
"""

from __future__ import annotations

from datetime import date, datetime

from desktop.casefile.codec import instant, written
from desktop.casefile.errands import Errands
from desktop.domain.moments import day_of, start_of
from desktop.domain.problems_casefile import CaseMissing
from desktop.domain.records import CaseRow, Keeping

_OF_CASE = "SELECT keep_until, on_hold FROM cases WHERE id = ?"
_KEEP_UNTIL = "UPDATE cases SET keep_until = ? WHERE id = ?"
_HOLD = "UPDATE cases SET on_hold = ? WHERE id = ?"
_PAST_ITS_DAY = """
    SELECT id, code, name, custodian, language, changed_at, revision
    FROM cases WHERE keep_until < ? AND NOT on_hold ORDER BY keep_until, id LIMIT ?
"""
_UNCHANGED_SINCE = """
    SELECT id, code, name, custodian, language, changed_at, revision
    FROM cases WHERE changed_at < ? AND keep_until IS NULL AND NOT on_hold
    ORDER BY changed_at, id LIMIT ?
"""


class Retention:
    """How long the cases of an open file are kept."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def of_case(self, case_id: str) -> Keeping:
        found = self._errands.rows(_OF_CASE, (case_id,))
        if not found:
            raise CaseMissing
        until, on_hold = found[0]
        return Keeping(None if until is None else date.fromisoformat(until), bool(on_hold))

    def keep_until(self, case_id: str, day: date | None) -> None:
        """Inside an errand. None: as long as the clinic's settings say."""
        self._errands.write(_KEEP_UNTIL, (None if day is None else day.isoformat(), case_id))

    def hold(self, case_id: str, on_hold: bool) -> None:
        """Inside an errand."""
        self._errands.write(_HOLD, (int(on_hold), case_id))

    def due(self, now: datetime, months: int | None, at_most: int = 500) -> tuple[CaseRow, ...]:
        """The cases whose time is over: the last day is behind us in Boston."""
        today = day_of(now)
        found = self._errands.rows(_PAST_ITS_DAY, (today.isoformat(), at_most))
        if months is not None:
            before = written(start_of(_months_before(today, months)))
            found += self._errands.rows(_UNCHANGED_SINCE, (before, at_most))
        return tuple(
            CaseRow(case_id, code, name, holder, language, instant(changed_at), revision)
            for case_id, code, name, holder, language, changed_at, revision in found[:at_most]
        )


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last one."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
