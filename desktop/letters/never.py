"""What we never say: law that is unread, claims that are untrue, words that hurt.

A limit says why and names the row that sets it. Its phrases lie in one file for each
language. A text is held against those of its language and those of English: an English
phrase is as wrong in a Spanish letter. Limits that hold everywhere bind staff texts too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop.system.resources import resource

ANY_LANGUAGE, ENGLISH = "any", "en"


@dataclass(frozen=True)
class Limit:
    """Something that is never said. ``known_false``: a claim that others make wrongly."""

    id: str
    row: str
    why: str
    everywhere: bool
    known_false: bool


@dataclass(frozen=True)
class Never:
    """A pattern of words, in the language of its file, and the limit that it oversteps."""

    pattern: re.Pattern[str]
    limit: Limit
    language: str

    @property
    def why(self) -> str:
        return self.limit.why

    def found_in(self, text: str) -> str:
        """The words of a text that overstep the limit; "" where none do."""
        found = self.pattern.search(text)
        return found[0] if found else ""


@dataclass(frozen=True)
class Sample:
    """A sentence that shows where a limit lies: refused by it, or let through by all."""

    sentence: str
    limit: str
    language: str
    refused: bool


@cache
def limits() -> Mapping[str, Limit]:
    """Every limit, by its id."""
    return {
        name: Limit(
            name,
            row["row"],
            row["why"],
            row.get("everywhere", False),
            row.get("known_false", False),
        )
        for name, row in _tables("limits").items()
    }


@cache
def never_list() -> tuple[Never, ...]:
    """The phrases of every language together."""
    return tuple(
        Never(
            re.compile(phrase, re.NOFLAG if row.get("case") else re.IGNORECASE),
            limits()[name],
            language,
        )
        for language in languages_with_phrases()
        for name, row in _tables(language).items()
        for phrase in row["phrases"]
    )


def samples() -> Iterator[Sample]:
    """The sentences that the files bring with their phrases."""
    for language in languages_with_phrases():
        for name, row in _tables(language).items():
            yield from (Sample(text, name, language, True) for text in row["refuses"])
            yield from (Sample(text, name, language, False) for text in row.get("lets", ()))


@cache
def languages_with_phrases() -> tuple[str, ...]:
    """The languages that have a file of phrases, "any" among them."""
    names = sorted(path.stem for path in _folder().glob("*.toml"))
    return tuple(name for name in names if name != "limits")


@cache
def never_said(text: str, language: str = ENGLISH) -> Never | None:
    """The first phrase in a text that may not print, or None."""
    return next((never for never in _of(language) if never.pattern.search(text)), None)


def never_said_anywhere(text: str, language: str = ENGLISH) -> Never | None:
    """The first phrase in a text that not even staff may be told, or None."""
    everywhere = (never for never in _of(language) if never.limit.everywhere)
    return next((never for never in everywhere if never.pattern.search(text)), None)


@cache
def _of(language: str) -> tuple[Never, ...]:
    looked_for = (ANY_LANGUAGE, ENGLISH, language)
    return tuple(never for never in never_list() if never.language in looked_for)


def _folder() -> Path:
    return resource("letters", "never")


@cache
def _tables(name: str) -> Mapping[str, Mapping[str, Any]]:
    with (_folder() / f"{name}.toml").open("rb") as file:
        tables: dict[str, Mapping[str, Any]] = tomllib.load(file)["limit"]
    return tables
