"""One option of a choice: its word, its tick, the letter that chooses it.

Qt's own radio button, so that a screen reader meets what it knows; only the
painting is ours, since several buttons share one frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.domain.silence import Answer, Silence
from desktop.gui.kit import theme
from desktop.gui.kit.asked import SILENCE_NAMES
from desktop.language.marks import N_

_PAD, _TICK, _GAP = 8, 11, 4


@dataclass(frozen=True)
class Option:
    """One thing to choose; ``letter`` is the key that chooses it, a letter of the name."""

    value: Answer
    name: str
    letter: str = ""

    @property
    def is_silence(self) -> bool:
        return isinstance(self.value, Silence)


SILENCES = (
    Option(Silence.NOT_KNOWN, SILENCE_NAMES[Silence.NOT_KNOWN], "k"),
    Option(Silence.WITHHELD, SILENCE_NAMES[Silence.WITHHELD], "P"),
)
YES_NO = (Option(True, N_("Yes"), "Y"), Option(False, N_("No"), "N"), *SILENCES)


def named(words: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    """Few named things in the same shape as yes and no."""
    return (*(Option(value, name) for value, name in words), *SILENCES)


class Group(Protocol):
    """What an option asks of the choice that it belongs to."""

    tall: int

    @property
    def is_answered(self) -> bool: ...

    @property
    def has_keyboard(self) -> bool: ...

    def choose(self, option: Option) -> None: ...

    def take_key(self, segment: Segment, event: QKeyEvent) -> bool: ...

    def stand_on(self, segment: Segment) -> None: ...

    def repaint_all(self) -> None: ...


class Segment(QRadioButton):
    """One option; the group paints its frame, it paints its tick and its word."""

    def __init__(self, option: Option, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self.least = ""  # never narrower than this word would be
        self._group = group
        self.setAutoExclusive(True)  # a screen reader then says "radio button"
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def wanted_width(self) -> float:
        chosen = QFontMetricsF(theme.font("control", weight=600))
        width = max(chosen.horizontalAdvance(name) for name in (self.option.name, self.least))
        return width + theme.px(2 * _PAD + _TICK + _GAP)

    def show_chosen(self, chosen: bool) -> None:
        """Be chosen or not; Qt would never let go of a chosen one."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def hitButton(self, pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """A press asks the group; only the answer that comes back is shown."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self._group.choose(self.option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._group.take_key(self, event):
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        quiet = self.option.is_silence or (self._group.is_answered and not chosen)
        stepped_back = self._group.is_answered and not chosen
        ink = "ink" if chosen or not quiet else "ink3" if stepped_back else "ink2"
        font = theme.font("control", weight=600 if chosen else 500)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self.option.name)
        tick = theme.px(_TICK + _GAP) if chosen else 0
        left = (self.width() - width - tick) / 2 + tick
        base = (self.height() + metrics.capHeight()) / 2
        if chosen:
            _paint_tick(painter, left - tick, base - metrics.capHeight() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(QPointF(left, base), self.option.name)
        at = self.option.name.find(self.option.letter)
        if self.option.letter and at >= 0 and self._group.has_keyboard:
            start = left + metrics.horizontalAdvance(self.option.name[:at])
            end = start + metrics.horizontalAdvance(self.option.letter)
            painter.setPen(QPen(theme.colour(ink), 1))
            below = round(base + theme.px(3)) + 0.5
            painter.drawLine(QPointF(start, below), QPointF(end, below))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(round(self.wanted_width), self._group.tall)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._group.stand_on(self)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._group.repaint_all()


def _paint_tick(painter: QPainter, left: float, middle: float) -> None:
    unit = theme.px(_TICK) / 11
    painter.save()
    painter.translate(left, middle)
    painter.scale(unit, unit)
    pen = QPen(theme.colour("accent"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(1.2, 0.4), QPointF(4, 3.2), QPointF(9.4, -3.2)]))
    painter.restore()
