"""What the rules of some packs may speak of: every fact that a condition can test.

Of a place, the cells are the places that some rule names, and another; a number is cut
at the limits that some rule names. So the facts are known once all packs are opened,
and packs that are compared are opened together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.places import PLACES, known_place
from desktop.domain.question import Question
from desktop.domain.vocabulary import LISTS, SCALARS, Kind
from desktop.rules.rule import ACTOR
from desktop.rules.variables import ANOTHER, YES_OR_NO, Fact, LawDate, Number, Place

KEPT = Fact("kept", YES_OR_NO, "release.still_held")
_NO_CONDITIONS = frozenset(("examples", "examples_share", "where"))
"""What holds no condition; the fields of an entry, and its days, are another matter."""


@dataclass(frozen=True)
class Speakable:
    """Facts, numbers and moments by the names under which a condition may test them."""

    facts: Mapping[str, Fact]
    numbers: Mapping[str, Number]
    moments: tuple[str, ...]
    asked: Mapping[str, Question]
    law_of_the_day: LawDate
    """The day whose law is asked for, cut at every day that a condition names."""


def speakable(*documents: Any, asked: Sequence[Question] = ()) -> Speakable:
    """What the conditions in some documents may speak of; ``asked`` are the packs' questions."""
    by_key = {question.key: question for question in asked}
    kinds = {**SCALARS, **{key: question.takes for key, question in by_key.items()}}
    places: dict[str, set[str]] = {key: set() for key in PLACES}
    limits: dict[str, set[int]] = {k: set() for k, key in kinds.items() if key.kind is Kind.NUMBER}
    days: set[date] = set()
    for tested in _conditions(documents):
        days.update(_days(tested.get("since")))
        if "fact" not in tested:
            continue
        key, (words, limit) = str(tested["fact"]), _words_and_limit(tested)
        if key in places:
            places[key].update(filter(None, (known_place(key, word) for word in words)))
        elif key in limits and isinstance(limit, int):
            limits[key].add(limit)
    facts = dict(_FACTS)
    for key, named in places.items():
        cells = (*(place for place in PLACES[key] if place in named), ANOTHER)
        facts[key] = Place(key, cells, key)
    for key, question in by_key.items():
        if question.takes.kind in (Kind.YES_NO, Kind.WORD):
            facts[key] = Fact(key, question.takes.words or YES_OR_NO, key, question)
    numbers = {
        key: Number(key, tuple(sorted(found)), by_key.get(key)) for key, found in limits.items()
    }
    moments = [
        key
        for key, taken in kinds.items()
        if taken.kind is Kind.MOMENT or (taken.kind is Kind.DAY and key in by_key)
    ]
    law_of_the_day = LawDate("as_of", tuple(sorted(days)))
    return Speakable(facts, numbers, tuple(moments), by_key, law_of_the_day)


def _conditions(documents: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping in some documents in which a condition can stand."""
    waiting = [documents]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting += [inner for name, inner in part.items() if name not in _NO_CONDITIONS]
        elif isinstance(part, list | tuple):
            waiting += part


def _words_and_limit(tested: Mapping[str, Any]) -> tuple[tuple[str, ...], object]:
    """The words and the limit against which a condition holds a fact."""
    words = tested.get("in", tested.get("is"))
    listed = words if isinstance(words, list) else [words]
    return tuple(word for word in listed if isinstance(word, str)), tested.get("more_than")


def _days(since: object) -> Iterator[date]:
    """The day whose law a condition names."""
    if isinstance(since, str):
        with suppress(ValueError):  # the grammar refuses it with its line
            yield date.fromisoformat(since)


def _facts() -> dict[str, Fact]:
    known = {"actor": ACTOR, "kept": KEPT}
    for key, kind in SCALARS.items():
        if kind.kind is Kind.YES_NO:
            known[key] = Fact(key, YES_OR_NO, key)
        elif kind.kind is Kind.WORD:
            known[key] = Fact(key, kind.words, key)
    for name, kind in LISTS["acts"].items():
        if kind.kind is Kind.YES_NO:
            known[f"act.{name}"] = Fact(f"act.{name}", YES_OR_NO, "acts")
        elif kind.kind is Kind.WORD:
            known[f"act.{name}"] = Fact(f"act.{name}", kind.words, "acts")
    return known


_FACTS = _facts()
