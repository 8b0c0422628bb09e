"""How conditions come out when some answers are missing, step by step in words.

Strong Kleene logic: one failure decides an "all", one success an "any"; short of
that, one doubt leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.findings import Reason, Verdict
from desktop.rules.conditions import All, Always, AnyOf, Condition, IsIn, Not, RuleSays, Term
from desktop.rules.reduced import Possible

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN


class Reasoning:
    """How conditions come out in one state of knowledge, step by step.

    What was looked at once is kept: many rules rest on the same terms.
    """

    def __init__(self, possible: Possible, rule_says: Callable[[RuleSays], Verdict]) -> None:
        self.possible, self.rule_says = possible, rule_says
        self._told: dict[int, tuple[Condition, Reason]] = {}

    def of(self, condition: Condition) -> Reason:
        """The condition's reason, with those under it."""
        told = self._told.get(id(condition))
        if told is None:
            told = condition, _TOLD[type(condition)](condition, self)
            self._told[id(condition)] = told  # with the condition, so that its number stays its own
        return told[1]


def _test(test: IsIn, seen: Reasoning) -> Reason:
    cells = seen.possible(test.variable)
    reasons = test.reasons
    if len(cells) == 1:
        (cell,) = cells
        return reasons.of_one.get(cell, reasons.fails)
    if cells <= test.accepted:
        return reasons.holds
    return reasons.fails if cells.isdisjoint(test.accepted) else reasons.open


def _said(named: RuleSays, seen: Reasoning) -> Reason:
    return Reason(named.label, seen.rule_says(named))


def _always(condition: Always, seen: Reasoning) -> Reason:
    return Reason(condition.label, HOLDS)


def _term(term: Term, seen: Reasoning) -> Reason:
    """A term is told by its name, unless it is but another word for one fact."""
    told = seen.of(term.meaning)
    if isinstance(term.meaning, IsIn):
        return told
    return Reason(term.label or term.name, told.verdict, told.fact, told.reasons)


def _not(condition: Not, seen: Reasoning) -> Reason:
    inner = seen.of(condition.part)
    words = condition.label or f"not: {inner.text}"
    return Reason(words, _TURNED[inner.verdict], None, (inner,))


def _all(condition: All, seen: Reasoning) -> Reason:
    """One failure decides; short of that, one doubt leaves it open."""
    steps = tuple([seen.of(part) for part in condition.parts])
    verdict = HOLDS
    for step in steps:
        if step.verdict is FAILS:
            verdict = FAILS
            break
        if step.verdict is OPEN:
            verdict = OPEN
    return Reason(condition.label or "all of these", verdict, None, steps)


def _any_of(condition: AnyOf, seen: Reasoning) -> Reason:
    """One success decides; short of that, one doubt leaves it open."""
    steps = tuple([seen.of(part) for part in condition.parts])
    verdict = FAILS
    for step in steps:
        if step.verdict is HOLDS:
            verdict = HOLDS
            break
        if step.verdict is OPEN:
            verdict = OPEN
    return Reason(condition.label or "any one of these", verdict, None, steps)


_TOLD: Mapping[type, Callable[[Any, Reasoning], Reason]] = {
    IsIn: _test,
    All: _all,
    AnyOf: _any_of,
    Not: _not,
    Always: _always,
    RuleSays: _said,
    Term: _term,
}
_TURNED = {
    HOLDS: FAILS,
    FAILS: HOLDS,
    OPEN: OPEN,
}
