"""The shipped rules, exactly: what a diagram says is what trying every completion says.

The other side is worked out here from the rule as it was read, by the order of
tests alone: no diagram, no sets of what is possible.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from itertools import product
from math import prod
from random import Random

import pytest

from desktop.domain.findings import Outcome, Strength
from desktop.library.shelves import Library
from desktop.rules.conditions import All, Always, AnyOf, Condition, IsIn, Not, RuleSays, Term
from desktop.rules.rule import Rule, RuleException, Said
from desktop.rules.variables import Variable

LAW = Library().book.law()
World = Mapping[Variable, Hashable]
_MOST_WORLDS = 400
_STATES = 12


def _true(condition: Condition | None, world: World) -> bool:
    match condition:
        case None:
            return False
        case IsIn(variable=variable, accepted=accepted):
            return world[variable] in accepted
        case Always():
            return True
        case Not(part=part):
            return not _true(part, world)
        case Term(meaning=meaning):
            return _true(meaning, world)
        case All(parts=parts):
            return all(_true(part, world) for part in parts)
        case AnyOf(parts=parts):
            return any(_true(part, world) for part in parts)
        case RuleSays(rule=named, outcomes=outcomes):
            return named in LAW.rules and _says(LAW.rules[named], world)[0].value in outcomes


def _applies(exception: RuleException, world: World) -> bool:
    beaten = any(_applies(inner, world) for inner in exception.unless)
    return _true(exception.when, world) and not beaten


def _says(rule: Rule, world: World) -> Said:
    """The rule in a world in which everything is known, test after test."""
    if rule.versions:
        stretch = world[rule.law_date]
        if stretch in rule.stretches(Outcome.NOT_IN_FORCE):
            return Outcome.NOT_IN_FORCE, None
    if not _true(rule.covered, world) or not _true(rule.applies_when, world):
        return Outcome.NOT_COVERED, None
    if not _true(rule.due_when, world):
        return Outcome.NOT_YET, None
    for exception in rule.unless:
        if _applies(exception, world):
            return exception.outcome, None
    if any(_true(doubt, world) for doubt in rule.doubts):
        return Outcome.UNSETTLED, None
    if _true(rule.broken_when, world):
        arguable = _true(rule.arguable_when, world)
        return Outcome.BROKEN, Strength.ARGUABLE if arguable else rule.strength
    return rule.otherwise, None


def _variables(condition: Condition | None) -> Iterator[Variable]:
    match condition:
        case IsIn(variable=variable):
            yield variable
        case Not(part=part) | Term(meaning=part):
            yield from _variables(part)
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _variables(part)
        case RuleSays(rule=named) if named in LAW.rules:
            yield from _variables_of(LAW.rules[named])


def _variables_of(rule: Rule) -> Iterator[Variable]:
    if rule.versions:
        yield rule.law_date
    parts = [rule.covered, rule.applies_when, rule.due_when, rule.broken_when, rule.arguable_when]
    for condition in (*parts, *rule.doubts):
        yield from _variables(condition)
    for exception in rule.unless:
        yield from _variables_of_exception(exception)


def _variables_of_exception(exception: RuleException) -> Iterator[Variable]:
    yield from _variables(exception.when)
    for inner in exception.unless:
        yield from _variables_of_exception(inner)


Known = dict[Variable, frozenset[Hashable]]


def _states(variables: list[Variable], chance: Random) -> Iterator[Known]:
    """Random states of knowledge with few enough completions to try them all."""
    for _ in range(_STATES):
        known: Known = {v: frozenset((chance.choice(v.cells),)) for v in variables}
        for variable in chance.sample(variables, len(variables)):
            size = chance.randint(1, len(variable.cells))
            wider = frozenset(chance.sample(variable.cells, size)) | known[variable]
            if prod(len(c) for c in {**known, variable: wider}.values()) <= _MOST_WORLDS:
                known[variable] = wider
        yield known


def _worlds(known: Known) -> list[dict[Variable, Hashable]]:
    return [
        dict(zip(known, cells, strict=True))
        for cells in product(*[sorted(cells, key=str) for cells in known.values()])
    ]


@pytest.mark.parametrize("rule", LAW.rules.values(), ids=lambda rule: rule.id)
def test_a_shipped_rule_says_what_its_completions_say(rule: Rule) -> None:
    chance = Random(rule.id)
    variables = list(dict.fromkeys(_variables_of(rule)))
    for known in _states(variables, chance):
        says = {tuple(world.items()): _says(rule, world) for world in _worlds(known)}
        found = LAW.forest.attainable(LAW.roots[rule.id], known.__getitem__)
        assert found.leaves == set(says.values())
        assert set(found.deciding) == set(_deciding(known, says))


def _deciding(
    known: Known, says: Mapping[tuple[tuple[Variable, Hashable], ...], Said]
) -> Iterator[Variable]:
    """Each variable that alone can still change what is said."""
    for variable, cells in known.items():
        beside: dict[Hashable, set[Said]] = {}
        for world, said in says.items():
            others = tuple(pair for pair in world if pair[0] != variable)
            beside.setdefault(others, set()).add(said)
        if len(cells) > 1 and any(len(said) > 1 for said in beside.values()):
            yield variable
