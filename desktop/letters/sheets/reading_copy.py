"""A pack's reading copy on paper: what an attorney reads, marks and signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.domain.letters import Letter
from desktop.language.marks import N_
from desktop.letters.marked_down import Heading, Item, Table, Text, blocks_of
from desktop.letters.sheets.tables import put_table
from desktop.letters.template import SOURCE_LANGUAGE
from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.press import printed
from desktop.letters.typesetting.setting import Furniture, Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import PLAIN_TIGHTEST, Style

_PAGE = N_("Page {page} of {pages}")
_COLUMN = 6.0  # points for each column by which a line stands in
_AFTER_TITLE = 10
_SHORT = 3  # a paragraph of so many lines is never divided
_LETTERS = 72  # about as many as stand side by side in a table
_MOST, _AIR = 70, 2  # of letters: the longest cell that is weighed, and what a word needs beside it


def printed_copy(text: str, foot: str, made_at: datetime) -> bytes:
    """The reading copy as PDF; ``foot`` stands on every page."""
    blocks = tuple(blocks_of(text))
    title = next(block.text for block in blocks if isinstance(block, Heading))
    sheet = Letter("reading copy", SOURCE_LANGUAGE, title, (), (), made_at)
    setting = Setting(sheet, PLAIN_TIGHTEST)
    setting.new_part(Furniture((), (), ((foot, SOURCE_LANGUAGE),), _PAGE))
    copy = _Copy(setting)
    for block in blocks:
        copy.put(block)
    return printed(setting, made_at)


class _Copy:
    """Walks through the blocks, with the lists that are open: the column of each, and its tags."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._scale = setting, setting.scale
        self._open: list[tuple[int, Node, Node]] = []

    def put(self, block: Heading | Text | Item | Table) -> None:
        match block:
            case Heading(level, text):
                self._heading(level, text)
            case Table(heads, rows):
                self._table(heads, rows)
            case Item():
                self._item(block)
            case Text(indent, text):
                self._text(indent, text)

    def _heading(self, level: int, text: str) -> None:
        self._open.clear()
        scale = self._scale
        style, before = {
            1: (scale.title, 0.0),
            2: (scale.part, 2.4 * scale.before_heading),
        }.get(level, (scale.heading, 2 * scale.before_heading))
        node = self._setting.root.add(f"H{level}")
        self._line(node, text, style, 0, before=before, with_next=True)
        if level == 1:
            self._setting.flow.space(_AFTER_TITLE)

    def _text(self, indent: int, text: str) -> None:
        while self._open and (not indent or self._open[-1][0] >= indent):
            self._open.pop()
        parent = self._open[-1][2] if self._open else self._setting.root
        heads_a_list = text.startswith("**") and text.endswith("**")
        self._line(
            parent.add("P"),
            text,
            self._scale.body,
            indent * _COLUMN,
            before=0 if indent else 2 * self._scale.between,
            with_next=heads_a_list,
        )

    def _item(self, item: Item) -> None:
        while self._open and self._open[-1][0] > item.indent:
            self._open.pop()
        if not self._open or self._open[-1][0] < item.indent:
            above = self._open[-1][2] if self._open else self._setting.root
            tags = above.add_list("Disc" if item.mark == "•" else "Decimal")
        else:
            tags = self._open.pop()[1]
        entry = tags.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        self._open.append((item.indent, tags, body))
        style, x = self._scale.body, item.indent * _COLUMN
        mark = self._setting.label(item.mark, style, SOURCE_LANGUAGE, heavy=False)
        room = (item.body - item.indent) * _COLUMN
        piece = Piece(label, mark.lines(room)[0], x, room)
        self._line(body.add("P"), item.text, style, x + room, labels=(piece,))

    def _table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._open.clear()
        shares, style = _shares((heads, *rows)), self._scale.body
        self._setting.flow.space(self._scale.between)
        put_table(self._setting, heads, rows, shares, style, SOURCE_LANGUAGE)
        self._setting.flow.space(self._scale.between)

    def _line(
        self,
        node: Node,
        text: str,
        style: Style,
        x: float,
        *,
        before: float | None = None,
        with_next: bool = False,
        labels: Sequence[Piece] = (),
    ) -> None:
        paragraph = self._setting.marked(text, style, SOURCE_LANGUAGE)
        measure = self._setting.page.measure - x
        self._setting.flow.put(
            [(node, paragraph, x, measure)],
            before=self._scale.between if before is None else before,
            labels=labels,
            whole=len(paragraph.lines(measure)) <= _SHORT,
            with_next=with_next,
        )


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Each column's part of the measure: room for its longest word, and more for long cells."""
    columns = list(zip(*rows, strict=True))
    least = [max(len(w) for cell in column for w in cell.split()) + _AIR for column in columns]
    longest = [min(_MOST, max(map(len, column))) for column in columns]
    more = [max(0, cell - word) for cell, word in zip(longest, least, strict=True)]
    room = max(0, _LETTERS - sum(least)) / max(1, sum(more))
    widths = [word + room * cell for word, cell in zip(least, more, strict=True)]
    return [width / sum(widths) for width in widths]
