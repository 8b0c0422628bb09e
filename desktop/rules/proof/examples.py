"""Every example holds: those beside the rules, and the worked cases that lie with a pack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from desktop.domain.answers_known import refuse_unknown_answers
from desktop.domain.documents import nearest, read_case
from desktop.domain.findings import HoldAnswer, Outcome, Strength
from desktop.domain.moments import moment
from desktop.domain.problems import CaseRefused
from desktop.rules.clocks import clocks_of
from desktop.rules.compiled import Law
from desktop.rules.contradictions import contradictions, without_impossible
from desktop.rules.dates import dates_of
from desktop.rules.example import Example
from desktop.rules.holding import answer_on_holding
from desktop.rules.judging import judge
from desktop.rules.proof.fault import Fault
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

Said = tuple[Outcome, Strength | None]
_Made = TypeVar("_Made")
_EXPECTED = (
    "findings never hold stands_without clocks asks_any asks_none paper dates "
    "letter_has letter_lacks"
).split()
"""What a worked case may expect; the proof looks at findings, the hold, clocks and dates."""


@dataclass(frozen=True)
class WorkedCase:
    """A case that lies with a pack: facts, and what must be said of them."""

    place: str
    case: Mapping[str, Any]
    expect: Mapping[str, Any]


class ForManyLaws(Snapshot):
    """A case that is judged under many laws, and remembers none of them."""

    def once(self, key: Hashable, make: Callable[..., _Made], *of: Any) -> _Made:
        return make(*of) if isinstance(key, tuple) else super().once(key, make, *of)


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
    dates: Mapping[str, Mapping[str, date]]


def trial_of_example(rule: Rule, example: Example) -> Trial | Fault:
    place = f"{rule.place}, line {example.line}"
    snapshot = _snapshot(place, example.case)
    if isinstance(snapshot, Fault):
        return snapshot
    case = read_case(example.case)
    if without_impossible(case, snapshot.as_of) != case and example.outcome is not Outcome.OPEN:
        (first, *_) = contradictions(case, snapshot.as_of)
        right = "write facts that can be true together"
        return Fault(place, f"“{example.title}”: {first.text.rstrip('.?')}", right)
    said = frozenset(((example.outcome, example.strength),))
    hold = frozenset((example.hold,)) if example.hold else frozenset[HoldAnswer]()
    ends = {} if example.ends is None else {rule.id: _ends(example.ends)}
    dates = {} if example.dates is None else {rule.id: example.dates}
    findings = {rule.id: said}
    return Trial(place, example.title, example.case, snapshot, findings, {}, hold, ends, dates)


def trial_of_case(worked: WorkedCase) -> Trial | Fault:
    snapshot = _snapshot(worked.place, worked.case)
    if isinstance(snapshot, Fault):
        return snapshot
    expect = worked.expect
    for key in expect:
        if key not in _EXPECTED:
            right = f"did you mean {nearest(key, _EXPECTED)}"
            return Fault(worked.place, f"expects {key!r}, which nobody knows", right)
    try:
        return Trial(
            worked.place,
            worked.place,
            worked.case,
            snapshot,
            {rule: _accepted(words) for rule, words in expect.get("findings", {}).items()},
            {rule: _accepted(words) for rule, words in expect.get("never", {}).items()},
            frozenset(HoldAnswer(word) for word in _listed(expect.get("hold", []))),
            {rule: _ends(_listed(ends)) for rule, ends in expect.get("clocks", {}).items()},
            {rule: _days(days) for rule, days in expect.get("dates", {}).items()},
        )
    except (ValueError, TypeError) as error:
        return Fault(worked.place, str(error), "write a word of the vocabulary, or a time")


def wrong_finding(law: Law, trial: Trial, rule_id: str) -> str | None:
    """What one rule says otherwise than it must, in words."""
    accepted, banned = trial.findings.get(rule_id), trial.never.get(rule_id)
    if accepted is None and banned is None:
        return None
    found = said(law, law.rules[rule_id], trial.snapshot)
    if accepted is not None and found not in accepted:
        return f"{rule_id} says {told(found)}, expected {_either(accepted)}"
    if banned is not None and found in banned:
        return f"{rule_id} says {told(found)}, which must never come"
    return None


def wrong_clock(law: Law, trial: Trial, rule_id: str) -> str | None:
    """A clock that ends at another time than it must."""
    if rule_id not in trial.clocks:
        return None
    rule, wanted = law.rules[rule_id], trial.clocks[rule_id]
    outcome, _ = said(law, rule, trial.snapshot)
    ends = {run.ends for run in clocks_of(law, rule, outcome, trial.snapshot)}
    if not ends.isdisjoint(wanted) or not (ends or wanted):
        return None
    return f"{rule_id} ends at {_times(ends)}, expected {_times(wanted)}"


def wrong_date(law: Law, trial: Trial, rule_id: str) -> str | None:
    """Days to keep that are others than they must be."""
    if rule_id not in trial.dates:
        return None
    rule, wanted = law.rules[rule_id], trial.dates[rule_id]
    outcome, _ = said(law, rule, trial.snapshot)
    found = {day.what: day.on for day in dates_of(law, rule, outcome, trial.snapshot)}
    if found == wanted:
        return None
    return f"{rule_id} keeps {_kept(found)}, expected {_kept(wanted)}"


def wrong_hold(law: Law, trial: Trial) -> str | None:
    """The answer on holding, where it is another than it must be."""
    answer = answer_on_holding(law, trial.snapshot) if trial.hold else None
    if answer is None or answer in trial.hold:
        return None
    return f"holding comes out {answer}, expected {' or '.join(sorted(trial.hold))}"


def wrong(law: Law, trial: Trial) -> Iterator[str]:
    """All that comes out otherwise than it must."""
    looks = [wrong_finding(law, trial, rule_id) for rule_id in law.rules]
    looks += [wrong_clock(law, trial, rule_id) for rule_id in law.rules]
    looks += [wrong_date(law, trial, rule_id) for rule_id in law.rules]
    yield from filter(None, (*looks, wrong_hold(law, trial)))


def faults(law: Law, trials: Sequence[Trial]) -> Iterator[Fault]:
    """Every example and case that does not hold."""
    for trial in trials:
        for words in wrong(law, trial):
            yield Fault(trial.place, f"“{trial.title}”: {words}", "mend the rule or the example")


def unknown_answers(law: Law, trials: Sequence[Trial]) -> Iterator[Fault]:
    """Every answer of an example or case that no pack asks for, or that fits no question."""
    for trial in trials:
        try:
            refuse_unknown_answers(trial.snapshot.case, law.questions)
        except CaseRefused as refused:
            wrong = f"“{trial.title}”: {refused.sentence.rstrip('.')}"
            yield Fault(trial.place, wrong, "write answers to what a pack asks")


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
    return ForManyLaws(without_impossible(case, as_of), as_of)


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


def _ends(ends: Sequence[str]) -> frozenset[datetime]:
    exact = (moment(end).exact for end in ends)
    return frozenset(end for end in exact if end is not None)


def _days(days: Mapping[str, str]) -> dict[str, date]:
    return {what: date.fromisoformat(day) for what, day in days.items()}


def _kept(days: Mapping[str, date]) -> str:
    return ", ".join(f"{what} on {day}" for what, day in days.items()) or "no day"


def _either(accepted: frozenset[Said]) -> str:
    return " or ".join(sorted(told(one) for one in accepted))


def _times(moments: Collection[datetime]) -> str:
    return " or ".join(sorted(end.isoformat(timespec="minutes") for end in moments)) or "no time"
