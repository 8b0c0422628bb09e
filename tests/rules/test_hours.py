"""The 48 hours, by the worked examples of the federal record and by counting minutes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

import pytest

from desktop.domain.moments import BOSTON, moment, start_of
from desktop.library.shelves import Library
from desktop.rules.hours import flat, without_days_off

HOLIDAYS = Library().book.law().holidays
assert HOLIDAYS is not None

# Start, end by the form, end by the regulation (days observed), and by the holiday's own day.
EXAMPLES = [
    ("2026-11-23T09:15", "2026-11-25T09:15", "2026-11-25T09:15", None),
    ("2026-12-01T14:00", "2026-12-03T14:00", "2026-12-03T14:00", None),
    ("2026-12-04T16:30", "2026-12-06T16:30", "2026-12-08T16:30", None),
    ("2026-11-25T15:00", "2026-11-27T15:00", "2026-11-30T15:00", None),
    ("2026-11-26T10:00", "2026-11-28T10:00", "2026-12-01T00:00", None),
    ("2026-12-24T12:00", "2026-12-26T12:00", "2026-12-29T12:00", None),
    ("2026-12-30T17:00", "2027-01-01T17:00", "2027-01-04T17:00", None),
    ("2027-01-15T16:00", "2027-01-17T16:00", "2027-01-20T16:00", None),
    ("2026-06-17T15:00", "2026-06-19T15:00", "2026-06-22T15:00", None),
    ("2027-06-17T15:00", "2027-06-19T15:00", "2027-06-22T15:00", "2027-06-21T15:00"),
    ("2026-07-02T15:00", "2026-07-04T15:00", "2026-07-07T15:00", "2026-07-06T15:00"),
    ("2027-07-02T15:00", "2027-07-04T15:00", "2027-07-07T15:00", "2027-07-06T15:00"),
    ("2026-04-17T16:00", "2026-04-19T16:00", "2026-04-21T16:00", None),
    ("2027-04-16T16:00", "2027-04-18T16:00", "2027-04-20T16:00", None),
    ("2026-09-04T15:00", "2026-09-06T15:00", "2026-09-09T15:00", None),
    ("2027-09-03T15:00", "2027-09-05T15:00", "2027-09-08T15:00", None),
    ("2026-10-30T15:00", "2026-11-01T14:00", "2026-11-03T15:00", None),
    ("2027-03-12T15:00", "2027-03-14T16:00", "2027-03-16T15:00", None),
    ("2027-11-10T15:00", "2027-11-12T15:00", "2027-11-15T15:00", None),
    ("2026-12-05T11:00", "2026-12-07T11:00", "2026-12-09T00:00", None),
]


def _at(text: str) -> datetime:
    exact = moment(text).exact
    assert exact is not None
    return exact


@pytest.mark.parametrize(("start", "form", "regulation", "own_day"), EXAMPLES)
def test_the_worked_examples(start: str, form: str, regulation: str, own_day: str | None) -> None:
    assert HOLIDAYS is not None
    assert flat(_at(start), 48) == _at(form)
    assert without_days_off(_at(start), 48, HOLIDAYS.observed) == _at(regulation)
    assert without_days_off(_at(start), 48, HOLIDAYS.actual) == _at(own_day or regulation)


# ------------------------------------------------------------------ counting minutes

_FIRST = datetime(2025, 12, 20, 5, tzinfo=UTC)
_MINUTES = 60 * 24 * 400
_MINUTE = timedelta(minutes=1)
# Nights on which the clocks change, and the holidays of the year with the days around them.
_TURNS = ["2026-03-08", "2026-11-01"]
_TURNS += [str(day) for day in sorted(HOLIDAYS.observed | HOLIDAYS.actual) if day.year == 2026]


@cache
def _counted(reading: str) -> array[int]:
    """For each minute of the year: how many before it lie on days that count."""
    assert HOLIDAYS is not None
    off = {"observed": HOLIDAYS.observed, "actual": HOLIDAYS.actual, "none": frozenset()}[reading]
    counts, count = array("l", [0]), 0
    for minute in range(_MINUTES):
        wall = (_FIRST + minute * _MINUTE).astimezone(BOSTON)
        count += reading == "none" or (wall.weekday() < 5 and wall.date() not in off)
        counts.append(count)
    return counts


def _by_minutes(start: int, hours: int, reading: str) -> datetime:
    """The end of the minute with which so many hours have been counted."""
    counts = _counted(reading)
    return _FIRST + bisect_left(counts, counts[start] + 60 * hours) * _MINUTE


def _starts(number: int) -> Iterator[int]:
    """Minutes of the year at which a count begins, every second one near a turn."""
    chance = Random(2026)
    for turn in range(number):
        minute = chance.randrange(60 * 24 * 6, _MINUTES - 60 * 24 * 25)
        if turn % 2:
            day = start_of(date.fromisoformat(chance.choice(_TURNS)))
            minute = (day - _FIRST) // _MINUTE + chance.randint(-5000, 2000)
        yield minute


@pytest.mark.parametrize("reading", ["observed", "actual"])
def test_counting_minute_by_minute_gives_the_same_end(reading: str) -> None:
    assert HOLIDAYS is not None
    days = HOLIDAYS.observed if reading == "observed" else HOLIDAYS.actual
    chance = Random(48)
    wrong = []
    for minute in _starts(2000):
        start, hours = _FIRST + minute * _MINUTE, chance.choice((48, 48, 1, 6, 24, 72, 100))
        if without_days_off(start, hours, days) != _by_minutes(minute, hours, reading):
            wrong.append((start.isoformat(), hours))
    assert wrong == []


def test_counting_every_minute_gives_the_end_by_the_form() -> None:
    for minute in _starts(500):
        start = _FIRST + minute * _MINUTE
        assert flat(start, 48) == _by_minutes(minute, 48, "none")


def test_a_later_start_never_ends_sooner() -> None:
    assert HOLIDAYS is not None
    starts = sorted(_starts(500))
    ends = [without_days_off(_FIRST + m * _MINUTE, 48, HOLIDAYS.observed) for m in starts]
    assert ends == sorted(ends)


def test_holidays_of_state_and_county_are_not_in_the_table() -> None:
    assert HOLIDAYS is not None
    for text in ("2026-04-20", "2027-04-19", "2026-03-17", "2026-06-17"):
        assert datetime.fromisoformat(text).date() not in HOLIDAYS.observed | HOLIDAYS.actual
