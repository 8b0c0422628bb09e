"""Paints a line of the list: a mark, then columns of two lines each.

Columns fall away from the least needed one as the window narrows; the head of
the list asks the same function, so that both always agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.gui.kit import theme
from desktop.gui.kit.marks import paint_mark
from desktop.gui.kit.outcomes import HOLDING
from desktop.gui.screens.cases.lines import Group, Line
from desktop.gui.screens.cases.model import ROW
from desktop.language.marks import N_

LINE_HEIGHT = 60
GROUP_HEIGHT = 46
INSET = 16
MARK = 32
RING = 2
TEXT = 64
PERSON, HOLDER, STATUS, CHANGED = N_("Person"), N_("Held by"), N_("Holding"), N_("Last change")
WIDE, MIDDLE = 880, 620


@dataclass(frozen=True)
class Column:
    """Where a column stands, in px of the list."""

    name: str
    left: int
    width: int


def columns(width: int) -> tuple[Column, ...]:
    """The columns of a list of this width."""
    px = theme.px
    names = [PERSON, HOLDER, STATUS, CHANGED]
    if width < px(WIDE):
        names.remove(HOLDER)
    if width < px(MIDDLE):
        names.remove(CHANGED)
    room = width - px(TEXT + MARK)
    last = px(152) if CHANGED in names else 0
    shares = {PERSON: 21, HOLDER: 26, STATUS: 33}
    whole = sum(share for name, share in shares.items() if name in names)
    made, left = [], px(TEXT)
    for name in names:
        wide = last if name == CHANGED else (room - last) * shares[name] // whole
        made.append(Column(name, left, wide))
        left += wide
    return tuple(made)


class CaseDelegate(QStyledItemDelegate):
    """Selection is a fill; the keyboard's place is that fill with a ring."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_group = isinstance(index.data(ROW), Group)
        return QSize(0, theme.px(GROUP_HEIGHT if is_group else LINE_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        box: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            self._paint_group(painter, box, row)
        elif isinstance(row, Line):
            state = option.state  # type: ignore[attr-defined]
            self._paint_ground(painter, box, state)
            self._paint_line(painter, box, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRect, group: Group) -> None:
        px = theme.px
        title = theme.font("head")
        painter.setFont(title)
        painter.setPen(theme.colour("ink"))
        text = box.adjusted(px(MARK), 0, -px(MARK), -px(8))
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        drawn = painter.boundingRect(text, bottom, group.title)
        painter.drawText(text, bottom, group.title)
        painter.setFont(theme.font("control", weight=400, tabular=True))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(
            text.adjusted(drawn.width() + px(8), 0, 0, 0), bottom, str(len(group.lines))
        )
        self._rule(painter, box)

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        if not state & QStyle.StateFlag.State_Selected:
            self._rule(painter, box)
            return
        px = theme.px
        radius, inset = px(8), px(INSET)
        place = QRectF(box).adjusted(inset, 0, -inset, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sel"))
        painter.drawRoundedRect(place, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            half = px(RING) / 2
            painter.setPen(QPen(theme.colour("focus"), px(RING)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = place.adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, radius - half, radius - half)

    def _rule(self, painter: QPainter, box: QRect) -> None:
        inset = theme.px(INSET)
        painter.fillRect(
            QRect(box.left() + inset, box.bottom(), box.width() - 2 * inset, 1),
            theme.colour("line"),
        )

    def _paint_line(self, painter: QPainter, box: QRect, line: Line, selected: bool) -> None:
        px = theme.px
        looked = line.looked
        if looked and looked.answer is not None:
            shown = HOLDING[looked.answer]
            square = QRectF(box.left() + px(MARK), box.top() + px(13), px(18), px(18))
            paint_mark(painter, shown.mark, shown.ink, square)
        words = {
            PERSON: (line.person, line.detail),
            HOLDER: (line.holder, looked.since if looked else ""),
            STATUS: (looked.holding, looked.why) if looked else ("", ""),
            CHANGED: (line.changed, line.changed_detail),
        }
        for column in columns(box.width()):
            first, second = words[column.name]
            place = QRect(box.left() + column.left, box.top(), column.width - px(16), 0)
            heavy = 600 if column.name == PERSON else 500
            figures = column.name == CHANGED
            self._write(painter, place, px(11), first, "body", "ink", heavy, figures)
            self._write(painter, place, px(31), second, "control", "ink2", 400, figures)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        top: int,
        text: str,
        kind: str,
        ink: str,
        weight: int,
        figures: bool,
    ) -> None:
        painter.setFont(theme.font(kind, weight=weight, tabular=figures))
        painter.setPen(theme.colour(ink))
        metrics = painter.fontMetrics()
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        height = theme.px(theme.STYLES[kind].line)
        line = QRect(place.left(), place.top() + top, place.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
