"""Times and days as people say them, in the language of the paper.

Figures stay western, so that they match the jail's papers. A bare 12:00 is
never written: half of all readers take midnight for the wrong day.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from desktop.domain.moments import BOSTON
from desktop.domain.problems_letters import TemplateRefused
from desktop.system.resources import resource

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Voice:
    """How one language says a day and a time. Texts have named places."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    first: str
    day_form: str
    date_form: str
    on_day: str
    at: str
    noon: str
    midnight: str
    halves: tuple[str, ...]
    parts: tuple[tuple[int, str], ...]
    list_of: str

    def said_date(self, day: date) -> str:
        """A day with its year, as in "November 24, 2026"."""
        return self.date_form.format(
            day=self._day(day), month=self.months[day.month - 1], year=day.year
        )

    def said_day(self, day: date) -> str:
        """A day with its weekday, as in "Tuesday, November 24"."""
        return self.day_form.format(
            weekday=self.weekdays[day.weekday()],
            day=self._day(day),
            month=self.months[day.month - 1],
        )

    def _day(self, day: date) -> str:
        return self.first if day.day == 1 else str(day.day)

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
            hour24=local.hour,
            minute=f"{local.minute:02d}",
            half=self.halves[local.hour >= 12],
            part=next((word for since, word in reversed(self.parts) if since <= local.hour), ""),
        )


_FORMS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "day_form": frozenset(("weekday", "day", "month")),
        "date_form": frozenset(("day", "month", "year")),
        "on_day": frozenset(("day",)),
        "at": frozenset(("day", "minute")),
        "noon": frozenset(("day",)),
        "midnight": frozenset(("before", "after")),
        "list_of": frozenset(),
    }
)
_OF_AN_HOUR = frozenset(("hour", "hour24", "half", "part"))
_COUNTED: Mapping[str, int] = MappingProxyType({"weekdays": 7, "months": 12, "halves": 2})


@cache
def voice_of(language: str) -> Voice:
    """How a language says days and times. Raises TemplateRefused for a file that says it badly."""
    file = resource("letters", "voices", f"{language}.toml")
    said: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return voice_told(said, file.name)


def voice_told(said: Mapping[str, Any], place: str) -> Voice:
    """A voice of a file's words. Raises TemplateRefused, with the file as the place."""
    fields: dict[str, Any] = {name: tuple(_counted(place, said, name)) for name in _COUNTED}
    fields |= {name: _formed(place, said, name) for name in _FORMS}
    return Voice(
        **fields,
        first=said.get("first", "1"),
        parts=tuple((part["from"], part["say"]) for part in said.get("parts", ())),
    )


def _counted(place: str, said: Mapping[str, Any], name: str) -> list[str]:
    words = said.get(name)
    if not isinstance(words, list) or len(words) != _COUNTED[name]:
        raise TemplateRefused(place, f"{name}: {words!r}", f"List {_COUNTED[name]} words there")
    return words


def _formed(place: str, said: Mapping[str, Any], name: str) -> str:
    form = str(said.get(name, ""))
    free = _OF_AN_HOUR if name == "at" else frozenset()
    if set(_SLOT.findall(form)) - free != _FORMS[name] or (free and not _tells_the_hour(form)):
        wanted = ", ".join(f"{{{slot}}}" for slot in sorted(_FORMS[name] | free))
        raise TemplateRefused(place, f"{name}: {form!r}", f"Write it with {wanted or 'no slot'}")
    return form


def _tells_the_hour(form: str) -> bool:
    """By the clock of 24 hours, or by that of 12 with the half or the part of the day."""
    return "{hour24}" in form or ("{hour}" in form and ("{half}" in form or "{part}" in form))
