"""A choice from a few, none of them a silence: what a clinic chooses, not what a person tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from desktop.gui.kit import theme


class Pick(QComboBox):
    """Says what was chosen, and shows only what it is told."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(36))
        # As wide as its place: a long choice is cut there, and whole in the list.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._chosen)
        # Of whatever kind the choices are. Qt's own place for them makes plain words of enums.
        self._value: Any = None
        self._values: list[Any] = []

    def offer(self, choices: Iterable[tuple[str, Any]]) -> None:
        """The words of each choice, and what it stands for."""
        self.clear()
        self._values = []
        for words, value in choices:
            self._values.append(value)
            self.addItem(words)

    def show_value(self, value: Any) -> None:
        """Show this one; a value without words shows nothing."""
        self._value = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @property
    def value(self) -> Any:
        return self._value

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not choose."""
        event.ignore()

    def _chosen(self, index: int) -> None:
        value = self._values[index]
        if value != self._value:
            self._value = value
            self.picked.emit(value)
