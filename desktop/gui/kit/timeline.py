"""Custody along time: a picture for the eye and, in the same widget, a list of sentences.

Qt's own list underneath, so that a screen reader steps through events while
the eye sees lanes. Left and Right move over events, Enter goes to the fact.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from desktop.gui.kit import theme
from desktop.gui.kit.custody_shown import CustodyShown
from desktop.gui.kit.timeline_picture import TimelinePicture

_Index = QModelIndex | QPersistentModelIndex


class Timeline(QListView):
    """Shows one custody; ``fact_wanted`` carries the row of the form behind an event."""

    fact_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: CustodyShown | None = None
        self._picture: TimelinePicture | None = None
        self._sentences = QStringListModel(self)
        self.setModel(self._sentences)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "own")

    def show_custody(self, shown: CustodyShown) -> None:
        if shown == self._shown:
            return
        here = self.currentIndex().row()
        self._shown = shown
        sentences = [piece.sentence for piece in shown.pieces]
        if sentences != self._sentences.stringList():
            self._sentences.setStringList(sentences)
            if 0 <= here < len(sentences):
                self.setCurrentIndex(self._sentences.index(here))
        self.setAccessibleName(shown.title)
        self._draw_anew()

    def sizeHint(self) -> QSize:
        tall = self._picture.height if self._picture is not None else theme.px(40)
        return QSize(theme.px(400), tall)

    def visualRect(self, index: _Index) -> QRect:
        boxes = self._picture.boxes if self._picture is not None else ()
        return boxes[index.row()].toRect() if 0 <= index.row() < len(boxes) else QRect()

    def scrollTo(self, index: _Index, hint: object = None) -> None:
        """Everything is in sight."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, here = self._sentences.rowCount(), self.currentIndex().row()
        steps = {
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        key = Qt.Key(event.key())
        if key in steps and count:
            self.setCurrentIndex(self._sentences.index(max(0, min(count - 1, steps[key]))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(here)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(self._sentences.rowCount()):
            box = self.visualRect(self._sentences.index(number))
            if box.contains(event.position().toPoint()):
                self.setCurrentIndex(self._sentences.index(number))
                self._want(number)
                return

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if self.currentIndex().row() < 0 and self._sentences.rowCount():
            self.setCurrentIndex(self._sentences.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter)
        here = self.currentIndex()
        if self.hasFocus() and here.isValid():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.visualRect(here).adjusted(-2, -1, 2, 1), 4, 4)
        painter.end()

    def _draw_anew(self) -> None:
        if self._shown is None:
            return
        self._picture = TimelinePicture(self._shown, self.viewport().width())
        self.setFixedHeight(self._picture.height)
        self.viewport().update()

    def _want(self, number: int) -> None:
        if self._shown is not None and 0 <= number < len(self._shown.pieces):
            fact = self._shown.pieces[number].fact
            if fact:
                self.fact_wanted.emit(fact)
