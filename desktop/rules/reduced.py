"""Diagrams over what is still possible: what they can say, what decides it, how unsure it is.

Reduced anew for each case and thrown away with it, so that no case leaves anything
behind in the forest. What several rules share is reduced once.
"""

from __future__ import annotations

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


class Known(dict[int, tuple[int, ...]]):
    """For each variable, by its number, the places of its cells that are still possible.

    The reduced nodes are numbered from the leaves up, so a kid's number is the smaller.
    """

    def __init__(
        self, nodes: Sequence[Node], variables: Sequence[Variable], possible: Possible
    ) -> None:
        super().__init__()
        self._nodes, self._variables, self._possible = nodes, variables, possible
        self._is_reducing = False

    def __missing__(self, rank: int) -> tuple[int, ...]:
        variable = self._variables[rank]
        cells = self._possible(variable)
        if len(cells) == 1:
            (cell,) = cells
            places: tuple[int, ...] = (variable.cells.index(cell),)
        else:
            places = tuple([place for place, cell in enumerate(variable.cells) if cell in cells])
        self[rank] = places
        return places

    def only_leaf(self, root: int) -> int | None:
        """The leaf to which every answer leads, found without branching, or None."""
        nodes = self._nodes
        node = root
        rank, content = nodes[node]
        while rank != LEAF_RANK:
            places = self[rank]
            node = content[places[0]]
            if len(places) > 1:
                for place in places:
                    if content[place] != node:
                        return None
            rank, content = nodes[node]
        return node

    def attainable(self, root: int) -> tuple[frozenset[Leaf], list[int]]:
        """The leaves that are left, and the numbers of the variables that separate them."""
        node = self._top(root)
        return self._says[node], sorted(self._asks[node])

    def doubt(self, root: int) -> float:
        """How unsure the leaf is, in bits, when every possible cell is as likely as another."""
        node = self._top(root)
        return _bits(self._shares(self._under(node))[node])

    def doubts_left(self, root: int) -> dict[int, float]:
        """For each variable that decides, how unsure the leaf stays once it is known."""
        top = self._top(root)
        under = self._under(top)
        shares, reached = self._shares(under), self._reached(under)
        by_rank: dict[int, list[int]] = {}
        for node in under:
            by_rank.setdefault(self._reduced[node][0], []).append(node)
        left: dict[int, float] = {}
        for rank in self._asks[top]:
            beside = list(shares[top])
            for node in by_rank[rank]:
                _add(beside, shares[node], -reached[node])
            doubts = []
            for cell in range(len(self[rank])):
                whole = list(beside)
                for node in by_rank[rank]:
                    _add(whole, shares[self._reduced[node][1][cell]], reached[node])
                doubts.append(_bits(whole))
            left[rank] = sum(doubts) / len(doubts)
        return left

    def _begin(self) -> None:
        """Most cases never come here: one way is left through every diagram."""
        self._reduced: list[Node] = []
        self._says: list[frozenset[Leaf]] = []
        self._asks: list[frozenset[int]] = []
        self._unique: dict[Node, int] = {}
        self._done: dict[int, int] = {}
        self._is_reducing = True

    def _top(self, root: int) -> int:
        if not self._is_reducing:
            self._begin()
        return self._walk(root)

    def _walk(self, node: int) -> int:
        """The reduced node: a variable is asked in it only where its answer matters."""
        asked = node
        found = self._done.get(node)
        while found is None:
            rank, content = self._nodes[node]
            if rank == LEAF_RANK:
                found = self._new((rank, content), frozenset((content,)), frozenset())
            elif len(places := self[rank]) == 1:
                node = content[places[0]]
                found = self._done.get(node)
                continue
            else:
                found = self._parted(rank, tuple([self._walk(content[place]) for place in places]))
            self._done[node] = found
        self._done[asked] = found
        return found

    def _parted(self, rank: int, kids: tuple[int, ...]) -> int:
        """The node that tells the kids apart; the kid itself where there is nothing to tell."""
        if kids.count(kids[0]) == len(kids):
            return kids[0]
        found = self._unique.get((rank, kids))
        if found is None:
            says = frozenset().union(*[self._says[kid] for kid in kids])
            asks = frozenset((rank,)).union(*[self._asks[kid] for kid in kids])
            found = self._unique[rank, kids] = self._new((rank, kids), says, asks)
        return found

    def _new(self, node: Node, says: frozenset[Leaf], asks: frozenset[int]) -> int:
        self._reduced.append(node)
        self._says.append(says)
        self._asks.append(asks)
        return len(self._reduced) - 1

    def _under(self, top: int) -> list[int]:
        """The node and all that it leads to, from the top down."""
        seen, waiting = {top}, [top]
        while waiting:
            rank, content = self._reduced[waiting.pop()]
            if rank != LEAF_RANK:
                waiting.extend(kid for kid in content if kid not in seen)
                seen.update(content)
        return sorted(seen, reverse=True)

    def _shares(self, under: Sequence[int]) -> dict[int, list[float]]:
        """For each node the share of each leaf under it."""
        leaves = [node for node in under if self._reduced[node][0] == LEAF_RANK]
        shares = {
            leaf: [float(place == number) for place in range(len(leaves))]
            for number, leaf in enumerate(leaves)
        }
        for node in reversed(under):
            rank, content = self._reduced[node]
            if rank != LEAF_RANK:
                shares[node] = [0.0] * len(leaves)
                for kid in content:
                    _add(shares[node], shares[kid], 1 / len(content))
        return shares

    def _reached(self, under: Sequence[int]) -> dict[int, float]:
        """For each node how likely it is to be passed on the way down."""
        reached = dict.fromkeys(under, 0.0)
        reached[under[0]] = 1.0
        for node in under:
            rank, content = self._reduced[node]
            if rank != LEAF_RANK:
                for kid in content:
                    reached[kid] += reached[node] / len(content)
        return reached


def _add(to: list[float], share: Sequence[float], weight: float) -> None:
    for number, part in enumerate(share):
        to[number] += weight * part


def _bits(shares: Sequence[float]) -> float:
    return -sum(share * log2(share) for share in shares if share > _SURE)
