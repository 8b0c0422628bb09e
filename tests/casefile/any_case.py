"""Any case that can be told, for claims about all of them."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType

from hypothesis import strategies as st

from desktop.domain.case import Case, Entry, Said
from desktop.domain.moments import Moment, between, moment
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import (
    COMPLETABLE,
    LISTS,
    SCALARS,
    SOURCES_OF_FACTS,
    SURENESS,
    Key,
    Kind,
)

_SILENCES = st.sampled_from([Silence.NOT_KNOWN, Silence.WITHHELD])
# The words of silence mean silence wherever they are typed.
_TEXT = st.text(max_size=20).filter(lambda text: text not in ("unknown", "declined"))
_DAYS = st.dates(date(1930, 1, 1), date(2090, 1, 1)).map(lambda day: moment(day.isoformat()))
_INSTANTS = st.datetimes(datetime(1930, 1, 1), datetime(2090, 1, 1)).map(
    lambda at: moment(f"{at.isoformat(timespec='minutes')}-05:00")
)
_SPANS = st.tuples(
    st.none() | st.just("2026-11-01"), st.none() | st.just("2026-11-20T14:00-05:00")
).map(lambda ends: between(*ends))
_MOMENTS: st.SearchStrategy[Moment] = _DAYS | _INSTANTS | _SPANS


def _one_of(names: list[str]) -> OneOf:
    return OneOf(tuple(names))


def _answers_to(key: Key) -> st.SearchStrategy[Answer]:
    """What may be answered where this key stands."""
    words = st.sampled_from(key.words) if key.words else st.nothing()
    doubts = (
        st.lists(words, min_size=2, max_size=4, unique=True).map(lambda some: OneOf(tuple(some)))
        if len(key.words) > 1
        else st.nothing()
    )
    kinds: dict[Kind, st.SearchStrategy[Answer]] = {
        Kind.YES_NO: st.booleans(),
        Kind.WORD: words | doubts,
        Kind.WORDS: st.lists(words, max_size=3).map(tuple),
        Kind.TEXT: _TEXT,
        Kind.PLACE: _TEXT | st.lists(_TEXT, min_size=2, max_size=3, unique=True).map(_one_of),
        Kind.NUMBER: st.integers(0, 10**6) | st.floats(0, 10**6),
        Kind.MOMENT: _MOMENTS,
        Kind.DAY: _DAYS,
    }
    return kinds[key.kind] | _SILENCES


def _some_of(keys: dict[str, Key], most: int) -> st.SearchStrategy[MappingProxyType[str, Answer]]:
    pairs = st.sampled_from(sorted(keys)).flatmap(
        lambda name: st.tuples(st.just(name), _answers_to(keys[name]))
    )
    return st.lists(pairs, max_size=most).map(lambda some: MappingProxyType(dict(some)))


_SAID = st.builds(
    Said,
    by=st.none() | st.sampled_from(SOURCES_OF_FACTS),
    sure=st.none() | st.sampled_from(SURENESS),
    at=st.none() | _MOMENTS,
)
_WORD = st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True).filter(
    lambda word: word not in ("unknown", "declined")
)
_ASKED_BY_PACKS = st.dictionaries(
    _TEXT.map(lambda name: f"answers.{name}"),
    st.booleans() | st.integers(-99, 99) | st.floats(-9, 9) | _WORD | _MOMENTS | _SILENCES,
    max_size=3,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    case = Case(
        as_of=draw(st.none() | _DAYS | _INSTANTS),
        answers=MappingProxyType({**draw(_some_of(SCALARS, 12)), **draw(_ASKED_BY_PACKS)}),
        said=MappingProxyType(draw(st.dictionaries(st.sampled_from(sorted(SCALARS)), _SAID))),
    )
    for name in draw(st.lists(st.sampled_from(sorted(LISTS)), max_size=3, unique=True)):
        entries = draw(st.lists(_some_of(LISTS[name], 5).map(Entry), min_size=1, max_size=3))
        case = case.with_entries(name, tuple(entries))
    for name in draw(st.lists(st.sampled_from(COMPLETABLE), max_size=3, unique=True)):
        case = case.with_list_answer(name, draw(st.booleans() | _SILENCES))
    return case
