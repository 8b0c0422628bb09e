"""One column: the title, whom to call, what to do, and then everything else in its order."""

from __future__ import annotations

from itertools import groupby

from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Line, Role, Shape, Span, lines_of
from desktop.letters.sheets.closing import close
from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import Style

_BULLET = "•"
_SHORT = 3  # a paragraph of so many lines is never divided
_PANEL_PADDING = 9
_ACTS = "now."
_SPACE = Span(" ", Role.PLAIN)


def lay_out(setting: Setting, letter: Letter, sign_off: SignOff | None) -> None:
    """Put the whole letter down. ``sign_off`` is None while nobody vouches for it."""
    _Column(setting, letter).all(sign_off)


def _look(block: Heading | Passage) -> Look | None:
    return block.look if isinstance(block, Passage) else None


class _Column:
    """Walks through the blocks of a letter, with the list that is open."""

    def __init__(self, setting: Setting, letter: Letter) -> None:
        self._setting, self._letter = setting, letter
        self._measure = setting.page.measure
        self._list: Node | None = None
        self._heading_tag = "H2"

    def all(self, sign_off: SignOff | None) -> None:
        self._head("H1", self._letter.title, self._setting.scale.title, before=0, after=False)
        for sheet, blocks in groupby(self._letter.blocks, key=lambda block: block.sheet):
            if sheet != 1:
                self._open_sheet()
            for look, some in groupby(blocks, key=_look):
                self._put(look, list(some))
            if sheet == 1:
                close(self._setting, sign_off)

    def _put(self, look: Look | None, blocks: list[Heading | Passage]) -> None:
        passages = [block for block in blocks if isinstance(block, Passage)]
        headings = [block for block in blocks if isinstance(block, Heading)]
        for heading in headings:
            self._heading(heading)
        if look is Look.OPENING:
            self._opening(passages)
        for passage in passages if look is Look.PANEL else ():
            self._panel(passage, self._lines(passage))
        for passage in passages if look is Look.NUMBERED else ():
            self._numbered(passage, self._lines(passage))

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
        self._list = self._setting.root.add("L", numbering="Decimal")

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

    def _lines(self, passage: Passage) -> list[Line]:
        lines = list(lines_of(passage.text))
        if passage.stale:
            note = Span(f" [{self._letter.mark('mark.stale')}]", Role.PLAIN)
            lines[-1] = Line(lines[-1].shape, (*lines[-1].spans, note))
        return lines

    def _opening(self, passages: list[Passage]) -> None:
        """Openings run on, in one paragraph."""
        setting, language = self._setting, passages[0].language
        spans = [span for each in passages for span in (_SPACE, *self._lines(each)[0].spans)][1:]
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
        style = scale.act if acts else scale.body
        parent = self._list or setting.root.add("L", numbering="Decimal")
        body: Node | None = None
        points: Node | None = None
        number, last = passage.number, len(lines) - 1
        for index, line in enumerate(lines):
            if body is None or line.shape is Shape.STEP:
                item = parent.add("LI", setting.other(passage.language))
                label = self._label(item, str(number), style, 0, bold=True)
                body, points, number = item.add("LBody"), None, number + 1
                self._line(
                    body.add("P"),
                    line,
                    style,
                    scale.gutter,
                    passage,
                    label,
                    with_next=index < last and (acts or lines[index + 1].shape is Shape.POINT),
                )
            elif line.shape is Shape.POINT:
                points = points or body.add("L", numbering="Disc")
                item = points.add("LI")
                label = self._label(item, _BULLET, style, scale.gutter, bold=False)
                x = scale.gutter + style.size * 1.1
                self._line(item.add("LBody").add("P"), line, style, x, passage, label, before=2)
            else:
                self._line(body.add("P"), line, style, scale.gutter, passage, before=2)

    def _label(self, item: Node, text: str, style: Style, x: float, *, bold: bool) -> Piece:
        spans = [Span(text, Role.WEIGHT if bold else Role.PLAIN)]
        paragraph = self._setting.text(spans, style)
        return Piece(item.add("Lbl"), paragraph.lines(self._setting.scale.gutter)[0], x)

    def _line(
        self,
        node: Node,
        line: Line,
        style: Style,
        x: float,
        passage: Passage,
        label: Piece | None = None,
        *,
        before: float | None = None,
        with_next: bool = False,
    ) -> None:
        paragraph = self._setting.text(line.spans, style, passage.language)
        measure = self._measure - x
        whole = line.shape is not Shape.PARAGRAPH or len(paragraph.lines(measure)) <= _SHORT
        self._setting.flow.put(
            [(node, paragraph, x, measure)],
            before=self._setting.scale.between if before is None else before,
            labels=[label] if label is not None else [],
            whole=whole,
            with_next=with_next,
        )
