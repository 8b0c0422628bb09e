"""A moment as people know it: to the minute, some time that day, or between two times.

Law reads local dates in America/New_York; elapsed time is worked out in UTC,
because two wall-clock times an hour apart can lie two hours apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BOSTON = ZoneInfo("America/New_York")
_SECOND = timedelta(seconds=1)


class NoSuchTime(ValueError):
    """A local time that the clocks skipped, or text that is no time at all."""


@dataclass(frozen=True)
class Moment:
    """A span in which something happened; both ends the same when it is known exactly.

    ``None`` as an end means that this end is not known. ``written`` is what was
    typed, so that a case file comes out as it went in.
    """

    earliest: datetime | None
    latest: datetime | None
    written: str | tuple[str | None, str | None]

    @property
    def exact(self) -> datetime | None:
        """The instant in UTC, or None when only a span is known."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def is_whole_day(self) -> bool:
        return isinstance(self.written, str) and len(self.written) == len("2026-12-01")


def moment(text: str) -> Moment:
    """Read a date ("some time that day") or a date-time; New York where no offset stands.

    Raises NoSuchTime with a sentence for the person who typed it.
    """
    if len(text) == len("2026-12-01"):
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise NoSuchTime(f"{text!r} is not a date") from error
        return Moment(start_of(day), start_of(day + timedelta(days=1)) - _SECOND, text)
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise NoSuchTime(f"{text!r} is not a date or a date-time") from error
    instant = _from_boston(read) if read.tzinfo is None else read.astimezone(UTC)
    return Moment(instant, instant, text)


def at(instant: datetime) -> Moment:
    """The moment of an instant that is known exactly, written as Boston's clocks show it."""
    utc = instant.astimezone(UTC)
    return Moment(utc, utc, utc.astimezone(BOSTON).isoformat(timespec="minutes"))


def between(start: str | None, end: str | None) -> Moment:
    """Some time between two moments; either may be missing.

    Raises NoSuchTime when an end cannot be read or the ends are the wrong way round.
    """
    first = moment(start).earliest if start is not None else None
    last = moment(end).latest if end is not None else None
    if first is not None and last is not None and last < first:
        raise NoSuchTime(f"'to' {end!r} lies before 'from' {start!r}")
    return Moment(first, last, (start, end))


def start_of(day: date) -> datetime:
    """00:00 of a day in New York, in UTC."""
    return datetime.combine(day, time(), BOSTON).astimezone(UTC)


def day_of(instant: datetime) -> date:
    """The calendar day in New York on which an instant falls."""
    return instant.astimezone(BOSTON).date()


def _from_boston(local: datetime) -> datetime:
    """A wall-clock time in New York; the first of two, and never one that was skipped."""
    instant = local.replace(tzinfo=BOSTON, fold=0).astimezone(UTC)
    if instant.astimezone(BOSTON).replace(tzinfo=None) != local:
        raise NoSuchTime(
            f"{local.isoformat(timespec='minutes')} does not exist in Boston: "
            "clocks went forward over it"
        )
    return instant
