"""How much one answer would settle: completions of a diagram, counted leaf by leaf.

Every possible cell of a variable is as likely as another. The counts of all leaves stand
side by side in one whole number, so that a sum adds up all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log2, prod

from desktop.rules.reduced import LEAF_RANK, Known, Node, Ways


def doubts_left(known: Known, root: int) -> dict[int, float]:
    """For each variable that decides, how unsure the leaf stays once it is known, in bits."""
    return known.recalled("doubts left", root, lambda top: _Completions(top, known.node).doubts())


class _Completions:
    """Of each node: how many completions lead from it to each leaf, and how many to it."""

    def __init__(self, top: int, node: Callable[[int], Node]) -> None:
        self._nodes = sorted(
            ((rank, number, ways) for number, (rank, ways) in _from(top, node).items()),
            key=lambda found: found[0],
        )
        self._top = top
        cells = {rank: _cells(ways) for rank, _, ways in self._nodes if rank != LEAF_RANK}
        ranks = [*cells, LEAF_RANK]
        arity = [found.bit_count() for found in cells.values()]
        # How many completions the variables from this one on have, and those after it.
        self._from = {rank: prod(arity[place:]) for place, rank in enumerate(ranks)}
        self._after = {rank: self._from[rank] // cells[rank].bit_count() for rank in cells}
        self._rank_of = {number: rank for rank, number, _ in self._nodes}
        self._width = self._from[ranks[0]].bit_length() + 1
        self._count()

    def _count(self) -> None:
        self._leads, leaves = {}, 0
        for rank, number, ways in reversed(self._nodes):
            if rank == LEAF_RANK:
                self._leads[number] = 1 << self._width * leaves
                leaves += 1
            else:
                leads = [self._by(rank, kid) * leading.bit_count() for kid, leading in ways]
                self._leads[number] = sum(leads)
        self._leaves = range(leaves)
        self._reach = dict.fromkeys(self._rank_of, 0)
        self._reach[self._top] = 1
        for rank, number, ways in self._nodes:
            if rank != LEAF_RANK:
                for kid, leading in ways:
                    through = self._reach[number] * self._skipped(rank, kid)
                    self._reach[kid] += through * leading.bit_count()

    def _skipped(self, rank: int, kid: int) -> int:
        """The completions of the variables between a node and its kid."""
        return self._after[rank] // self._from[self._rank_of[kid]]

    def _by(self, rank: int, kid: int) -> int:
        return self._leads[kid] * self._skipped(rank, kid)

    def doubts(self) -> dict[int, float]:
        asked: dict[int, list[tuple[int, Ways]]] = {}
        for rank, number, ways in self._nodes:
            if rank != LEAF_RANK:
                asked.setdefault(rank, []).append((number, ways))
        return {rank: self._doubt(rank, nodes) for rank, nodes in asked.items()}

    def _doubt(self, rank: int, nodes: list[tuple[int, Ways]]) -> float:
        cells = _cells(nodes[0][1])
        count = cells.bit_count()
        through = sum([self._reach[number] * self._leads[number] for number, _ in nodes])
        beside = (self._leads[self._top] - through) // count
        worlds = self._from[self._rank_of[self._top]] // count
        # Cells that lead to the same kids leave the same doubt.
        alike = [(cells, beside)]
        for number, ways in nodes:
            by_kid = [(self._reach[number] * self._by(rank, kid), to) for kid, to in ways]
            alike = [(of & to, leads + by) for of, leads in alike for by, to in by_kid if of & to]
        doubts = [of.bit_count() * self._unsure(leads, worlds) for of, leads in alike]
        return sum(doubts) / count

    def _unsure(self, leads: int, worlds: int) -> float:
        field, doubt = (1 << self._width) - 1, 0.0
        for leaf in self._leaves:
            count = leads >> self._width * leaf & field
            if count:
                share = count / worlds
                doubt -= share * log2(share)
        return doubt


def _from(top: int, node: Callable[[int], Node]) -> dict[int, Node]:
    """The node and all that it leads to."""
    found, waiting = {top: node(top)}, [top]
    while waiting:
        rank, ways = found[waiting.pop()]
        if rank != LEAF_RANK:
            for kid, _ in ways:
                if kid not in found:
                    found[kid] = node(kid)
                    waiting.append(kid)
    return found


def _cells(ways: Ways) -> int:
    """All cells that lead on from a node, one bit each."""
    return sum([leading for _, leading in ways])
