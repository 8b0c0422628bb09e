"""From a case to an assessment: every rule, the answers, the clocks, what to ask.

Pure: the moment is passed in, never read from a machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import (
    ActConclusion,
    Assessment,
    ClockRun,
    Finding,
    KeyDate,
    Outcome,
    Verdict,
)
from desktop.rules.asking import questions_of
from desktop.rules.changing import what_would_change
from desktop.rules.clocks import clocks_of
from desktop.rules.compiled import Law
from desktop.rules.contradictions import told_and_possible
from desktop.rules.dates import dates_of
from desktop.rules.explaining import found_of
from desktop.rules.holding import holding_of
from desktop.rules.lawbook import LawBook
from desktop.rules.local_rules import towns_told_of, warnings_of_towns
from desktop.rules.papers import papers_of
from desktop.rules.snapshot import Snapshot
from desktop.rules.vouching import not_vouched_for

_ICE = "what ICE itself may do"
_WEIGHT = (
    Outcome.BROKEN,
    Outcome.OPEN,
    Outcome.UNSETTLED,
    Outcome.PROTECTS,
    Outcome.ALLOWS,
    Outcome.NOT_YET,
    Outcome.NOT_IN_FORCE,
    Outcome.NOT_COVERED,
    Outcome.ALERT,
)


def assess(
    case: Case,
    book: LawBook,
    as_of: datetime,
    without: Sequence[str] = (),
    law_of: datetime | None = None,
    with_changes: bool = False,
) -> Assessment:
    """All findings of a case as of a moment.

    ``without`` leaves rules out. ``law_of`` chooses the law of another day; facts
    and clocks stay as of ``as_of``. ``with_changes`` works out what would change each.
    """
    left_out = tuple(without)
    law = book.law(left_out)
    told, possible = told_and_possible(case, as_of)
    snapshot = Snapshot(possible, as_of, law_of)
    findings: list[Finding] = []
    clocks: list[ClockRun] = []
    dates: list[KeyDate] = []
    warnings: list[str] = []
    by_act: dict[str, list[Finding]] = {act: [] for act in ("transfer", "notify", "question", _ICE)}
    doubtful = not_vouched_for(law)
    towns = towns_told_of(possible)
    for rule in law.rules.values():
        if rule.town not in towns:
            continue
        finding, beside, _ = found_of(law, rule, snapshot)
        if rule.id in doubtful:
            untold = finding.advice._replace(for_client="")
            finding = finding._replace(vouched_for=False, advice=untold)
        findings.append(finding)
        by_act.get(rule.act, []).append(finding)
        if rule.tells_of_ice_itself:
            by_act[_ICE].append(finding)
        if rule.clock is not None:
            clocks.extend(clocks_of(law, rule, finding.outcome, snapshot))
        if rule.dates:
            dates.extend(dates_of(law, rule, finding.outcome, snapshot))
        warnings.extend(beside)
    warnings.extend(warnings_of_towns(possible, {pack.town for pack in book.packs}))
    hold = holding_of(book, snapshot, left_out)
    return Assessment(
        as_of=as_of,
        packs=tuple(pack.used for pack in book.packs if pack.town in towns),
        findings=tuple(findings),
        hold=hold,
        transfer=_conclusion(law, by_act["transfer"]),
        notify=_conclusion(law, by_act["notify"]),
        question=_conclusion(law, by_act["question"]),
        ice=_conclusion(law, by_act[_ICE]),
        papers=papers_of(case),
        clocks=tuple(clocks),
        dates=tuple(dates),
        ask_next=questions_of(law, snapshot, case, hold, findings),
        contradictions=told,
        warnings=tuple(dict.fromkeys(warnings)),
        what_would_change=what_would_change(law, snapshot, towns) if with_changes else (),
        questions=tuple(question for pack in book.packs for question in pack.questions),
    )


def _conclusion(law: Law, findings: Sequence[Finding]) -> ActConclusion:
    """The first outcome by weight that any finding says, with the rules that say it.

    A rule that binds whoever is looked at speaks before one that does not.
    """
    for outcome in _WEIGHT:
        rules = {f.rule: _binds(law, f) for f in findings if f.outcome is outcome}
        if rules:
            first = sorted(rules, key=lambda rule: not rules[rule])
            return ActConclusion(outcome, tuple(first), rules[first[0]])
    return ActConclusion(Outcome.NOT_COVERED, (), binds=False)


def _binds(law: Law, finding: Finding) -> bool:
    """Whether the step that says whom the rule binds did not fail."""
    rule = law.rules[finding.rule]
    failed = (step.text for step in finding.reasons if step.verdict is Verdict.FAILS)
    return rule.binds_everyone or rule.reach not in failed
