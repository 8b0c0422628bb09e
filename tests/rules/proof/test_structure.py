"""Each check of a rule's structure bites: a sound rule passes, a spoiled one is told of."""

from __future__ import annotations

import pytest

from desktop.rules.compiled import compile_law
from desktop.rules.proof import structure
from tests.rules.proof.invented import SOUND, packs_of, proved, wrong_with


def _wrong(rule: str, terms: str = "", **others: str) -> list[str]:
    packs = packs_of(rule, terms, **others)
    return [fault.wrong for fault in structure.faults(compile_law(packs), packs[0])]


def test_a_sound_rule_has_no_fault() -> None:
    assert wrong_with(proved()) == []


@pytest.mark.parametrize(
    ("right", "spoiled", "told"),
    [
        ("  allows: Something else holds the person.\n", "", "can say allows"),
        ("explains:\n", "explains:\n  alert: Nobody hears this.\n", "explains alert, which can"),
        ("  - {outcome: not_in_force, label: the act had not passed}\n", "", "before 2020-03-01"),
        ("  - from: 2020-03-01\n", "  - from: 2020-03-01\n  - from: 2020-03-01\n", "not follow"),
        ("  - from: 2020-03-01\n", "  - from: 2020-03-01\n  - from: 2020-02-01\n", "not follow"),
        ("  - from: 2020-03-01\n", "  - from: 2020-03-01\n  - from: 2020-04-01\n", "says the same"),
        ("  - from: 2020-03-01\n", "  - {label: since when?}\n", "two versions without a start"),
        (
            "unless:\n",
            "unless:\n  - {id: dead, label: dead, when: {all: [{fact: release.bail, is: posted},"
            " {fact: release.bail, is: not_set}]}}\n",
            "unless dead is dead",
        ),
        (
            "unless:\n",
            "unless:\n  - {id: other-way, label: x, outcome: alert,"
            " when: {fact: custody.domestic, is: none}}\n",
            "other-way (alert) and another-hold (allows) can both apply",
        ),
        (
            "    when: {some: holds",
            "    unless: [{id: inner, label: x, outcome: alert,"
            " when: {fact: custody.domestic, is: none}}]\n    when: {some: holds",
            "inner stands in another exception",
        ),
    ],
)
def test_a_spoiled_rule_is_told_of(right: str, spoiled: str, told: str) -> None:
    assert SOUND.count(right) == 1
    assert any(told in wrong for wrong in _wrong(SOUND.replace(right, spoiled)))


def test_two_versions_in_order_and_nested_exceptions_are_sound() -> None:
    rule = SOUND.replace(
        "  - from: 2020-03-01\n",
        "  - {from: 2020-03-01, outcome: unsettled}\n  - from: 2021-03-01\n",
    ).replace(
        "    when: {some: holds",
        "    unless: [{id: inner, label: x, when: {fact: custody.domestic, is: none}}]\n"
        "    when: {some: holds",
    )
    assert all("example" in wrong or "unsettled" in wrong for wrong in _wrong(rule))


def test_exceptions_that_cannot_both_apply_may_say_different_things() -> None:
    rule = SOUND.replace(
        "unless:\n",
        "unless:\n  - {id: other-way, label: x, outcome: alert,"
        " when: {not: {some: holds, where: {live: true}}}}\n",
    )
    assert not any("can both apply" in wrong for wrong in _wrong(rule))


def test_an_outcome_without_an_example_is_told_of() -> None:
    lines = [line for line in SOUND.splitlines() if "A judge has seen the person, case" not in line]
    assert _wrong("\n".join(lines) + "\n") == ["no example comes out as protects"]


REDUNDANT = SOUND.replace(
    "applies_when: {fact: release.bail, is: posted, label: bail is paid}",
    "applies_when: {all: [{fact: release.bail, is: posted, label: bail is paid},"
    " {fact: release.bail, in: [posted, not_set], label: bail is somewhere}]}",
)


def test_a_limb_that_changes_nothing_is_told_of() -> None:
    assert _wrong(REDUNDANT) == [
        "applies_when: “bail is somewhere” is redundant: without it nothing changes"
    ]


def test_a_whole_test_that_changes_nothing_is_told_of() -> None:
    rule = SOUND.replace(
        "broken_when:",
        "arguable_when: {fact: release.bail, is: not_set, label: never}\nbroken_when:",
    )
    assert any("arguable_when: “never” is redundant" in wrong for wrong in _wrong(rule))


def test_a_limb_is_waived_with_a_reason_and_only_while_it_is_redundant() -> None:
    waived = "waives: [{limb: bail is somewhere, because: It says it to the reader.}]\n"
    assert _wrong(REDUNDANT + waived) == []
    assert _wrong(SOUND + waived) == ["waives “bail is somewhere”, which is not redundant"]


TERMS = """
paid:
  label: bail is paid
  means:
    any:
      - {fact: release.bail, is: posted, label: paid}
      - {none: [{fact: release.bail, in: [not_set, set_unpaid]}], label: not unpaid}
"""
WITH_TERM = SOUND.replace(
    "applies_when: {fact: release.bail, is: posted, label: bail is paid}",
    "applies_when: {term: paid}",
)


def test_a_redundant_limb_of_a_term_is_told_of_where_the_term_stands() -> None:
    packs = packs_of(WITH_TERM, TERMS)
    found = list(structure.faults(compile_law(packs), packs[0]))
    assert [fault.place for fault in found] == ["invented/terms.yaml, paid"] * 2
    assert "means: “paid” is redundant" in found[0].line
    because = "because: For the reader."
    waives = f"  waives: [{{limb: paid, {because}}}, {{limb: not unpaid, {because}}}]\n"
    assert _wrong(WITH_TERM, TERMS + waives) == []


ACTS = """
format: 1
id: x.told
title: Nobody is told
says: An invented rule.
cites: [invented]
act: notify
looks_at: acts
act_kinds: [release_time]
governed_by: act
binds: [state_police]
unclear_for: [transit_police]
broken_when: {always: true, label: it was told}
otherwise: protects
explains:
  broken: It was told.
  protects: It may not be told.
  unsettled: Not settled.
  not_covered: Somebody else.
"""


def test_what_a_rule_says_when_nobody_did_anything_counts_as_said() -> None:
    missing = _wrong(ACTS)
    assert all("no example comes out as" in wrong for wrong in missing)
    assert len(missing) == 4
    for_everybody = ACTS.replace("binds: [state_police]\nunclear_for: [transit_police]\n", "")
    assert {
        "explains not_covered, which can never come",
        "explains unsettled, which can never come",
    } <= set(_wrong(for_everybody))
    doubted = for_everybody.replace(
        "broken_when:", "no_act_unsettled_when: {fact: release.handed_over, is: true}\nbroken_when:"
    )
    assert "explains unsettled, which can never come" not in _wrong(doubted)
