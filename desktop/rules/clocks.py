"""Hours that run, counted both ways. Estimates: neither one gives anybody power to hold."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.findings import ClockRun, Outcome, Verdict
from desktop.domain.moments import BOSTON, Moment
from desktop.language.marks import N_
from desktop.rules.compiled import Law
from desktop.rules.hours import flat, without_days_off
from desktop.rules.judging import Standpoint
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

_SPAN = N_("The start is not known exactly: counted from the earliest it can be.")


def clocks_of(law: Law, rule: Rule, outcome: Outcome, snapshot: Snapshot) -> Iterator[ClockRun]:
    """The runs of a rule's clock where it says that outcome; the later end first."""
    clock = rule.clock
    if clock is None or outcome not in clock.when:
        return
    if clock.where is not None:
        here = Standpoint.of(law, snapshot, snapshot.now)
        if here.verdict(clock.where) is not Verdict.HOLDS:
            return
    began = snapshot.case.get(clock.starts)
    if not isinstance(began, Moment) or began.earliest is None:
        return
    start = began.earliest
    note = clock.note if began.exact else f"{clock.note} {_SPAN}"
    if clock.counts == "flat" or law.holidays is None:
        runs = [(flat(start, clock.hours), note)]
    else:
        days = law.holidays
        observed = without_days_off(start, clock.hours, days.observed)
        actual = without_days_off(start, clock.hours, days.actual)
        runs = [(observed, note)]
        if actual != observed:
            runs.append((actual, f"{clock.note_other_reading}"))
    for ends, words in sorted(runs, reverse=True):
        yield ClockRun(rule.id, start.astimezone(BOSTON), ends.astimezone(BOSTON), words)
