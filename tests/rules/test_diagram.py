"""A diagram says exactly what trying every completion says."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.findings import Verdict
from desktop.rules.conditions import All, AnyOf, Condition, IsIn, Not, compiled
from desktop.rules.diagram import Forest
from desktop.rules.reasoning import Reasoning
from desktop.rules.variables import Fact, Variable
from desktop.rules.weighing import doubts_left

FACTS = (
    Fact("first", (True, False), "first"),
    Fact("second", (True, False), "second"),
    Fact("colour", ("red", "green", "blue"), "colour"),
)


def _tests() -> st.SearchStrategy[Condition]:
    def of(fact: Fact) -> st.SearchStrategy[Condition]:
        accepted = st.frozensets(st.sampled_from(fact.cells), min_size=1, max_size=2)
        return accepted.map(lambda cells: IsIn(fact, cells, fact.key))

    return st.one_of([of(fact) for fact in FACTS])


CONDITIONS = st.recursive(
    _tests(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=7,
)
KNOWN = st.tuples(*[st.frozensets(st.sampled_from(f.cells), min_size=1) for f in FACTS])


def _true(condition: Condition, world: dict[str, Hashable]) -> bool:
    match condition:
        case IsIn():
            return world[condition.variable.key] in condition.accepted
        case All():
            return all(_true(part, world) for part in condition.parts)
        case AnyOf():
            return any(_true(part, world) for part in condition.parts)
        case Not():
            return not _true(condition.part, world)
    raise AssertionError(condition)


def _worlds(known: tuple[frozenset[Hashable], ...]) -> list[dict[str, Hashable]]:
    return [
        dict(zip([f.key for f in FACTS], values, strict=True))
        for values in product(*[sorted(cells, key=str) for cells in known])
    ]


@given(CONDITIONS, KNOWN)
def test_attainable_leaves_are_those_of_the_completions(
    condition: Condition, known: tuple[frozenset[Hashable], ...]
) -> None:
    forest = Forest()
    root = compiled(condition, forest, {})
    possible = dict(zip(FACTS, known, strict=True))

    def cells(variable: Variable) -> frozenset[Hashable]:
        assert isinstance(variable, Fact)
        return possible[variable]

    found = forest.attainable(root, cells)
    assert found.leaves == {_true(condition, world) for world in _worlds(known)}
    for fact in FACTS:
        matters = any(
            _true(condition, one) != _true(condition, other)
            for one in _worlds(known)
            for other in _worlds(known)
            if all(one[f.key] == other[f.key] for f in FACTS if f is not fact)
        )
        assert (fact in found.deciding) is matters, fact.key


@given(CONDITIONS, KNOWN)
def test_the_proof_never_says_more_than_is_certain(
    condition: Condition, known: tuple[frozenset[Hashable], ...]
) -> None:
    possible = dict(zip(FACTS, known, strict=True))

    def cells(variable: Variable) -> frozenset[Hashable]:
        assert isinstance(variable, Fact)
        return possible[variable]

    def no_rules(_: object) -> Verdict:
        raise AssertionError

    verdict = Reasoning(cells, no_rules).of(condition).verdict.value
    outcomes = {_true(condition, world) for world in _worlds(known)}
    if verdict == "holds":
        assert outcomes == {True}
    if verdict == "fails":
        assert outcomes == {False}


@given(CONDITIONS)
def test_conditions_that_mean_the_same_are_the_same_node(condition: Condition) -> None:
    forest = Forest()
    assert compiled(condition, forest, {}) == compiled(Not(Not(condition)), forest, {})


def _unsure(outcomes: list[bool]) -> float:
    shares = [outcomes.count(value) / len(outcomes) for value in set(outcomes)]
    return -sum(share * log2(share) for share in shares)


@given(CONDITIONS, KNOWN)
def test_the_doubt_that_an_answer_leaves_is_that_of_the_completions(
    condition: Condition, known: tuple[frozenset[Hashable], ...]
) -> None:
    forest = Forest()
    root = compiled(condition, forest, {})
    possible: dict[Variable, frozenset[Hashable]] = dict(zip(FACTS, known, strict=True))
    left = doubts_left(forest.known(possible.__getitem__), root)
    deciding = forest.attainable(root, possible.__getitem__).deciding
    assert {forest.variable(number) for number in left} == set(deciding)
    for number, doubt in left.items():
        fact = forest.variable(number)
        after = [
            _unsure(
                [_true(condition, world) for world in _worlds(known) if world[fact.key] == cell]
            )
            for cell in possible[fact]
        ]
        assert doubt == pytest.approx(sum(after) / len(after))
