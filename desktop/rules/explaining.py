"""A finding: what a rule says, with its reasons in the order in which they are tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.findings import (
    Cite,
    ExceptionLookedAt,
    Finding,
    Outcome,
    Reason,
    Verdict,
)
from desktop.domain.names import AGENCY_NAMES
from desktop.language.marks import N_
from desktop.rules.branching import either_way, is_open
from desktop.rules.compiled import Law
from desktop.rules.conditions import Always
from desktop.rules.judging import GRAVITY, Judged, Standpoint, judge
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

NO_SUCH_ACT = N_("nobody whom the rule binds is known to have done such a thing")
THAT_IS_ALL = N_("everything that officers did is known")
_UNKNOWN_HOLDER = N_("whoever holds the person")


def finding_of(law: Law, rule: Rule, snapshot: Snapshot) -> Finding:
    """The rule applied to the case."""
    judged = judge(law, rule, snapshot)
    standpoint = Standpoint.of(law, snapshot, judged.frame)
    reasons = tuple(_reasons(rule, standpoint, judged))
    if judged.outcome is not Outcome.OPEN and is_open(reasons):
        both = either_way(
            law, rule, snapshot, standpoint, lambda seen: tuple(_reasons(rule, seen, judged))
        )
        reasons = (both, *reasons)
    outcomes = {outcome for outcome, _ in judged.said}
    possible = [outcome for outcome, _ in GRAVITY if outcome in outcomes]
    return Finding(
        rule=rule.id,
        title=rule.title,
        act=rule.act,
        outcome=judged.outcome,
        strength=judged.strength,
        binds=_actor(judged),
        says=_says(rule, judged),
        paraphrase=rule.paraphrase,
        cites=tuple(_dated(cite, snapshot.as_of.date()) for cite in rule.cites),
        reasons=reasons,
        exceptions=tuple(_exceptions(law, rule, standpoint)),
        asks=judged.asks,
        possible=tuple(dict.fromkeys(possible)),
    )


def _reasons(rule: Rule, standpoint: Standpoint, judged: Judged) -> Iterator[Reason]:
    """The tests in their order, up to the one that decides."""
    if judged.by_nobody:
        yield Reason(NO_SUCH_ACT, Verdict.HOLDS, "acts")
        yield Reason(THAT_IS_ALL, Verdict.HOLDS, "acts")
        if not rule.binds_everyone:
            yield standpoint.reason(rule.covered)
        return
    for reason, decides_when in _steps(rule, standpoint):
        if decides_when is not None or reason.verdict is not Verdict.FAILS:
            yield reason
        if reason.verdict is decides_when:
            return


def _steps(rule: Rule, standpoint: Standpoint) -> Iterator[tuple[Reason, Verdict | None]]:
    """Each test, and the verdict at which nothing after it counts."""
    if rule.stretches(Outcome.NOT_IN_FORCE):
        yield _was_law(rule, standpoint), Verdict.FAILS
    for gate in (rule.covered, rule.applies_when, rule.due_when):
        if not isinstance(gate, Always):
            yield standpoint.reason(gate), Verdict.FAILS
    for exception in rule.unless:
        yield replace(standpoint.reason(exception.when), text=exception.label), Verdict.HOLDS
    for doubt in rule.doubts:
        reason = standpoint.reason(doubt)
        yield reason, Verdict.HOLDS if reason.verdict is Verdict.HOLDS else None
    if rule.broken_when is not None:
        yield standpoint.reason(rule.broken_when), Verdict.HOLDS


def _was_law(rule: Rule, standpoint: Standpoint) -> Reason:
    cells, gone = standpoint.possible(rule.law_date), rule.stretches(Outcome.NOT_IN_FORCE)
    verdict = Verdict.OPEN
    if cells.isdisjoint(gone):
        verdict = Verdict.HOLDS
    elif cells <= gone:
        verdict = Verdict.FAILS
    return Reason(N_("the rule was law on the day that counts"), verdict, rule.law_date.asks)


def _exceptions(law: Law, rule: Rule, standpoint: Standpoint) -> Iterator[ExceptionLookedAt]:
    diagrams = law.exceptions(rule)
    for exception in rule.unless:
        leaves, _ = standpoint.leaves(diagrams[exception.id])
        verdict = Verdict.OPEN
        if len(leaves) == 1:
            verdict = Verdict.HOLDS if leaves == {True} else Verdict.FAILS
        yield ExceptionLookedAt(exception.id, exception.label, verdict, exception.cite)


def warnings_of(law: Law, rule: Rule, snapshot: Snapshot) -> Iterator[str]:
    """What staff should know beside the finding; changes no outcome."""
    if not rule.warns:
        return
    standpoint = Standpoint.of(law, snapshot, snapshot.now)
    for condition, text in rule.warns:
        if standpoint.verdict(condition) is Verdict.HOLDS:
            yield text


def _says(rule: Rule, judged: Judged) -> str:
    text = rule.explains.get(judged.outcome.value)
    if text is None and judged.outcome is Outcome.OPEN:
        text = N_("It depends on facts that are not known yet.")
    actor = _actor(judged)
    holder = AGENCY_NAMES[actor] if actor else _UNKNOWN_HOLDER
    filled = (text or rule.title).replace("{holder}", holder)
    return filled[:1].upper() + filled[1:]


def _actor(judged: Judged) -> str | None:
    actor = judged.frame.actor
    return str(next(iter(actor))) if len(actor) == 1 else None


def _dated(cite: Cite, today: date) -> Cite:
    stale = today > cite.checked_on + timedelta(days=cite.stale_after)
    return cite if stale is cite.stale else replace(cite, stale=stale)
