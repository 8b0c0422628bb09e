"""More knowledge never adds an outcome: what is decided stays decided.

A state of knowledge says for each variable which cells are still possible. Cells
that a rule never tells apart are taken together. Where the states of a rule are
few, all of them are tried, each with every narrowing by one step; else chance
walks from knowing nothing to knowing everything, the same way each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from random import Random

from desktop.rules.compiled import Law
from desktop.rules.reduced import Leaf, Possible
from desktop.rules.rule import Rule
from desktop.rules.variables import Variable

ALL_UP_TO = 40_000
"""States of one rule; about a second."""
STEPS = 2_000
Says = Callable[[int, Possible], frozenset[Leaf]]
Cells = frozenset[Hashable]
_State = Mapping[Variable, int]
"""For each variable the groups of cells that are still possible, as bits."""


@dataclass(frozen=True)
class Monotone:
    """How a rule was tried, and the first narrowing that added an outcome, in words."""

    rule: str
    states: int
    tried: int
    broken_by: str | None

    @property
    def exhaustive(self) -> bool:
        return self.tried == self.states


def monotone(law: Law, rule: Rule, says: Says | None = None, seed: int = 0) -> Monotone:
    """Try a rule; ``says`` is what it can say in a state of knowledge, else the exact layer."""
    root = law.roots[rule.id]
    groups = groups_of(law, root)
    states = prod(2 ** len(cells) - 1 for cells in groups.values())
    evaluate = says or (lambda node, possible: law.forest.attainable(node, possible).leaves)

    def heard(state: _State) -> frozenset[Leaf]:
        possible = {variable: _joined(groups[variable], bits) for variable, bits in state.items()}
        return evaluate(root, lambda variable: possible[variable])

    if states <= ALL_UP_TO:
        return Monotone(rule.id, states, states, _every_state(groups, heard))
    walks = _walks(groups, Random(f"{rule.id} {seed}"))
    return Monotone(rule.id, states, STEPS, _along(walks, heard))


def groups_of(law: Law, root: int) -> dict[Variable, tuple[Cells, ...]]:
    """For each variable of a diagram its cells, those taken together that are never told apart."""
    kids: dict[Variable, list[tuple[int, ...]]] = {}
    waiting, seen = [root], {root}
    while waiting:
        variable, content = law.forest.split(waiting.pop())
        if variable is None or not isinstance(content, tuple):
            continue
        kids.setdefault(variable, []).append(content)
        waiting.extend(set(content) - seen)
        seen.update(content)
    return {variable: _together(variable, rows) for variable, rows in kids.items()}


def _together(variable: Variable, rows: list[tuple[int, ...]]) -> tuple[Cells, ...]:
    alike: dict[tuple[int, ...], set[Hashable]] = {}
    for place, cell in enumerate(variable.cells):
        alike.setdefault(tuple(row[place] for row in rows), set()).add(cell)
    return tuple(frozenset(cells) for cells in alike.values())


def _joined(groups: tuple[Cells, ...], bits: int) -> Cells:
    chosen = [group for place, group in enumerate(groups) if bits >> place & 1]
    return frozenset[Hashable]().union(*chosen)


def _every_state(
    groups: Mapping[Variable, tuple[Cells, ...]], heard: Callable[[_State], frozenset[Leaf]]
) -> str | None:
    variables = tuple(groups)
    every = product(*[range(1, 2 ** len(groups[variable])) for variable in variables])
    said = {bits: heard(dict(zip(variables, bits, strict=True))) for bits in every}
    for bits, leaves in said.items():
        for place, known in enumerate(bits):
            for one in _single_bits(known):
                narrowed = (*bits[:place], known & ~one, *bits[place + 1 :])
                if known != one and not said[narrowed] <= leaves:
                    return f"knowing more of {variables[place].key} adds an outcome"
    return None


def _along(
    walks: Iterator[tuple[_State, Variable | None]], heard: Callable[[_State], frozenset[Leaf]]
) -> str | None:
    before: frozenset[Leaf] = frozenset()
    for _, (state, narrowed) in zip(range(STEPS), walks, strict=False):
        leaves = heard(state)
        if narrowed is not None and not leaves <= before:
            return f"knowing more of {narrowed.key} adds an outcome"
        before = leaves
    return None


def _walks(
    groups: Mapping[Variable, tuple[Cells, ...]], chance: Random
) -> Iterator[tuple[_State, Variable | None]]:
    """Ever new walks from knowing nothing, one group of cells ruled out at a step."""
    while True:
        state = {variable: 2 ** len(cells) - 1 for variable, cells in groups.items()}
        yield dict(state), None
        while open_still := [v for v, bits in state.items() if bits & (bits - 1)]:
            variable = chance.choice(open_still)
            state[variable] &= ~chance.choice(tuple(_single_bits(state[variable])))
            yield dict(state), variable


def _single_bits(bits: int) -> Iterator[int]:
    while bits:
        one = bits & -bits
        yield one
        bits ^= one
