"""Small mistakes that a drafter could make, each as a rule that makes it.

A limb dropped, all for any, a test negated, an agency swapped, a word of a list
too few or too many, a date off by a day, an hour by one, another outcome, an
exception removed. Examples that notice none of them prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.domain.findings import Outcome, Strength
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.conditions import Condition, Term
from desktop.rules.proof import limbs
from desktop.rules.proof.mistaken import mistaken, other_sets
from desktop.rules.rule import DateKind, Rule, RuleException

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """A rule with one mistake, and the mistake in words."""

    told: str
    rule: Rule


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Every rule that is one mistake away from this one."""
    for where, told, changed in _all(rule):
        yield Mutant(f"{where}: {told}", changed)


def mutants_of_term(term: Term) -> Iterator[tuple[str, Condition]]:
    """Every meaning that is one mistake away from a term's own."""
    for told, changed in limbs.rewritten(term.meaning, mistaken):
        yield f"means: {told}", changed


def _all(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    for where, told, changed in limbs.without_a_test(rule):
        yield where, f"“{told}” dropped", changed
    yield from limbs.rules_rewritten(rule, mistaken)
    for where, told, unless in limbs.exceptions_rewritten(rule.unless, _other_exceptions):
        yield where, told, replace(rule, unless=unless)
    yield from _other_reach(rule)
    yield from _other_words_said(rule)
    yield from _other_times(rule)


def _other_exceptions(exception: RuleException) -> Iterator[tuple[str, RuleException | None]]:
    yield "removed", None
    other = _other_outcome(exception.outcome)
    yield f"says {other}", replace(exception, outcome=other)


def _other_reach(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    """Somebody bound too few or too many; an act looked at too few or too many."""
    for told, binds in _other_tuples(rule.binds, AGENCIES):
        yield "binds", told, replace(rule, binds=binds)
    for told, unclear in _other_tuples(rule.unclear_for, AGENCIES):
        yield "unclear_for", told, replace(rule, unclear_for=unclear)
    unbound = tuple(agency for agency in AGENCIES if agency not in rule.reached)
    for told, others in _other_tuples(rule.also_acts_by, unbound):
        yield "also_acts_by", told, replace(rule, also_acts_by=others)
    if rule.counts_the_arrest:
        yield "counts_the_arrest", "left out", replace(rule, counts_the_arrest=False)
    for told, kinds in _other_tuples(rule.act_kinds, LISTS["acts"]["kind"].words):
        yield "act_kinds", told, replace(rule, act_kinds=kinds)


def _other_tuples(
    listed: tuple[str, ...], domain: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A list of a rule with one word too few or too many; an empty one means something else."""
    if listed:
        for told, words in other_sets(listed, domain):
            yield told, tuple(word for word in domain if word in words)


def _other_words_said(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    other = _other_outcome(rule.otherwise)
    yield "otherwise", f"{other}", replace(rule, otherwise=other)
    if rule.broken_when is not None:
        swapped = Strength.ARGUABLE if rule.strength is Strength.STRONG else Strength.STRONG
        yield "strength", f"{swapped}", replace(rule, strength=swapped)
    for place, version in enumerate(rule.versions):
        for outcome in (None, Outcome.NOT_IN_FORCE, Outcome.UNSETTLED):
            if outcome is version.outcome:
                continue
            versions = (
                *rule.versions[:place],
                replace(version, outcome=outcome),
                *rule.versions[place + 1 :],
            )
            since = version.start or "the beginning"
            yield "versions", f"{outcome or 'law'} from {since}", replace(rule, versions=versions)


def _other_times(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    for place, version in enumerate(rule.versions):
        for days, told in ((-_DAY, "a day earlier"), (_DAY, "a day later")):
            if version.start is not None:
                moved = replace(version, start=version.start + days)
                versions = (*rule.versions[:place], moved, *rule.versions[place + 1 :])
                yield "versions", f"{version.start} {told}", replace(rule, versions=versions)
    if rule.clock is not None:
        for hours in (rule.clock.hours - 1, rule.clock.hours + 1):
            clock = replace(rule.clock, hours=hours)
            yield "clock", f"{hours} hours", replace(rule, clock=clock)
        for told, when in _other_outcomes(rule, rule.clock.when):
            yield "clock", told, replace(rule, clock=replace(rule.clock, when=when))
    for place, day in enumerate(rule.dates):
        for told, changed in _other_keeping(rule, day):
            dates = (*rule.dates[:place], changed, *rule.dates[place + 1 :])
            yield "dates", f"“{day.what}”: {told}", replace(rule, dates=dates)


def _other_keeping(rule: Rule, day: DateKind) -> Iterator[tuple[str, DateKind]]:
    """A day to keep that is counted one too few or too many, or kept where it should not be."""
    for count in (day.count - 1, day.count + 1):
        yield f"{count} {day.unit}", replace(day, count=count)
    for told, when in _other_outcomes(rule, day.when):
        yield told, replace(day, when=when)


def _other_outcomes(
    rule: Rule, when: tuple[Outcome, ...]
) -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """The outcomes at which something is counted, with one too few or too many."""
    for outcome in when:
        yield f"not where {outcome}", tuple(other for other in when if other is not outcome)
    for word in rule.explains:
        if word != Outcome.OPEN and Outcome(word) not in when:
            yield f"also where {word}", (*when, Outcome(word))


def _other_outcome(outcome: Outcome) -> Outcome:
    return Outcome.ALLOWS if outcome is not Outcome.ALLOWS else Outcome.PROTECTS
