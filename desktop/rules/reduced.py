"""Diagrams over what is still possible: what they can say, what decides it, how unsure it is.

Reduced anew for each case and thrown away with it. What several rules share is reduced
once, and what a case says nothing of stays as it stands in the forest. Only what is left
to say and to ask is kept, by what was known of the variables: nothing of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from desktop.rules.kept import Kept
from desktop.rules.variables import Variable

_Made = TypeVar("_Made")
Leaf = Hashable
Ways = tuple[tuple[int, int], ...]
"""The kids of a node, each with the cells that lead to it: one bit each."""
Node = tuple[int, Any]
"""A variable's number and the ways on from it; or LEAF_RANK and what the leaf says."""
Possible = Callable[[Variable], frozenset[Hashable]]
"""For each variable the cells in which it may still lie."""
LEAF_RANK = 1_000_000_000
Under = tuple[int, int]
"""The variables that a node asks of, and the leaves to which it leads: one bit each."""


class Nodes:
    """All nodes of a forest, and what lies under each: worked out once for every case."""

    def __init__(self) -> None:
        self.variables: list[Variable] = []
        self.nodes: list[Node] = []
        self.unique: dict[Node, int] = {}
        self.leaves: dict[Leaf, int] = {}
        self.decided: dict[int, tuple[frozenset[Leaf], tuple[str, ...]]] = {}
        """For each leaf that it alone is left, and nothing to ask."""
        self.full: list[int] = []
        self._bits: list[dict[frozenset[Hashable], int]] = []
        self.under = _UnderNodes(self.nodes)
        self.only = _OnlyKids(self.nodes)
        self._said: dict[int, frozenset[Leaf]] = {}
        self._states: dict[int, Callable[[Known], Hashable]] = {}
        self._kept = Kept[Any](most=50_000)

    def recalled(self, what: str, node: int, known: Known, work: Callable[[int], _Made]) -> _Made:
        """What was worked out of a node: the same wherever the same is known, so it is kept."""
        state = self._states.get(node)
        if state is None:
            state = self._states[node] = itemgetter(*bits(self.under[node][0]))
        key = what, node, state(known)
        found: _Made | None = self._kept.get(key)
        if found is None:
            found = self._kept.keep(key, work(known.reduced(node)))
        return found

    def add(self, variable: Variable) -> None:
        """One more variable, asked after all others."""
        self.variables.append(variable)
        self.full.append((1 << len(variable.cells)) - 1)
        self._bits.append({})

    def bits(self, rank: int, cells: frozenset[Hashable]) -> int:
        """Some cells of a variable, one bit each; kept, as the same few come again and again."""
        found = self._bits[rank].get(cells)
        if found is None:
            own = self.variables[rank].cells
            found = self._bits[rank][cells] = sum([1 << own.index(cell) for cell in cells])
        return found

    def leaf(self, value: Leaf) -> int:
        """The node of a leaf, which is made once."""
        node = self.leaves.get(value)
        if node is None:
            node = self.leaves[value] = len(self.nodes)
            self.under[node] = 0, 1 << len(self.leaves)
            self.decided[node] = frozenset((value,)), ()
            self.nodes.append((LEAF_RANK, value))
        return node

    def said(self, leaves: int) -> frozenset[Leaf]:
        """The leaves of some bits, as what they say."""
        found = self._said.get(leaves)
        if found is None:
            values = (value for bit, value in enumerate(self.leaves, 1) if leaves >> bit & 1)
            found = self._said[leaves] = frozenset(values)
        return found


class _UnderNodes(dict[int, Under]):
    """What lies under each node. Leaves are known from the moment at which they are made."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        super().__init__()
        self._nodes = nodes

    def __missing__(self, node: int) -> Under:
        rank, ways = self._nodes[node]
        found = self[node] = joined(rank, [self[kid] for kid, _ in ways])
        return found


class _OnlyKids(dict[tuple[int, int], int | None]):
    """For a node and some cells the kid to which all of them lead; None where the ways part."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        super().__init__()
        self._nodes = nodes

    def __missing__(self, at: tuple[int, int]) -> int | None:
        node, cells = at
        kids = [kid for kid, leading in self._nodes[node][1] if leading & cells]
        only = self[at] = kids[0] if len(kids) == 1 else None
        return only


