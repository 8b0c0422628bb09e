"""Ten cards on US Letter, with marks to cut along; front and back meet either way of turning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.letters.typesetting.flow import Placed
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.paragraphs import SetLine
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typesetting.writing import write_again, write_texts
from desktop.letters.typography import CARD, US_LETTER, Style

_ACROSS, _DOWN = 2, 5
_LEFT = (US_LETTER.width - _ACROSS * CARD.width) / 2
_BOTTOM = (US_LETTER.height - _DOWN * CARD.height) / 2
_MARK, _OFF, _CROSS = 12, 4, 4
_HAIR = 0.4
_TITLE_ABOVE, _TITLE_SIZES = 11, (9, 8, 7, 6, 5)


def printed_cards(front: Setting, back: Setting, made_at: datetime) -> bytes:
    """The file: a page of fronts and a page of backs. One of each is read aloud."""
    letter = front.letter
    root = Node("Document")
    heading = root.add("H1")
    root.children += [front.root, back.root]
    order = {node: number for number, node in enumerate(root.walk())}
    title = _in_one_line(front, letter.title)
    paper = Paper(US_LETTER, letter.language, root)
    for side in (front, back):
        y = US_LETTER.height - _BOTTOM + _TITLE_ABOVE
        with paper.tagged(heading) if side is front else paper.artifact():
            paper.text(title, _LEFT + (CARD.width - title.width) / 2, y)
        rows = face_of(side)
        for number, (x, top) in enumerate(_corners()):
            if number:
                write_again(paper, rows, x + CARD.margin, top - CARD.margin)
            else:
                write_texts(paper, rows, x + CARD.margin, top - CARD.margin, order)
        with paper.artifact():
            cut_marks(paper, _LEFT, _BOTTOM, _ACROSS, _DOWN)
        paper.end_page()
    return paper.finished(letter.title, made_at)


def _in_one_line(side: Setting, text: str) -> SetLine:
    """The title above the cards, between two marks."""
    room = CARD.width - 2 * CARD.margin
    for size in _TITLE_SIZES:
        title = side.marked(text, Style(size, size * 1.2, bold=True), side.letter.language)
        if len(title.lines(room)) == 1:
            break
    return title.lines(max(room, title.width(0, len(title.text))))[0]


def fits(side: Setting) -> bool:
    """Whether everything that was put down stands on one card."""
    return len(side.flow.pages(lambda part, begins: side.page.depth)) == 1


def face_of(side: Setting) -> list[Placed]:
    """The rows of a card, in the middle of its height."""
    (rows,) = side.flow.pages(lambda part, begins: side.page.depth)
    used = rows[-1].top + rows[-1].row.height
    spare = max(0.0, side.page.depth - used) / 2
    return [Placed(placed.row, placed.top + spare) for placed in rows]


def _corners() -> Iterator[tuple[float, float]]:
    """The upper left corner of each card, row by row."""
    for row in range(_DOWN):
        for column in range(_ACROSS):
            yield _LEFT + column * CARD.width, US_LETTER.height - _BOTTOM - row * CARD.height


def cut_marks(paper: Paper, left: float, bottom: float, across: int, down: int) -> None:
    """Where to cut: strokes outside the cards, small crosses where four of them meet."""
    columns = [left + n * CARD.width for n in range(across + 1)]
    rows = [bottom + n * CARD.height for n in range(down + 1)]
    for x in columns:
        for y in (bottom - _OFF - _MARK, rows[-1] + _OFF):
            paper.stroke(x, y, x, y + _MARK, _HAIR)
    for y in rows:
        for x in (left - _OFF - _MARK, columns[-1] + _OFF):
            paper.stroke(x, y, x + _MARK, y, _HAIR)
    for x in columns[1:-1]:
        for y in rows[1:-1]:
            paper.stroke(x - _CROSS, y, x + _CROSS, y, _HAIR)
            paper.stroke(x, y - _CROSS, x, y + _CROSS, _HAIR)
