"""The exact layer: a rule as a reduced multi-valued decision diagram.

Three-valued logic alone says "not known" where every completion agrees
("held or let go, either way ..."). A diagram answers exactly: which leaves are
still attainable, and which unanswered variables can still change the leaf.
Nodes are unique per forest, so two rules that mean the same are the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import log2

from desktop.rules.variables import Variable

Leaf = Hashable
Possible = Callable[[Variable], frozenset[Hashable]]
"""For each variable the cells in which it may still lie."""
_LEAF_RANK = 1_000_000_000


@dataclass(frozen=True)
class Attainable:
    """The leaves that are still possible, and the variables that still separate them."""

    leaves: frozenset[Leaf]
    deciding: tuple[Variable, ...]


class Forest:
    """The diagrams of all rules over one growing order of variables."""

    def __init__(self) -> None:
        self._order: dict[Variable, int] = {}
        self._variables: list[Variable] = []
        self._nodes: list[tuple[int, object]] = []
        self._unique: dict[tuple[int, tuple[int, ...]], int] = {}
        self._leaves: dict[Leaf, int] = {}
        self._choices: dict[tuple[int, int, int], int] = {}
        self.yes = self.leaf(True)
        self.no = self.leaf(False)

    def leaf(self, value: Leaf) -> int:
        if value not in self._leaves:
            self._leaves[value] = len(self._nodes)
            self._nodes.append((_LEAF_RANK, value))
        return self._leaves[value]

    def test(self, variable: Variable, accepted: frozenset[object]) -> int:
        """The diagram that is yes where the variable lies in ``accepted``."""
        if variable not in self._order:
            self._order[variable] = len(self._variables)
            self._variables.append(variable)
        kids = tuple(self.yes if cell in accepted else self.no for cell in variable.cells)
        return self._node(self._order[variable], kids)

    def choose(self, condition: int, then: int, otherwise: int) -> int:
        """``then`` where the condition is yes, ``otherwise`` where it is no."""
        rank, value = self._nodes[condition]
        if rank == _LEAF_RANK:
            return then if value is True else otherwise
        if then == otherwise:
            return then
        key = (condition, then, otherwise)
        known = self._choices.get(key)
        if known is not None:
            return known
        top = min(self._nodes[node][0] for node in key)
        width = len(self._variables[top].cells)
        made = self._node(
            top,
            tuple(
                self.choose(
                    self._kid(condition, top, cell),
                    self._kid(then, top, cell),
                    self._kid(otherwise, top, cell),
                )
                for cell in range(width)
            ),
        )
        self._choices[key] = made
        return made

    def every(self, conditions: Sequence[int]) -> int:
        made = self.yes
        for condition in reversed(conditions):
            made = self.choose(condition, made, self.no)
        return made

    def some(self, conditions: Sequence[int]) -> int:
        made = self.no
        for condition in reversed(conditions):
            made = self.choose(condition, self.yes, made)
        return made

    def negation(self, condition: int) -> int:
        return self.choose(condition, self.no, self.yes)

    def where(self, root: int, wanted: Callable[[Leaf], Leaf]) -> int:
        """The diagram with each leaf replaced by what ``wanted`` makes of it."""
        done: dict[int, int] = {}

        def walk(node: int) -> int:
            if node not in done:
                rank, content = self._nodes[node]
                if rank == _LEAF_RANK:
                    done[node] = self.leaf(wanted(content))
                else:
                    assert isinstance(content, tuple)
                    done[node] = self._node(rank, tuple(walk(kid) for kid in content))
            return done[node]

        return walk(root)

    def attainable(self, root: int, possible: Possible) -> Attainable:
        """What the diagram can still say when each variable lies in its possible cells."""
        restricted = self._restricted(root, possible)
        leaves: set[Leaf] = set()
        deciding: set[int] = set()
        seen: set[int] = set()
        waiting = [restricted]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            rank, content = self._nodes[node]
            if rank == _LEAF_RANK:
                leaves.add(content)
            else:
                assert isinstance(content, tuple)
                deciding.add(rank)
                waiting.extend(content)
        return Attainable(
            frozenset(leaves), tuple(self._variables[rank] for rank in sorted(deciding))
        )

    def doubt(self, root: int, possible: Possible) -> float:
        """How unsure the leaf is, in bits, when every possible cell is as likely as another."""
        weights = self._weights(root, possible)
        return -sum(weight * log2(weight) for weight in weights.values() if weight > 0)

    def _weights(self, root: int, possible: Possible) -> dict[Leaf, float]:
        reached = {root: 1.0}
        leaves: dict[Leaf, float] = {}
        waiting = [(self._nodes[root][0], root)]
        while waiting:
            rank, node = heappop(waiting)
            weight = reached.pop(node)
            _, content = self._nodes[node]
            if rank == _LEAF_RANK:
                leaves[content] = weight
                continue
            assert isinstance(content, tuple)
            variable = self._variables[rank]
            cells = possible(variable)
            kids = [kid for cell, kid in zip(variable.cells, content, strict=True) if cell in cells]
            for kid in kids:
                if kid not in reached:
                    heappush(waiting, (self._nodes[kid][0], kid))
                reached[kid] = reached.get(kid, 0.0) + weight / len(kids)
        return leaves

    def variables_of(self, root: int) -> tuple[Variable, ...]:
        """Every variable on which the diagram depends."""
        return self.attainable(root, lambda variable: frozenset(variable.cells)).deciding

    def _restricted(self, root: int, possible: Possible) -> int:
        """The diagram over what is still possible; a variable with one cell left is gone.

        A cell that is no longer possible is given the same kid as one that is, so
        that the reduced node says exactly what can still happen.
        """
        done: dict[int, int] = {}

        def walk(node: int) -> int:
            if node in done:
                return done[node]
            rank, content = self._nodes[node]
            if rank == _LEAF_RANK:
                return node
            assert isinstance(content, tuple)
            variable = self._variables[rank]
            cells = possible(variable)
            allowed = [index for index, cell in enumerate(variable.cells) if cell in cells]
            kids = {index: walk(content[index]) for index in allowed}
            stand_in = kids[allowed[0]]
            made = self._node(
                rank,
                tuple(kids.get(index, stand_in) for index in range(len(variable.cells))),
            )
            done[node] = made
            return made

        return walk(root)

    def _node(self, rank: int, kids: tuple[int, ...]) -> int:
        if all(kid == kids[0] for kid in kids):
            return kids[0]
        key = (rank, kids)
        known = self._unique.get(key)
        if known is None:
            known = self._unique[key] = len(self._nodes)
            self._nodes.append((rank, kids))
        return known

    def _kid(self, node: int, rank: int, cell: int) -> int:
        own, content = self._nodes[node]
        if own != rank:
            return node
        assert isinstance(content, tuple)
        kid = content[cell]
        assert isinstance(kid, int)
        return kid
