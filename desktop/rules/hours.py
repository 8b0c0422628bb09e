"""Counting hours: straight on, or leaving out weekends and federal holidays.

Elapsed time is counted in UTC; which days are left out is decided by New York's
calendar. Holidays are a table in the pack with its source: what "holidays" means
in the regulation is a question of law, not of a library.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from desktop.domain.moments import day_of, start_of


def flat(start: datetime, hours: int) -> datetime:
    """The instant so many elapsed hours after the start."""
    return start + timedelta(hours=hours)


def without_days_off(start: datetime, hours: int, holidays: Collection[date]) -> datetime:
    """The instant at which so many hours on days that count have passed.

    A start on a day that does not count begins at 00:00 of the next one that does.
    """
    left = timedelta(hours=hours)
    here = start
    while True:
        day = day_of(here)
        tomorrow = start_of(day + timedelta(days=1))
        if not _is_off(day, holidays):
            if left <= tomorrow - here:
                return here + left
            left -= tomorrow - here
        here = tomorrow


def _is_off(day: date, holidays: Collection[date]) -> bool:
    return day.weekday() >= 5 or day in holidays
