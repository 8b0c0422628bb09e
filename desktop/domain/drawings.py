"""A schematic drawing of a paper: what to look at on it, and grey for all the rest.

Lengths are in hundredths of the page's width; a page is 129 of them high, as US Letter is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PAGE_HEIGHT = 129


class Ink(StrEnum):
    """What a stroke of the pen draws."""

    TITLE = "title"  # a paper's own heading, centred on ``x``
    WORDS = "words"
    BARS = "bars"  # text that we leave out
    TICK = "tick"  # a box to tick, with its words
    CROSSED = "crossed"  # the same, ticked
    SIGNATURE = "signature"  # a line with a scrawl, and the words under it
    LINE = "line"
    DOWN = "down"


@dataclass(frozen=True)
class Stroke:
    """One thing on the page. ``lines`` counts bars."""

    ink: Ink
    x: float
    y: float
    wide: float = 0
    words: str = ""
    lines: int = 1


@dataclass(frozen=True)
class Look:
    """A place to look at, framed and numbered, and what is to be seen there."""

    number: int
    x: float
    y: float
    wide: float
    tall: float
    says: str


@dataclass(frozen=True)
class Drawing:
    """One paper. ``grade`` is how sure the record is of what is drawn, by its letter there."""

    form: str
    heading: str
    what: str
    by_court: bool
    grade: str
    source: str
    strokes: tuple[Stroke, ...]
    looks: tuple[Look, ...]

    @property
    def told(self) -> str:
        """The whole drawing in words, for who does not see it."""
        return " ".join([f"{self.what}.", *(f"{look.number}: {look.says}." for look in self.looks)])
