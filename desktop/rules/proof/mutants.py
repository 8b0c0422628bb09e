"""Small mistakes that a drafter could make, each as a rule that makes it.

A limb dropped, all for any, a test negated, an agency swapped, a word of a list
too few or too many, a date off by a day, an hour by one, another outcome, an
exception removed. Examples that notice none of them prove nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.domain.findings import Outcome, Strength
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.conditions import All, AnyOf, Condition, IsIn, Not, RuleSays, Term
from desktop.rules.proof import limbs
from desktop.rules.proof.limbs import Told
from desktop.rules.rule import DateKind, Rule, RuleException
from desktop.rules.variables import (
    YES_OR_NO,
    Elapsed,
    Fact,
    Heard,
    LawDate,
    Mentions,
    MoreThan,
    Number,
    OfList,
    Since,
    Wanted,
    Where,
)

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


def mistaken(condition: Condition) -> Iterator[Told]:
    """One node of a condition, mistaken in each way that there is."""
    called = f"“{limbs.words(condition)}”"
    match condition:
        case All(parts=parts) if len(parts) > 1:
            yield f"{called}: any for all", AnyOf(parts, condition.label)
        case AnyOf(parts=parts) if len(parts) > 1:
            yield f"{called}: all for any", All(parts, condition.label)
        case Not(part=part):
            yield f"{called}: not negated", part
        case _:
            yield f"{called}: negated", Not(condition)
    for told, changed in limbs.without_a_limb(condition):
        yield f"“{told}” dropped", changed
    if isinstance(condition, IsIn):
        for told, changed in _other_tests(condition):
            yield f"{called}: {told}", changed
    if isinstance(condition, RuleSays):
        for outcome in _others_said(condition.outcomes):
            other = replace(condition, outcomes=frozenset((outcome,)))
            yield f"{called}: {outcome} instead", other


def _others_said(outcomes: frozenset[str]) -> Iterator[str]:
    for outcome in Outcome:
        if outcome is not Outcome.OPEN and outcome not in outcomes:
            yield outcome.value


def _other_tests(test: IsIn) -> Iterator[Told]:
    variable = test.variable
    if isinstance(variable, Fact) and variable.cells != YES_OR_NO:
        for told, accepted in _other_sets(test.accepted, variable.cells):
            yield told, replace(test, accepted=accepted)
    if isinstance(variable, Elapsed):
        yield (
            "the last instant",
            replace(test, variable=replace(variable, reached=not variable.reached)),
        )
        for hours in (variable.hours - 1, variable.hours + 1):
            if hours >= 0:
                yield f"{hours} hours", replace(test, variable=replace(variable, hours=hours))
    if isinstance(variable, Heard):
        for outcome in _others_said(variable.outcomes):
            heard = replace(variable, outcomes=frozenset((outcome,)))
            yield f"{outcome} instead", replace(test, variable=heard)
    if isinstance(variable, Number):
        yield from _other_limits(test, variable)
    if isinstance(variable, LawDate):
        yield from _other_days(test, variable)
    if isinstance(variable, OfList):
        for told, where in _other_entries(variable):
            yield told, replace(test, variable=replace(variable, where=where))


def _other_limits(test: IsIn, number: Number) -> Iterator[Told]:
    """A number that is compared with one more, or one less."""
    limit = number.limits[len(number.cells) - len(test.accepted) - 1]
    for other in (limit - 1, limit + 1):
        limits = tuple(sorted({*number.limits} - {limit} | {other}))
        moved = replace(number, limits=limits)
        yield f"{other} for {limit}", replace(test, variable=moved, accepted=moved.above(other))


def _other_days(test: IsIn, law: LawDate) -> Iterator[Told]:
    """The law of a day before, or of a day after."""
    day = law.changes[len(law.cells) - len(test.accepted) - 1]
    for days, told in ((-_DAY, "a day earlier"), (_DAY, "a day later")):
        changes = tuple(sorted({*law.changes} - {day} | {day + days}))
        moved = replace(law, changes=changes)
        yield told, replace(test, variable=moved, accepted=moved.since(day + days))


def _other_entries(variable: OfList) -> Iterator[tuple[str, Where]]:
    for place, (name, wanted, unwanted) in enumerate(variable.where):
        before, after = variable.where[:place], variable.where[place + 1 :]
        yield f"any {name}", (*before, *after)
        yield f"{name} the other way round", (*before, (name, wanted, not unwanted), *after)
        for told, other in _others_wanted(wanted, LISTS[variable.list_name][name].words):
            yield f"{name} {told}", (*before, (name, other, unwanted), *after)


def _others_wanted(wanted: Wanted, domain: tuple[str, ...]) -> Iterator[tuple[str, Wanted]]:
    """What a field must be, a little too little or too much."""
    match wanted:
        case MoreThan(limit):
            for other in (limit - 1, limit + 1):
                yield f"more than {other}", MoreThan(other)
        case Since(day):
            yield "a day earlier", Since(day - _DAY)
            yield "a day later", Since(day + _DAY)
        case Mentions(names):
            for name in names if len(names) > 1 else ():
                yield f"without {name}", Mentions(tuple(n for n in names if n != name))
        case frozenset():
            yield from _other_sets(wanted, domain)


def _other_sets(
    wanted: Iterable[Hashable], domain: tuple[Hashable, ...]
) -> Iterator[tuple[str, frozenset[Hashable]]]:
    """A set of words with one too few, one too many, or one agency for another."""
    held = frozenset(wanted)
    outside = [word for word in domain if word not in held]
    for word in (word for word in domain if word in held):
        if len(held) > 1:
            yield f"without {word}", held - {word}
        if domain == AGENCIES and outside:
            yield f"{outside[0]} for {word}", held - {word} | {outside[0]}
    for word in outside:
        yield f"also {word}", held | {word}


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
    for told, others in _other_tuples(rule.also_acts_by, AGENCIES):
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
        for told, words in _other_sets(listed, domain):
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
