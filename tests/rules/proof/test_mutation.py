"""Mutants of every kind are made; strong examples notice them, weak ones leave survivors."""

from __future__ import annotations

import pytest

from desktop.rules.compiled import compile_law
from desktop.rules.proof.examples import WorkedCase
from desktop.rules.proof.mutants import mutants_of, mutants_of_term
from desktop.rules.proof.mutation import Score
from tests.rules.proof.invented import SOUND, packs_of, proved, wrong_with
from tests.rules.proof.test_examples import CASE, CLOCK
from tests.rules.proof.test_structure import ACTS

RICH = (
    SOUND.replace(
        "broken_when: {fact: custody.seen_by_judge, is: false, "
        "label: no judge has seen the person}",
        "unsettled_when:\n"
        "  - {rule: x.clock, says: alert, label: a clock runs}\n"
        "  - {some: papers, where: {form: I-200, box: {not: '2'}}, label: a paper}\n"
        "broken_when:\n"
        "  all:\n"
        "    - {not: {fact: custody.seen_by_judge, is: true}, label: no judge}\n"
        "    - any:\n"
        "        - {elapsed: custody.sober_at, at_least_hours: 0, label: sober}\n"
        "        - {fact: custody.domestic, in: [none, order_violation], label: domestic}\n"
        "      label: either\n"
        "arguable_when: {fact: actor, is: transit_police, label: transit}",
    )
    .replace(
        "    when: {some: holds",
        "    unless: [{id: inner, label: x, when: {term: t}}]\n    when: {some: holds",
    )
    .replace(
        "binds: [state_police, transit_police]",
        "binds: [state_police, transit_police]\nunclear_for: [other]",
    )
)
TERMS = "t: {label: a term, means: {fact: release.bail, is: posted, label: paid}}\n"


def _told() -> set[str]:
    packs = packs_of(RICH, TERMS, clock=CLOCK, told=ACTS)
    return {mutant.told for rule in packs[0].rules for mutant in mutants_of(rule)}


@pytest.mark.parametrize(
    "mistake",
    [
        "applies_when: “bail is paid” dropped",
        "broken_when: “all of these” dropped",
        "arguable_when: “transit” dropped",
        "unsettled_when: “a paper” dropped",
        "broken_when: “no judge” dropped",
        "broken_when: “all of these”: any for all",
        "broken_when: “either”: all for any",
        "broken_when: “no judge”: not negated",
        "due_when: “two hours have passed”: negated",
        "due_when: “two hours have passed”: 1 hours",
        "due_when: “two hours have passed”: 3 hours",
        "due_when: “two hours have passed”: the last instant",
        "broken_when: “sober”: 1 hours",
        "broken_when: “domestic”: without none",
        "broken_when: “domestic”: also abuse_or_strangulation",
        "arguable_when: “transit”: boston_police for transit_police",
        "unsettled_when: “a clock runs”: negated",
        "unsettled_when: “a clock runs”: broken instead",
        "unsettled_when: “a paper”: any form",
        "unsettled_when: “a paper”: form also I-205",
        "unsettled_when: “a paper”: box the other way round",
        "unless inner: removed",
        "unless inner: “a term”: negated",
        "unless another-hold: removed",
        "unless another-hold: says protects",
        "unless another-hold: “something else holds the person”: live the other way round",
        "binds: without state_police",
        "binds: boston_police for state_police",
        "binds: also campus_police",
        "unclear_for: boston_police for other",
        "act_kinds: also transfer",
        "otherwise: allows",
        "strength: arguable",
        "versions: law from the beginning",
        "versions: unsettled from 2020-03-01",
        "versions: 2020-03-01 a day earlier",
        "versions: 2020-03-01 a day later",
        "clock: 47 hours",
        "clock: 49 hours",
    ],
)
def test_each_small_mistake_is_made(mistake: str) -> None:
    assert mistake in _told()


def test_a_term_is_mistaken_where_it_is_defined() -> None:
    packs = packs_of(RICH, TERMS, clock=CLOCK)
    told = [told for told, _ in mutants_of_term(packs[0].terms["t"])]
    assert told == [
        "means: “paid”: negated",
        "means: “paid”: also not_set",
        "means: “paid”: also set_unpaid",
    ]


def test_examples_on_both_sides_of_every_line_notice_every_mistake() -> None:
    score = proved().score
    assert (score.share, score.survivors) == (1.0, [])
    assert score.killed > 40
    assert proved().examples == 10


@pytest.mark.parametrize(
    ("gone", "survivor"),
    [
        ("Two hours to the minute", "due_when: “two hours have passed”: the last instant"),
        ("The day of the act", "versions: 2020-03-01 a day later"),
        ("The day before the act", "versions: 2020-03-01 a day earlier"),
        ("Somebody else", "binds: also campus_police"),
        ("Another hold,", "unless another-hold: removed"),
        ("A judge has seen", "otherwise: allows"),
    ],
)
def test_a_missing_example_leaves_its_mistake_unnoticed(gone: str, survivor: str) -> None:
    score = proved(_without_example(gone)).score
    assert survivor in [mistake.told for mistake in score.survivors]
    assert score.share < 1.0


