"""Decides what the screen of a finding shows; knows no widget."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, Finding, Outcome, Reason, Strength, Verdict
from desktop.domain.records import CaseRecord
from desktop.domain.vocabulary import LISTS
from desktop.gui.kit.bar_shown import bar_of
from desktop.gui.kit.cites import short
from desktop.gui.kit.doors import Host
from desktop.gui.kit.outcomes import ACTS, OUTCOMES, STRENGTHS
from desktop.gui.kit.reasons_shown import ReasonShown
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.kit.who import HOLDERS, Who, called, closed, holder, opening
from desktop.gui.screens.finding.changes import changes_shown
from desktop.gui.screens.finding.facts_said import fact_said
from desktop.gui.screens.finding.margin import sources_shown, stands_shown
from desktop.gui.screens.finding.state import (
    ExceptionShown,
    FindingGroup,
    FindingRow,
    FindingShown,
)
from desktop.language.marks import N_

QUESTIONS = {
    "hold": N_("May {who} keep {person} past release?"),
    "transfer": N_("May {who} hand {person} over to ICE?"),
    "notify": N_("May {who} tell ICE about {person}?"),
    "question": N_("May officers ask about immigration status?"),
    "arrest": N_("What is the law on this arrest?"),
    "paper": N_("What is this paper, and what can it do?"),
    "bail": N_("What is the law on bail, and on the hours after an arrest?"),
    "clock": N_("Which hours are counted?"),
    "court": N_("What may a court and its officers do?"),
    "child": N_("What more protects somebody under 18?"),
    "federal": N_("What may ICE itself do?"),
    "deadline": N_("Which days must be kept?"),
    "remedy": N_("What can be asked for, and from whom?"),
}
ELSEWHERE = {
    Outcome.NOT_COVERED: N_("Does not reach this case"),
    Outcome.NOT_IN_FORCE: N_("Not law on this day"),
}
SAID = {
    Verdict.HOLDS: N_("Applies here."),
    Verdict.FAILS: N_("Does not apply here."),
    Verdict.OPEN: N_("Not known yet."),
}
_WEIGHT = tuple(Outcome)


class FindingView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: FindingShown) -> None:
        """Show all of this."""


class FindingPresenter:
    """One case, and the finding that is open."""

    def __init__(self, view: FindingView, host: Host) -> None:
        self._view, self._host = view, host
        self._record: CaseRecord | None = None
        self._assessment: Assessment | None = None
        self._rule = ""
        self.trial = TrialActs(
            host, lambda: self._known.id, lambda: self.enter(self._known.id, self._rule)
        )

    def enter(self, case_id: str, rule: str = "") -> None:
        """Show a finding; without a rule, the first of the list."""
        self._record = self._host.clinic.changing.get(case_id)
        self._assessment = self._host.clinic.changing.assess(self._known, with_changes=True)
        groups = self._groups()
        first = groups[0].rows[0].rule if groups else ""
        self.choose(rule if self._found.finding(rule) is not None else first)

    def choose(self, rule: str) -> None:
        """Open another finding of the same case."""
        finding = self._found.finding(rule)
        if finding is not None:
            self._rule = rule
            self._view.show_state(self._state(finding))

    def go_to_fact(self, fact: str) -> None:
        """Go to the row of the form behind a step, where there is one."""
        name = fact.partition("[")[0]
        if name in LISTS or self._found.question_of(name) is not None:
            self._host.navigator.go("case", case_id=self._known.id, fact=fact)

    def go_to(self, view: str) -> None:
        """Another view of the same case."""
        screen = {"call": "case", "answer": "case", "papers": "papers", "letter": "letter"}.get(
            view
        )
        if screen is not None:
            self._host.navigator.go(screen, case_id=self._known.id)

    def open_cases(self) -> None:
        self._host.navigator.go("cases")

    @property
    def _known(self) -> CaseRecord:
        assert self._record is not None, "enter() comes first"
        return self._record

    @property
    def _found(self) -> Assessment:
        assert self._assessment is not None, "enter() comes first"
        return self._assessment

    def _state(self, finding: Finding) -> FindingShown:
        case = self._known.case
        now = self._host.clinic.assessment.moment_of(case)
        return FindingShown(
            bar=bar_of(self._known, self._host.clinic),
            groups=self._groups(),
            rule=finding.rule,
            shown=OUTCOMES[finding.outcome],
            strength=STRENGTHS[finding.strength] if finding.strength else "",
            about=_about(finding, case),
            question=closed(_question(finding, case)),
            says=finding.paraphrase,
            reasons=_reasons(finding, case, now),
            exceptions=_exceptions(finding),
            answer=finding.says,
            advice=finding.advice,
            sources=sources_shown(finding),
            changes=changes_shown(finding, self._found, case),
            stands=stands_shown(finding, self._found),
        )

    def _groups(self) -> tuple[FindingGroup, ...]:
        """By act, in one order always; what does not reach this case stands last."""
        placed: dict[str, list[Finding]] = {title: [] for title in ACTS.values()}
        placed |= {title: [] for title in ELSEWHERE.values()}
        for finding in self._found.findings:
            title = ELSEWHERE.get(finding.outcome) or ACTS.get(finding.act, finding.act)
            placed.setdefault(title, []).append(finding)
        return tuple(
            FindingGroup(title, tuple(_row(f) for f in sorted(found, key=_weight)))
            for title, found in placed.items()
            if found
        )


def _weight(finding: Finding) -> tuple[int, bool]:
    """The gravest outcome first, and of one outcome what can be said most firmly."""
    return _WEIGHT.index(finding.outcome), finding.strength is not Strength.STRONG


def _row(finding: Finding) -> FindingRow:
    detail = short(finding.cites[0].text) if finding.cites else ""
    if finding.outcome is Outcome.OPEN:
        missing = len(finding.asks)
        detail = N_("1 fact missing") if missing == 1 else N_("{n} facts missing").format(n=missing)
    return FindingRow(finding.rule, finding.title, detail, OUTCOMES[finding.outcome])


def _about(finding: Finding, case: Case) -> str:
    act = ACTS.get(finding.act, finding.act)
    if finding.binds is None:
        return act
    return N_("looks at {who} · {act}").format(who=_looked_at(finding, case).name, act=act)


def _question(finding: Finding, case: Case) -> str:
    who = _looked_at(finding, case)
    asked = QUESTIONS.get(finding.act, finding.title)
    return opening(asked.format(who=who.name, person=called(case)))


def _looked_at(finding: Finding, case: Case) -> Who:
    """Whoever holds is called by the town or county of the case, anybody else as an office."""
    if finding.binds in (None, case.text("custody.custodian")):
        return holder(case)
    return HOLDERS[finding.binds]


def _reasons(finding: Finding, case: Case, now: datetime) -> tuple[ReasonShown, ...]:
    """The steps, without the exceptions that do not apply: those stand by themselves."""
    apart = {e.label for e in finding.exceptions if e.verdict is Verdict.FAILS}
    steps = [reason for reason in finding.reasons if reason.text not in apart]
    return tuple(_step(reason, case, now) for reason in steps)


def _step(reason: Reason, case: Case, now: datetime) -> ReasonShown:
    return ReasonShown(
        text=opening(reason.text),
        verdict=reason.verdict,
        detail=fact_said(case, reason, now),
        fact=reason.fact or "",
        steps=tuple(_step(inner, case, now) for inner in reason.reasons),
    )


def _exceptions(finding: Finding) -> tuple[ExceptionShown, ...]:
    return tuple(
        ExceptionShown(opening(looked.label), looked.verdict, SAID[looked.verdict])
        for looked in finding.exceptions
    )
