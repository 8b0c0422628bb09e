"""More facts may decide what was open; they never turn one decided answer into another.

Each seed is a whole case, the same case with less known, and that one with less
still: narrowed words, partial dates, spans and every kind of silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import pytest

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, Finding, HoldAnswer, Outcome
from desktop.domain.moments import Moment
from desktop.domain.silence import OneOf, Silence
from desktop.domain.vocabulary import LISTS
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from tests.rules.less_known import less_known
from tests.rules.whole_cases import moment_of, whole_case

BOOK = Library().book
SEEDS = range(300)


@dataclass(frozen=True)
class Told:
    """A case file and what the rules say of it."""

    case: Case
    said: Assessment


@cache
def _told(seed: int) -> tuple[Told, Told, Told]:
    chance = Random(seed)
    whole = whole_case(chance)
    some = less_known(whole, chance, kept=0.8)
    little = less_known(some, chance, kept=0.7)
    return _of(whole), _of(some), _of(little)


def _of(document: dict[str, Any]) -> Told:
    case = read_case(document)
    return Told(case, assess(case, BOOK, moment_of(document)))


def _pairs() -> Iterator[tuple[int, Assessment, Assessment]]:
    """By seed: what is said on less, and on more."""
    for seed in SEEDS:
        whole, some, little = _told(seed)
        for less, more in ((little, some), (some, whole), (little, whole)):
            yield seed, less.said, more.said


def _told_of_both(less: Assessment, more: Assessment) -> Iterator[tuple[Finding, Finding]]:
    """What is told on less is told on more; a town's rule once the town is known."""
    for before in less.findings:
        after = more.finding(before.rule)
        assert after is not None, before.rule
        yield before, after


def test_a_decided_outcome_stays_on_more() -> None:
    flips = [
        (seed, before.rule, before.outcome.value, after.outcome.value)
        for seed, less, more in _pairs()
        for before, after in _told_of_both(less, more)
        if before.outcome is not Outcome.OPEN
        and (before.outcome, before.strength) != (after.outcome, after.strength)
    ]
    assert flips == []


def test_what_was_possible_only_narrows() -> None:
    wider = [
        (seed, before.rule, set(after.possible) - set(before.possible))
        for seed, less, more in _pairs()
        for before, after in _told_of_both(less, more)
        if not set(after.possible) <= set(before.possible)
    ]
    assert wider == []


def test_a_decided_answer_on_holding_stays_on_more() -> None:
    flips = [
        (seed, less.hold.answer.value, more.hold.answer.value)
        for seed, less, more in _pairs()
        if less.hold.answer not in (HoldAnswer.OPEN, more.hold.answer)
    ]
    assert flips == []


def test_a_case_that_can_be_true_is_not_contradicted_by_knowing_less_of_it() -> None:
    told = [
        (seed, which, contradiction.text)
        for seed in SEEDS
        for which, one in enumerate(_told(seed))
        for contradiction in one.said.contradictions
    ]
    assert told == []


def test_a_case_without_gaps_leaves_nothing_open_and_nothing_to_ask() -> None:
    for seed in SEEDS:
        said = _told(seed)[0].said
        assert [f.rule for f in said.findings if f.outcome is Outcome.OPEN] == [], seed
        assert said.hold.answer is not HoldAnswer.OPEN, seed
        assert said.ask_next == (), seed


def test_what_is_open_is_asked_unless_it_was_declined() -> None:
    for seed in SEEDS:
        for told in _told(seed):
            asked = {question.question for question in told.said.ask_next}
            for finding in told.said.findings:
                assert bool(finding.asks) is (finding.outcome is Outcome.OPEN), finding.rule
                wanted = {key for key in finding.asks if not _is_declined(told.case, key)}
                assert wanted <= asked, (seed, finding.rule)
            hold = told.said.hold
            assert bool(hold.asks) is (hold.answer is HoldAnswer.OPEN), seed


def test_nothing_is_asked_that_was_declined_or_is_known_exactly() -> None:
    for seed in SEEDS:
        for told in _told(seed):
            for question in told.said.ask_next:
                assert not _is_declined(told.case, question.question), (seed, question)
                assert not _is_exact(told.case, question.question), (seed, question)


def test_what_nobody_here_knew_is_asked_last() -> None:
    for seed in SEEDS:
        for told in _told(seed):
            unknown = [_is_unknown(told.case, q.question) for q in told.said.ask_next]
            assert unknown == sorted(unknown), seed


@pytest.mark.parametrize(("which", "least"), [(1, 0.5), (2, 0.3)])
def test_enough_is_decided_for_these_claims_to_mean_something(which: int, least: float) -> None:
    outcomes = [f.outcome for seed in SEEDS for f in _told(seed)[which].said.findings]
    decided = sum(outcome is not Outcome.OPEN for outcome in outcomes) / len(outcomes)
    print(f"decided: {decided:.0%} of {len(outcomes)} findings")
    assert decided >= least


def test_every_outcome_and_answer_comes_up() -> None:
    findings = [f for seed in SEEDS for one in _told(seed) for f in one.said.findings]
    assert {finding.outcome for finding in findings} == set(Outcome)
    answers = {one.said.hold.answer for seed in SEEDS for one in _told(seed)}
    assert answers == set(HoldAnswer)


def _is_declined(case: Case, key: str) -> bool:
    return case.get(key) is Silence.WITHHELD or key in case.declined_lists


def _is_unknown(case: Case, key: str) -> bool:
    return case.get(key) is Silence.NOT_KNOWN or key in case.unknown_lists


def _is_exact(case: Case, key: str) -> bool:
    if key in LISTS or key == "custody.spells":
        return False
    answer = case.get(key)
    if isinstance(answer, Moment):
        return answer.exact is not None
    return not isinstance(answer, Silence | OneOf)