def _without_example(title: str) -> str:
    kept, skip = [], False
    for line in SOUND.splitlines(keepends=True):
        if line.startswith(("  - {title", "  - title")):
            skip = title in line
        kept += [] if skip else [line]
    return "".join(kept)


def test_a_mutant_that_means_the_same_is_no_mistake() -> None:
    rule = SOUND.replace(
        "applies_when: {fact: release.bail, is: posted, label: bail is paid}",
        "applies_when: {any: [{fact: release.bail, is: posted, label: paid}, {all: ["
        "{fact: release.bail, is: posted}, {fact: custody.domestic, is: none}]}]}",
    )
    assert proved(rule).score.same > 0


def test_a_survivor_is_waived_with_a_reason_and_only_while_it_survives() -> None:
    waived = "waives: [{mutant: 'otherwise: allows', because: Nobody asks about it.}]\n"
    proof = proved(_without_example("A judge has seen") + waived)
    assert proof.score.waived == 1
    assert "otherwise: allows" not in [mistake.told for mistake in proof.score.survivors]
    assert "waives “otherwise: allows”, which no longer stands" in wrong_with(
        proved(SOUND + waived)
    )


def test_an_example_that_fails_anyway_notices_nothing() -> None:
    rule = SOUND.replace(
        "Kept past two hours, expect: broken", "Kept past two hours, expect: allows"
    )
    assert proved(rule).score.killed <= proved().score.killed


def test_a_pack_without_rules_has_nothing_to_notice() -> None:
    assert Score().share == 1.0


HOURS = WorkedCase("one.json", CASE, {"clocks": {"x.clock": "2026-12-03T12:00-05:00"}})


def test_a_clock_that_counts_an_hour_more_is_noticed_by_a_worked_case() -> None:
    assert not [
        m for m in proved(SOUND, "", HOURS, clock=CLOCK).score.survivors if "hours" in m.told
    ]
    without = proved(SOUND, clock=CLOCK).score.survivors
    assert {"clock: 47 hours", "clock: 49 hours"} <= {mistake.told for mistake in without}


HOLDING = """
federal_custody: {label: f, means: {fact: actor, is: ice, label: ice holds}}
let_go: {label: l, means: {fact: custody.state, is: released, label: let go}}
release_due: {label: d, means: {fact: release.bail, is: posted, label: due}}
other_lawful_hold: {label: o, means: {some: holds, where: {live: true}, label: other}}
court_arrest_warrant: {label: w, means: {some: papers, where: {form: AO 442}, label: warrant}}
"""


def test_a_term_that_no_rule_names_counts_by_the_answer_on_holding() -> None:
    case = {**CASE, "complete": ["holds", "papers"]}
    held = WorkedCase("held.json", case, {"hold": "unsettled"})
    free = {**case, "custody": {**case["custody"], "custodian": "ice"}}
    taken = WorkedCase("taken.json", free, {"hold": "federal_custody"})
    few, more = proved(SOUND, HOLDING, held), proved(SOUND, HOLDING, held, taken)
    told = "means: “ice holds”: boston_police for ice"
    assert told in [mistake.told for mistake in few.score.survivors]
    assert told not in [mistake.told for mistake in more.score.survivors]
    assert [q.of for q in few.questions if any(told in c for c in q.catches)] == ["holding"]


def test_terms_within_terms_are_mistaken_wherever_they_stand() -> None:
    terms = TERMS + "u: {label: two, means: {not: {term: t}, label: not paid}}\n"
    rule = SOUND.replace(
        "applies_when: {fact: release.bail, is: posted, label: bail is paid}",
        "applies_when: {all: [{not: {term: u}}, {any: [{term: t}]}]}",
    )
    proof = proved(rule, terms)
    assert [fault.place for fault in proof.faults if "redundant" in fault.wrong]
    assert not [mistake for mistake in proof.score.survivors if "terms.yaml, t" in mistake.place]


def test_of_two_mistakes_that_mean_one_thing_one_is_counted() -> None:
    terms = "t: {label: t, means: {any: [{fact: release.bail, is: posted, label: a}, " + (
        "{fact: release.bail, is: not_set, label: b}]}}\n"
    )
    rule = SOUND.replace("{fact: release.bail, is: posted, label: bail is paid}", "{term: t}")
    survivors = [mistake.told for mistake in proved(rule, terms).score.survivors]
    assert "means: “b”: also set_unpaid" not in survivors


def test_a_law_is_compiled_once_for_many_mutants() -> None:
    law = compile_law(packs_of())
    assert law.roots["x.keep"] == compile_law(packs_of(), forest=law.forest).roots["x.keep"]
