"""Prints rows onto pages, with what stands on every page: DRAFT, the foot, the page's number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.letters.typesetting.flow import Placed
from desktop.letters.typesetting.foot import foot_of
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.paragraphs import SetLine
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typesetting.writing import write_texts

_EDGE = 27  # as close to the paper's edge as office printers reach
_EDGE_BELOW = 20
_AIR = 9
_BOX_PADDING = 5
_FRAME = 1.4


def printed(setting: Setting, made_at: datetime) -> bytes:
    """The file."""
    return _Press(setting).printed(made_at)


def pages_of(setting: Setting) -> list[list[Placed]]:
    """The rows as they stand on the pages, without drawing them."""
    return _Press(setting).pages()


class _Press:
    """One document's pages on one paper."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._page = setting, setting.page
        self._style = setting.scale.furniture
        self._box_nodes = [
            [Node("P", setting.other(language)) for _, language in column]
            for column in setting.furniture[0].box
        ]

    def pages(self) -> list[list[Placed]]:
        return self._setting.flow.pages(self._depth)

    def printed(self, made_at: datetime) -> bytes:
        setting, pages = self._setting, self.pages()
        setting.root.children[:0] = [node for column in self._box_nodes for node in column]
        paper = Paper(self._page, setting.letter.language, setting.root)
        order = {node: number for number, node in enumerate(setting.root.walk())}
        before = None
        for number, rows in enumerate(pages):
            part = rows[0].row.part
            top = self._top(part, part != before)
            self._box(paper, part, part != before, is_first=not number)
            self._frames(paper, rows, top)
            write_texts(paper, rows, self._page.margin, self._page.height - top, order)
            foot = foot_of(setting, part, number + 1, len(pages))
            foot.write(paper, self._page.margin, self._bottom(part) - _AIR, self._page.measure)
            paper.end_page()
            before = part
        return paper.finished(setting.letter.title, made_at)

    def _box_columns(self, part: int, begins: bool) -> list[list[tuple[SetLine, ...]]]:
        """What the box of a page holds: columns of paragraphs of lines."""
        furniture = self._setting.furniture[part]
        columns = furniture.box if begins else furniture.box_after
        measure = self._page.measure / max(1, len(columns)) - 2 * _AIR
        return [
            [
                self._setting.marked(text, self._style, language).lines(measure)
                for text, language in column
            ]
            for column in columns
        ]

    def _box_height(self, part: int, begins: bool) -> float:
        columns = self._box_columns(part, begins)
        tall = max((sum(map(_height, column)) for column in columns), default=0)
        return tall + 2 * _BOX_PADDING if tall else 0

    def _top(self, part: int, begins: bool) -> float:
        """Where the text of a page begins, down from the paper's edge."""
        return max(self._page.margin, _EDGE + self._box_height(part, begins) + _AIR)

    def _depth(self, part: int, begins: bool) -> float:
        return self._page.height - self._top(part, begins) - self._bottom(part)

    def _bottom(self, part: int) -> float:
        """Where the text of a page ends, up from the paper's edge; a tall foot pushes it up."""
        return max(self._page.margin, _EDGE_BELOW + foot_of(self._setting, part).height + _AIR)

    def _box(self, paper: Paper, part: int, begins: bool, *, is_first: bool) -> None:
        page, height = self._page, self._box_height(part, begins)
        if not height:
            return
        top = page.height - self._top(part, begins) + _AIR + height
        with paper.artifact():
            paper.box(page.margin, top - height, page.measure, height, _FRAME)
        columns = self._box_columns(part, begins)
        width = page.measure / len(columns)
        for number, column in enumerate(columns):
            middle = page.margin + width * (number + 0.5)
            y = top - _BOX_PADDING
            for index, lines in enumerate(column):
                style = lines[0].paragraph.style
                # Read aloud once; on the other pages it belongs to the page.
                node = self._box_nodes[number][index] if is_first else None
                with paper.tagged(node) if node is not None else paper.artifact("Pagination"):
                    for line in lines:
                        paper.text(line, middle - line.width / 2, y - style.baseline)
                        y -= style.leading

    def _frames(self, paper: Paper, rows: Sequence[Placed], top: float) -> None:
        page = self._page
        for placed in rows:
            edge = page.height - top - placed.top
            for frame in placed.row.frames:
                y = edge + frame.above - frame.height
                with paper.artifact():
                    paper.box(page.margin + frame.x, y, frame.width, frame.height, frame.thickness)


def _height(lines: Sequence[SetLine]) -> float:
    return sum(line.paragraph.style.leading for line in lines)
