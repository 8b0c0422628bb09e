"""A diagram over what is still possible: what it can say, what decides it, how unsure it is.

Reduced anew for each case and thrown away with it, so that no case leaves anything
behind in the forest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

from desktop.rules.variables import Variable

Leaf = Hashable
Node = tuple[int, Any]
"""A variable's number and the kids by cell; or LEAF_RANK and what the leaf says."""
Possible = Callable[[Variable], frozenset[Hashable]]
"""For each variable the cells in which it may still lie."""
LEAF_RANK = 1_000_000_000


class Known(dict[int, tuple[int, ...]]):
    """For each variable, by its number, the places of its cells that are still possible."""

    def __init__(self, variables: Sequence[Variable], possible: Possible) -> None:
        super().__init__()
        self._variables, self._possible = variables, possible

    def __missing__(self, rank: int) -> tuple[int, ...]:
        variable = self._variables[rank]
        cells = self._possible(variable)
        places = tuple(place for place, cell in enumerate(variable.cells) if cell in cells)
        self[rank] = places
        return places


def only_leaf(nodes: Sequence[Node], root: int, known: Known) -> int | None:
    """The leaf to which every answer leads, found without branching; None when ways part."""
    node = root
    rank, content = nodes[node]
    while rank != LEAF_RANK:
        first, *others = known[rank]
        node = content[first]
        for place in others:
            if content[place] != node:
                return None
        rank, content = nodes[node]
    return node


@dataclass(frozen=True)
class Reduced:
    """Nodes from the leaves up, the root last; kids are places in the same list."""

    nodes: tuple[Node, ...]

    @property
    def leaves(self) -> frozenset[Leaf]:
        return frozenset(content for rank, content in self.nodes if rank == LEAF_RANK)

    @property
    def deciding(self) -> tuple[int, ...]:
        """The numbers of the variables that can still change the leaf, in order."""
        return tuple(sorted({rank for rank, _ in self.nodes} - {LEAF_RANK}))

    def doubt(self) -> float:
        """How unsure the leaf is, in bits, when every possible cell is as likely as another."""
        return _doubt(self._shares()[-1])

    def doubts_left(self) -> dict[int, float]:
        """For each deciding variable, how unsure the leaf stays on average once it is known."""
        shares, reached = self._shares(), self._reached()
        by_rank: dict[int, list[int]] = {}
        for place, (rank, _) in enumerate(self.nodes):
            by_rank.setdefault(rank, []).append(place)
        left: dict[int, float] = {}
        for rank in self.deciding:
            here = by_rank[rank]
            beside = list(shares[-1])
            for place in here:
                _add(beside, shares[place], -reached[place])
            width = len(self.nodes[here[0]][1])
            doubts = []
            for cell in range(width):
                whole = list(beside)
                for place in here:
                    _add(whole, shares[self.nodes[place][1][cell]], reached[place])
                doubts.append(_doubt(whole))
            left[rank] = sum(doubts) / width
        return left

    def _shares(self) -> list[list[float]]:
        """For each node the share of each leaf under it."""
        places = [place for place, (rank, _) in enumerate(self.nodes) if rank == LEAF_RANK]
        column = {place: number for number, place in enumerate(places)}
        shares: list[list[float]] = []
        for place, (rank, content) in enumerate(self.nodes):
            share = [0.0] * len(column)
            if rank == LEAF_RANK:
                share[column[place]] = 1.0
            else:
                for kid in content:
                    _add(share, shares[kid], 1 / len(content))
            shares.append(share)
        return shares

    def _reached(self) -> list[float]:
        """For each node how likely it is to be passed on the way down."""
        reached = [0.0] * len(self.nodes)
        reached[-1] = 1.0
        for place in range(len(self.nodes) - 1, -1, -1):
            rank, content = self.nodes[place]
            if rank != LEAF_RANK:
                for kid in content:
                    reached[kid] += reached[place] / len(content)
        return reached


def reduced(nodes: Sequence[Node], root: int, known: Known) -> Reduced:
    """The diagram restricted to what is possible: each node left in it can still matter."""
    made: list[Node] = []
    unique: dict[object, int] = {}
    done: dict[int, int] = {}

    def walk(node: int) -> int:
        if node in done:
            return done[node]
        rank, content = nodes[node]
        if rank == LEAF_RANK:
            found = done[node] = len(made)
            made.append((rank, content))
            return found
        kids = tuple([walk(content[place]) for place in known[rank]])
        if kids.count(kids[0]) == len(kids):
            done[node] = kids[0]
            return kids[0]
        key = (rank, kids)
        found = unique.get(key, -1)
        if found < 0:
            found = unique[key] = len(made)
            made.append(key)
        done[node] = found
        return found

    walk(root)
    return Reduced(tuple(made))


def _add(to: list[float], share: list[float], weight: float) -> None:
    for number, part in enumerate(share):
        to[number] += weight * part


def _doubt(shares: Sequence[float]) -> float:
    return -sum(share * log2(share) for share in shares if share > 1e-12)
