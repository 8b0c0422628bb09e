"""A case with a mark of its own in every field that a case can have, and where a mark is found.

What is typed freely is a word that stands nowhere else; so is a day, an hour or a number.
An answer that is one of a few words is marked by its key and value, as a document writes
them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from desktop.domain.case import Case, Entry, Said
from desktop.domain.moments import moment
from desktop.domain.silence import Answer
from desktop.domain.vocabulary import LISTS, SCALARS, Key, Kind

NOTE, MEMBER, PASSPHRASE = "qxznote phoned", "Qxzmember Duarte", "violet qxzladder copper seventeen"
_LARGE = 1_000_000
_LIKE = tuple(
    re.compile(like)
    for like in (
        *(rb"qxz[a-z]+", rb"19[34]\d-[\dt:-]{5,20}", rb"70\d{4}", rb'"[a-z_]+":[^,}]{1,60}'),
        *(rb"q\0x\0z\0(?:[a-z]\0)+", rb"1\x009\0[34]\0\d\0-\0(?:[\dt:-]\0){5,20}"),
        *(rb"7\x000\0(?:\d\0){4}", rb'"\0(?:[a-z_]\0)+"\0:\0(?:[^,}]\0){1,60}'),
    )
)
_ASKED, _SAID, _AS_OF = "answers.qxz_asked", "said.client.name", "as_of"


def marks() -> dict[str, str]:
    """Every field of a case by its place in a document, and the text that betrays it."""
    return {place: mark for place, (_, mark) in _planted().items()}


def marked_case() -> Case:
    planted = {place: answer for place, (answer, _) in _planted().items()}
    lists = {
        name: (Entry({key: planted[f"{_place(name)}[].{key}"] for key in keys}),)
        for name, keys in LISTS.items()
    }
    at, as_of = planted[f"{_SAID}.at"], planted[_AS_OF]
    return Case(
        as_of=moment(str(as_of)),
        answers=MappingProxyType({key: planted[key] for key in (*SCALARS, _ASKED)}),
        lists=MappingProxyType(lists),
        said=MappingProxyType({"client.name": Said("desk", "fairly", moment(str(at)))}),
    )


def leaves(document: object, place: str = "") -> Iterator[str]:
    """The place of every value in a document."""
    if isinstance(document, Mapping):
        for name, value in document.items():
            yield from leaves(value, f"{place}.{name}" if place else name)
    elif isinstance(document, list) and document and isinstance(document[0], Mapping):
        for entry in document:
            yield from leaves(entry, f"{place}[]")
    else:
        yield place


def found(content: bytes) -> set[str]:
    """The fields whose marks stand in some bytes, however they are written there."""
    kept = content.lower()
    if len(kept) > _LARGE:  # a whole memory: first what looks like a mark at all
        kept = b"\n".join(match.group() for like in _LIKE for match in like.finditer(kept))
    return {place for place, spelt in _spelt() if any(mark in kept for mark in spelt)}


@cache
def _spelt() -> tuple[tuple[str, tuple[bytes, bytes]], ...]:
    every = {**marks(), "note": "qxznote", "member": "qxzmember", "passphrase": "qxzladder"}
    return tuple(
        (place, (mark.lower().encode(), mark.lower().encode("utf-16-le")))
        for place, mark in every.items()
    )


def found_under(folder: Path, but: frozenset[str] = frozenset()) -> dict[str, set[str]]:
    """Which files of a folder betray something, by content or by name."""
    told = {
        str(path.relative_to(folder)): found(path.read_bytes() if path.is_file() else b"")
        | found(str(path.relative_to(folder)).encode())
        for path in folder.rglob("*")
        if path.name not in but
    }
    return {name: fields for name, fields in told.items() if fields}


def _place(name: str) -> str:
    return "custody.spells" if name == "spells" else name


def _planted() -> dict[str, tuple[Answer, str]]:
    keys = {
        **SCALARS,
        **{
            f"{_place(name)}[].{key}": kind
            for name, all_ in LISTS.items()
            for key, kind in all_.items()
        },
        _ASKED: Key(Kind.TEXT),
    }
    taken: dict[str, tuple[Answer, str]] = {}
    for number, (place, key) in enumerate(keys.items()):
        used = {mark for _, mark in taken.values()}
        taken[place] = next(one for one in _choices(number, place, key) if one[1] not in used)
    for number, place in enumerate((_AS_OF, f"{_SAID}.at"), start=len(keys)):
        taken[place] = (_day(number), _day(number))
    return taken


def _choices(number: int, place: str, key: Key) -> Iterator[tuple[Answer, str]]:
    """Answers that may stand there, each with its mark."""
    name = place.rpartition(".")[2]
    word = "qxz" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    hour = datetime(1931, 1, 1, 7, 8) + timedelta(days=17 * number)
    free: dict[Kind, tuple[Answer, str]] = {
        Kind.TEXT: (word, word),
        Kind.PLACE: (word, word),
        Kind.DAY: (moment(_day(number)), _day(number)),
        Kind.MOMENT: (moment(f"{hour:%Y-%m-%dT%H:%M}-05:00"), f"{hour:%Y-%m-%dT%H:%M}"),
        Kind.NUMBER: (700_000 + 37 * number, str(700_000 + 37 * number)),
    }
    if key.kind in free:
        yield free[key.kind]
        return
    for value in (True, False) if key.kind is Kind.YES_NO else key.words:
        several = key.kind is Kind.WORDS
        told = [value] if several else int(value) if name == "box" else value
        answer: Answer = (str(value),) if several else value
        yield answer, json.dumps({name: told}, separators=(",", ":"))[1:-1]


def _day(number: int) -> str:
    return (date(1931, 1, 1) + timedelta(days=17 * number)).isoformat()
