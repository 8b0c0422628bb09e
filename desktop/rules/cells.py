"""What an answer leaves possible, and spans of time, as sets and stretches."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from typing import NamedTuple

from desktop.domain.moments import Moment, day_of
from desktop.domain.places import known_place
from desktop.domain.silence import Answer, OneOf
from desktop.rules.variables import ANOTHER, Number, Place

Cells = frozenset[Hashable]
BOTH: Cells = frozenset((True, False))
YES: Cells = frozenset((True,))
NO: Cells = frozenset((False,))


class Span(NamedTuple):
    """A stretch of time in which something lies; an end that is None is not known."""

    earliest: datetime | None
    latest: datetime | None


def cells_of(answer: Answer, domain: tuple[Hashable, ...]) -> Cells:
    """The values of a domain that an answer leaves possible."""
    if isinstance(answer, str | bool | int | float):
        return frozenset((answer,))
    return frozenset(answer.words if isinstance(answer, OneOf) else domain)


def cells_of_any(answer: Answer, domain: tuple[Hashable, ...]) -> Cells:
    """As ``cells_of``, of an answer that need not be of the domain; then it tells nothing."""
    words = answer.words if isinstance(answer, OneOf) else (answer,)
    are_yes_or_no = all(isinstance(cell, bool) for cell in domain)
    if any(word not in domain or isinstance(word, bool) is not are_yes_or_no for word in words):
        return frozenset(domain)
    return frozenset(words)


def cells_of_place(answer: Answer, place: Place) -> Cells:
    """The places that an answer leaves possible; a name that nobody knows tells nothing."""
    if not isinstance(answer, str | OneOf):
        return frozenset(place.cells)
    names = (answer,) if isinstance(answer, str) else answer.words
    known = [known_place(place.key, name) for name in names]
    if None in known:
        return frozenset(place.cells)
    return frozenset(name if name in place.cells else ANOTHER for name in known)


def cells_of_number(answer: Answer, number: Number) -> Cells:
    """How many limits an answer exceeds."""
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return frozenset(number.cells)
    return frozenset((sum(answer > limit for limit in number.limits),))


def span_of(answer: Answer, otherwise: Span) -> Span:
    """The span of a moment within the span in which it has to lie.

    A moment that lies outside altogether is taken as it was told.
    """
    if not isinstance(answer, Moment):
        return otherwise
    if answer.exact is not None:
        return Span(answer.exact, answer.exact)
    starts = [start for start in (answer.earliest, otherwise.earliest) if start is not None]
    ends = [end for end in (answer.latest, otherwise.latest) if end is not None]
    earliest, latest = max(starts, default=None), min(ends, default=None)
    if earliest is not None and latest is not None and earliest > latest:
        return Span(answer.earliest or answer.latest, answer.latest or answer.earliest)
    return Span(earliest, latest)


def is_later(span: Span, than: Span) -> Cells:
    """Whether one span surely lies after another, surely not, or may."""
    if span.earliest is not None and than.latest is not None and span.earliest > than.latest:
        return YES
    if span.latest is not None and than.earliest is not None and span.latest <= than.earliest:
        return NO
    return BOTH


def is_under_18(born: Moment, today: datetime) -> Cells:
    """Whether somebody born then is under 18 today; not known where the day is not."""
    if born.earliest is None or born.latest is None:
        return BOTH
    now = day_of(today)
    days = [day_of(born.earliest), day_of(born.latest)]
    return frozenset(
        now.year - day.year - ((now.month, now.day) < (day.month, day.day)) < 18 for day in days
    )
