"""Where a moment stands on a line, when hours and days must share it. No Qt.

Short gaps keep their proportion; a long one shrinks to a fixed width and is
drawn broken, so that four hours can be seen beside two days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from desktop.domain.moments import BOSTON
from desktop.gui.kit.spoken_times import WEEKDAYS
from desktop.language.marks import N_

LONGEST = timedelta(hours=9)  # a gap longer than this is broken
_BROKEN = timedelta(hours=4)  # and then takes as much room as this
_STEPS = (1, 2, 3, 4, 6, 12)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Tick:
    """A moment that is written over the line."""

    x: float
    text: str


class TimeScale:
    """From moments to places between ``left`` and ``right``."""

    def __init__(self, points: Iterable[datetime], left: float, right: float) -> None:
        self._points = sorted(set(points))
        weights = [min(gap, LONGEST) if gap <= LONGEST else _BROKEN for gap in _gaps(self._points)]
        whole = sum(weights, timedelta()) or _HOUR
        places = [left]
        for weight in weights:
            places.append(places[-1] + (right - left) * (weight / whole))
        self._places = places
        self._per_hour = (right - left) * (_HOUR / whole)

    def x(self, instant: datetime) -> float:
        """The place of a moment; outside the known ones, the nearer end."""
        points, places = self._points, self._places
        if instant <= points[0]:
            return places[0]
        if instant >= points[-1]:
            return places[-1]
        here = bisect_right(points, instant) - 1
        share = (instant - points[here]) / (points[here + 1] - points[here])
        return places[here] + share * (places[here + 1] - places[here])

    def breaks(self) -> tuple[float, ...]:
        """The middle of each broken gap."""
        return tuple(
            (self._places[n] + self._places[n + 1]) / 2
            for n, gap in enumerate(_gaps(self._points))
            if gap > LONGEST
        )

    def ticks(self, apart: float) -> tuple[Tick, ...]:
        """Hours where gaps are whole, days where they are broken; each ``apart`` from the next."""
        step = next((s for s in _STEPS if s * self._per_hour >= apart), _STEPS[-1])
        found: list[Tick] = []
        said = ""
        for n, gap in enumerate(_gaps(self._points)):
            if gap > LONGEST:
                day = self._points[n + 1].astimezone(BOSTON)
                found.append(Tick(self._places[n + 1], f"{WEEKDAYS[day.weekday()]} {day.day}"))
                said = ""
                continue
            for instant in _hours(self._points[n], self._points[n + 1], step):
                text, said = _hour_said(instant, said)
                found.append(Tick(self.x(instant), text))
        return tuple(_spread(found, apart))


def _gaps(points: Sequence[datetime]) -> list[timedelta]:
    return [later - earlier for earlier, later in pairwise(points)]


def _hours(start: datetime, end: datetime, step: int) -> Iterable[datetime]:
    local = start.astimezone(BOSTON).replace(minute=0, second=0, microsecond=0)
    instant = local.astimezone(start.tzinfo)
    while instant <= end:
        if instant >= start and instant.astimezone(BOSTON).hour % step == 0:
            yield instant
        instant += _HOUR


def _hour_said(instant: datetime, said: str) -> tuple[str, str]:
    """10 PM, then 11 alone; the half of the day is said again when it changes."""
    hour = instant.astimezone(BOSTON).hour
    half = N_("AM") if hour < 12 else N_("PM")
    text = str(hour % 12 or 12)
    return (text if half == said else f"{text} {half}"), half


def _spread(ticks: list[Tick], apart: float) -> Iterable[Tick]:
    last = float("-inf")
    for tick in ticks:
        if tick.x - last >= apart * 0.8:
            yield tick
            last = tick.x
