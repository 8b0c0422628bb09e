"""The findings of a case, by act: a mark, what the rule is about, where it stands."""

from __future__ import annotations

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
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.gui.kit import theme
from desktop.gui.kit.marks import paint_mark
from desktop.gui.screens.finding.state import FindingGroup, FindingRow
from desktop.language.marks import N_

NAME = N_("Findings")
ROW = Qt.ItemDataRole.UserRole
_HEAD, _TALL, _TEXT_AT = 30, 50, 38
_Index = QModelIndex | QPersistentModelIndex


class FindingList(QListView):
    """Moving chooses: the page beside it follows."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self._groups: tuple[FindingGroup, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(NAME)
        self.setProperty("look", "bg")
        self.setProperty("ring", "own")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_groups(self, groups: tuple[FindingGroup, ...], rule: str) -> None:
        if groups != self._groups:
            self._groups = groups
            self.selectionModel().blockSignals(True)
            self._model.clear()
            for group in groups:
                self._model.appendRow(_head(group.title))
                for row in group.rows:
                    self._model.appendRow(_line(row))
            self.selectionModel().blockSignals(False)
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            row = index.data(ROW)
            if isinstance(row, FindingRow) and row.rule == rule:
                self.setCurrentIndex(index)
                above = self._model.index(number - 1, 0)
                self.scrollTo(above if above.data(ROW) is None else index)
                self.scrollTo(index)
                self.viewport().update()

    def _changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, FindingRow):
            self.chosen.emit(row.rule)


class _RowDelegate(QStyledItemDelegate):
    """Two lines and a mark; the chosen one on its own ground."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.data(ROW) is None:
            return QSize(100, theme.px(_HEAD if index.row() == 0 else _HEAD + 8))
        lines = len(_lines(index.data(ROW).title, self._room()))
        return QSize(100, theme.px(_TALL + 18 * (lines - 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            _write(painter, "control", 600, "ink2", 24, rect.bottom() - theme.px(9), index.data())
        else:
            self._paint_row(painter, QRectF(rect), row, state)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, rect: QRectF, row: FindingRow, state: QStyle.StateFlag
    ) -> None:
        box = rect.adjusted(theme.px(12), 1, -theme.px(12), -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel"))
            painter.drawRoundedRect(box, 8, 8)
        size = theme.px(16)
        mark = QRectF(theme.px(25), rect.top() + theme.px(10), size, size)
        paint_mark(painter, row.shown.mark, row.shown.ink, mark)
        base = rect.top() + theme.px(21)
        for line in _lines(row.title, self._room()):
            _write(painter, "control", 600 if chosen else 500, "ink", 51, base, line)
            base += theme.px(18)
        metrics = QFontMetrics(theme.font("note"))
        detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, round(self._room()))
        _write(painter, "note", 400, "ink2", 51, base, detail)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    def _room(self) -> float:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else theme.px(292)
        return width - theme.px(51 + 20)


def _head(title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _line(row: FindingRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row, ROW)
    item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    return item


def _write(
    painter: QPainter, kind: str, weight: int, ink: str, x: int, base: float, text: str
) -> None:
    painter.setFont(theme.font(kind, weight=weight))
    painter.setPen(theme.colour(ink))
    painter.drawText(QPointF(theme.px(x), base), text)


def _lines(text: str, room: float) -> list[str]:
    """The title set in lines; it is never so long that it fills the list."""
    metrics = QFontMetricsF(theme.font("control", weight=600))
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
