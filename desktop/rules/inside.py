"""What a rule is made of: every condition in it, its terms looked into."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.rules.conditions import All, AnyOf, Condition, Not, Term
from desktop.rules.rule import Rule, every_exception


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """The conditions that stand in a rule, in the order in which they are tested."""
    yield from (rule.covered, rule.applies_when, rule.due_when)
    yield from (exception.when for exception in every_exception(rule.unless))
    yield from rule.doubts
    for condition in (rule.no_act_unsettled_when, rule.broken_when, rule.arguable_when):
        if condition is not None:
            yield condition
    yield from (condition for condition, _ in rule.warns)
    if rule.clock is not None and rule.clock.where is not None:
        yield rule.clock.where


def everything_in(condition: Condition) -> Iterator[Condition]:
    """The condition and all that is in it, also what its terms mean."""
    yield condition
    match condition:
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from everything_in(part)
        case Not(part=part):
            yield from everything_in(part)
        case Term(meaning=meaning):
            yield from everything_in(meaning)


def everything_of(rule: Rule) -> Iterator[Condition]:
    """Every condition in a rule, however deep."""
    for condition in conditions_of(rule):
        yield from everything_in(condition)
