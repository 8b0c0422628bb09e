"""Instruments on the shelf: the signs by which a paper can be told.

Signs are tried in the order of the federal brief's table; the first that is
found on the paper decides. Typing and scanning slips (1-247A, l-247A, I 247 A)
count as the form's number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.domain.instruments import Identified
from desktop.system.resources import resource

_LOOKALIKES = {"I": "[I1l|!]", "1": "[1Il|]", "0": "[0Oo]", "O": "[O0o]"}
_GAP = r"[\s.\-\u2010-\u2014]*"


@dataclass(frozen=True)
class Instrument:
    """A kind of paper: by which number or printed words it is told, and what it is.

    A paper fits when a number, or one whole group of words, is found on it.
    """

    order: int
    numbers: tuple[re.Pattern[str], ...]
    groups: tuple[tuple[re.Pattern[str], ...], ...]
    what: Identified

    def fits(self, text: str) -> bool:
        return any(number.search(text) for number in self.numbers) or any(
            all(word.search(text) for word in group) for group in self.groups
        )


class Instruments:
    """All kinds of paper that we can tell apart."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("instruments")

    @cached_property
    def all(self) -> Sequence[Instrument]:
        """Every instrument, in the order in which they are tried."""
        read = [
            _instrument(entry)
            for path in sorted(self._folder.glob("*.toml"))
            for entry in tomllib.loads(path.read_text(encoding="utf-8"))["instrument"]
        ]
        return sorted(read, key=lambda instrument: instrument.order)

    def identify(self, text: str) -> Identified:
        """What a paper with this text on it looks like."""
        for instrument in self.all:
            if instrument.fits(text):
                return instrument.what
        return self.all[-1].what


def _instrument(entry: dict[str, Any]) -> Instrument:
    what = Identified(
        form=entry.get("form"),
        looks_like=entry["looks_like"],
        court_issued=entry.get("court_issued"),
        confidence=entry["confidence"],
        can=entry["can"],
        cannot=entry["cannot"],
        ask_next=tuple(entry["ask_next"]),
    )
    return Instrument(
        order=entry["order"],
        numbers=tuple(_number(number) for number in entry.get("numbers", ())),
        groups=tuple(
            tuple(re.compile(words, re.IGNORECASE) for words in group)
            for group in entry.get("words", ())
        ),
        what=what,
    )


def _number(number: str) -> re.Pattern[str]:
    """A form's number as people and scanners write it."""
    parts = [_LOOKALIKES.get(sign, re.escape(sign)) for sign in number if sign not in "- "]
    return re.compile(rf"(?<![A-Za-z0-9]){_GAP.join(parts)}(?![A-Za-z0-9])", re.IGNORECASE)
