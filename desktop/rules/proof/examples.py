"""Every example holds: those beside the rules, and the worked cases that lie with a pack."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.findings import HoldAnswer, Outcome, Strength
from desktop.domain.moments import moment
from desktop.domain.problems import CaseRefused
from desktop.rules.clocks import clocks_of
from desktop.rules.compiled import Law
from desktop.rules.contradictions import contradictions, without_impossible
from desktop.rules.example import Example
from desktop.rules.explaining import finding_of
from desktop.rules.holding import answer_on_holding
from desktop.rules.judging import judge
from desktop.rules.proof.fault import Fault
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

Said = tuple[Outcome, Strength | None]


@dataclass(frozen=True)
class WorkedCase:
    """A case that lies with a pack: facts, and what must be said of them."""

    place: str
    case: Mapping[str, Any]
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Trial:
    """An example or worked case, read once and ready to be judged under any law."""

    place: str
    title: str
    document: Mapping[str, Any]
    snapshot: Snapshot
    findings: Mapping[str, frozenset[Said]]
    never: Mapping[str, frozenset[Said]]
    hold: frozenset[HoldAnswer]
    clocks: Mapping[str, frozenset[datetime]]

    @property
    def rules(self) -> frozenset[str]:
        return frozenset(self.findings) | frozenset(self.never) | frozenset(self.clocks)


def trial_of_example(rule: Rule, example: Example) -> Trial | Fault:
    place = f"{rule.place}, line {example.line}"
    snapshot = _snapshot(place, example.case)
    if isinstance(snapshot, Fault):
        return snapshot
    told = contradictions(read_case(example.case), snapshot.as_of)
    if told and example.outcome is not Outcome.OPEN:
        right = "write facts that can be true together"
        return Fault(place, f"“{example.title}”: {told[0].text}", right)
    said = frozenset(((example.outcome, example.strength),))
    hold = frozenset((example.hold,)) if example.hold else frozenset[HoldAnswer]()
    return Trial(place, example.title, example.case, snapshot, {rule.id: said}, {}, hold, {})


def trial_of_case(worked: WorkedCase) -> Trial | Fault:
    snapshot = _snapshot(worked.place, worked.case)
    if isinstance(snapshot, Fault):
        return snapshot
    expect = worked.expect
    return Trial(
        worked.place,
        str(worked.case.get("code", worked.place)),
        worked.case,
        snapshot,
        {rule: _accepted(words) for rule, words in expect.get("findings", {}).items()},
        {rule: _accepted(words) for rule, words in expect.get("never", {}).items()},
        frozenset(HoldAnswer(word) for word in _listed(expect.get("hold", []))),
        {rule: _ends(ends) for rule, ends in expect.get("clocks", {}).items()},
    )


def wrong(law: Law, trial: Trial, rules: Collection[str] | None = None) -> Iterator[str]:
    """What comes out otherwise than it must, in words; of some rules only, when they are named."""

    def looked_at(among: Mapping[str, Any]) -> Iterator[tuple[Rule, Any]]:
        for rule_id, expected in among.items():
            if rule_id in law.rules and (rules is None or rule_id in rules):
                yield law.rules[rule_id], expected

    for rule, accepted in looked_at(trial.findings):
        found = said(law, rule, trial.snapshot)
        if found not in accepted:
            yield f"{rule.id} says {told(found)}, expected {_either(accepted)}"
    for rule, banned in looked_at(trial.never):
        found = said(law, rule, trial.snapshot)
        if found in banned:
            yield f"{rule.id} says {told(found)}, which must never come"
    if trial.hold:
        answer = answer_on_holding(law, trial.snapshot)
        if answer not in trial.hold:
            yield f"holding comes out {answer}, expected {' or '.join(sorted(trial.hold))}"
    for rule, ends in looked_at(trial.clocks):
        finding = finding_of(law, rule, trial.snapshot)
        runs = {run.ends for run in clocks_of(law, rule, finding, trial.snapshot)}
        if runs.isdisjoint(ends):
            yield f"{rule.id} ends at {_times(runs)}, expected {_times(ends)}"


def faults(law: Law, trials: Sequence[Trial]) -> Iterator[Fault]:
    """Every example and case that does not hold."""
    for trial in trials:
        for words in wrong(law, trial):
            yield Fault(trial.place, f"“{trial.title}”: {words}", "mend the rule or the example")


def said(law: Law, rule: Rule, snapshot: Snapshot) -> Said:
    judged = judge(law, rule, snapshot)
    return judged.outcome, judged.strength


def told(found: Said) -> str:
    outcome, strength = found
    return f"{outcome} ({strength})" if strength else outcome.value


def _snapshot(place: str, document: Mapping[str, Any]) -> Snapshot | Fault:
    try:
        case = read_case(document)
    except CaseRefused as refused:
        return Fault(place, refused.sentence.rstrip("."), "write facts as a case file does")
    as_of = case.as_of.exact if case.as_of is not None else None
    if as_of is None:
        return Fault(place, "as_of is missing", "say as of which moment the facts hold")
    return Snapshot(without_impossible(case, as_of), as_of)


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else [words]


def _accepted(words: Any) -> frozenset[Said]:
    """A worked case says outcomes only, so any strength is right."""
    found: set[Said] = set()
    for word in _listed(words):
        outcome = Outcome(word)
        strengths = tuple(Strength) if outcome is Outcome.BROKEN else (None,)
        found |= {(outcome, strength) for strength in strengths}
    return frozenset(found)


def _ends(ends: Any) -> frozenset[datetime]:
    exact = (moment(end).exact for end in _listed(ends))
    return frozenset(end for end in exact if end is not None)


def _either(accepted: frozenset[Said]) -> str:
    return " or ".join(sorted(told(one) for one in accepted))


def _times(moments: Collection[datetime]) -> str:
    return " or ".join(sorted(end.isoformat(timespec="minutes") for end in moments)) or "no time"
