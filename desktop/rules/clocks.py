"""The 48 hours, counted both ways. Estimates: neither one gives anybody power to hold."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.findings import ClockRun, Finding, Outcome
from desktop.domain.moments import BOSTON, Moment
from desktop.language.marks import N_
from desktop.rules.compiled import Law
from desktop.rules.hours import flat, without_days_off
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

_SPAN = N_("The time of release is not known exactly: counted from the earliest it can be.")


def clocks_of(law: Law, rule: Rule, finding: Finding, snapshot: Snapshot) -> Iterator[ClockRun]:
    """The runs of a clock rule that applies; the later end first where readings differ."""
    released = snapshot.case.get("release.at")
    clock = rule.clock
    if clock is None or finding.outcome is not Outcome.ALERT:
        return
    if not isinstance(released, Moment) or released.earliest is None:
        return
    start = released.earliest
    note = clock.note if released.exact else f"{clock.note} {_SPAN}"
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
