"""A finding: what a rule says, with its reasons in the order in which they are tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.domain.findings import (
    Advice,
    Cite,
    ExceptionLookedAt,
    Finding,
    Outcome,
    Reason,
    Verdict,
)
from desktop.domain.names import AGENCIES_SPOKEN
from desktop.language.marks import N_
from desktop.rules.branching import either_way, is_open
from desktop.rules.compiled import Law
from desktop.rules.judged import Judged, summed
from desktop.rules.judging import Standpoint, look, recalled
from desktop.rules.reasoning import FAILS, HOLDS
from desktop.rules.recalling import Found
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.standing import status_on

NO_SUCH_ACT = N_("nobody whom the rule binds is known to have done such a thing")
THAT_IS_ALL = N_("everything that officers did is known")
_BY_NOBODY = tuple(Reason(text, HOLDS, "acts") for text in (NO_SUCH_ACT, THAT_IS_ALL))
_IT_DEPENDS = N_("It depends on facts that are not known yet.")
_REMEDIED = (Outcome.BROKEN, Outcome.UNSETTLED, Outcome.ALERT)
_UNKNOWN_HOLDER = N_("whoever holds the person")


def found_of(law: Law, rule: Rule, snapshot: Snapshot) -> Found:
    """The rule applied to the case; recalled where the same was known before."""
    looked, findings = look(law, rule, snapshot), law.recollection.findings
    found = findings.get(looked.known)
    if found is None:
        judged = recalled(law, rule, snapshot, looked)
        finding = _finding(law, rule, snapshot, judged)
        warnings = _warnings(law, rule, snapshot) if rule.warns else ()
        found = findings.keep(looked.known, Found(finding, tuple(warnings), snapshot.day))
    if found.day == snapshot.day:
        return found
    cites = _cites(law, rule, snapshot.day)
    return found._replace(finding=found.finding._replace(cites=cites))


def _finding(law: Law, rule: Rule, snapshot: Snapshot, judged: Judged) -> Finding:
    told = summed(judged.said)
    standpoint = Standpoint.of(law, snapshot, judged.frame)
    reasons = _reasons(rule, standpoint, judged)
    if told.outcome is not Outcome.OPEN and is_open(reasons):
        both = either_way(law, rule, snapshot, standpoint, lambda at: _reasons(rule, at, judged))
        reasons = (both, *reasons)
    return Finding(
        rule=rule.id,
        title=rule.title,
        act=rule.act,
        outcome=told.outcome,
        strength=told.strength,
        binds=standpoint.actor,
        says=_says(rule, told.word, standpoint.actor),
        paraphrase=rule.paraphrase,
        cites=_cites(law, rule, snapshot.day),
        reasons=reasons,
        exceptions=_exceptions(law, rule, standpoint) if rule.unless else (),
        asks=judged.asks,
        possible=told.possible,
        advice=_advice(rule, told.word, told.outcome),
    )


def _advice(rule: Rule, word: str, outcome: Outcome) -> Advice:
    """What follows; remedies only where something went wrong, or may have."""
    return Advice(
        for_client=rule.for_client.get(word, ""),
        next_steps=rule.next_steps.get(word, ()),
        remedies=rule.remedies if outcome in _REMEDIED else (),
    )


def _reasons(rule: Rule, standpoint: Standpoint, judged: Judged) -> tuple[Reason, ...]:
    """The tests in their order, up to the one that decides."""
    if judged.by_nobody:
        return _nobody_did(rule, standpoint)
    reasons = []
    for reason, decides_when in _steps(rule, standpoint):
        if decides_when is not None or reason.verdict is not FAILS:
            reasons.append(reason)
        if reason.verdict is decides_when:
            break
    return tuple(reasons)


def _nobody_did(rule: Rule, standpoint: Standpoint) -> tuple[Reason, ...]:
    covered = () if rule.binds_everyone else (standpoint.reason(rule.covered),)
    return (*_BY_NOBODY, *covered)


def _steps(rule: Rule, standpoint: Standpoint) -> Iterator[tuple[Reason, Verdict | None]]:
    """Each test, and the verdict at which nothing after it counts."""
    reason = standpoint.reason
    for gate in rule.gates:
        yield reason(gate), FAILS
    for exception in rule.unless:
        told = reason(exception.when)
        yield Reason(exception.label, told.verdict, told.fact, told.reasons), HOLDS
    for doubt in rule.doubts:
        told = reason(doubt)
        yield told, HOLDS if told.verdict is HOLDS else None
    if rule.broken_when is not None:
        yield reason(rule.broken_when), HOLDS


def _exceptions(law: Law, rule: Rule, standpoint: Standpoint) -> tuple[ExceptionLookedAt, ...]:
    return tuple(
        [
            ExceptionLookedAt(each.id, each.label, standpoint.verdict_at(diagram), each.cite)
            for each, diagram in zip(rule.unless, law.exceptions(rule).values(), strict=True)
        ]
    )


def _warnings(law: Law, rule: Rule, snapshot: Snapshot) -> Iterator[str]:
    """What staff should know beside the finding; changes no outcome."""
    standpoint = Standpoint.of(law, snapshot, snapshot.now)
    for condition, text in rule.warns:
        if standpoint.verdict(condition) is HOLDS:
            yield text


def _says(rule: Rule, word: str, actor: str | None) -> str:
    text = rule.explains.get(word)
    if text is None:
        text = _IT_DEPENDS if word == Outcome.OPEN else rule.title
    filled = text.replace("{holder}", AGENCIES_SPOKEN[actor] if actor else _UNKNOWN_HOLDER)
    return filled[:1].upper() + filled[1:]


def _cites(law: Law, rule: Rule, day: date) -> tuple[Cite, ...]:
    """A rule's sources as they stand on a day, told alike for every case of that day."""
    key = rule.id, day
    cites = law.recollection.cites.get(key)
    if cites is None:
        cites = tuple([_dated(cite, day) for cite in rule.cites])
        law.recollection.cites.keep(key, cites)
    return cites


def _dated(cite: Cite, today: date) -> Cite:
    stale = today > cite.fresh_until
    if not cite.history and stale is cite.stale:
        return cite
    return replace(cite, stale=stale, status=status_on(cite, today))
