"""Frozen rows under heads: arrows move, Enter chooses, Tab leaves. Words wrap in their column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.gui.kit import theme

Row = tuple[str, ...]
_LOWEST = 136


class RowTable(QTableWidget):
    """``shares`` part the width among the columns."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, name: str, heads: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__(0, len(heads))
        self._shares = tuple(shares)
        self._rows: tuple[Row, ...] = ()
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setMinimumHeight(theme.px(_LOWEST))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.chosen_row))
        self.activated.connect(lambda index: self.entered.emit(index.row()))

    @property
    def chosen_row(self) -> int:
        """The number of the row that is chosen; -1: none."""
        found = self.selectionModel().selectedRows()
        return found[0].row() if found else -1

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same again change nothing, not even what is chosen."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setRowCount(0)
        self.setRowCount(len(self._rows))
        for at, cells in enumerate(self._rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(at, column, item)
        self.resizeRowsToContents()

    def choose(self, row: int) -> None:
        if row >= 0:
            self.setCurrentCell(row, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow chooses the first row; Qt would begin with the second."""
        down = event.key() == Qt.Key.Key_Down and self.chosen_row < 0 < self.rowCount()
        if down:
            self.choose(0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            width, whole = self.viewport().width(), sum(self._shares)
            for column, share in enumerate(self._shares):
                self.setColumnWidth(column, width * share // whole)
            self.resizeRowsToContents()
