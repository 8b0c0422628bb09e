"""What the file knows of its own backups: when each was made, and where it was put."""

from __future__ import annotations

from desktop.casefile.codec import instant, written
from desktop.casefile.errands import Errands
from desktop.domain.records import BackupRow

_ADD = "INSERT INTO backups (at, place, bytes) VALUES (?, ?, ?)"
_LIST = "SELECT at, place, bytes FROM backups ORDER BY number DESC LIMIT ?"


class Backups:
    """The backups of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def add(self, backup: BackupRow) -> None:
        self._errands.write(_ADD, (written(backup.at), backup.place, backup.bytes))

    def all(self, at_most: int = 50) -> tuple[BackupRow, ...]:
        """The last one first."""
        return tuple(
            BackupRow(instant(at), place, size)
            for at, place, size in self._errands.rows(_LIST, (at_most,))
        )
