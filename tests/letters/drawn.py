"""Every real letter over one case: each kind, language and sheet, drawn when it is first wanted.

Drawing is what costs; whoever looks at a letter that somebody looked at before has it here.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from desktop.domain.letters import Letter
from desktop.letters.pdf import draw, sheets
from desktop.letters.template import kinds, languages
from tests.letters.gallery import GALLERY
from tests.letters.paper_read import Pdf, Written

PAID = GALLERY["boston police, bail paid"]


class Real(NamedTuple):
    """One letter of the shelf on one sheet."""

    kind: str
    language: str
    sheet: str

    def __str__(self) -> str:
        return "-".join(self)


REAL = tuple(
    Real(kind, language, sheet)
    for kind in kinds()
    for language in languages(kind)
    for sheet in sheets(kind, language)
)


@cache
def letter_of(kind: str, language: str) -> Letter:
    return PAID.letter(language, kind=kind)


@cache
def drawn(real: Real) -> bytes:
    return draw(letter_of(real.kind, real.language), sheet=real.sheet)


@cache
def written(real: Real) -> list[list[Written]]:
    """The text of each page, mark by mark."""
    return Pdf(drawn(real)).written()
