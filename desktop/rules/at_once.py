"""What a case says of its plain facts and of its lists, read at once for all rules.

Of most that rules look at nobody has said anything. So everything is open to begin
with, and only what was answered is looked up.
"""

from __future__ import annotations

from desktop.domain.case import Case
from desktop.domain.silence import Answer
from desktop.rules.cells import Cells, cells_of, cells_of_any
from desktop.rules.diagram import Forest
from desktop.rules.listed import fits_list
from desktop.rules.variables import Fact, OfList, Variable


class AtOnce:
    """The variables of a forest that hang on one answer or on one list, whoever is looked at."""

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        self._facts: dict[str, list[tuple[int, Fact]]] = {}
        self._of_list: dict[str, list[tuple[int, OfList]]] = {}
        self._open: dict[int, int] = {}
        for number, variable in enumerate(forest.variables):
            if type(variable) is Fact and variable.is_plain:
                self._facts.setdefault(variable.key, []).append((number, variable))
            elif isinstance(variable, OfList):
                self._of_list.setdefault(variable.list_name, []).append((number, variable))
            else:
                continue
            self._open[number] = forest.bits(number, frozenset(variable.cells))

    def read(self, case: Case) -> dict[int, int]:
        """By the number of each of these variables the cells that are possible, one bit each."""
        found, bits = dict(self._open), self._forest.bits
        for key, answer in case.answers.items():
            for number, fact in self._facts.get(key, ()):
                found[number] = bits(number, answered(answer, fact))
        for name, variables in self._of_list.items():
            if case.entries(name) or case.is_whole(name):
                for number, variable in variables:
                    found[number] = bits(number, fits_list(case, variable))
        return found

    def without(self, variable: Variable, told: dict[int, int]) -> dict[int, int]:
        """What is told of all variables but one."""
        left_out = self._forest.number_of(variable)
        return {number: cells for number, cells in told.items() if number != left_out}


def answered(answer: Answer | None, fact: Fact) -> Cells:
    """What the answer to its own question leaves possible of a fact."""
    if answer is None:
        return fact.everything
    if fact.asked is not None:
        return cells_of_any(answer, fact.cells)
    return fact.alone.get(answer) or cells_of(answer, fact.cells)
