"""A choice from a list of named things."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Named(QComboBox):
    """A choice between named things. Scrolling past must not choose."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def show_names(self, names: tuple[tuple[str, str], ...], chosen: str) -> None:
        if [self.itemData(n) for n in range(self.count())] != [code for code, _ in names]:
            self.clear()
            for code, name in names:
                self.addItem(name, code)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
