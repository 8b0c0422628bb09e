"""Conditions as trees, and as diagrams."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from desktop.domain.findings import Reason, Verdict
from desktop.rules.diagram import Forest
from desktop.rules.variables import Variable


@dataclass(frozen=True)
class IsIn:
    """Holds where the variable lies in the accepted cells."""

    variable: Variable
    accepted: frozenset[Hashable]
    label: str
    names: tuple[tuple[Hashable, str], ...] = ()

    @cached_property
    def reasons(self) -> TestReasons:
        """Every reason that the test can give, made once."""
        asks = self.variable.asks or None
        names = dict(self.names)
        holds, fails, doubt = [Reason(self.label, verdict, asks) for verdict in Verdict]
        of_one: dict[Hashable, Reason] = dict.fromkeys(self.accepted, holds)
        for cell, name in names.items():
            verdict = Verdict.HOLDS if cell in self.accepted else Verdict.FAILS
            of_one[cell] = Reason(f"{self.label}: {name}", verdict, asks)
        return TestReasons(holds, fails, doubt, of_one)


class TestReasons(NamedTuple):
    """What a test can say; where one cell is left, with its name if that says more."""

    holds: Reason
    fails: Reason
    open: Reason
    of_one: Mapping[Hashable, Reason]


@dataclass(frozen=True)
class All:
    """Holds where every part does."""

    parts: tuple[Condition, ...]
    label: str = ""


@dataclass(frozen=True)
class AnyOf:
    """Holds where one part does."""

    parts: tuple[Condition, ...]
    label: str = ""


@dataclass(frozen=True)
class Not:
    """Holds where its part fails."""

    part: Condition
    label: str = ""


@dataclass(frozen=True)
class Always:
    """Holds whatever the facts."""

    label: str = "always"


@dataclass(frozen=True)
class RuleSays:
    """Holds where another rule says one of these outcomes of the same custody."""

    rule: str
    outcomes: frozenset[str]
    label: str


@dataclass(frozen=True)
class Term:
    """A named condition, as a statute defines it; appears by its name in the reasons."""

    name: str
    meaning: Condition
    label: str = field(default="")
    cite: str | None = None


Condition = IsIn | All | AnyOf | Not | Always | RuleSays | Term


def verdict_of(test: IsIn, cells: frozenset[Hashable]) -> Verdict:
    if cells <= test.accepted:
        return Verdict.HOLDS
    return Verdict.FAILS if cells.isdisjoint(test.accepted) else Verdict.OPEN


def compiled(condition: Condition, forest: Forest, rules: Mapping[str, int]) -> int:
    """The condition as a diagram; ``rules`` are the diagrams of the rules it may name."""
    match condition:
        case IsIn():
            return forest.test(condition.variable, frozenset(condition.accepted))
        case Always():
            return forest.yes
        case RuleSays():
            wanted = condition.outcomes
            return forest.where(
                rules[condition.rule],
                lambda leaf: isinstance(leaf, tuple) and str(leaf[0]) in wanted,
            )
        case Not():
            return forest.negation(compiled(condition.part, forest, rules))
        case Term():
            return compiled(condition.meaning, forest, rules)
        case All():
            return forest.every([compiled(part, forest, rules) for part in condition.parts])
        case _:  # any of them
            return forest.some([compiled(part, forest, rules) for part in condition.parts])
