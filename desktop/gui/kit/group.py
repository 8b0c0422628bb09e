"""Things that belong together under one name; Qt's own group box without its frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGroupBox


class Group(QGroupBox):
    """Looks like nothing; a screen reader meets a group with a name."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setFlat(True)
        self.setProperty("look", "plain")
        self.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)  # Qt sets room for a frame aside, each time

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)
