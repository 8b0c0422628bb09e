"""Conditions as trees, and how they come out when some answers are missing.

Strong Kleene logic: one failure decides an "all", one success an "any"; short of
that, one doubt leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.domain.findings import Reason, Verdict
from desktop.rules.diagram import Forest
from desktop.rules.reduced import Possible
from desktop.rules.variables import Variable


@dataclass(frozen=True)
class IsIn:
    """Holds where the variable lies in the accepted cells."""

    variable: Variable
    accepted: frozenset[Hashable]
    label: str
    names: tuple[tuple[Hashable, str], ...] = ()


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


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """One failure decides; short of that, one doubt leaves it open."""
    seen = set(verdicts)
    for verdict in (Verdict.FAILS, Verdict.OPEN):
        if verdict in seen:
            return verdict
    return Verdict.HOLDS


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """One success decides; short of that, one doubt leaves it open."""
    return _turned(all_of(_turned(verdict) for verdict in verdicts))


def verdict_of(test: IsIn, cells: frozenset[Hashable]) -> Verdict:
    if cells <= test.accepted:
        return Verdict.HOLDS
    return Verdict.FAILS if cells.isdisjoint(test.accepted) else Verdict.OPEN


def _in_words(test: IsIn, cells: frozenset[Hashable]) -> str:
    """The test in words, with the word that was answered where it says more."""
    if not test.names or len(cells) > 1:
        return test.label
    names = [name for cell, name in test.names if cell in cells]
    return f"{test.label}: {names[0]}" if names else test.label


def reason_for(
    condition: Condition,
    possible: Possible,
    rules: Callable[[RuleSays], Reason],
    told: dict[int, tuple[Condition, Reason]] | None = None,
) -> Reason:
    """The condition's proof: how it came out, step by step.

    ``told`` keeps what terms mean, which many rules share.
    """
    told = {} if told is None else told
    match condition:
        case IsIn():
            cells = possible(condition.variable)
            words = _in_words(condition, cells)
            return Reason(words, verdict_of(condition, cells), condition.variable.asks or None)
        case Always():
            return Reason(condition.label, Verdict.HOLDS)
        case RuleSays():
            return rules(condition)
        case Not():
            inner = reason_for(condition.part, possible, rules, told)
            return Reason(
                condition.label or f"not: {inner.text}",
                _turned(inner.verdict),
                None,
                (inner,),
            )
        case Term():
            meaning = condition.meaning
            if id(meaning) not in told:
                told[id(meaning)] = (meaning, reason_for(meaning, possible, rules, told))
            inner = told[id(meaning)][1]
            is_one_fact = isinstance(condition.meaning, IsIn)
            words = inner.text if is_one_fact else condition.label or condition.name
            return Reason(words, inner.verdict, inner.fact, inner.reasons)
        case All():
            steps = tuple([reason_for(part, possible, rules, told) for part in condition.parts])
            return Reason(
                condition.label or "all of these",
                all_of([s.verdict for s in steps]),
                None,
                steps,
            )
        case AnyOf():
            steps = tuple([reason_for(part, possible, rules, told) for part in condition.parts])
            return Reason(
                condition.label or "any one of these",
                any_of([s.verdict for s in steps]),
                None,
                steps,
            )


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
        case AnyOf():
            return forest.some([compiled(part, forest, rules) for part in condition.parts])


def _turned(verdict: Verdict) -> Verdict:
    return {Verdict.HOLDS: Verdict.FAILS, Verdict.FAILS: Verdict.HOLDS}.get(verdict, verdict)
