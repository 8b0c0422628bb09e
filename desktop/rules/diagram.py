"""The exact layer: a rule as a reduced multi-valued decision diagram.

Three-valued logic alone says "not known" where every completion agrees
("held or let go, either way ..."). A diagram answers exactly: which leaves are
still attainable, and which unanswered variables can still change the leaf.
Nodes are unique per forest, so two rules that mean the same are the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop.rules.reduced import LEAF_RANK, Known, Leaf, Nodes, Possible, bits
from desktop.rules.variables import Variable


@dataclass(frozen=True)
class Attainable:
    """The leaves that are still possible, and the variables that still separate them."""

    leaves: frozenset[Leaf]
    deciding: tuple[Variable, ...]


class Forest:
    """The diagrams of all rules over one growing order of variables."""

    def __init__(self) -> None:
        self._order: dict[Variable, int] = {}
        self._all = Nodes()
        self._variables, self._nodes = self._all.variables, self._all.nodes
        self.decided = self._all.decided
        self._choices: dict[tuple[int, int, int], int] = {}
        self.yes = self.leaf(True)
        self.no = self.leaf(False)

    def leaf(self, value: Leaf) -> int:
        return self._all.leaf(value)

    def test(self, variable: Variable, accepted: frozenset[object]) -> int:
        """The diagram that is yes where the variable lies in ``accepted``."""
        cells = range(len(variable.cells))
        leading = sum([1 << place for place in cells if variable.cells[place] in accepted])
        ways = {self.yes: leading, self.no: (1 << len(cells)) - 1 - leading}
        return self._node(self.number_of(variable), {kid: of for kid, of in ways.items() if of})

    def number_of(self, variable: Variable) -> int:
        """A variable's place in the order, which it keeps."""
        number = self._order.get(variable)
        if number is None:
            number = self._order[variable] = len(self._variables)
            self._all.add(variable)
        return number

    def choose(self, condition: int, then: int, otherwise: int) -> int:
        """``then`` where the condition is yes, ``otherwise`` where it is no."""
        rank, value = self._nodes[condition]
        if rank == LEAF_RANK:
            return then if value is True else otherwise
        if then == otherwise:
            return then
        if then == self.yes and otherwise == self.no:
            return condition
        key = (condition, then, otherwise)
        known = self._choices.get(key)
        if known is not None:
            return known
        top = min(rank, self._nodes[then][0], self._nodes[otherwise][0])
        ways: dict[int, int] = {}
        for parts, cells in self._parted(key, top):
            kid = self.choose(*parts)
            ways[kid] = ways.get(kid, 0) | cells
        made = self._choices[key] = self._node(top, ways)
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
                if rank == LEAF_RANK:
                    done[node] = self.leaf(wanted(content))
                else:
                    ways: dict[int, int] = {}
                    for kid, cells in content:
                        made = walk(kid)
                        ways[made] = ways.get(made, 0) | cells
                    done[node] = self._node(rank, ways)
            return done[node]

        return walk(root)

    def known(self, possible: Possible) -> Known:
        """What is possible, looked up once: for asking several diagrams about one case."""
        return Known(self._all, possible)

    def attainable(self, root: int, possible: Possible | Known) -> Attainable:
        """What the diagram can still say when each variable lies in its possible cells."""
        known = possible if isinstance(possible, Known) else self.known(possible)
        asks, says = known.left(root)
        return Attainable(self._all.said(says), self.named(asks))

    def asked_by(self, root: int) -> int:
        """The variables of which a diagram asks, one bit each."""
        return self._all.under[root][0]

    def said(self, leaves: int) -> frozenset[Leaf]:
        """What some leaves say that are left, one bit each."""
        return self._all.said(leaves)

    def named(self, variables: int) -> tuple[Variable, ...]:
        """Some variables that still decide, one bit each."""
        return tuple([self._variables[rank] for rank in bits(variables)])

    def variable(self, number: int) -> Variable:
        """The variable of a place in the order."""
        return self._variables[number]

    def split(self, node: int) -> tuple[Variable | None, object]:
        """A node's variable and its kids, one a cell; of a leaf, None and what it says."""
        rank, content = self._nodes[node]
        if rank == LEAF_RANK:
            return None, content
        return self._variables[rank], self._by_cell(node, rank)

    def split_together(self, one: int, other: int) -> tuple[Variable, tuple[tuple[int, int], ...]]:
        """The topmost variable of two diagrams, not both leaves, and both their kids by cell."""
        top = min(self._nodes[one][0], self._nodes[other][0])
        variable = self._variables[top]
        by_cell = self._by_cell(one, top), self._by_cell(other, top)
        return variable, tuple(zip(*by_cell, strict=True))

    def variables_of(self, root: int) -> tuple[Variable, ...]:
        """Every variable on which the diagram depends."""
        return self.attainable(root, lambda variable: frozenset(variable.cells)).deciding

    def _node(self, rank: int, ways: Mapping[int, int]) -> int:
        """The node of some ways, which is made once; the kid itself where there is one alone."""
        if len(ways) == 1:
            (only,) = ways
            return only
        key = (rank, tuple(sorted(ways.items())))
        known = self._all.unique.get(key)
        if known is None:
            known = self._all.unique[key] = len(self._nodes)
            self._nodes.append(key)
        return known

    def _parted(self, nodes: tuple[int, ...], rank: int) -> list[tuple[tuple[int, ...], int]]:
        """Where some nodes lead together, by a variable: the kid of each, and for which cells."""
        parted = [(nodes, self._all.full[rank])]
        for place, node in enumerate(nodes):
            own, ways = self._nodes[node]
            if own == rank:
                after = nodes[place + 1 :]
                parted = [
                    ((*kids[:place], kid, *after), cells & leading)
                    for kids, cells in parted
                    for kid, leading in ways
                    if cells & leading
                ]
        return parted

    def _by_cell(self, node: int, rank: int) -> tuple[int, ...]:
        """Where each cell of a variable leads from a node."""
        parted, places = self._parted((node,), rank), range(len(self._variables[rank].cells))
        return tuple([k for place in places for (k,), cells in parted if cells >> place & 1])
