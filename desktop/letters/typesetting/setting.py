"""What every sheet needs to put a letter down: its fonts, the tree of tags, the rows so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from desktop.domain.letters import Letter
from desktop.letters.markup import Span, spans_of
from desktop.letters.typesetting.faces import face
from desktop.letters.typesetting.flow import Flow
from desktop.letters.typesetting.paragraphs import Fonts, Paragraph
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import FAMILY_OF, US_LETTER, Page, Scale, Style
from desktop.system.resources import resource

_REGULAR, _BOLD = 400, 700


@cache
def fonts_of(language: str) -> Fonts:
    """The fonts in which a language is set."""
    family = FAMILY_OF[language]
    return Fonts(
        face(resource("fonts", "letters", family.regular), _REGULAR),
        face(resource("fonts", "letters", family.bold), _BOLD),
        language,
    )


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
        return Paragraph(spans, style, fonts_of(language))

    def marked(self, text: str, style: Style, language: str) -> Paragraph:
        return self.text(spans_of(text), style, language)

    def other(self, language: str) -> str | None:
        """The language as a tag names it: only where it is not the document's own."""
        return language if language != self.letter.language else None

    def new_part(self, furniture: Furniture) -> None:
        """From here on pages carry this furniture."""
        self.flow.new_part(len(self.furniture))
        self.furniture.append(furniture)
