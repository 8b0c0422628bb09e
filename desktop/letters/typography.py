"""Every size, margin and font of the letters, in points: one place.

Twelve points is the least that stands anywhere on a page, the foot included.
Nothing is told by grey or colour: jails print on what they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True)
class Style:
    """How a stretch of text is set."""

    size: float
    leading: float
    bold: bool = False


@dataclass(frozen=True)
class Family:
    """The files of a family, by weight."""

    regular: str
    bold: str


@dataclass(frozen=True)
class Page:
    """A sheet of paper and the block of text on it."""

    width: float = 612
    height: float = 792
    margin: float = 72

    @property
    def measure(self) -> float:
        return self.width - 2 * self.margin

    @property
    def depth(self) -> float:
        return self.height - 2 * self.margin


@dataclass(frozen=True)
class Scale:
    """The sizes of one sheet, and the room between its parts."""

    title: Style
    part: Style
    heading: Style
    act: Style
    body: Style
    panel: Style
    furniture: Style
    gutter: float
    between: float
    before_heading: float


US_LETTER = Page()
NOTO_SANS = Family("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
# Chosen by language, not by character: the same letter has other forms in other scripts.
FAMILY_OF: Mapping[str, Family] = MappingProxyType({"en": NOTO_SANS, "es": NOTO_SANS})

PLAIN = Scale(
    title=Style(23, 28, bold=True),
    part=Style(19, 24, bold=True),
    heading=Style(14.5, 17.5, bold=True),
    act=Style(13, 16.6),
    body=Style(12, 15.3),
    panel=Style(13, 17),
    furniture=Style(12, 14.5),
    gutter=25,
    between=4.2,
    before_heading=10,
)
# For a letter that would spill a few lines of its first sheet onto a third page.
PLAIN_TIGHTER = replace(PLAIN, body=Style(12, 15), between=3.2, before_heading=7.5)
SIDES = Scale(
    title=Style(17, 21, bold=True),
    part=Style(16, 20, bold=True),
    heading=Style(13.5, 16.5, bold=True),
    act=Style(12, 15.2),
    body=Style(12, 15.2),
    panel=Style(12.5, 16.5),
    furniture=Style(12, 14.5),
    gutter=24,
    between=6,
    before_heading=13,
)
LARGE = Scale(
    title=Style(30, 36, bold=True),
    part=Style(26, 32, bold=True),
    heading=Style(22, 27, bold=True),
    act=Style(19, 25.5),
    body=Style(18, 24),
    panel=Style(19, 26),
    furniture=Style(14, 17),
    gutter=36,
    between=9,
    before_heading=20,
)
