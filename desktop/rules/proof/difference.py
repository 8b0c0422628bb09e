"""Where two diagrams say different things, nearest to a case that we know.

A case far from every example tells an attorney little. So the search begins at
an example and changes as few facts as it can.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import count

from desktop.rules.diagram import Forest
from desktop.rules.reduced import Possible
from desktop.rules.variables import Variable

Assignment = Mapping[Variable, Hashable]
_CHANGED, _TOLD = 2, 1
"""What it costs to change an answer, and to give one that was missing."""


def differences(forest: Forest, one: int, other: int, near: Possible) -> Iterator[Assignment]:
    """Cells of the variables at which the diagrams differ, those first that change least.

    Only variables that lie on the way are in an assignment; the rest may stay as they are.
    """
    least = _Least(forest, near)
    first = least.cost(one, other)
    if first is None:
        return
    order = count()
    waiting = [(first, next(order), 0, one, other, _NOTHING)]
    while waiting:
        _, _, spent, left, right, chosen = heappop(waiting)
        if least.apart(left, right):
            yield dict(chosen)
            continue
        variable, pairs = forest.split_together(left, right)
        for cell, pair in _representatives(variable, pairs, near):
            ahead = least.cost(*pair)
            if ahead is not None:
                paid = spent + _price(near(variable), cell)
                path = (*chosen, (variable, cell))
                heappush(waiting, (paid + ahead, next(order), paid, *pair, path))


_NOTHING: tuple[tuple[Variable, Hashable], ...] = ()


class _Least:
    """The least that has to be changed below a pair of nodes to tell them apart."""

    def __init__(self, forest: Forest, near: Possible) -> None:
        self._forest, self._near = forest, near
        self._known: dict[tuple[int, int], int | None] = {}

    def apart(self, one: int, other: int) -> bool:
        """Whether both are leaves, and different ones."""
        leaves = self._forest.split(one)[0] is None and self._forest.split(other)[0] is None
        return leaves and one != other

    def cost(self, one: int, other: int) -> int | None:
        """None where both always say the same."""
        if one == other:
            return None
        if self.apart(one, other):
            return 0
        if (one, other) not in self._known:
            variable, pairs = self._forest.split_together(one, other)
            possible = self._near(variable)
            costs = [
                _price(possible, cell) + ahead
                for cell, pair in zip(variable.cells, pairs, strict=True)
                if (ahead := self.cost(*pair)) is not None
            ]
            self._known[one, other] = min(costs, default=None)
        return self._known[one, other]


def _price(possible: frozenset[Hashable], cell: Hashable) -> int:
    if cell not in possible:
        return _CHANGED
    return _TOLD if len(possible) > 1 else 0


def _representatives(
    variable: Variable, pairs: tuple[tuple[int, int], ...], near: Possible
) -> Iterator[tuple[Hashable, tuple[int, int]]]:
    """One cell for each way on: the one that is known, else the first two of the vocabulary."""
    taken: dict[tuple[int, int], int] = {}
    cells = list(zip(variable.cells, pairs, strict=True))
    for cell, pair in sorted(cells, key=lambda found: found[0] not in near(variable)):
        if taken.get(pair, 0) < 2:
            taken[pair] = taken.get(pair, 0) + 1
            yield cell, pair
