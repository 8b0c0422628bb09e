"""Prints rows onto pages, with what stands on every page: DRAFT, the foot, the page's number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.letters.typesetting.flow import Piece, Placed
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.paragraphs import SetLine
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node

_EDGE = 27  # as close to the paper's edge as office printers reach
_AIR = 9
_BOX_PADDING = 5


def printed(setting: Setting, draft: Sequence[str], made_at: datetime) -> bytes:
    """The file. ``draft`` is what stands in the box: in full on the first page, then in short."""
    return _Press(setting, draft).printed(made_at)


def pages_of(setting: Setting, draft: Sequence[str]) -> list[list[Placed]]:
    """The rows as they stand on the pages, without drawing them."""
    return _Press(setting, draft).pages()


class _Press:
    """One letter's pages on one paper."""

    def __init__(self, setting: Setting, draft: Sequence[str]) -> None:
        self._setting, self._page = setting, setting.page
        self._draft = [
            [setting.marked(line, setting.scale.furniture) for line in text.splitlines()]
            for text in draft
        ]
        self._draft_nodes = [Node("P") for _ in (self._draft[0] if self._draft else ())]
        setting.root.children[:0] = self._draft_nodes

    def pages(self) -> list[list[Placed]]:
        return self._setting.flow.pages(self._depth)

    def printed(self, made_at: datetime) -> bytes:
        setting, pages = self._setting, self.pages()
        paper = Paper(self._page, setting.letter.language, setting.root)
        order = {node: number for number, node in enumerate(setting.root.walk())}
        for number, rows in enumerate(pages):
            self._box(paper, number)
            self._rows(paper, rows, self._top(number), order)
            self._foot(paper, number + 1, len(pages))
            paper.end_page()
        return paper.finished(setting.letter.title, made_at)

    def _draft_on(self, number: int) -> list[tuple[SetLine, ...]]:
        """The lines in the box of a page, paragraph by paragraph."""
        paragraphs = self._draft[min(number, len(self._draft) - 1)] if self._draft else []
        return [paragraph.lines(self._page.measure - 2 * _AIR) for paragraph in paragraphs]

    def _box_height(self, number: int) -> float:
        count = sum(map(len, self._draft_on(number)))
        leading = self._setting.scale.furniture.leading
        return count * leading + 2 * _BOX_PADDING if count else 0

    def _top(self, number: int) -> float:
        """Where the text of a page begins, down from the paper's edge."""
        return max(self._page.margin, _EDGE + self._box_height(number) + _AIR)

    def _depth(self, number: int) -> float:
        return self._page.height - self._top(number) - self._page.margin

    def _box(self, paper: Paper, number: int) -> None:
        draft, page, style = self._draft_on(number), self._page, self._setting.scale.furniture
        if not draft:
            return
        height = self._box_height(number)
        top = page.height - self._top(number) + _AIR + height
        with paper.artifact():
            paper.box(page.margin, top - height, page.measure, height, 1.4)
        y = top - _BOX_PADDING - style.size * 0.92
        for index, lines in enumerate(draft):
            # Read aloud once; on the other pages it is part of the page.
            told = paper.artifact("Pagination") if number else paper.tagged(self._draft_nodes[index])
            with told:
                for line in lines:
                    paper.text(line, page.margin + (page.measure - line.width) / 2, y)
                    y -= style.leading

    def _rows(
        self, paper: Paper, rows: Sequence[Placed], top: float, order: dict[Node, int]
    ) -> None:
        page = self._page
        with paper.artifact():
            for placed in rows:
                edge = page.height - top - placed.top
                for frame in placed.row.frames:
                    y = edge + frame.above - frame.height
                    paper.box(page.margin + frame.x, y, frame.width, frame.height, frame.thickness)
        pieces: dict[Node, list[tuple[Piece, float]]] = {}
        for placed in rows:
            baseline = page.height - top - placed.top - placed.row.baseline
            for piece in placed.row.pieces:
                pieces.setdefault(piece.node, []).append((piece, baseline))
        for node in sorted(pieces, key=order.__getitem__):
            with paper.tagged(node):
                for piece, baseline in pieces[node]:
                    paper.text(piece.line, page.margin + piece.x, baseline)

    def _foot(self, paper: Paper, number: int, count: int) -> None:
        letter, page, style = self._setting.letter, self._page, self._setting.scale.furniture
        counted = letter.mark("mark.page").format(page=number, pages=count)
        place = self._setting.marked(counted, style).lines(page.measure)[0]
        words = self._setting.marked(letter.mark("mark.foot"), style)
        y = page.margin - _AIR
        with paper.artifact("Pagination"):
            paper.box(page.margin, y, page.measure, 0, 0.6)
            y -= style.leading + 1
            paper.text(place, page.margin + page.measure - place.width, y)
            for line in words.lines(page.measure - place.width - 24):
                paper.text(line, page.margin, y)
                y -= style.leading
