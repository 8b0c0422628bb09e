"""Times and days as people say them, in the language of the paper.

Figures stay western, so that they match the jail's papers. A bare 12:00 is
never written: half of all readers take midnight for the wrong day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from desktop.domain.moments import BOSTON

_HARD = "\u00a0"


@dataclass(frozen=True)
class Voice:
    """How one language says a day and a time. Texts have named places."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day_form: str
    date_form: str
    on_day: str
    at: str
    noon: str
    midnight: str
    halves: tuple[str, str]
    list_of: str

    def said_date(self, day: date) -> str:
        """A day with its year, as in "November 24, 2026"."""
        return self.date_form.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def said_day(self, day: date) -> str:
        """A day with its weekday, as in "Tuesday, November 24"."""
        return self.day_form.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1]
        )

    def on_date(self, day: date) -> str:
        return self.on_day.format(day=self.said_date(day))

    def on_weekday(self, day: date) -> str:
        return self.on_day.format(day=self.said_day(day))

    def at_moment(self, instant: datetime) -> str:
        """A moment on Boston's clocks, as in "on Tuesday, November 24 at 2:10 AM"."""
        local = instant.astimezone(BOSTON)
        day = self.said_day(local.date())
        if local.time() == time(0):
            before = self.said_day(local.date() - timedelta(days=1))
            return self.midnight.format(before=before, after=day)
        if local.time() == time(12):
            return self.noon.format(day=day)
        return self.at.format(
            day=day,
            hour=(local.hour - 1) % 12 + 1,
            minute=f"{local.minute:02d}",
            half=self.halves[local.hour >= 12],
        )


_ENGLISH = Voice(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    day_form=f"{{weekday}}, {{month}}{_HARD}{{day}}",
    date_form=f"{{month}}{_HARD}{{day}}, {{year}}",
    on_day="on {day}",
    at=f"on {{day}} at {{hour}}:{{minute}}{_HARD}{{half}}",
    noon="on {day} at 12 noon",
    midnight="at midnight between {before} and {after}",
    halves=("AM", "PM"),
    list_of="; ",
)

_SPANISH = Voice(
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    day_form=f"{{weekday}} {{day}}{_HARD}de{_HARD}{{month}}",
    date_form=f"{{day}}{_HARD}de{_HARD}{{month}} de {{year}}",
    on_day="el {day}",
    at=f"el {{day}}, {{hour}}:{{minute}}{_HARD}{{half}}",
    noon="el {day} a mediodía",
    midnight="a la medianoche entre el {before} y el {after}",
    halves=(f"a.{_HARD}m.", f"p.{_HARD}m."),
    list_of="; ",
)

VOICES: Mapping[str, Voice] = MappingProxyType({"en": _ENGLISH, "es": _SPANISH})
