"""The claims about knowledge bite: an engine that takes silence for an answer is caught.

Each saboteur fills the gaps of a case in its own way and hands it to the honest
engine. What it then says must break the claim that more facts flip nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from random import Random
from types import MappingProxyType

import pytest

from desktop.domain.case import Case, Entry
from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, Outcome
from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import COMPLETABLE, LISTS, SCALARS, Key, Kind
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from tests.rules.less_known import less_known
from tests.rules.whole_cases import moment_of, whole_case

BOOK = Library().book
Saboteur = Callable[[Case], Case]
_Fill = Callable[[Answer, Key], Answer]


def _filled(case: Case, fill: _Fill) -> Case:
    """The case with every answer, also one that nobody gave, passed through ``fill``."""
    answers = {name: fill(case.get(name), key) for name, key in SCALARS.items()}
    lists = {
        name: tuple(
            Entry({field: fill(entry.get(field), key) for field, key in LISTS[name].items()})
            for entry in case.entries(name)
        )
        for name in case.lists
    }
    return replace(case, answers=MappingProxyType(answers), lists=MappingProxyType(lists))


def silence_is_no(case: Case) -> Case:
    def fill(answer: Answer, key: Key) -> Answer:
        return False if isinstance(answer, Silence) and key.kind is Kind.YES_NO else answer

    return _filled(case, fill)


def declined_is_no(case: Case) -> Case:
    def fill(answer: Answer, key: Key) -> Answer:
        return False if answer is Silence.WITHHELD and key.kind is Kind.YES_NO else answer

    return _filled(case, fill)


def silence_is_the_first_word(case: Case) -> Case:
    def fill(answer: Answer, key: Key) -> Answer:
        return key.words[0] if isinstance(answer, Silence) and key.kind is Kind.WORD else answer

    return _filled(case, fill)


def one_of_several_is_the_first(case: Case) -> Case:
    return _filled(case, lambda answer, _: answer.words[0] if isinstance(answer, OneOf) else answer)


def a_span_is_its_beginning(case: Case) -> Case:
    def fill(answer: Answer, _: Key) -> Answer:
        if not isinstance(answer, Moment):
            return answer
        start = answer.earliest or answer.latest
        return Moment(start, start, answer.written)

    return _filled(case, fill)


def every_list_is_whole(case: Case) -> Case:
    return replace(case, complete=frozenset(COMPLETABLE), declined_lists=frozenset())


SABOTEURS: list[Saboteur] = [
    silence_is_no,
    declined_is_no,
    silence_is_the_first_word,
    one_of_several_is_the_first,
    a_span_is_its_beginning,
    every_list_is_whole,
]


def _flips(engine: Callable[[Case, datetime], Assessment], seeds: range) -> Iterator[str]:
    """Where the engine says one thing on less, and another on more."""
    for seed in seeds:
        chance = Random(seed)
        whole = whole_case(chance)
        less = less_known(whole, chance, kept=0.7)
        before = engine(read_case(less), moment_of(less))
        after = engine(read_case(whole), moment_of(whole))
        for one in before.findings:  # a town's rule may be told on more alone
            other = after.finding(one.rule)
            if other is None:
                yield f"{seed}: {one.rule} is told no more"
            elif one.outcome is not Outcome.OPEN and one.outcome is not other.outcome:
                yield f"{seed}: {one.rule} {one.outcome.value} -> {other.outcome.value}"


def _honest(case: Case, as_of: datetime) -> Assessment:
    return assess(case, BOOK, as_of)


def test_an_honest_engine_flips_nothing() -> None:
    assert list(_flips(_honest, range(100))) == []


@pytest.mark.parametrize("saboteur", SABOTEURS, ids=lambda one: one.__name__)
def test_a_saboteur_is_caught(saboteur: Saboteur) -> None:
    flips = _flips(lambda case, as_of: _honest(saboteur(case), as_of), range(100))
    assert next(flips, None) is not None
