"""How much one answer would settle: completions of a diagram, counted leaf by leaf.

Every possible cell of a variable is as likely as another. The counts of all leaves stand
side by side in one whole number, so that a sum adds up all of them at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import log2, prod

from desktop.rules.reduced import LEAF_RANK, Known, Node


def doubts_left(known: Known, root: int) -> dict[int, float]:
    """For each variable that decides, how unsure the leaf stays once it is known, in bits."""
    return known.recalled("doubts left", root, lambda top: _Completions(top, known.node).doubts())


class _Completions:
    """Of each node: how many completions lead from it to each leaf, and how many to it."""

    def __init__(self, top: int, node: Callable[[int], Node]) -> None:
        self._nodes = sorted(
            ((rank, number, kids) for number, (rank, kids) in _from(top, node).items()),
            key=lambda found: found[0],
        )
        self._top = top
        arity = {rank: len(kids) for rank, _, kids in self._nodes if rank != LEAF_RANK}
        ranks = [*arity, LEAF_RANK]
        # How many completions the variables from this one on have, and those after it.
        self._from = {rank: prod(list(arity.values())[n:]) for n, rank in enumerate(ranks)}
        self._after = {rank: self._from[rank] // arity[rank] for rank in arity}
        self._rank_of = {number: rank for rank, number, _ in self._nodes}
        self._width = self._from[ranks[0]].bit_length() + 1
        self._count()

    def _count(self) -> None:
        self._leads, leaves = {}, 0
        for rank, number, kids in reversed(self._nodes):
            if rank == LEAF_RANK:
                self._leads[number] = 1 << self._width * leaves
                leaves += 1
            else:
                self._leads[number] = sum([self._by(rank, kid) for kid in kids])
        self._leaves = range(leaves)
        self._ways = dict.fromkeys(self._rank_of, 0)
        self._ways[self._top] = 1
        for rank, number, kids in self._nodes:
            if rank != LEAF_RANK:
                for kid in kids:
                    self._ways[kid] += self._ways[number] * self._skipped(rank, kid)

    def _skipped(self, rank: int, kid: int) -> int:
        """The completions of the variables between a node and its kid."""
        return self._after[rank] // self._from[self._rank_of[kid]]

    def _by(self, rank: int, kid: int) -> int:
        return self._leads[kid] * self._skipped(rank, kid)

    def doubts(self) -> dict[int, float]:
        asked: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        for rank, number, kids in self._nodes:
            if rank != LEAF_RANK:
                asked.setdefault(rank, []).append((number, kids))
        return {rank: self._doubt(rank, nodes) for rank, nodes in asked.items()}

    def _doubt(self, rank: int, nodes: list[tuple[int, tuple[int, ...]]]) -> float:
        through = sum([self._ways[number] * self._leads[number] for number, _ in nodes])
        cells = len(nodes[0][1])
        beside = (self._leads[self._top] - through) // cells
        worlds = self._from[self._rank_of[self._top]] // cells
        doubt = 0.0
        # Cells that lead to the same kids leave the same doubt.
        for kids, times in Counter(zip(*[kids for _, kids in nodes], strict=True)).items():
            ways = zip(nodes, kids, strict=True)
            leads = beside + sum([self._ways[n] * self._by(rank, kid) for (n, _), kid in ways])
            doubt += times * self._unsure(leads, worlds)
        return doubt / cells

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
        rank, kids = found[waiting.pop()]
        if rank != LEAF_RANK:
            for kid in kids:
                if kid not in found:
                    found[kid] = node(kid)
                    waiting.append(kid)
    return found
