"""The passages of the letter in reading order, and why the chosen one stands in it.

Also the reading view of the page, for whoever does not see it: each passage is
there with its whole text.
"""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.gui.kit import theme
from desktop.gui.kit.marks import MarkPicture
from desktop.gui.kit.parts import Paragraph, column, ground, hairline, label, row
from desktop.gui.screens.letter.state import PassageShown, ReasonLine
from desktop.language.marks import N_

PASSAGES = N_("Passages")
PARAGRAPH = N_("Paragraph {number}")
WHY = N_("Why it is in the letter")
QUOTES = N_("It quotes")
LAW = N_("The law in it")
PASSAGE = Qt.ItemDataRole.UserRole
_TALL = 46
_STEP = re.compile(r"^\d+\. ")
_Index = QModelIndex | QPersistentModelIndex


class PassagePane(QWidget):
    """Moving in the list puts the ring on the page."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = PassageList()
        self._list.chosen.connect(self._show)
        self._layout = column(self, (0, 14, 0, 0))
        head = row(margins=(24, 0, 24, 0))
        head.addWidget(label(PASSAGES, "head", "accent"))
        self._layout.addLayout(head)
        self._layout.addSpacing(theme.px(4))
        self._layout.addWidget(self._list, 1)
        self._layout.addWidget(hairline())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(WHY)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout.addWidget(self._area, 1)

    def show_passages(self, passages: tuple[PassageShown, ...]) -> None:
        self._list.show_passages(passages)

    def focus_first(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, passage: PassageShown) -> None:
        self._area.setWidget(_detail(passage))
        self.chosen.emit(passage)


class PassageList(QListView):
    """Two lines each: number and heading, and how the passage begins."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._passages: tuple[PassageShown, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(PASSAGES)
        self.setProperty("look", "bg")
        self.setProperty("ring", "own")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_passages(self, passages: tuple[PassageShown, ...]) -> None:
        if passages == self._passages:
            return
        before = self.currentIndex().data(PASSAGE)
        self._passages = passages
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for passage in passages:
            self._model.appendRow(_item(passage))
        self.selectionModel().blockSignals(False)
        key = before.key if isinstance(before, PassageShown) else ""
        number = next((n for n, p in enumerate(passages) if p.key == key), 0)
        if passages:
            self.setCurrentIndex(self._model.index(number, 0))

    def _changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        passage = current.data(PASSAGE)
        if isinstance(passage, PassageShown):
            self.chosen.emit(passage)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(100, theme.px(_TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        passage: PassageShown = index.data(PASSAGE)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(theme.px(12), 1, -theme.px(12), -1)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel"))
            painter.drawRoundedRect(box, 8, 8)
        left, room = theme.px(24 + 26), rect.width() - theme.px(50 + 22)
        first, second = theme.px(19), theme.px(36)
        number = passage.number
        _write(painter, "control", 600, "ink", theme.px(24), rect.top() + first, number, 30)
        weight, begins = 600 if chosen else 500, _STEP.sub("", passage.text)
        _write(painter, "control", weight, "ink", left, rect.top() + first, begins, room)
        _write(painter, "note", 400, "ink2", left, rect.top() + second, passage.heading, room)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()


def _write(
    painter: QPainter,
    kind: str,
    weight: int,
    ink: str,
    x: float,
    base: float,
    text: str,
    room: float,
) -> None:
    font = theme.font(kind, weight=weight)
    line = text.replace("\n", " ")
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, round(room))
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(QPointF(x, base), shown)


def _item(passage: PassageShown) -> QStandardItem:
    item = QStandardItem(passage.text)
    item.setData(passage, PASSAGE)
    spoken = f"{passage.number}. {passage.heading}. {passage.text}".lstrip(". ")
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    return item


def _detail(passage: PassageShown) -> QWidget:
    made = ground("bg")
    layout = column(made, (24, 12, 20, 16), 4)
    number = PARAGRAPH.format(number=passage.number) if passage.number else passage.heading
    if number:
        layout.addWidget(label(number, "head", "accent"))
    layout.addWidget(Paragraph(WHY, "law"))
    for reason in passage.why:
        layout.addWidget(_reason(reason))
    layout.addSpacing(theme.px(8))
    if passage.cites:
        layout.addWidget(label(QUOTES, "head", "accent"))
        for cite in passage.cites:
            layout.addWidget(Paragraph(cite, "control"))
        layout.addSpacing(theme.px(8))
    layout.addWidget(label(LAW, "head", "accent"))
    layout.addWidget(Paragraph(passage.law, "control"))
    layout.addStretch(1)
    return made


def _reason(reason: ReasonLine) -> QWidget:
    made = QWidget()
    line = row(made, gap=8)
    if reason.shown is not None:
        mark = MarkPicture()
        mark.show_mark(reason.shown)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Paragraph(reason.text, "control"), 1)
    return made
