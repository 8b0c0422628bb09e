"""One act as a row: the whole row is the target, and opens its finding."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.gui.kit import icons, theme
from desktop.gui.kit.marks import paint_mark
from desktop.gui.screens.case.state import ActShown

_TALL, _MARK_AT, _TEXT_AT = 40, 104, 272


class ActRow(QPushButton):
    """Enter, Space or Right opens; Up and Down go to the other acts."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ActShown | None = None
        self._mark_at, self._text_at = theme.px(_MARK_AT), theme.px(_TEXT_AT)
        self.setProperty("look", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rule(self) -> str:
        return self._shown.rule if self._shown is not None else ""

    def show_act(self, shown: ActShown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(shown.spoken)
        self.setToolTip(shown.text if len(shown.text) > 2 * 70 else "")
        self.update()

    @property
    def wanted_columns(self) -> tuple[int, int]:
        """Where mark and text would stand, by the width of the words before them."""
        shown = self._shown
        if shown is None:
            return self._mark_at, self._text_at
        metrics = QFontMetricsF(theme.font("control", weight=600))
        mark = max(theme.px(_MARK_AT), metrics.horizontalAdvance(shown.name) + theme.px(20))
        word = f"{shown.shown.word}  {shown.strength}".strip()
        text = mark + theme.px(23 + 20) + metrics.horizontalAdvance(word)
        return round(mark), round(max(theme.px(_TEXT_AT), text))

    def set_columns(self, mark_at: int, text_at: int) -> None:
        """The same for all rows, so that they read as a table."""
        self._mark_at, self._text_at = mark_at, text_at
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.click()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(_TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("bg"))
        middle = self.height() / 2
        self._say(painter, 0, shown.name, "ink", 600)
        size, at = theme.px(16), self._mark_at
        paint_mark(painter, shown.shown.mark, shown.shown.ink, QRectF(at, middle - 8, size, size))
        width = self._say(painter, at + theme.px(23), shown.shown.word, shown.shown.ink, 600)
        if shown.strength:
            self._say(painter, at + theme.px(31) + width, shown.strength, "ink2", 400)
        chevron = QRectF(self.width() - theme.px(18), middle - size / 2, size, size)
        icons.paint(painter, "chevron", "ink2", chevron)
        self._paint_text(painter, shown.text, chevron.left() - theme.px(12))
        painter.end()

    def _say(self, painter: QPainter, x: float, text: str, ink: str, weight: int) -> float:
        font = theme.font("control", weight=weight)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(QPointF(x, (self.height() + metrics.capHeight()) / 2), text)
        return metrics.horizontalAdvance(text)

    def _paint_text(self, painter: QPainter, text: str, right: float) -> None:
        """One line, or two that just fit the row; what is longer is shortened."""
        font = theme.font("control", weight=400)
        metrics = QFontMetricsF(font)
        left = self._text_at
        lines = _two_lines(text, metrics, right - left)
        step = theme.px(17)
        base = (self.height() + metrics.capHeight() - step * (len(lines) - 1)) / 2
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, base + number * step), line)


def _two_lines(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    words = text.split()
    first: list[str] = []
    while words and metrics.horizontalAdvance(" ".join([*first, words[0]])) <= room:
        first.append(words.pop(0))
    if not words:
        return [" ".join(first)]
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room)
    return [" ".join(first), rest] if first else [rest]
