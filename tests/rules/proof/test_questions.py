"""What nobody would notice is asked about: a case on the line, and never our own answer."""

from __future__ import annotations

import json

import pytest

from desktop.domain.documents import read_case
from desktop.rules.compiled import compile_law
from desktop.rules.proof.boundary import boundary, would_tell
from desktop.rules.proof.case_file import snapshot_of
from desktop.rules.proof.examples import said
from desktop.rules.proof.mutation import score
from tests.rules.proof.invented import SOUND, packs_of, proved
from tests.rules.proof.test_examples import CLOCK
from tests.rules.proof.test_structure import ACTS

FEW = SOUND.partition("  - title: Two hours to the minute")[0]
EXAMPLES = """
examples_share:
  as_of: 2026-12-01T17:00-05:00
  complete: [acts]
  custody: {state: in_custody, custodian: state_police}
  acts: [{kind: release_time, by: state_police, at: "2026-12-01T13:00-05:00"}]
examples:
  - {title: It was told, expect: broken}
"""


def test_every_survivor_is_asked_about_and_the_answer_would_catch_it() -> None:
    packs = packs_of(FEW)
    law = compile_law(packs)
    proof = proved(FEW)
    assert len(proof.score.survivors) > 20
    assert proof.unasked == ()
    caught = {told for question in proof.questions for told in question.catches}
    assert caught == {f"{m.place}: {m.told}" for m in proof.score.survivors}
    shared = packs[0].rules[0].examples[0].case
    for question in proof.questions:
        case = {**shared}
        for section, facts in question.facts.items():
            mixed = isinstance(facts, dict) and isinstance(case.get(section), dict)
            case[section] = {**case[section], **facts} if mixed else facts
        mutants = [
            mistake.law(law)
            for mistake in score(law, packs[0], []).survivors
            if f"{mistake.place}: {mistake.told}" in question.catches
        ]
        assert mutants and all(would_tell(law, mutant, case) for mutant in mutants)


def test_a_question_never_holds_an_outcome() -> None:
    for question in proved(FEW).questions:
        read_case({"format": "amparo-case/1", **question.facts})
        words = json.dumps(question.facts) + question.differs
        assert not any(word in words for word in ("broken", "not_covered", "expect", "outcome"))


def test_a_question_changes_nothing_that_does_not_matter() -> None:
    asked = {catch: q for q in proved(FEW).questions for catch in q.catches}
    question = asked["invented/rules/keep.yaml: binds: also campus_police"]
    assert question.facts == {"custody": {"custodian": "campus_police"}}
    assert question.near == "Kept past two hours"
    minute = asked["invented/rules/keep.yaml: due_when: “two hours have passed”: the last instant"]
    assert minute.facts == {"release": {"at": "2026-12-01T15:00-05:00"}}


def test_the_answer_of_an_attorney_makes_an_example_that_catches_it() -> None:
    minute = '{release: {at: "2026-12-01T15:00-05:00"}}'
    rule = FEW + f"  - {{title: To the minute, expect: not_yet, case: {minute}}}\n"
    told = [mistake.told for mistake in proved(rule).score.survivors]
    assert "due_when: “two hours have passed”: the last instant" not in told


def test_what_a_rule_says_without_any_act_is_asked_about_too() -> None:
    proof = proved(ACTS + EXAMPLES)
    catches = {told: q for q in proof.questions for told in q.catches}
    for mistake in ("act_kinds: also transfer", "otherwise: allows", "binds: also campus_police"):
        assert [catch for catch in catches if mistake in catch], mistake
    assert proof.unasked == ()


def test_an_hour_more_or_less_of_a_clock_is_asked_about() -> None:
    clock = CLOCK.replace(
        'case: {as_of: "2026-12-01T17:00-05:00"}',
        'case: {as_of: "2026-12-01T17:00-05:00", release: {at: "2026-12-01T12:00-05:00"}}',
    )
    (question,) = [q for q in proved(clock).questions if any("47 hours" in c for c in q.catches)]
    assert question.facts == {}


def test_a_mistake_that_no_case_shows_is_told_of() -> None:
    """The rule looks at one kind of act, so that a test of another kind never counts."""
    rule = ACTS.replace(
        "broken_when:",
        "applies_when: {fact: act.kind, in: [release_time], label: kind}\nbroken_when:",
    )
    proof = proved(rule + EXAMPLES)
    assert "applies_when: “kind”: also transfer" in [mistake.told for mistake in proof.unasked]


def test_a_case_that_cannot_be_shows_nothing() -> None:
    packs = packs_of()
    law = compile_law(packs)
    other = compile_law(packs_of(SOUND.replace("is: posted", "is: not_set", 1)), forest=law.forest)
    case = packs[0].rules[0].examples[0].case
    police = {**case["custody"], "custodian": "state_police"}
    impossible = {**case, "custody": police, "release": {**case["release"], "still_held": False}}
    assert would_tell(law, other, {**case})
    assert not would_tell(law, other, impossible)


@pytest.mark.parametrize("known", [True, False])
def test_laws_that_say_the_same_are_told_apart_by_no_case(known: bool) -> None:
    packs = packs_of()
    law = compile_law(packs)
    same = compile_law(packs, forest=law.forest)
    bases = [("one", packs[0].rules[0].examples[0].case)] if known else []
    assert boundary(law, same, bases) is None
    snapshot = snapshot_of(packs[0].rules[0].examples[0].case)
    assert said(law, law.rules["x.keep"], snapshot) == said(same, same.rules["x.keep"], snapshot)
