"""What every sheet needs to put a letter down: its fonts, the tree of tags, the rows so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from desktop.domain.letters import Letter
from desktop.letters.markup import Role, Span, spans_of
from desktop.letters.typesetting.faces import face
from desktop.letters.typesetting.flow import Flow
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.runs import ENGLISH, Choice, Fonts
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import (
    BEHIND,
    FAMILY_OF,
    FROM_THE_RIGHT,
    US_LETTER,
    Family,
    Page,
    Scale,
    Style,
)
from desktop.system.resources import resource

_REGULAR, _BOLD = 400, 700


@cache
def fonts_of(language: str) -> Fonts:
    """The fonts in which a language is set: its own family, and behind it those of the others."""
    families = tuple(dict.fromkeys((FAMILY_OF[language], *BEHIND)))
    english = tuple(dict.fromkeys((FAMILY_OF[ENGLISH], *families)))
    return Fonts(
        language,
        *_both_weights(families),
        english=Fonts(ENGLISH, *_both_weights(english)),
        backwards=language in FROM_THE_RIGHT,
    )


def _both_weights(families: Iterable[Family]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """The faces of families, in the order of choice."""
    own = tuple(families)
    regular = (_choice(family, family.regular, _REGULAR) for family in own)
    return tuple(regular), tuple(_choice(family, family.bold, _BOLD) for family in own)


def _choice(family: Family, file: str, weight: int) -> Choice:
    return Choice(face(resource("fonts", "letters", file), weight), family.script, family.size)


@lru_cache(2048)
def _paragraph(spans: tuple[Span, ...], style: Style, fonts: Fonts) -> Paragraph:
    """Letters share most of their paragraphs: each is shaped and broken once."""
    return Paragraph(spans, style, fonts)


Told = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Furniture:
    """What stands on every page of a part: the box at the top, the foot, the number.

    Each text goes with its language. ``box`` is for the first page of the part,
    ``box_after`` for the others: columns of lines side by side; no column, no box.
    """

    box: tuple[Told, ...]
    box_after: tuple[Told, ...]
    foot: Told
    page: str
    mirrored: bool = False  # the part is read from the right


@dataclass
class Setting:
    """A document being put down on one shape of paper. A part may be in another language."""

    letter: Letter
    scale: Scale
    page: Page = US_LETTER
    root: Node = field(default_factory=lambda: Node("Document"))
    flow: Flow = field(default_factory=Flow)
    furniture: list[Furniture] = field(default_factory=list)

    def text(self, spans: Sequence[Span], style: Style, language: str) -> Paragraph:
        style = style.in_family(FAMILY_OF[language], self.scale.air)
        return _paragraph(tuple(spans), style, fonts_of(language))

    def marked(self, text: str, style: Style, language: str) -> Paragraph:
        return self.text(spans_of(text), style, language)

    def label(self, mark: str, style: Style, language: str, *, heavy: bool) -> Paragraph:
        """A number or a bullet: the same in every script, at the side where reading begins."""
        fonts = replace(fonts_of(ENGLISH), backwards=fonts_of(language).backwards)
        return _paragraph((Span(mark, Role.WEIGHT if heavy else Role.PLAIN),), style, fonts)

    def other(self, language: str) -> str | None:
        """The language as a tag names it: only where it is not the document's own."""
        return language if language != self.letter.language else None

    def new_part(self, furniture: Furniture) -> None:
        """From here on pages carry this furniture."""
        self.flow.new_part(len(self.furniture))
        self.flow.mirrored_in = self.page.measure if furniture.mirrored else None
        self.furniture.append(furniture)
