"""The 48 hours, by the worked examples of the federal record and by counting minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.moments import day_of, moment
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


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=700 * 24 * 4))
def test_counting_minute_by_minute_gives_the_same_end(quarter_hours: int) -> None:
    assert HOLIDAYS is not None
    start = datetime(2026, 1, 1, 5, tzinfo=UTC) + timedelta(minutes=15 * quarter_hours)
    here, counted = start, 0
    while counted < 48 * 60:
        day = day_of(here)
        if day.weekday() < 5 and day not in HOLIDAYS.observed:
            counted += 1
        here += timedelta(minutes=1)
    assert without_days_off(start, 48, HOLIDAYS.observed) == here


def test_holidays_of_state_and_county_are_not_in_the_table() -> None:
    assert HOLIDAYS is not None
    for text in ("2026-04-20", "2027-04-19", "2026-03-17", "2026-06-17"):
        assert datetime.fromisoformat(text).date() not in HOLIDAYS.observed | HOLIDAYS.actual
