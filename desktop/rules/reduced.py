"""Diagrams over what is still possible: what they can say, what decides it, how unsure it is.

Reduced anew for each case and thrown away with it, so that no case leaves anything
behind in the forest. What several rules share is reduced once, and what a case
says nothing of stays as it stands in the forest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from math import log2
from typing import Any

from desktop.rules.variables import Variable

Leaf = Hashable
Node = tuple[int, Any]
"""A variable's number and the kids by cell; or LEAF_RANK and what the leaf says."""
Possible = Callable[[Variable], frozenset[Hashable]]
"""For each variable the cells in which it may still lie."""
LEAF_RANK = 1_000_000_000
_SURE = 1e-12
Under = tuple[int, int]
"""The variables that a node asks of, and the leaves to which it leads: one bit each."""


class Nodes:
    """All nodes of a forest, and what lies under each: worked out once for every case."""

    def __init__(self) -> None:
        self.variables: list[Variable] = []
        self.nodes: list[Node] = []
        self.unique: dict[Node, int] = {}
        self.leaves: dict[Leaf, int] = {}
        self._under: dict[int, Under] = {}
        self._said: dict[int, frozenset[Leaf]] = {}

    def leaf(self, value: Leaf) -> int:
        """The node of a leaf, which is made once."""
        node = self.leaves.get(value)
        if node is None:
            node = self.leaves[value] = len(self.nodes)
            self._under[node] = 0, 1 << len(self.leaves)
            self.nodes.append((LEAF_RANK, value))
        return node

    def under(self, node: int) -> Under:
        """What lies under a node. Leaves are known from the moment at which they are made."""
        found = self._under.get(node)
        if found is None:
            rank, kids = self.nodes[node]
            found = joined(rank, [self.under(kid) for kid in dict.fromkeys(kids)])
            self._under[node] = found
        return found

    def said(self, leaves: int) -> frozenset[Leaf]:
        """The leaves of some bits, as what they say."""
        found = self._said.get(leaves)
        if found is None:
            values = (value for bit, value in enumerate(self.leaves, 1) if leaves >> bit & 1)
            found = self._said[leaves] = frozenset(values)
        return found


