"""The words of a test to which its author gave no label."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from desktop.domain.names import AGENCY_NAMES, FORM_NAMES, WORD_NAMES
from desktop.domain.places import PLACES
from desktop.domain.vocabulary import AGENCIES
from desktop.language.marks import N_
from desktop.rules.in_words import FORM_KEYS, about
from desktop.rules.rule import ACTOR
from desktop.rules.variables import (
    YES_OR_NO,
    Elapsed,
    Fact,
    Mentions,
    MoreThan,
    Number,
    Since,
    Wanted,
    Where,
)


def short(variable: Fact | Number | Elapsed) -> str:
    return N_("who does it") if variable.key == ACTOR.key else about(variable)


def names_of(fact: Fact) -> tuple[tuple[Hashable, str], ...]:
    names: Mapping[str, str] = WORD_NAMES.get(fact.key) or PLACES.get(fact.key, {})
    if fact.asked is not None:
        names = dict(fact.asked.names)
    if fact.cells == AGENCIES:
        names = AGENCY_NAMES
    return tuple((word, names[str(word)]) for word in fact.cells if word in names)


def fact_words(fact: Fact, accepted: frozenset[Hashable]) -> str:
    if fact.cells == YES_OR_NO:
        return f"{about(fact).rstrip('?')}: {'yes' if True in accepted else 'no'}"
    names = {str(word): name for word, name in names_of(fact)}
    chosen = [names.get(str(word), str(word)) for word in fact.cells if word in accepted]
    return f"{short(fact)}: {' or '.join(chosen)}"


def where_words(name: str, where: Where) -> str:
    parts = []
    for field, wanted, unwanted in where:
        parts.append(f"{field} {'not ' if unwanted else ''}{_wanted_words(name, field, wanted)}")
    return ", ".join(parts) or "any at all"


def _wanted_words(name: str, field: str, wanted: Wanted) -> str:
    match wanted:
        case MoreThan(limit):
            return f"more than {limit}"
        case Since(day):
            return f"since {day}"
        case Mentions(mentioned):
            return f"mentions {' or '.join(mentioned)}"
    names = FORM_NAMES if field in FORM_KEYS else WORD_NAMES.get(f"{name}.{field}", {})
    return " or ".join(sorted(names.get(str(word), str(word)) for word in wanted))


def number_words(number: Number, limit: int) -> str:
    return f"{short(number)}: more than {limit}"
