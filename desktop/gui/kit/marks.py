"""The marks of the outcomes, drawn on a 16 px grid at any size; a word always stands beside them.

They carry no name of their own for a screen reader: the row that they stand in does.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.outcomes import Mark, Shown

SMALL, LARGE = 16, 36
_GRID = 16.0
_MIDDLE = QPointF(8, 8)


def paint_mark(painter: QPainter, mark: Mark, ink: str, box: QRectF) -> None:
    """Draw a mark into a square, in a colour by its token."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    # A large mark in the proportion of a small one would shout.
    large = box.width() > 2 * SMALL
    pen = QPen(theme.colour(ink), 1.1 if large else 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[mark](painter, theme.colour(ink))
    painter.restore()


class MarkPicture(QWidget):
    """A mark that stands by itself beside a word."""

    def __init__(self, size: int = SMALL) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.set_size(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, size: int) -> None:
        """Become as large as this at 100%."""
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_mark(self, shown: Shown) -> None:
        if shown != self._shown:
            self._shown = shown
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        paint_mark(painter, self._shown.mark, self._shown.ink, QRectF(self.rect()))
        painter.end()


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _closed(points: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _octagon(painter: QPainter, ink: QColor) -> None:
    corners = [
        (8 + 8.1 * cos(pi / 8 + step * pi / 4), 8 + 8.1 * sin(pi / 8 + step * pi / 4))
        for step in range(8)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(_closed(corners))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(4.1, 7, 7.8, 2), 0.7, 0.7)


def _shield(painter: QPainter, _ink: QColor) -> None:
    path = QPainterPath(QPointF(8, 1.4))
    path.cubicTo(QPointF(9.6, 2.7), QPointF(11.4, 3.3), QPointF(13.4, 3.4))
    path.lineTo(13.4, 7.6)
    path.cubicTo(QPointF(13.4, 11), QPointF(11.2, 13.4), QPointF(8, 14.6))
    path.cubicTo(QPointF(4.8, 13.4), QPointF(2.6, 11), QPointF(2.6, 7.6))
    path.lineTo(2.6, 3.4)
    path.cubicTo(QPointF(4.6, 3.3), QPointF(6.4, 2.7), QPointF(8, 1.4))
    painter.drawPath(path)
    _line(painter, (5.5, 8.1), (7.3, 9.9), (10.6, 6.2))


def _door(painter: QPainter, _ink: QColor) -> None:
    _line(painter, (8.6, 4.6), (8.6, 2), (2.2, 2), (2.2, 14), (8.6, 14), (8.6, 11.4))
    _line(painter, (5.8, 8), (14, 8))
    _line(painter, (11.4, 5.4), (14, 8), (11.4, 10.6))


def _hourglass(painter: QPainter, _ink: QColor) -> None:
    _line(painter, (3.4, 1.8), (12.6, 1.8))
    _line(painter, (3.4, 14.2), (12.6, 14.2))
    path = QPainterPath(QPointF(4.6, 1.8))
    path.cubicTo(QPointF(4.6, 5.6), QPointF(7.4, 6.2), QPointF(7.4, 8))
    path.cubicTo(QPointF(7.4, 9.8), QPointF(4.6, 10.4), QPointF(4.6, 14.2))
    painter.drawPath(path)
    mirrored = QPainterPath(QPointF(11.4, 1.8))
    mirrored.cubicTo(QPointF(11.4, 5.6), QPointF(8.6, 6.2), QPointF(8.6, 8))
    mirrored.cubicTo(QPointF(8.6, 9.8), QPointF(11.4, 10.4), QPointF(11.4, 14.2))
    painter.drawPath(mirrored)
    _line(painter, (6.6, 12.4), (9.4, 12.4))


def _dashed_circle(painter: QPainter, _ink: QColor) -> None:
    pen = painter.pen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for step in range(8):
        painter.drawArc(QRectF(1.8, 1.8, 12.4, 12.4), round((step * 45 + 9) * 16), 27 * 16)


def _half_diamond(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(_closed([(8, 1.3), (8, 14.7), (1.3, 8)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_closed([(8, 1.3), (14.7, 8), (8, 14.7), (1.3, 8)]))


def _question(painter: QPainter, ink: QColor) -> None:
    painter.drawEllipse(_MIDDLE, 6.4, 6.4)
    path = QPainterPath(QPointF(6.2, 6.5))
    path.cubicTo(QPointF(6.3, 4.1), QPointF(9.9, 4.2), QPointF(9.8, 6.4))
    path.cubicTo(QPointF(9.8, 7.7), QPointF(8, 7.7), QPointF(8, 9.2))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(8, 11.3), 0.85, 0.85)


def _stroked_circle(painter: QPainter, _ink: QColor) -> None:
    painter.drawEllipse(_MIDDLE, 6.4, 6.4)
    reach = 6.4 * cos(pi / 4)
    _line(painter, (8 - reach, 8 + reach), (8 + reach, 8 - reach))


def _triangle(painter: QPainter, ink: QColor) -> None:
    painter.drawPolygon(_closed([(8, 1.9), (14.8, 13.8), (1.2, 13.8)]))
    _line(painter, (8, 6.2), (8, 9.4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(8, 11.7), 0.85, 0.85)


def _seal(painter: QPainter, _ink: QColor) -> None:
    _line(painter, (5.6, 10), (4.6, 14.8), (8, 13.2), (11.4, 14.8), (10.4, 10))
    painter.drawEllipse(QPointF(8, 6), 4.7, 4.7)
    painter.drawEllipse(QPointF(8, 6), 2, 2)


def _ring(painter: QPainter, _ink: QColor) -> None:
    painter.drawEllipse(_MIDDLE, 6.4, 6.4)
    _line(painter, (5.2, 8.2), (7.2, 10.2), (10.9, 6))


_SHAPES: dict[Mark, Callable[[QPainter, QColor], None]] = {
    Mark.OCTAGON: _octagon,
    Mark.SHIELD: _shield,
    Mark.DOOR: _door,
    Mark.HOURGLASS: _hourglass,
    Mark.DASHED_CIRCLE: _dashed_circle,
    Mark.HALF_DIAMOND: _half_diamond,
    Mark.QUESTION: _question,
    Mark.STROKED_CIRCLE: _stroked_circle,
    Mark.TRIANGLE: _triangle,
    Mark.SEAL: _seal,
    Mark.RING: _ring,
}
