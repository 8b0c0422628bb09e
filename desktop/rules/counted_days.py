"""For how many days a hold has lasted, counted from the day on which it began.

``days`` of a hold are those that it has lasted so far, as somebody told us. Where nobody
did, they follow from ``at``; where the two do not agree, they are not known.
"""

from __future__ import annotations

from datetime import datetime

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment, day_of
from desktop.domain.silence import Silence


def with_days_counted(case: Case, as_of: datetime) -> Case:
    """The case with the days of each hold as they are known from both answers."""
    holds = case.entries("holds")
    counted = tuple([_with_days(hold, as_of) for hold in holds])
    return case if counted == holds else case.with_entries("holds", counted)


def _with_days(hold: Entry, as_of: datetime) -> Entry:
    counted, told = _days_since(hold.get("at"), as_of), hold.get("days")
    if counted is None or told == counted:
        return hold
    return hold.with_answer("days", counted if isinstance(told, Silence) else Silence.NOT_ASKED)


def _days_since(began: object, as_of: datetime) -> int | None:
    """Whole calendar days in New York; None where the day is not known, or lies ahead."""
    if not isinstance(began, Moment) or began.earliest is None or began.latest is None:
        return None
    first = day_of(began.earliest)
    days = (day_of(as_of) - first).days
    return days if first == day_of(began.latest) and days >= 0 else None
