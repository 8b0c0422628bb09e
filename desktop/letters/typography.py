"""Every size, margin and font of the letters, in points: one place.

Twelve points is the least that stands anywhere on a page, the foot included;
only on a card for the wallet it is less.
Nothing is told by grey or colour: jails print on what they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True)
class Family:
    """The files of a family, by weight; and how it has to be set to read as easily as the first.

    ``size`` and ``leading`` are against Noto Sans; ``least`` is the leading, in ems, below which
    lines touch. A family with a ``script`` is used for that script alone, and for the marks in
    its midst.
    """

    regular: str
    bold: str
    size: float = 1
    leading: float = 1
    least: float = 1.15
    script: str | None = None


@dataclass(frozen=True)
class Style:
    """How a stretch of text is set."""

    size: float
    leading: float
    bold: bool = False

    @property
    def baseline(self) -> float:
        """From the top of a line down to where its letters stand."""
        return (self.leading - self.size) / 2 + self.size * 0.82

    def in_family(self, family: Family, air: float) -> Style:
        """The same in another family; ``air`` is how much of its wider leading it gets, 0 to 1."""
        wide = self.leading * (1 + (family.leading - 1) * air)
        return replace(self, leading=max(wide, self.size * family.least))


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
    """The sizes of one sheet, and the room between its parts.

    ``parts_acts``: its pages hold so little that what to do may go on overleaf, step by step.
    """

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
    air: float = 1  # of the wider leading that some scripts ask for
    parts_acts: bool = False


US_LETTER = Page()
CARD = Page(252, 144, 8)  # a visiting card, 3.5 by 2 inches
NOTO_SANS = Family("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
VIETNAMESE = replace(NOTO_SANS, leading=1.18, least=1.3)  # two marks above one vowel
NASKH = Family(
    "NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold.ttf",
    size=1.15,
    leading=1.25,
    least=1.3,
    script="Arab",
)
SIMPLIFIED = Family(
    "NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", leading=1.25, least=1.3, script="Hani"
)
TRADITIONAL = Family(
    "NotoSansTC-Regular.ttf", "NotoSansTC-Bold.ttf", leading=1.25, least=1.3, script="Hani"
)
# Chosen by language, not by character: the same letter has other forms in other scripts.
FAMILY_OF: Mapping[str, Family] = MappingProxyType(
    {
        **dict.fromkeys(("en", "es", "ht", "kea", "pt", "so", "fr", "ru"), NOTO_SANS),
        "vi": VIETNAMESE,
        "ar": NASKH,
        "zh-Hans": SIMPLIFIED,
        "zh-Hant": TRADITIONAL,
    }
)
# For what a language's own family lacks, as the name of somebody from elsewhere.
BEHIND = (NOTO_SANS, NASKH, SIMPLIFIED, TRADITIONAL)
FROM_THE_RIGHT = frozenset({"ar"})

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
# For a letter that would spill a few lines of its first sheet onto a third page, and a few more.
PLAIN_TIGHTER = replace(PLAIN, body=Style(12, 15), between=3.2, before_heading=7.5, air=0.5)
PLAIN_TIGHTEST = replace(
    PLAIN,
    title=Style(20, 24, bold=True),
    heading=Style(13.5, 16, bold=True),
    act=Style(12.5, 15.5),
    body=Style(12, 14.6),
    panel=Style(12.5, 15.6),
    between=2.4,
    before_heading=6,
    air=0.2,
)
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
    parts_acts=True,
)


def _card(size: float) -> Scale:
    """A card's sizes: its main text, and smaller what stands below it in another language."""
    small = max(_LEAST, size * 0.86)
    smaller = Style(small, small * _CARD_LEADING)
    body = Style(size, size * _CARD_LEADING)
    return Scale(
        title=body,
        part=body,
        heading=body,
        act=body,
        body=body,
        panel=smaller,
        furniture=smaller,
        gutter=1.3,
        between=size * 0.15,
        before_heading=size * 0.35,
        air=0.6,
    )


_LEAST, _CARD_LEADING = 6.0, 1.16
# From the largest that is tried down to the least that can still be read.
CARD_SCALES = tuple(_card(size) for size in (9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6))
