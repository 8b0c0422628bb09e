"""The day in what people type: "yesterday", "Tue", "12/1", "1 Dec", "2026-12-01".

Without a year the nearest such day is meant; a weekday is the last one, today included.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from desktop.domain.months import MONTHS
from desktop.language.marks import N_

_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(f"{month.lower()}[a-z]*" for month in MONTHS)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?=\s|$)")
_SLASHED = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?=\s|$)")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})\s+(?P<name>{_MONTH})(?:\s+(?P<year>\d{{4}}))?(?=\s|$)"
)
_MONTH_DAY = re.compile(
    rf"(?P<name>{_MONTH})\s+(?P<day>\d{{1,2}})(?:\s+(?P<year>\d{{4}}))?(?=\s|$)"
)

EXAMPLES = N_("Write it as 2:10 am, yesterday 10p, Tue, or 12/1 2:10 pm.")


class NotUnderstood(ValueError):
    """Text that is no time, or more than one; its message is one sentence for who typed it."""


def read_day(rest: str, today: date) -> date:
    """The day that was meant. Raises NotUnderstood with what to write instead."""
    near = {"today": today, "tonight": today, "yesterday": today - _DAY, "tomorrow": today + _DAY}
    if rest in near:
        return near[rest]
    last = rest.startswith("last ")
    name = rest.removeprefix("last ")
    if len(name) >= 3 and name.isalpha():
        for number, weekday in enumerate(_WEEKDAYS):
            if weekday.startswith(name):
                back = (today.weekday() - number) % 7
                return today - (back or (7 if last else 0)) * _DAY
    said, dated = _weekday_apart(rest)
    for pattern in (_ISO_DAY, _SLASHED, _DAY_MONTH, _MONTH_DAY):
        if found := pattern.fullmatch(dated):
            return _agreed(_dated(found.groupdict(), today), said)
    if re.fullmatch(r"\d{1,2}", rest):
        raise NotUnderstood(
            N_("Is {text} an hour or a day? Write {text}:00 am or 12/{text}.").format(text=rest)
        )
    raise NotUnderstood(EXAMPLES)


def _weekday_apart(rest: str) -> tuple[int | None, str]:
    """A weekday that stands before a date, and the date."""
    first, _, others = rest.partition(" ")
    for number, weekday in enumerate(_WEEKDAYS):
        if others and len(first) >= 3 and weekday.startswith(first):
            return number, others
    return None, rest


def _agreed(day: date, weekday: int | None) -> date:
    if weekday is not None and day.weekday() != weekday:
        raise NotUnderstood(
            N_("{day} {month} {year} is a {weekday}.").format(
                day=day.day,
                month=MONTHS[day.month - 1],
                year=day.year,
                weekday=_WEEKDAYS[day.weekday()].capitalize(),
            )
        )
    return day


def _dated(found: dict[str, str | None], today: date) -> date:
    name, day = found.get("name"), int(found["day"] or 0)
    if name:
        month = next(i for i, known in enumerate(MONTHS, 1) if name.startswith(known.lower()))
    else:
        month = int(found["month"] or 0)
    if not 1 <= month <= 12:
        raise NotUnderstood(
            N_("There is no month {month}. The month comes first: 1/13.").format(month=month)
        )
    year = found.get("year")
    if year is None:
        return _nearest(month, day, today)
    full = int(year) if len(year) == 4 else _full_year(int(year), today)
    return _calendar(full, month, day)


def _nearest(month: int, day: int, today: date) -> date:
    """The day of that name that lies nearest, before or after; of two, the one that has been."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        raise NotUnderstood(_no_such_day(month, day))
    return min(found, key=lambda known: (abs(known - today), known > today))


def _full_year(short: int, today: date) -> int:
    this = today.year // 100 * 100 + short
    return this if this <= today.year + 1 else this - 100


def _calendar(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotUnderstood(_no_such_day(month, day, year)) from error


def _no_such_day(month: int, day: int, year: int | None = None) -> str:
    named = MONTHS[month - 1] if year is None else f"{MONTHS[month - 1]} {year}"
    return N_("{month} has no day {day}.").format(month=named, day=day)
