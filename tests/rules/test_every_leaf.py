"""What holds of the shipped rules holds of every fact that a pack can test at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, Finding, Outcome
from desktop.rules.assess import assess
from desktop.rules.canonical import canonical, from_canonical
from desktop.rules.filled import filled_form, from_filled
from desktop.rules.pack import PackText, opened_from, read_packs
from desktop.rules.proof.monotone import monotone
from tests.rules.every_leaf import book, files
from tests.rules.less_known import less_known
from tests.rules.whole_cases import moment_of, whole_case

BOOK = book()
ASKED = tuple(question for pack in BOOK.packs for question in pack.questions)
SEEDS = range(400)


@cache
def _said(seed: int) -> tuple[Assessment, Assessment, Assessment]:
    """What is said of a case in which everything is known, and of two that tell less of it."""
    chance = Random(seed)
    whole = whole_case(chance, ASKED)
    some = less_known(whole, chance, 0.8, ASKED)
    little = less_known(some, chance, 0.7, ASKED)
    told = [assess(read_case(case), BOOK, moment_of(case)) for case in (whole, some, little)]
    return told[0], told[1], told[2]


def _pairs() -> Iterator[tuple[int, Assessment, Assessment]]:
    for seed in SEEDS:
        whole, some, little = _said(seed)
        yield from ((seed, little, some), (seed, some, whole), (seed, little, whole))


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
    for seed, less, more in _pairs():
        for before, after in _told_of_both(less, more):
            assert set(after.possible) <= set(before.possible), (seed, before.rule)


def test_a_case_without_gaps_leaves_nothing_open_but_the_hour_of_a_day() -> None:
    for seed in SEEDS:
        still_open = [f.asks for f in _said(seed)[0].findings if f.outcome is Outcome.OPEN]
        assert still_open in ([], [("answers.born_here",)]), seed


def test_enough_is_decided_and_enough_is_open_for_these_claims_to_mean_something() -> None:
    for which, least in ((1, 0.5), (2, 0.3)):
        outcomes = [f.outcome for seed in SEEDS for f in _said(seed)[which].findings]
        decided = sum(outcome is not Outcome.OPEN for outcome in outcomes) / len(outcomes)
        print(f"decided: {decided:.0%} of {len(outcomes)} findings")
        assert least <= decided < 0.99


def test_every_rule_comes_out_in_every_way_that_it_can() -> None:
    for rule in BOOK.law().rules.values():
        root = BOOK.law().roots[rule.id]
        leaves = BOOK.law().forest.attainable(root, lambda v: frozenset(v.cells)).leaves
        found = {
            (finding.outcome, finding.strength)
            for seed in SEEDS
            for finding in _said(seed)[0].findings
            if finding.rule == rule.id and finding.outcome is not Outcome.OPEN
        }
        assert found == leaves, rule.id


def test_every_state_of_knowledge_only_narrows() -> None:
    for rule in BOOK.law().rules.values():
        tried = monotone(BOOK.law(), rule)
        assert tried.exhaustive and tried.broken_by is None, rule.id


def test_every_form_of_the_pack_is_the_same_pack() -> None:
    opened = opened_from(PackText("invented", files()))
    packs = read_packs([opened])
    assert read_packs([from_canonical(canonical(opened), "a stick")]) == packs
    filled = from_filled(filled_form(opened, "stamp"), "stamp")
    assert filled is not None
    assert read_packs([filled]) == packs
