"""Taking a rule apart: each place where a condition stands, and the rule with another one there.

Redundant limbs and mutants are both "the rule with one thing changed". What may
be changed is told from outside; here is only where, and in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop.rules.conditions import All, Always, AnyOf, Condition, Not, Term
from desktop.rules.rule import Rule, RuleException

Told = tuple[str, Condition]
Alternatives = Callable[[Condition], Iterator[Told]]
"""What a condition could be instead, each with the change in words."""


@dataclass(frozen=True)
class Slot:
    """A place of a rule in which one condition stands."""

    name: str
    standing: Callable[[Rule], Condition | None]
    filled: Callable[[Rule, Condition], Rule]
    emptied: Callable[[Rule], Rule]


def _with_clock(rule: Rule, where: Condition | None) -> Rule:
    return replace(rule, clock=rule.clock and replace(rule.clock, where=where))


SLOTS = (
    Slot(
        "applies_when",
        lambda rule: rule.applies_when,
        lambda rule, other: replace(rule, applies_when=other),
        lambda rule: replace(rule, applies_when=Always()),
    ),
    Slot(
        "due_when",
        lambda rule: rule.due_when,
        lambda rule, other: replace(rule, due_when=other),
        lambda rule: replace(rule, due_when=Always()),
    ),
    Slot(
        "broken_when",
        lambda rule: rule.broken_when,
        lambda rule, other: replace(rule, broken_when=other),
        lambda rule: replace(rule, broken_when=None),
    ),
    Slot(
        "arguable_when",
        lambda rule: rule.arguable_when,
        lambda rule, other: replace(rule, arguable_when=other),
        lambda rule: replace(rule, arguable_when=None),
    ),
    Slot(
        "no_act_unsettled_when",
        lambda rule: rule.no_act_unsettled_when,
        lambda rule, other: replace(rule, no_act_unsettled_when=other),
        lambda rule: replace(rule, no_act_unsettled_when=None),
    ),
    Slot(
        "clock",
        lambda rule: rule.clock.where if rule.clock is not None else None,
        _with_clock,
        lambda rule: _with_clock(rule, None),
    ),
)


def words(condition: Condition) -> str:
    """The condition as its rule words it."""
    match condition:
        case Not(part=part, label=label):
            return label or f"not: {words(part)}"
        case All(label=label):
            return label or "all of these"
        case AnyOf(label=label):
            return label or "any one of these"
        case Term(name=name, label=label):
            return label or name
        case _:
            return condition.label


def rewritten(condition: Condition, alternatives: Alternatives) -> Iterator[Told]:
    """The condition with one node changed, at every node. A term is changed where it is defined."""
    yield from alternatives(condition)
    match condition:
        case Not(part=part):
            for told, changed in rewritten(part, alternatives):
                yield told, replace(condition, part=changed)
        case All(parts=parts) | AnyOf(parts=parts):
            for place, part in enumerate(parts):
                for told, changed in rewritten(part, alternatives):
                    among = (*parts[:place], changed, *parts[place + 1 :])
                    yield told, replace(condition, parts=among)
        case _:
            return


def without_a_limb(condition: Condition) -> Iterator[Told]:
    """Each part of an "all" or "any" left out. The last one left cannot be."""
    if isinstance(condition, All | AnyOf) and len(condition.parts) > 1:
        for place, part in enumerate(condition.parts):
            rest = (*condition.parts[:place], *condition.parts[place + 1 :])
            yield words(part), replace(condition, parts=rest)


def rules_rewritten(rule: Rule, alternatives: Alternatives) -> Iterator[tuple[str, str, Rule]]:
    """The rule with one node of one condition changed: where, what, and the rule."""
    for slot in SLOTS:
        standing = slot.standing(rule)
        if standing is not None:
            for told, changed in rewritten(standing, alternatives):
                yield slot.name, told, slot.filled(rule, changed)
    for place, doubt in enumerate(rule.unsettled_when):
        for told, changed in rewritten(doubt, alternatives):
            doubts = (*rule.unsettled_when[:place], changed, *rule.unsettled_when[place + 1 :])
            yield "unsettled_when", told, replace(rule, unsettled_when=doubts)

    def change_when(exception: RuleException) -> Iterator[tuple[str, RuleException]]:
        for told, changed in rewritten(exception.when, alternatives):
            yield told, replace(exception, when=changed)

    for where, told, unless in exceptions_rewritten(rule.unless, change_when):
        yield where, told, replace(rule, unless=unless)


def exceptions_rewritten(
    exceptions: tuple[RuleException, ...],
    alternatives: Callable[[RuleException], Iterator[tuple[str, RuleException | None]]],
) -> Iterator[tuple[str, str, tuple[RuleException, ...]]]:
    """The exceptions with one of them changed, nested ones too; ``None`` takes it away."""
    for place, exception in enumerate(exceptions):
        before, after = exceptions[:place], exceptions[place + 1 :]
        for told, changed in alternatives(exception):
            kept = () if changed is None else (changed,)
            yield f"unless {exception.id}", told, (*before, *kept, *after)
        for where, told, inner in exceptions_rewritten(exception.unless, alternatives):
            yield where, told, (*before, replace(exception, unless=inner), *after)


def without_a_test(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    """The rule with one whole test left out."""
    for slot in SLOTS:
        standing = slot.standing(rule)
        emptied = slot.emptied(rule)
        if standing is not None and emptied != rule:
            yield slot.name, words(standing), emptied
    for place, doubt in enumerate(rule.unsettled_when):
        rest = (*rule.unsettled_when[:place], *rule.unsettled_when[place + 1 :])
        yield "unsettled_when", words(doubt), replace(rule, unsettled_when=rest)


def with_term(condition: Condition, name: str, meaning: Condition) -> Condition:
    """The condition with a term's meaning replaced wherever the term stands in it."""
    match condition:
        case Term():
            inner = (
                meaning if condition.name == name else with_term(condition.meaning, name, meaning)
            )
            return replace(condition, meaning=inner)
        case Not(part=part):
            return replace(condition, part=with_term(part, name, meaning))
        case All(parts=parts) | AnyOf(parts=parts):
            return replace(condition, parts=tuple(with_term(p, name, meaning) for p in parts))
        case _:
            return condition


def rule_with_term(rule: Rule, name: str, meaning: Condition) -> Rule:
    """The rule with a term's meaning replaced."""

    def excepted(exception: RuleException) -> RuleException:
        return replace(
            exception,
            when=with_term(exception.when, name, meaning),
            unless=tuple(excepted(inner) for inner in exception.unless),
        )

    for slot in SLOTS:
        standing = slot.standing(rule)
        if standing is not None:
            rule = slot.filled(rule, with_term(standing, name, meaning))
    return replace(
        rule,
        unsettled_when=tuple(with_term(doubt, name, meaning) for doubt in rule.unsettled_when),
        unless=tuple(excepted(exception) for exception in rule.unless),
    )
