"""Taking a rule apart: each place where a condition stands, and the rule with another one there.

Redundant limbs and mutants are both "the rule with one thing changed". What may
be changed is told from outside; here is only where, and in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop.rules.conditions import All, Always, AnyOf, Condition, Not, Term
from desktop.rules.rule import Rule, RuleException

Told = tuple[str, Condition]
Alternatives = Callable[[Condition], Iterator[Told]]
"""What a condition could be instead, each with the change in words."""
ONE_CONDITION = (
    "applies_when",
    "due_when",
    "no_act_unsettled_when",
    "broken_when",
    "arguable_when",
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
    for name in ONE_CONDITION:
        standing = getattr(rule, name)
        if standing is not None:
            for told, changed in rewritten(standing, alternatives):
                yield name, told, replace(rule, **{name: changed})
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
    for name, left in (("applies_when", Always()), ("due_when", Always()), ("arguable_when", None)):
        standing = getattr(rule, name)
        if standing is not None and not isinstance(standing, Always):
            yield name, words(standing), replace(rule, **{name: left})
    for place, doubt in enumerate(rule.unsettled_when):
        rest = (*rule.unsettled_when[:place], *rule.unsettled_when[place + 1 :])
        yield "unsettled_when", words(doubt), replace(rule, unsettled_when=rest)
    for name in ("broken_when", "no_act_unsettled_when"):
        standing = getattr(rule, name)
        if standing is not None:
            yield name, words(standing), replace(rule, **{name: None})


def with_term(condition: Condition, name: str, meaning: Condition) -> Condition:
    """The condition with a term's meaning replaced wherever the term stands in it."""
    match condition:
        case Term():
            inner = meaning if condition.name == name else with_term(condition.meaning, name, meaning)
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

    named = {key: getattr(rule, key) for key in ONE_CONDITION}
    return replace(
        rule,
        unsettled_when=tuple(with_term(doubt, name, meaning) for doubt in rule.unsettled_when),
        unless=tuple(excepted(exception) for exception in rule.unless),
        **{k: with_term(c, name, meaning) for k, c in named.items() if c is not None},
    )
