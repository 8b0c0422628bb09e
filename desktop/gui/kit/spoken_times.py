"""Times as people say them, on Boston's clocks: "2:10 AM", "Tue 24 Nov", "3 h 50 min".

Knows no Qt, so that presenters may use it. A year is left out only where the
nearest day of that name is meant, so that what is shown can be typed again.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.domain.moments import BOSTON, Moment
from desktop.domain.months import MONTHS
from desktop.language.marks import N_

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MINUTE = timedelta(minutes=1)
_NEAR = timedelta(days=150)


def time_said(instant: datetime) -> str:
    """2:10 AM."""
    local = instant.astimezone(BOSTON)
    half = N_("AM") if local.hour < 12 else N_("PM")
    return f"{local.hour % 12 or 12}:{local.minute:02} {half}"


def day_said(day: date, now: datetime) -> str:
    """Tue 24 Nov; with the year from five months away on."""
    year = "" if abs(day - now.astimezone(BOSTON).date()) < _NEAR else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def instant_said(instant: datetime, now: datetime) -> str:
    """Tue 24 Nov, 2:10 AM."""
    return f"{day_said(instant.astimezone(BOSTON).date(), now)}, {time_said(instant)}"


def near_time_said(instant: datetime, now: datetime) -> str:
    """2:10 AM when it was in the last 18 hours or is in the next ones; else with its day."""
    near = abs(instant - now) < timedelta(hours=18)
    return time_said(instant) if near else instant_said(instant, now)


def moment_said(moment: Moment, now: datetime) -> str:
    """A moment with just the precision it has."""
    if moment.is_whole_day and moment.earliest is not None:
        return day_said(moment.earliest.astimezone(BOSTON).date(), now)
    if moment.exact is not None:
        return instant_said(moment.exact, now)
    if moment.earliest is None and moment.latest is not None:
        return N_("before {time}").format(time=instant_said(moment.latest, now))
    if moment.latest is None and moment.earliest is not None:
        return N_("after {time}").format(time=instant_said(moment.earliest, now))
    if moment.earliest is None or moment.latest is None:
        return N_("some time")
    same_day = moment.earliest.astimezone(BOSTON).date() == moment.latest.astimezone(BOSTON).date()
    end = time_said(moment.latest) if same_day else instant_said(moment.latest, now)
    return N_("{start} to {end}").format(start=instant_said(moment.earliest, now), end=end)


def span_said(span: timedelta) -> str:
    """3 h 50 min; whole days from two days on."""
    minutes = int(abs(span) / _MINUTE)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        days, hours = divmod(hours, 24)
        parts = [N_("{n} days").format(n=days), N_("{n} h").format(n=hours) if hours else ""]
    else:
        parts = [
            N_("{n} h").format(n=hours) if hours else "",
            N_("{n} min").format(n=rest) if rest or not hours else "",
        ]
    return " ".join(part for part in parts if part)