class Known(dict[int, tuple[int, ...]]):
    """For each variable, by its number, the places of its cells that are still possible.

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

    def __missing__(self, rank: int) -> tuple[int, ...]:
        variable = self._all.variables[rank]
        cells = self._possible(variable)
        if len(cells) == 1:
            (cell,) = cells
            places: tuple[int, ...] = (variable.cells.index(cell),)
        else:
            places = tuple([place for place, cell in enumerate(variable.cells) if cell in cells])
        self[rank] = places
        return places

    def left(self, root: int) -> Under:
        """The variables that still decide, and the leaves that are left: one bit each."""
        return self._under(self._top(root))

    def doubt(self, root: int) -> float:
        """How unsure the leaf is, in bits, when every possible cell is as likely as another."""
        top = self._top(root)
        return _unsure(self._shares(self._from(top))[top])

    def doubts_left(self, root: int) -> dict[int, float]:
        """For each variable that decides, how unsure the leaf stays once it is known."""
        top = self._top(root)
        nodes = self._from(top)
        shares, reached = self._shares(nodes), self._reached(nodes)
        by_rank: dict[int, list[int]] = {}
        for node in nodes:
            by_rank.setdefault(self._node(node)[0], []).append(node)
        left: dict[int, float] = {}
        for rank in bits(self._under(top)[0]):
            beside = shares[top]
            for node in by_rank[rank]:
                beside = _sum(beside, shares[node], -reached[node])
            # Cells that lead to the same kids leave the same doubt.
            kids_by_cell = zip(*[self._node(node)[1] for node in by_rank[rank]], strict=True)
            doubt = 0.0
            for kids, times in Counter(kids_by_cell).items():
                whole = beside
                for node, kid in zip(by_rank[rank], kids, strict=True):
                    whole = _sum(whole, shares[kid], reached[node])
                doubt += times * _unsure(whole)
            left[rank] = doubt / len(self[rank])
        return left

    # Reducing

    def _top(self, root: int) -> int:
        """The reduced diagram, after the way that is known was gone without branching."""
        nodes = self._all.nodes
        node = root
        rank, kids = nodes[node]
        while rank != LEAF_RANK:
            places = self[rank]
            following = kids[places[0]]
            if len(places) > 1:
                for place in places:
                    if kids[place] != following:
                        return self._walk(node)
            node = following
            rank, kids = nodes[node]
        return node

    def _walk(self, node: int) -> int:
        """The reduced node: a variable is asked in it only where its answer matters."""
        asked, done = node, self._done
        found = done.get(node)
        while found is None:
            asks, _ = self._all.under(node)
            if asks & ~self._looked_up:
                self._look_up(asks & ~self._looked_up)
            if not asks & self._narrow:
                found = node  # the case says nothing of what is asked here
                break
            rank, content = self._all.nodes[node]
            places = self[rank]
            if len(places) == 1:
                node = content[places[0]]
                found = done.get(node)
            else:
                kids = [content[place] for place in places]
                kids = [done[kid] if kid in done else self._walk(kid) for kid in kids]
                found = self._parted(rank, tuple(kids))
        done[node] = done[asked] = found
        return found

    def _look_up(self, variables: int) -> None:
        """Find out of which of these variables the case says something."""
        for rank in bits(variables):
            if len(self[rank]) < len(self._all.variables[rank].cells):
                self._narrow |= 1 << rank
        self._looked_up |= variables

    def _parted(self, rank: int, kids: tuple[int, ...]) -> int:
        """The node that tells the kids apart; the kid itself where there is nothing to tell."""
        if kids.count(kids[0]) == len(kids):
            return kids[0]
        key = (rank, kids)
        found = self._unique.get(key)
        if found is None:
            found = self._all.unique.get(key)
            if found is None:
                under = joined(rank, [self._under(kid) for kid in dict.fromkeys(kids)])
                self._made.append((key, under))
                found = -len(self._made)
            self._unique[key] = found
        return found

    def _node(self, node: int) -> Node:
        return self._all.nodes[node] if node >= 0 else self._made[-node - 1][0]

    def _under(self, node: int) -> Under:
        return self._all.under(node) if node >= 0 else self._made[-node - 1][1]

    # Weighing

    def _from(self, top: int) -> list[int]:
        """The node and all that it leads to, from the top down."""
        seen, waiting = {top}, [top]
        while waiting:
            rank, content = self._node(waiting.pop())
            if rank != LEAF_RANK:
                waiting.extend(kid for kid in set(content) if kid not in seen)
                seen.update(content)
        return sorted(seen, key=lambda node: self._node(node)[0])

    def _shares(self, nodes: Sequence[int]) -> dict[int, list[float]]:
        """For each node the share of each leaf under it."""
        leaves = [node for node in nodes if self._node(node)[0] == LEAF_RANK]
        shares = {leaf: [float(leaf == other) for other in leaves] for leaf in leaves}
        for node in reversed(nodes):
            rank, content = self._node(node)
            if rank != LEAF_RANK:
                share = [0.0] * len(leaves)
                for kid in set(content):
                    share = _sum(share, shares[kid], content.count(kid) / len(content))
                shares[node] = share
        return shares

    def _reached(self, nodes: Sequence[int]) -> dict[int, float]:
        """For each node how likely it is to be passed on the way down."""
        reached = dict.fromkeys(nodes, 0.0)
        reached[nodes[0]] = 1.0
        for node in nodes:
            rank, content = self._node(node)
            if rank != LEAF_RANK:
                weight = reached[node] / len(content)
                for kid in content:
                    reached[kid] += weight
        return reached


def joined(rank: int, kids: Sequence[Under]) -> Under:
    """What lies under a node with such kids."""
    asks, says = 1 << rank, 0
    for kid_asks, kid_says in kids:
        asks |= kid_asks
        says |= kid_says
    return asks, says


def bits(number: int) -> list[int]:
    """The numbers of the bits that are set, the least first."""
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


def _sum(one: Sequence[float], other: Sequence[float], weight: float) -> list[float]:
    return [mine + weight * theirs for mine, theirs in zip(one, other, strict=True)]


def _unsure(shares: Sequence[float]) -> float:
    return -sum(share * log2(share) for share in shares if share > _SURE)
