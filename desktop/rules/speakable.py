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
_NO_CONDITIONS = ("examples", "examples_share")


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
    for key, words, limit in _tested(documents):
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
    days = LawDate("as_of", tuple(sorted(set(_days(documents)))))
    return Speakable(facts, numbers, tuple(moments), by_key, days)


def _tested(document: Any) -> Iterator[tuple[str, tuple[str, ...], object]]:
    """Each fact that a document tests, with the words and the limit that it names."""
    if isinstance(document, dict):
        if "fact" in document:
            words = document.get("in", document.get("is"))
            listed = words if isinstance(words, list) else [words]
            named = tuple(word for word in listed if isinstance(word, str))
            yield str(document["fact"]), named, document.get("more_than")
        for name, part in document.items():
            if name not in _NO_CONDITIONS:
                yield from _tested(part)
    elif isinstance(document, list | tuple):
        for part in document:
            yield from _tested(part)


def _days(document: Any) -> Iterator[date]:
    """Each day whose law a condition names; the day of a paper is another matter."""
    if isinstance(document, dict):
        if isinstance(document.get("since"), str):
            with suppress(ValueError):  # the grammar refuses it with its line
                yield date.fromisoformat(document["since"])
        for name, part in document.items():
            if name not in (*_NO_CONDITIONS, "where"):
                yield from _days(part)
    elif isinstance(document, list | tuple):
        for part in document:
            yield from _days(part)


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
