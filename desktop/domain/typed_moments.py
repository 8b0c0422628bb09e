"""What people type for a time, and what it means: "2:10", "yesterday 10p", "Tue", "before 2am".

Always read against the clinic's clock, on Boston's time. A guess is taken only
where the field shows it at once (the last 2:10 that has passed, the nearest 1
December); where two readings lie equally near, the person is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.domain.moments import BOSTON, Moment, NoSuchTime, at, between, moment
from desktop.domain.typed_days import EXAMPLES, NotUnderstood, read_day
from desktop.language.marks import N_

__all__ = ["NotUnderstood", "read_moment"]

_DAY = timedelta(days=1)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap])\.?(?:m\.?)?(?=\s|$)"
)
_BARE_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?=\s|$)")
_AGO = re.compile(r"(?P<count>\d{1,3})\s*(?P<unit>m|h|d)[a-z]*\s+ago")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True)
class _Read:
    """What one text named: a day, a time of day, and whether its half of the day was said."""

    day: date | None
    clock: time | None
    half_said: bool
    midnight: bool = False


def read_moment(text: str, now: datetime) -> Moment:
    """The moment that was meant. Raises NotUnderstood with what to write instead."""
    plain = " ".join(text.lower().replace(",", " ").split())
    try:
        return _exactly_written(text.strip()) or _span(plain, now) or _one(plain, now)
    except NoSuchTime as error:
        raise NotUnderstood(
            N_("{text} is no time in Boston: {why}.").format(text=text.strip(), why=_why(error))
        ) from error


def _why(error: NoSuchTime) -> str:
    if "clocks went forward" in str(error):
        return N_("clocks went forward over it")
    if "lies before" in str(error):
        return N_("its end lies before its start")
    return N_("it is not on the calendar")


def _exactly_written(text: str) -> Moment | None:
    """The file's own form, with or without an offset."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*", text):
        return None
    try:
        return at(_exact(moment(text.replace(" ", "T", 1))))
    except NoSuchTime as error:
        if "clocks" in str(error):
            raise
        return None


def _span(plain: str, now: datetime) -> Moment | None:
    for word, is_end in (("before ", True), ("until ", True), ("after ", False), ("since ", False)):
        if plain.startswith(word):
            edge = _written(_one(plain.removeprefix(word), now))
            return between(None, edge) if is_end else between(edge, None)
    start, separator, end = plain.partition(" to ")
    if not separator:
        return None
    first = _one(start, now)
    last_read = _parts(end, now)
    if last_read.day is None and last_read.clock is not None and first.earliest is not None:
        day = first.earliest.astimezone(BOSTON).date()
        last = _joined(_Read(day, last_read.clock, last_read.half_said), end, now)
        if last.latest is not None and last.latest < first.earliest:
            last = _joined(_Read(day + _DAY, last_read.clock, last_read.half_said), end, now)
    else:
        last = _one(end, now)
    return between(_written(first), _written(last))


def _written(one: Moment) -> str:
    assert isinstance(one.written, str)
    return one.written


def _exact(one: Moment) -> datetime:
    assert one.exact is not None
    return one.exact


def _one(plain: str, now: datetime) -> Moment:
    if plain == "now":
        return at(now)
    if found := _AGO.fullmatch(plain):
        back = timedelta(**{_UNITS[found["unit"]]: int(found["count"])})
        if found["unit"] == "d":
            return moment((_today(now) - back).isoformat())
        return at(now.replace(second=0, microsecond=0) - back)
    return _joined(_parts(plain, now), plain, now)


def _parts(plain: str, now: datetime) -> _Read:
    """Take the time of day out, then read what is left as a day."""
    rest, clock, half_said, midnight = _clock_in(plain)
    rest = " ".join(word for word in rest.split() if word not in ("at", "on", "@", "the"))
    day = read_day(rest, _today(now)) if rest else None
    if day is None and clock is None:
        raise NotUnderstood(EXAMPLES)
    return _Read(day, clock, half_said, midnight)


def _clock_in(plain: str) -> tuple[str, time | None, bool, bool]:
    for word, hour in (("noon", 12), ("midnight", 0)):
        if re.search(rf"\b{word}\b", plain):
            return re.sub(rf"\b{word}\b", " ", plain), time(hour), True, word == "midnight"
    for pattern in (_CLOCK, _BARE_CLOCK):
        found = re.search(rf"(?:(?<=\s)|^){pattern.pattern}", plain)
        if found:
            rest = f"{plain[: found.start()]} {plain[found.end() :]}"
            clock, half_said = _clock(found.groupdict())
            return rest, clock, half_said, False
    return plain, None, False, False


def _clock(found: dict[str, str | None]) -> tuple[time, bool]:
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    half = found.get("half")
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        said = f"{found['hour']}:{minute:02}" + (f" {half}m" if half else "")
        raise NotUnderstood(N_("There is no {time} on the clock.").format(time=said))
    if half:
        return time(hour % 12 + (12 if half == "p" else 0), minute), True
    twenty_four = hour == 0 or hour > 12 or (found["hour"] or "").startswith("0")
    return time(hour, minute), twenty_four


def _joined(read: _Read, plain: str, now: datetime) -> Moment:
    if read.clock is None:
        assert read.day is not None
        return moment(read.day.isoformat())
    if read.day is None:
        return at(_last_before(read, now))
    if read.midnight:
        raise NotUnderstood(
            N_("Does that day begin or end at midnight? Write 12:01 am or 11:59 pm.")
        )
    if not read.half_said:
        said = f"{read.clock.hour}:{read.clock.minute:02}"
        raise NotUnderstood(N_("{time} in the morning or later? Add am or pm.").format(time=said))
    return _local(read.day, read.clock)


def _last_before(read: _Read, now: datetime) -> datetime:
    """The last time the clock showed this."""
    assert read.clock is not None
    clocks = [read.clock]
    if not read.half_said:
        clocks = [read.clock.replace(hour=read.clock.hour % 12 + late) for late in (0, 12)]
    today = _today(now)
    found = []
    for clock in clocks:
        for day in (today, today - _DAY, today - 2 * _DAY):
            try:
                instant = _exact(_local(day, clock))
            except NoSuchTime:
                continue
            if instant <= now:
                found.append(instant)
    return max(found)


def _local(day: date, clock: time) -> Moment:
    known = moment(datetime.combine(day, clock).isoformat(timespec="minutes"))
    return at(_exact(known))


def _today(now: datetime) -> date:
    return now.astimezone(BOSTON).date()
