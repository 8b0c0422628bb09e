"""Days to keep, counted on New York's calendar from the earliest that their start can have been.

Too early a day loses nobody a right. So where only a span is known, or where nobody
knows when a wrong began, the earliest counts.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from desktop.domain.findings import KeyDate, Outcome, Verdict
from desktop.domain.moments import Moment, day_of
from desktop.rules.cells import YES
from desktop.rules.compiled import Law
from desktop.rules.conditions import All, AnyOf, Condition, IsIn, Term
from desktop.rules.judging import Standpoint, judged_once
from desktop.rules.rule import HOLD_BEGAN, DateKind, Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import Elapsed

_YEAR = 12


def dates_of(law: Law, rule: Rule, outcome: Outcome, snapshot: Snapshot) -> Iterator[KeyDate]:
    """The days to keep where the rule says that outcome. None without a known start."""
    for kind in rule.dates:
        start = _start(law, kind, snapshot) if outcome in kind.when else None
        if start is not None:
            yield KeyDate(rule.id, kind.what, after(day_of(start), kind))


def after(day: date, kind: DateKind) -> date:
    """So many years, months or days later; the last day of a month that has no such day."""
    if kind.unit == "days":
        return day + timedelta(days=kind.count)
    months = kind.count if kind.unit == "months" else kind.count * _YEAR
    years, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def hold_began(law: Law, snapshot: Snapshot) -> datetime | None:
    """When a wrongful hold began, at the earliest; None where nobody knows of any time.

    At the release, or when hours ran out without a court. Where release became due in a
    way that has no time of its own, it can have been as early as the arrest.
    """
    began = [_earliest(snapshot, "release.at")]
    for rule in law.rules.values():
        if not rule.makes_release_due:
            continue
        judged = judged_once(law, rule, snapshot)
        if judged.outcome is Outcome.BROKEN:
            ran_out = _ran_out(Standpoint.of(law, snapshot, judged.frame), rule)
            began.append(ran_out or _earliest(snapshot, "custody.arrested_at"))
    known = [moment for moment in began if moment is not None]
    return min(known) if known else _earliest(snapshot, "custody.arrested_at")


def _start(law: Law, kind: DateKind, snapshot: Snapshot) -> datetime | None:
    if kind.starts == HOLD_BEGAN:
        return hold_began(law, snapshot)
    return _earliest(snapshot, kind.starts)


def _earliest(snapshot: Snapshot, key: str) -> datetime | None:
    answer = snapshot.case.get(key)
    return answer.earliest if isinstance(answer, Moment) else None


def _ran_out(standpoint: Standpoint, rule: Rule) -> datetime | None:
    """The instant at which a broken rule's hours had run out, where it counts any."""
    tests = (rule.due_when, rule.broken_when)
    return _last(_since(standpoint, test) for test in tests if test is not None)


def _since(standpoint: Standpoint, condition: Condition) -> datetime | None:
    """Since when a condition can have held that holds now; None where no hours say it."""
    match condition:
        case IsIn(variable=Elapsed(start=key, hours=hours), accepted=accepted) if accepted >= YES:
            start = _earliest(standpoint.snapshot, key)
            return None if start is None else start + timedelta(hours=hours)
        case Term(meaning=meaning):
            return _since(standpoint, meaning)
        case All(parts=parts):
            return _last(_since(standpoint, part) for part in parts)
        case AnyOf(parts=parts):
            ways = [p for p in parts if standpoint.verdict(p) is not Verdict.FAILS]
            since = [_since(standpoint, way) for way in ways]
            known = [moment for moment in since if moment is not None]
            return min(known) if known and len(known) == len(since) else None
        case _:
            return None


def _last(moments: Iterable[datetime | None]) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)
