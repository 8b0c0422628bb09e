"""One column: the title, whom to call, what to do, and then everything else in its order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Line, Role, Shape, Span
from desktop.letters.sheets.closing import close
from desktop.letters.sheets.furniture import furniture_of
from desktop.letters.sheets.items import Item, items_of
from desktop.letters.told import needs_english, told_lines
from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import Style

_SHORT = 3  # a paragraph of so many lines is never divided
_PANEL_PADDING = 9
_ACTS = "now."
_POINT = 1.1  # ems, from a bullet to its text
_BETWEEN_POINTS = 2
_SPACE = Span(" ", Role.PLAIN)


def lay_out(setting: Setting, letter: Letter, sign_off: SignOff | None) -> None:
    """Put the whole letter down. ``sign_off`` is None while nobody vouches for it.

    Behind a translation that nobody has confirmed stands the same letter in English.
    """
    signed = sign_off is not None
    setting.new_part(furniture_of([letter], signed=signed))
    column = _Column(setting, letter)
    column.put_down(lambda: close(setting, letter, sign_off))
    if needs_english(letter) and letter.original is not None:
        setting.new_part(furniture_of([letter.original], signed=signed))
        attached = _Column(setting, letter.original)
        attached.put_note(letter.mark("mark.attached"), letter.language)
        attached.put_down(lambda: None)


def _look(block: Heading | Passage) -> Look | None:
    return block.look if isinstance(block, Passage) else None


class _Column:
    """Walks through the blocks of a letter, with the list that is open."""

    def __init__(self, setting: Setting, letter: Letter) -> None:
        self._setting, self._letter = setting, letter
        self._measure = setting.page.measure
        self._list: Node | None = None
        self._heading_tag = "H2"

    def put_note(self, text: str, language: str) -> None:
        setting = self._setting
        node = setting.root.add("P", setting.other(language))
        note = setting.marked(text, setting.scale.body, language)
        setting.flow.put([(node, note, 0, self._measure)], with_next=True)

    def put_down(self, close_sheet: Callable[[], None]) -> None:
        self._head("H1", self._letter.title, self._setting.scale.title, before=0, after=False)
        for sheet, blocks in groupby(self._letter.blocks, key=lambda block: block.sheet):
            if sheet != 1:
                self._open_sheet()
            for look, some in groupby(blocks, key=_look):
                self._put(look, list(some))
            if sheet == 1:
                close_sheet()

    def _put(self, look: Look | None, blocks: list[Heading | Passage]) -> None:
        passages = [block for block in blocks if isinstance(block, Passage)]
        headings = [block for block in blocks if isinstance(block, Heading)]
        for heading in headings:
            self._heading(heading)
        if look is Look.OPENING:
            self._opening(passages)
        for passage in passages if look is Look.PANEL else ():
            self._panel(passage, told_lines(passage, self._letter))
        for passage in passages if look is Look.NUMBERED else ():
            self._numbered(passage, told_lines(passage, self._letter))

    def _open_sheet(self) -> None:
        self._list = None
        self._heading_tag = "H3"
        self._setting.flow.new_page()
        self._head("H2", self._letter.mark("head.more"), self._setting.scale.part, before=0)

    def _heading(self, heading: Heading) -> None:
        scale = self._setting.scale
        self._head(
            self._heading_tag,
            heading.text,
            scale.heading,
            before=scale.before_heading,
            language=heading.language,
        )
        self._list = self._setting.root.add_list("Decimal")

    def _head(
        self,
        tag: str,
        text: str,
        style: Style,
        *,
        before: float,
        after: bool = True,
        language: str | None = None,
    ) -> None:
        setting = self._setting
        spoken = language or self._letter.language
        node = setting.root.add(tag, setting.other(spoken))
        paragraph = setting.marked(text, style, spoken)
        setting.flow.put(
            [(node, paragraph, 0, self._measure)],
            before=before,
            whole=True,
            with_next=after,
            may_stretch=before > 0,
        )

    def _opening(self, passages: list[Passage]) -> None:
        """Openings run on, in one paragraph."""
        setting, language = self._setting, passages[0].language
        spans = [
            span for each in passages for span in (_SPACE, *told_lines(each, self._letter)[0].spans)
        ][1:]
        node = setting.root.add("P", setting.other(language))
        text = setting.text(spans, setting.scale.body, language)
        setting.flow.put([(node, text, 0, self._measure)], before=3)

    def _panel(self, passage: Passage, lines: list[Line]) -> None:
        setting, flow = self._setting, self._setting.flow
        first = len(flow.rows)
        for line in lines:
            node = setting.root.add("P", setting.other(passage.language))
            text = setting.text(line.spans, setting.scale.panel, passage.language)
            measure = self._measure - 2 * _PANEL_PADDING
            flow.put(
                [(node, text, _PANEL_PADDING, measure)],
                before=0 if len(flow.rows) > first else setting.scale.between + 1,
                whole=True,
            )
        flow.frame(first, _PANEL_PADDING * 0.7, 0, self._measure, 1.4)

    def _numbered(self, passage: Passage, lines: list[Line]) -> None:
        assert passage.number is not None
        setting, scale = self._setting, self._setting.scale
        acts = passage.key.startswith(_ACTS)
        style, together = scale.act if acts else scale.body, acts and not scale.parts_acts
        parent = self._list or setting.root.add_list("Decimal")
        items = items_of([line.shape for line in lines], passage.number, parent)
        for index, (line, item) in enumerate(zip(lines, items, strict=True)):
            inset = (item.depth - 1) * scale.gutter
            x = scale.gutter if not item.is_point else inset + style.size * _POINT
            paragraph = setting.text(line.spans, style, passage.language)
            node = item.body.add("P", setting.other(passage.language))
            short = len(paragraph.lines(self._measure - x)) <= _SHORT
            setting.flow.put(
                [(node, paragraph, x, self._measure - x)],
                before=scale.between if item.label and not item.is_point else _BETWEEN_POINTS,
                labels=self._label(item, style, inset),
                whole=short or line.shape is not Shape.PARAGRAPH,
                with_next=item.heads_points or (together and index < len(lines) - 1),
            )

    def _label(self, item: Item, style: Style, x: float) -> list[Piece]:
        if item.label is None:
            return []
        setting, gutter = self._setting, self._setting.scale.gutter
        label = setting.label(item.mark, style, self._letter.language, heavy=not item.is_point)
        return [Piece(item.label, label.lines(gutter)[0], x, gutter)]
