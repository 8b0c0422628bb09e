"""What must hold of every shipped pack."""

from __future__ import annotations

import pytest

from desktop.domain.findings import Outcome
from desktop.library.shelves import Library
from desktop.rules.conditions import AnyOf
from desktop.rules.pack import PolicyPack
from desktop.rules.rule import Rule

BOOK = Library().book
LAW = BOOK.law()
RULES = list(LAW.rules.values())
BUILT = (
    "boston.hold boston.arrest boston.transfer boston.information boston.question "
    "boston.functions boston.complaint ma.lunn ma.notice ma.protect_act us.administrative "
    "us.court_warrant us.form_clock us.regulation_clock".split()
)
# The law record lets what a city itself orders be printed though only reports of it were read:
# by name and day, without a section; of this section, without a paragraph.
OWN_LEVELS = "City of Boston Code § 11-1.9"


def _leaves(rule: Rule) -> set[Outcome]:
    found = LAW.forest.attainable(LAW.roots[rule.id], lambda v: frozenset(v.cells))
    return {leaf[0] for leaf in found.leaves if isinstance(leaf, tuple)}


def test_the_rules_of_the_main_job_are_here() -> None:
    assert set(BUILT) <= set(LAW.rules)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_outcome_that_a_rule_can_give_is_explained(rule: Rule) -> None:
    assert {outcome.value for outcome in _leaves(rule)} <= set(rule.explains)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_explanation_is_for_an_outcome_that_cannot_come(rule: Rule) -> None:
    possible = {outcome.value for outcome in _leaves(rule)} | {"open"}
    if rule.looks_at == "acts":
        possible.add(rule.otherwise.value)
    assert set(rule.explains) <= possible


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_exception_can_apply(rule: Rule) -> None:
    for diagram in LAW.exceptions(rule).values():
        assert diagram not in (LAW.forest.no, LAW.forest.yes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_versions_run_on_without_gap_or_overlap(rule: Rule) -> None:
    starts = [version.start for version in rule.versions[1:]]
    assert all(start is not None for start in starts)
    assert starts == sorted(set(starts), key=str)


@pytest.mark.parametrize("pack", BOOK.packs, ids=lambda pack: pack.used.id)
def test_every_source_is_cited_and_graded(pack: PolicyPack) -> None:
    cited = {cite.source for rule in pack.rules for cite in rule.cites}
    assert set(pack.sources) - cited == set()
    for cite in pack.sources.values():
        of_a_city = cite.grade == "S" and pack.used.id.startswith("us-ma-")
        if of_a_city and (cite.text == OWN_LEVELS or "§" not in cite.text):
            assert cite.print_level in ("B", "C"), cite.text
        elif cite.grade in ("S", "M", "NF"):
            assert cite.print_level == "C", cite.text


def test_the_act_of_2026_rests_on_nothing_and_nothing_rests_on_it() -> None:
    for rule in RULES:
        if rule.broken_when is not None or rule.otherwise is Outcome.PROTECTS:
            assert "c163" not in {cite.source for cite in rule.cites}, rule.id


def test_no_permission_of_another_town_is_in_the_rule_on_holding() -> None:
    hold = LAW.rules["boston.hold"]
    assert {exception.id for exception in hold.unless} == {"other-lawful-hold", "criminal-warrant"}
    variables = LAW.forest.variables_of(LAW.condition(AnyOf(tuple(e.when for e in hold.unless))))
    assert all("kind" not in str(getattr(v, "where", "")) for v in variables)
