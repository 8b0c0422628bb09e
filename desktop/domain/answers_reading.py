"""Reading single answers of a case file, and refusing what cannot be read.

A refusal names the place, what is wrong there and the nearest right word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from math import isfinite

from desktop.domain.moments import Moment, NoSuchTime, between, moment
from desktop.domain.problems import CaseRefused
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import Key, Kind

_ANY = Key(Kind.TEXT)
SILENCES = {silence.value: silence for silence in Silence}


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was most likely meant."""
    lower = {known.lower(): known for known in words}
    found = get_close_matches(str(word).lower(), lower, n=1, cutoff=0.4)
    return lower[found[0]] if found else None


def mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise CaseRefused(place, "is not an object", "Write keys and values in braces")
    return value


def known_keys(values: Mapping[str, object], known: Iterable[str], prefix: str) -> None:
    names = list(known)
    for key in values:
        if key in names:
            continue
        guess = nearest(key, names)
        right = f"Did you mean {prefix}{guess}" if guess else f"Known keys: {', '.join(names)}"
        raise CaseRefused(f"{prefix}{key}", "unknown key", right)


def read_answer(value: object, key: Key, place: str) -> Answer:
    if value is None:
        return Silence.NOT_ASKED
    is_word = key.kind is Kind.WORD and value in key.words  # a paper's form can be "unknown"
    if isinstance(value, str) and value in SILENCES and not is_word:
        return SILENCES[value]
    return _READERS[key.kind](value, key, place)


def read_any(value: object, place: str) -> Answer:
    """An answer to a question that only a pack knows, by its shape: no word looks like a time.

    Whether it fits the question is looked at where the packs are known.
    """
    match value:
        case None:
            return Silence.NOT_ASKED
        case str() if value in SILENCES:
            return SILENCES[value]
        case str():
            return _time_or_text(value)
        case bool():
            return value
        case list():
            return _read_place(value, _ANY, place)
        case Mapping():
            return read_moment(value, place)
        case _:
            return _read_number(value, _ANY, place)


def _time_or_text(value: str) -> Answer:
    try:
        return moment(value)
    except NoSuchTime:
        return value


def _read_yes_or_no(value: object, key: Key, place: str) -> Answer:
    if isinstance(value, bool):
        return value
    raise CaseRefused(place, f"{value!r} is not known", "Write true, false or unknown")


def _read_words(value: object, key: Key, place: str) -> Answer:
    if not isinstance(value, list):
        raise CaseRefused(place, "is not a list", f"Write a list of: {_listed(key)}")
    return tuple(one_word(item, key, place) for item in value)


def _read_text(value: object, key: Key, place: str) -> Answer:
    if isinstance(value, str):
        return value
    raise CaseRefused(place, f"{value!r} is not text", "Write it in quotation marks")


def _read_number(value: object, key: Key, place: str) -> Answer:
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return value
    raise CaseRefused(place, f"{value!r} is not a number", "Write digits only")


def _read_word(value: object, key: Key, place: str) -> Answer:
    if isinstance(value, list):
        words = tuple(one_word(_as_word(item, place), key, place) for item in value)
        if not words:
            raise CaseRefused(place, "an empty list says nothing", "Leave the key out")
        return words[0] if len(set(words)) == 1 else OneOf(tuple(dict.fromkeys(words)))
    return one_word(_as_word(value, place), key, place)


def _read_place(value: object, key: Key, place: str) -> Answer:
    """A code or name, or one of several; kept as it was written, and matched by the rules."""
    names = value if isinstance(value, list) else [value]
    known = tuple(dict.fromkeys(name for name in names if isinstance(name, str)))
    if not known or not all(isinstance(name, str) for name in names):
        raise CaseRefused(place, f"{value!r} is not text", "Write it in quotation marks")
    return known[0] if len(known) == 1 else OneOf(known)


def _as_word(value: object, place: str) -> object:
    """A box is a number in the file, and a word to the rules."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if place.endswith(".box") and is_number else value


def one_word(value: object, key: Key, place: str) -> str:
    if isinstance(value, str) and value in key.words:
        return value
    guess = nearest(str(value), key.words)
    right = f"Did you mean {guess}" if guess else f"One of: {_listed(key)}"
    raise CaseRefused(place, f"{value!r} is not known", right)


def _listed(key: Key) -> str:
    return ", ".join(key.words)


def read_moment(value: object, place: str) -> Moment:
    right = "Write 2026-12-01 or 2026-12-01T14:00-05:00"
    try:
        if isinstance(value, str):
            return moment(value)
        if isinstance(value, Mapping):
            known_keys(value, ("from", "to"), f"{place}.")
            start, end = value.get("from"), value.get("to")
            if all(end_ is None or isinstance(end_, str) for end_ in (start, end)):
                return between(start, end)
    except NoSuchTime as error:
        raise CaseRefused(place, str(error), right) from error
    raise CaseRefused(place, f"{value!r} is not a date or a date-time", right)


_READERS: Mapping[Kind, Callable[[object, Key, str], Answer]] = {
    Kind.YES_NO: _read_yes_or_no,
    Kind.WORD: _read_word,
    Kind.WORDS: _read_words,
    Kind.TEXT: _read_text,
    Kind.PLACE: _read_place,
    Kind.NUMBER: _read_number,
    Kind.MOMENT: lambda value, _, place: read_moment(value, place),
    Kind.DAY: lambda value, _, place: read_moment(value, place),
}
