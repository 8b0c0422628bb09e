"""The lines and the heads of their groups as rows of a Qt model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.gui.screens.cases.lines import Group, Line

ROW = Qt.ItemDataRole.UserRole
Row = Line | Group
Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractListModel):
    """Frozen rows; a line that was only filled in changes in place, so nothing jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        rows: list[Row] = []
        for group in groups:
            rows.append(group)
            rows.extend(group.lines)
        before, same = self._rows, [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def line(self, index: Index) -> Line | None:
        """The case at an index; None for the head of a group."""
        row = self.row(index)
        return row if isinstance(row, Line) else None

    def index_of(self, case_id: str) -> QModelIndex:
        """Where a case stands, else where the first one does."""
        lines = [number for number, row in enumerate(self._rows) if isinstance(row, Line)]
        for number in lines:
            row = self._rows[number]
            if isinstance(row, Line) and row.id == case_id:
                return self.index(number)
        return self.index(lines[0]) if lines else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken if isinstance(row, Line) else row.title
        return None


def _key(row: Row) -> tuple[str, str]:
    return ("case", row.id) if isinstance(row, Line) else ("group", row.title)
