"""The lines themselves: a Qt list that hands letters on, and the words over its columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.gui.kit import theme
from desktop.gui.screens.cases.delegate import INSET, CaseDelegate, columns
from desktop.gui.screens.cases.model import CaseModel


class CaseList(QListView):
    """Arrows move over the cases only; letters go to the search field."""

    letters_typed = Signal(str)
    width_changed = Signal()

    def __init__(self, model: CaseModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CaseDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("ring", "own")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.width_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if plain and typed.isprintable() and typed.strip():
            self.letters_typed.emit(typed)
        else:
            super().keyPressEvent(event)


class ColumnHeads(QWidget):
    """The words over the columns; they stand where the delegate puts the columns."""

    def __init__(self, lines: CaseList) -> None:
        super().__init__()
        self._lines = lines
        self.setFixedHeight(theme.px(30))
        lines.width_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("note", weight=500))
        painter.setPen(theme.colour("ink3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        for place in columns(self._lines.viewport().width()):
            painter.drawText(place.left, 0, place.width, self.height(), middle, place.name)
        inset = theme.px(INSET)
        wide = self._lines.viewport().width() - 2 * inset
        rule = QRect(inset, self.height() - 1, wide, 1)
        painter.fillRect(rule, theme.colour("line"))
        painter.end()