class Known(dict[int, int]):
    """For each variable, by its number, the cells that are still possible: one bit each.

    A node as it stands in the forest keeps its number; one that this case makes
    smaller has a number below zero.
    """

    def __init__(self, all_nodes: Nodes, possible: Possible) -> None:
        super().__init__()
        self._all, self._possible = all_nodes, possible
        self._made: list[tuple[Node, Under]] = []
        self._unique: dict[Node, int] = {}
        self._done: dict[int, int] = {}
        self._looked_up = self._narrow = 0

    def __missing__(self, rank: int) -> int:
        found = self[rank] = self._all.bits(rank, self._possible(self._all.variables[rank]))
        return found

    def left(self, root: int) -> Under:
        """The variables that still decide, and the leaves that are left: one bit each."""
        return self.recalled("left", root, self._under)

    def recalled(self, what: str, root: int, work: Callable[[int], _Made]) -> _Made:
        """What is worked out of the reduced diagram, unless it was before."""
        node = self.parting(root)
        if self._all.nodes[node][0] == LEAF_RANK:
            return work(node)
        return self._all.recalled(what, node, self, work)

    # Reducing

    def parting(self, root: int) -> int:
        """Where the ways first part, or the leaf to which the only way leads."""
        nodes, only = self._all.nodes, self._all.only
        node = root
        while nodes[node][0] != LEAF_RANK:
            following = only[node, self[nodes[node][0]]]
            if following is None:
                break
            node = following
        return node

    def reduced(self, node: int) -> int:
        """The reduced node: a variable is asked in it only where its answer matters."""
        done = self._done
        found = done.get(node)
        if found is None:
            found = done[node] = self._reduced(node)
        return found

    def _reduced(self, node: int) -> int:
        asks, _ = self._all.under[node]
        if asks & ~self._looked_up:
            self._look_up(asks & ~self._looked_up)
        if not asks & self._narrow:
            return node  # the case says nothing of what is asked here
        rank, ways = self._all.nodes[node]
        cells, done = self[rank], self._done
        left: dict[int, int] = {}
        for kid, leading in ways:
            if leading & cells:
                smaller = done.get(kid)
                if smaller is None:
                    smaller = self.reduced(kid)
                left[smaller] = left.get(smaller, 0) | leading & cells
        return self._parted(rank, left)

    def _look_up(self, variables: int) -> None:
        """Find out of which of these variables the case says something."""
        for rank in bits(variables):
            if self[rank] != self._all.full[rank]:
                self._narrow |= 1 << rank
        self._looked_up |= variables

    def _parted(self, rank: int, left: Mapping[int, int]) -> int:
        """The node that tells the kids apart; the kid itself where there is nothing to tell."""
        if len(left) == 1:
            (only,) = left
            return only
        ways = tuple(sorted(left.items()))
        key = rank, ways
        found = self._unique.get(key)
        if found is None:
            found = self._all.unique.get(key)
            if found is None:
                self._made.append((key, joined(rank, [self._under(kid) for kid in left])))
                found = -len(self._made)
            self._unique[key] = found
        return found

    def node(self, node: int) -> Node:
        return self._all.nodes[node] if node >= 0 else self._made[-node - 1][0]

    def _under(self, node: int) -> Under:
        return self._all.under[node] if node >= 0 else self._made[-node - 1][1]


def joined(rank: int, kids: Sequence[Under]) -> Under:
    """What lies under a node with such kids."""
    asks, says = 1 << rank, 0
    for kid_asks, kid_says in kids:
        asks |= kid_asks
        says |= kid_says
    return asks, says


@lru_cache(maxsize=20_000)
def bits(number: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, the least first."""
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return tuple(found)
