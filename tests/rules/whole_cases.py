"""Cases in which everything is known, drawn from every key of the contract.

The keys and words come from the vocabulary's own table, so a new key is drawn as
soon as it stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from desktop.domain.moments import moment
from desktop.domain.question import Question
from desktop.domain.vocabulary import COMPLETABLE, LISTS, SCALARS, Key, Kind
from desktop.library.shelves import Library
from tests.rules.coherence import coherent

AS_OF = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
# Days on which the law changed, nights on which the clocks did, and the days beside them.
_TURNS = (
    "2014-08-20 2017-07-24 2019-12-11 2019-12-19 2025-03-04 2026-08-05 2026-03-08 2026-11-01"
).split()
_LONG_BEFORE = "2004-09-06 2014-08-19 2015-07-17 2017-07-23 2019-12-18 2026-08-04".split()
_PLACES = {
    "custody.town": ["Cambridge", "Somerville", "Worcester", "Chelsea", "Quincy", "Lowell"],
    "spells.town": ["Cambridge", "Somerville", "Worcester", "Chelsea", "Quincy", "Lowell"],
    "custody.county": ["Plymouth", "Bristol", "Middlesex"],
    "spells.county": ["Plymouth", "Bristol", "Middlesex"],
    "custody.detained_state": ["MA", "ME", "NH", "RI", "PR", "CT", "VT", "NY", "LA"],
    "client.nationality": ["BR", "GT", "HT", "PL", "TW", "CN", "RU"],
}
_TEXTS = {"papers.office": ["PERC", "Response Center (perc), Laguna Niguel, CA", "Burlington, MA"]}
SHIPPED = tuple(question for pack in Library().packs for question in pack.questions)
Document = dict[str, Any]


def whole_case(chance: Random, asked: Sequence[Question] = SHIPPED) -> Document:
    """A case file in which every question has one answer and every list is whole.

    ``asked`` are the questions that packs bring.
    """
    as_of = _as_of(chance)
    case: Document = {"format": "amparo-case/1", "as_of": as_of.isoformat()}
    for place, key in SCALARS.items():
        section, _, name = place.rpartition(".")
        case.setdefault(section, {})[name] = _answer(chance, key, place, as_of)
    case.update(case.pop(""))
    for name in COMPLETABLE:
        count = chance.choice((0, 1, 1, 2, 2, 3))
        case[name] = [_entry(chance, name, as_of) for _ in range(count)]
    case["complete"] = sorted(COMPLETABLE)
    if chance.random() < 0.25:
        count = chance.choice((1, 2, 3))
        case["custody"]["spells"] = [_entry(chance, "spells", as_of) for _ in range(count)]
    coherent(case, chance)
    for question in asked:
        section, _, name = question.key.partition(".")
        answer = _answer(chance, question.takes, question.key, as_of)
        case.setdefault(section, {})[name] = answer
    return case


def moment_of(document: Document) -> datetime:
    """The moment for which a case file is worked out."""
    exact = moment(document["as_of"]).exact
    assert exact is not None
    return exact


def _as_of(chance: Random) -> datetime:
    if chance.random() < 0.7:
        return AS_OF
    day = datetime.fromisoformat(chance.choice(_TURNS)).replace(hour=5, tzinfo=UTC)
    return day + timedelta(minutes=chance.randint(-3000, 3000))


def _entry(chance: Random, name: str, as_of: datetime) -> Document:
    return {
        field: _answer(chance, key, f"{name}.{field}", as_of) for field, key in LISTS[name].items()
    }


def _answer(chance: Random, key: Key, place: str, as_of: datetime) -> object:
    return _DRAWN[key.kind](chance, key, place, as_of)


def _when(chance: Random, key: Key, place: str, as_of: datetime) -> str:
    """Mostly in the last days, now and then to come, or in the years of another law."""
    kind = chance.random()
    if kind < 0.06:
        day = datetime.fromisoformat(chance.choice(_LONG_BEFORE)).replace(tzinfo=UTC)
        at = day + timedelta(minutes=chance.randint(0, 3000))
        return min(at, as_of).isoformat()
    minutes = chance.randint(1, 1800) if kind < 0.1 else -chance.randint(0, 5400)
    return (as_of + timedelta(minutes=minutes)).isoformat()


def _day(chance: Random, key: Key, place: str, as_of: datetime) -> str:
    years = chance.randint(16, 60) if place == "client.date_of_birth" else 0
    return (as_of - timedelta(days=365 * years + chance.randint(1, 365))).date().isoformat()


_Draw = Callable[[Random, Key, str, datetime], object]
_DRAWN: dict[Kind, _Draw] = {
    Kind.YES_NO: lambda chance, key, place, as_of: chance.random() < 0.5,
    Kind.WORD: lambda chance, key, place, as_of: chance.choice(key.words),
    Kind.WORDS: lambda chance, key, place, as_of: chance.sample(key.words, chance.randint(0, 2)),
    Kind.TEXT: lambda chance, key, place, as_of: chance.choice(_TEXTS.get(place, ["invented"])),
    Kind.PLACE: lambda chance, key, place, as_of: chance.choice(_PLACES[place]),
    Kind.MOMENT: _when,
    Kind.DAY: _day,
    Kind.NUMBER: lambda chance, key, place, as_of: chance.choice((0, 1, 30, 40, 60, 120)),
}
