"""The foot of a page: what the letter is, in each of its languages, and the page's number."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.setting import Setting

_BESIDE_NUMBER = 24
_RULE, _UNDER_RULE = 0.6, 1
_MOST_PAGES = 88  # as wide as a page's number gets


@dataclass(frozen=True)
class Foot:
    """Lines under a rule, each with how far its top lies below the rule."""

    lines: tuple[tuple[Piece, float], ...]
    height: float

    def write(self, paper: Paper, x: float, top: float, measure: float) -> None:
        with paper.artifact("Pagination"):
            paper.box(x, top, measure, 0, _RULE)
            for piece, down in self.lines:
                y = top - down - piece.line.paragraph.style.baseline
                paper.text(piece.line, x + piece.left, y)


def foot_of(
    setting: Setting, part: int, number: int = _MOST_PAGES, count: int = _MOST_PAGES
) -> Foot:
    """The foot of a page; the first text leaves room for the number at the far end."""
    furniture, style = setting.furniture[part], setting.scale.furniture
    measure = setting.page.measure
    counted = furniture.page.format(page=number, pages=count)
    page = setting.marked(counted, style, furniture.foot[-1][1]).lines(measure)[0]
    room = measure - page.width - _BESIDE_NUMBER
    placed = [(Piece(None, page, room + _BESIDE_NUMBER, page.width), float(_UNDER_RULE))]
    down = float(_UNDER_RULE)
    for text, language in furniture.foot:
        for line in setting.marked(text, style, language).lines(room):
            placed.append((Piece(None, line, 0, room), down))
            down += line.paragraph.style.leading
        room = measure
    if furniture.mirrored:
        placed = [(piece.mirrored(measure), below) for piece, below in placed]
    return Foot(tuple(placed), down)
