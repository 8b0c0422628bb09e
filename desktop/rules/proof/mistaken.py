"""Small mistakes in a condition: one node of it, mistaken in each way that there is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from desktop.domain.findings import Outcome
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.conditions import All, AnyOf, Condition, IsIn, Not, RuleSays
from desktop.rules.proof import limbs
from desktop.rules.proof.limbs import Told
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
        for told, accepted in other_sets(test.accepted, variable.cells):
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
        case _:
            yield from other_sets(wanted, domain)


def other_sets(
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
