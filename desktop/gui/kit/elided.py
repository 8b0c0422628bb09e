"""Words on one line that are shortened where there is no room; the whole stays for listeners."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from desktop.gui.kit import theme


class Elided(QLabel):
    """A name in a bar, a title in a narrow column."""

    def __init__(self, kind: str = "body", ink: str = "ink", weight: int = 400) -> None:
        super().__init__()
        self._kind, self._ink, self._weight = kind, ink, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(kind, weight=weight))

    def say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(40), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(self._kind, weight=self._weight))
        painter.setPen(theme.colour(self._ink))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        if shown != self.text() and not self.toolTip():
            self.setToolTip(self.text())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
