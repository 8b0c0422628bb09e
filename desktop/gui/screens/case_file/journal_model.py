"""The journal as a table: the last line first, each whole as a sentence for a screen reader."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.records import JournalLine
from desktop.gui.kit.spoken_times import instant_said
from desktop.gui.screens.case_file.deeds import DEEDS, NOBODY_BY_NAME
from desktop.language.marks import N_

_Index = QModelIndex | QPersistentModelIndex
HEADS = (N_("Line"), N_("When"), N_("Who"), N_("What"), N_("Case"))
FOLDED = (N_("When and who"), N_("What, and which case"))
_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class JournalModel(QAbstractTableModel):
    """Rows are made into words when they come into sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[JournalLine, ...] = ()
        self._codes: dict[str, str] = {}
        self._now: datetime | None = None
        self._is_folded = False

    def fold(self, folded: bool) -> None:
        """Two columns of two lines each, where there is no room for five."""
        if folded != self._is_folded:
            self.beginResetModel()
            self._is_folded = folded
            self.endResetModel()

    def show_lines(
        self, lines: tuple[JournalLine, ...], codes: dict[str, str], now: datetime
    ) -> None:
        """``codes`` gives the code of each case that is still there."""
        self.beginResetModel()
        self._lines, self._codes, self._now = lines[::-1], codes, now
        self.endResetModel()

    @property
    def _heads(self) -> tuple[str, ...]:
        return FOLDED if self._is_folded else HEADS

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt calls it so
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_SHOWN)
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        return self._heads[section] if across and role == _SHOWN else None

    def data(self, index: _Index, role: int = int(_SHOWN)) -> object:
        if not index.isValid() or role not in (_SHOWN, _SPOKEN):
            return None
        cells = self._cells(self._lines[index.row()])
        if role == _SPOKEN:
            return ", ".join(filter(None, cells))
        if self._is_folded:
            _number, when, who, did, code = cells
            cells = (f"{when}\n{who}", f"{did}\n{code}")
        return cells[index.column()]

    def _cells(self, line: JournalLine) -> tuple[str, ...]:
        assert self._now is not None
        did = DEEDS[line.did].format(whom=line.whom, letter=line.letter, copies=line.copies or 1)
        code = self._codes.get(line.case_id or "", "")
        who = line.who or NOBODY_BY_NAME
        return str(line.number), instant_said(line.at, self._now), who, did, code
