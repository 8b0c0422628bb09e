"""What an answer leaves possible, and spans of time, as sets and stretches."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, OneOf, Silence

Cells = frozenset[Hashable]
BOTH: Cells = frozenset((True, False))
YES: Cells = frozenset((True,))
NO: Cells = frozenset((False,))


@dataclass(frozen=True)
class Span:
    """A stretch of time in which something lies; an end that is None is not known."""

    earliest: datetime | None
    latest: datetime | None


def cells_of(answer: Answer, domain: tuple[Hashable, ...]) -> Cells:
    """The values of a domain that an answer leaves possible."""
    if isinstance(answer, OneOf):
        return frozenset(answer.words)
    if isinstance(answer, Silence | Moment | tuple):
        return frozenset(domain)
    return frozenset((answer,))


def span_of(answer: Answer, otherwise: Span) -> Span:
    """The span of a moment; what it leaves open is taken from ``otherwise``."""
    if not isinstance(answer, Moment):
        return otherwise
    earliest = answer.earliest if answer.earliest is not None else otherwise.earliest
    latest = answer.latest if answer.latest is not None else otherwise.latest
    return Span(earliest, latest)


def is_later(span: Span, than: Span) -> Cells:
    """Whether one span surely lies after another, surely not, or may."""
    if span.earliest is not None and than.latest is not None and span.earliest > than.latest:
        return YES
    if span.latest is not None and than.earliest is not None and span.latest <= than.earliest:
        return NO
    return BOTH
