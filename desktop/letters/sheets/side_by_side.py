"""English left, the reader's language right, paragraph by paragraph, under the same numbers.

For a client and a telephone interpreter who look at the same line. Aloud, each
paragraph is read in English and then in the other language.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Line
from desktop.letters.sheets.closing import close
from desktop.letters.sheets.furniture import furniture_of
from desktop.letters.sheets.items import Item, items_of
from desktop.letters.told import told_lines
from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import FROM_THE_RIGHT, SIDES, Style

SCALES = (SIDES,)
_BETWEEN = 20
_BETWEEN_POINTS = 2
_SHORT = 9  # in half a measure a paragraph of so many lines is never divided
_POINT = 12
_PANEL_PADDING = 9

__all__ = ["SCALES", "lay_out"]


def lay_out(setting: Setting, letter: Letter, sign_off: SignOff | None) -> None:
    """Put both languages down. The letter has to carry its English."""
    assert letter.original is not None
    setting.new_part(furniture_of([letter.original, letter], signed=sign_off is not None))
    _Sides(setting, letter.original, letter).put_down(sign_off)


class _Sides:
    """Walks through both letters at once: their blocks are the same, one by one."""

    def __init__(self, setting: Setting, english: Letter, other: Letter) -> None:
        self._setting, self._english, self._other = setting, english, other
        self._width = (setting.page.measure - _BETWEEN) / 2
        self._right = self._width + _BETWEEN
        self._tag = "H2"
        self._list: Node | None = None

    def put_down(self, sign_off: SignOff | None) -> None:
        scale, english, other = self._setting.scale, self._english, self._other
        titles = (english.title, english.language), (other.title, other.language)
        self._heads("H1", *titles, scale.title, 0)
        pairs = zip(english.blocks, other.blocks, strict=True)
        for sheet, some in groupby(pairs, key=lambda pair: pair[0].sheet):
            if sheet != 1:
                self._open_sheet()
            for left, right in some:
                self._pair(left, right)
            if sheet == 1:
                close(self._setting, english, sign_off)

    def _open_sheet(self) -> None:
        self._tag = "H3"
        self._setting.flow.new_page()
        left, right = (
            (letter.mark("head.more"), letter.language) for letter in (self._english, self._other)
        )
        self._heads("H2", left, right, self._setting.scale.part, 0)

    def _pair(self, left: Heading | Passage, right: Heading | Passage) -> None:
        scale = self._setting.scale
        if isinstance(left, Heading) and isinstance(right, Heading):
            told = (left.text, left.language), (right.text, right.language)
            self._heads(self._tag, *told, scale.heading, scale.before_heading)
            self._list = self._setting.root.add_list("Decimal")
        elif isinstance(left, Passage) and isinstance(right, Passage):
            if left.look is Look.NUMBERED:
                self._numbered(left, right)
            else:
                self._unnumbered(left, right)

    def _heads(
        self, tag: str, left: tuple[str, str], right: tuple[str, str], style: Style, before: float
    ) -> None:
        setting = self._setting
        columns = [
            (
                setting.root.add(tag, setting.other(language)),
                setting.marked(text, style, language),
                x,
                self._width,
            )
            for (text, language), x in ((left, 0.0), (right, self._right))
        ]
        setting.flow.put(
            columns, before=before, whole=True, with_next=before > 0, may_stretch=before > 0
        )

    def _unnumbered(self, left: Passage, right: Passage) -> None:
        """The opening, and the panel in a box over both columns."""
        setting, flow, scale = self._setting, self._setting.flow, self._setting.scale
        is_panel = left.look is Look.PANEL
        inset, style = (_PANEL_PADDING, scale.panel) if is_panel else (0, scale.body)
        first = len(flow.rows)
        for lines in self._pairs(left, right):
            room = self._width - 2 * inset
            columns = self._columns(setting.root, left, right, lines, style, inset, room)
            flow.put(columns, before=0 if len(flow.rows) > first else scale.between, whole=True)
        if is_panel:
            flow.frame(first, _PANEL_PADDING * 0.7, 0, setting.page.measure, 1.4)

    def _numbered(self, left: Passage, right: Passage) -> None:
        assert left.number is not None
        scale = self._setting.scale
        parent = self._list or self._setting.root.add_list("Decimal")
        pairs = self._pairs(left, right)
        items = items_of([line.shape for line, _ in pairs], left.number, parent)
        for pair, item in zip(pairs, items, strict=True):
            inset = scale.gutter + (item.depth - 1) * _POINT
            room = self._width - inset
            columns = self._columns(item.body, left, right, pair, scale.body, inset, room)
            self._setting.flow.put(
                columns,
                before=scale.between if item.label and not item.is_point else _BETWEEN_POINTS,
                labels=self._labels(item, inset - (_POINT if item.is_point else scale.gutter)),
                whole=max(len(text.lines(room)) for _, text, _, _ in columns) <= _SHORT,
                with_next=item.heads_points,
            )

    def _labels(self, item: Item, x: float) -> list[Piece]:
        """The number in both columns; read aloud once."""
        if item.label is None:
            return []
        setting, room = self._setting, self._setting.scale.gutter
        style, heavy = setting.scale.body, not item.is_point
        left, right = (
            setting.label(item.mark, style, letter.language, heavy=heavy).lines(room)[0]
            for letter in (self._english, self._other)
        )
        return [
            Piece(item.label, left, x, room),
            Piece(None, right, self._beside(x, room), room),
        ]

    def _beside(self, x: float, room: float) -> float:
        """Where something stands in the right column; from the right if it is read so."""
        if self._other.language in FROM_THE_RIGHT:
            return self._right + self._width - x - room
        return self._right + x

    def _columns(
        self,
        parent: Node,
        left: Passage,
        right: Passage,
        lines: Sequence[Line],
        style: Style,
        inset: float,
        room: float,
    ) -> list[tuple[Node, Paragraph, float, float]]:
        setting = self._setting
        return [
            (
                parent.add("P", setting.other(passage.language)),
                setting.text(line.spans, style, passage.language),
                x,
                room,
            )
            for passage, line, x in (
                (left, lines[0], inset),
                (right, lines[1], self._beside(inset, room)),
            )
        ]

    def _pairs(self, left: Passage, right: Passage) -> list[tuple[Line, Line]]:
        both = told_lines(left, self._english), told_lines(right, self._other)
        return list(zip(*both, strict=True))
