"""Whether a period has run out between two moments, of which perhaps only spans are known."""

from __future__ import annotations

from datetime import datetime, timedelta
from operator import ge, gt

from desktop.domain.moments import Moment
from desktop.domain.silence import Answer
from desktop.rules.cells import BOTH, NO, YES, Cells, Span
from desktop.rules.variables import Elapsed


def elapsed(variable: Elapsed, start: Answer, end: Span) -> Cells:
    """A period has run out at its last instant, and something is overdue only after it."""
    if not isinstance(start, Moment):
        return BOTH
    period = timedelta(hours=variable.hours)
    least = _between(start.latest, end.earliest)
    most = _between(start.earliest, end.latest)
    passed = ge if variable.reached else gt
    if least is not None and passed(least, period):
        return YES
    return NO if most is not None and not passed(most, period) else BOTH


def _between(start: datetime | None, end: datetime | None) -> timedelta | None:
    return None if start is None or end is None else end - start
