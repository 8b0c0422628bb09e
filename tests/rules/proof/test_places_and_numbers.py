"""Mistakes in places and numbers are made, noticed, and asked about by a case on the line."""

from __future__ import annotations

import pytest

from desktop.rules.pack import PackText, opened_from, read_packs
from desktop.rules.proof.compare import Kind, compare
from desktop.rules.proof.mutants import mutants_of
from tests.rules.proof.invented import packs_of, proved
from tests.rules.written_packs import HEAD

RULE = """
format: 1
id: x.consul
title: Who may write to the consul
says: An invented rule.
cites: [invented]
act: federal
looks_at: case
governed_by: as_of
unless:
  - id: short
    label: a short hold
    when: {some: holds, where: {days: {not: {more_than: 90}}}, label: a short hold}
unsettled_when:
  - {fact: release.bail_fee, more_than: 40, label: the fee is more than 40}
broken_when: {fact: client.nationality, in: [PL, CN], label: from Poland or China}
otherwise: protects
explains: {broken: x, protects: x, unsettled: x, allows: x}
examples_share:
  as_of: 2026-12-01T17:00-05:00
  complete: [holds]
  client: {nationality: PL}
  release: {bail_fee: 40}
  holds: [{kind: probation, days: 91}]
examples:
  - {title: Poland, expect: broken}
  - {title: China, case: {client: {nationality: cn}}, expect: broken}
  - {title: Brazil, case: {client: {nationality: BR}}, expect: protects}
  - {title: One dollar more, case: {release: {bail_fee: 41}}, expect: unsettled}
  - {title: Ninety days, case: {holds: [{kind: probation, days: 90}]}, expect: allows}
"""
MISTAKES = {
    "China": "broken_when: “from Poland or China”: without CN",
    "Brazil": "broken_when: “from Poland or China”: also another",
    "One dollar more": "unsettled_when: “the fee is more than 40”: 41 for 40",
    "Ninety days": "unless short: “a short hold”: days more than 89",
}
FACTS = {
    "China": {"client": {"nationality": "CN"}},
    "Brazil": {"client": {"nationality": "AD"}},
    "One dollar more": {"release": {"bail_fee": 41}},
}


def _without(title: str) -> str:
    return "\n".join(line for line in RULE.splitlines() if f"title: {title}," not in line)


def test_examples_on_both_sides_notice_every_mistake() -> None:
    proof = proved(RULE)
    assert [fault.line for fault in proof.faults] == []
    assert [mistake.told for mistake in proof.score.survivors] == []
    assert proof.score.killed > 15


@pytest.mark.parametrize(
    "mistake",
    [
        *MISTAKES.values(),
        "broken_when: “from Poland or China”: without PL",
        "unsettled_when: “the fee is more than 40”: 39 for 40",
        "unless short: “a short hold”: days more than 91",
        "unless short: “a short hold”: any days",
        "unless short: “a short hold”: days the other way round",
    ],
)
def test_each_small_mistake_is_made(mistake: str) -> None:
    assert mistake in {mutant.told for mutant in mutants_of(packs_of(RULE)[0].rules[0])}


@pytest.mark.parametrize("gone", MISTAKES)
def test_a_mistake_that_nobody_notices_is_asked_about(gone: str) -> None:
    proof = proved(_without(gone))
    caught = {
        catch.partition(": ")[2]: question
        for question in proof.questions
        for catch in question.catches
    }
    assert proof.unasked == ()
    assert MISTAKES[gone] in caught
    if gone in FACTS:
        assert caught[MISTAKES[gone]].facts == FACTS[gone]


def test_packs_that_are_compared_tell_the_same_places_apart() -> None:
    other = (
        RULE.replace("x.consul", "x.other")
        .replace("[PL, CN]", "[PL, HT]")
        .replace("more_than: 40", "more_than: 50")
    )
    old = opened_from(PackText("invented", {"pack.yaml": HEAD, "rules/a.yaml": RULE}))
    new = opened_from(
        PackText("invented", {"pack.yaml": HEAD, "rules/a.yaml": RULE, "rules/b.yaml": other})
    )
    told = compare(read_packs([old], [new]), read_packs([new], [old]))
    assert [(change.rule, change.kind) for change in told] == [
        ("x.consul", Kind.UNCHANGED),
        ("x.other", Kind.ADDED),
    ]
