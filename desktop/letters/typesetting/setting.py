"""Puts the parts of a letter down as rows of text, each under its tag."""

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


@dataclass
class Setting:
    """A letter being put down on one shape of paper."""

    letter: Letter
    scale: Scale
    page: Page = US_LETTER
    root: Node = field(default_factory=lambda: Node("Document"))
    flow: Flow = field(default_factory=Flow)

    def text(self, spans: Sequence[Span], style: Style, language: str | None = None) -> Paragraph:
        return Paragraph(spans, style, fonts_of(language or self.letter.language))

    def marked(self, text: str, style: Style, language: str | None = None) -> Paragraph:
        return self.text(spans_of(text), style, language)

    def other(self, language: str) -> str | None:
        """The language as a tag names it: only where it is not the letter's own."""
        return language if language != self.letter.language else None
