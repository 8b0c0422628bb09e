"""Reading single answers of a case file, and refusing what cannot be read.

A refusal names the place, what is wrong there and the nearest right word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from desktop.domain.moments import Moment, NoSuchTime, between, moment
from desktop.domain.problems import CaseRefused
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import Key, Kind

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
    match key.kind:
        case Kind.YES_NO:
            if isinstance(value, bool):
                return value
            raise CaseRefused(place, f"{value!r} is not known", "Write true, false or unknown")
        case Kind.WORD:
            return _read_word(value, key, place)
        case Kind.WORDS:
            if not isinstance(value, list):
                raise CaseRefused(place, "is not a list", f"Write a list of: {_listed(key)}")
            return tuple(one_word(item, key, place) for item in value)
        case Kind.TEXT:
            if isinstance(value, str):
                return value
            raise CaseRefused(place, f"{value!r} is not text", "Write it in quotation marks")
        case Kind.NUMBER:
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return value
            raise CaseRefused(place, f"{value!r} is not a number", "Write digits only")
        case Kind.MOMENT | Kind.DAY:
            return read_moment(value, place)


def _read_word(value: object, key: Key, place: str) -> Answer:
    if isinstance(value, list):
        words = tuple(one_word(_as_word(item, place), key, place) for item in value)
        if not words:
            raise CaseRefused(place, "an empty list says nothing", "Leave the key out")
        return words[0] if len(set(words)) == 1 else OneOf(tuple(dict.fromkeys(words)))
    return one_word(_as_word(value, place), key, place)


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
