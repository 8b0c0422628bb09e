"""A schematic drawing of a paper, painted from its strokes; numbered frames show where to look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.drawings import PAGE_HEIGHT, Drawing, Ink, Look, Stroke
from desktop.gui.kit import theme

DISC = 20
_ROOM, _WIDTH = 14, 322  # room at both sides for the numbers, and the whole, at 100%
_BOX = 3.6  # of a tick, in hundredths of the page


class PaperDrawing(QWidget):
    """One page. A screen reader hears the drawing told in words."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._pointed = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        page = theme.px(_WIDTH - 2 * _ROOM)
        self.setFixedSize(QSize(theme.px(_WIDTH), round(page * PAGE_HEIGHT / 100) + 2))

    def show_drawing(self, drawing: Drawing) -> None:
        self._drawing, self._pointed = drawing, 0
        self.setAccessibleName(drawing.heading)
        self.setAccessibleDescription(drawing.told)
        self.update()

    def point_at(self, number: int) -> None:
        """Make one frame stand out; 0 for none."""
        if number != self._pointed:
            self._pointed = number
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(self.rect()).adjusted(theme.px(_ROOM), 0.5, -theme.px(_ROOM), -0.5)
        painter.setPen(QPen(_paper("line2"), 1))
        painter.setBrush(_paper("page"))
        painter.drawRect(page)
        painter.translate(page.topLeft())
        sheet = _Sheet(painter, page.width() / 100, self._drawing.by_court)
        for look in self._drawing.looks:
            sheet.frame(look, look.number == self._pointed)
        for stroke in self._drawing.strokes:
            sheet.draw(stroke)
        for look in self._drawing.looks:
            sheet.number(look)
        painter.end()


class _Sheet:
    """The page under the pen. It stays white in the dark, as paper does."""

    def __init__(self, painter: QPainter, unit: float, by_court: bool) -> None:
        self._painter, self._unit = painter, unit
        kind = "law" if by_court else "note"
        self._words, self._strong = theme.font(kind), theme.font(kind, weight=600)
        for each, size in ((self._words, 3.7), (self._strong, 4.1)):
            each.setPixelSize(round(size * unit))

    def frame(self, look: Look, is_pointed: bool) -> None:
        self._painter.setPen(QPen(_paper("accent"), 2.6 if is_pointed else 1.4))
        self._painter.setBrush(_paper("sel" if is_pointed else "bg"))
        self._painter.drawRoundedRect(self._box(look), 3, 3)

    def number(self, look: Look) -> None:
        """On the frame's edge, at the side of the page that is nearer."""
        box = self._box(look)
        at_left = look.x + look.wide < 60
        paint_number(
            self._painter,
            look.number,
            QPointF(box.left() if at_left and look.x > 10 else box.right(), box.center().y()),
            _paper("accent"),
            _paper("on_accent"),
        )

    def draw(self, stroke: Stroke) -> None:
        match stroke.ink:
            case Ink.TITLE:
                self._title(stroke)
            case Ink.WORDS:
                self._say(stroke.words, self._at(stroke), self._words)
            case Ink.BARS:
                self._bars(stroke)
            case Ink.TICK | Ink.CROSSED:
                self._tick(stroke)
            case Ink.SIGNATURE:
                self._signature(stroke)
            case Ink.LINE:
                self._line(stroke.x, stroke.y, stroke.x + stroke.wide, stroke.y)
            case Ink.DOWN:
                self._line(stroke.x, stroke.y, stroke.x, stroke.y + stroke.wide)

    def _at(self, stroke: Stroke) -> QPointF:
        return QPointF(stroke.x * self._unit, stroke.y * self._unit)

    def _box(self, look: Look) -> QRectF:
        unit = self._unit
        return QRectF(look.x * unit, look.y * unit, look.wide * unit, look.tall * unit)

    def _say(self, words: str, at: QPointF, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(_paper("ink"))
        self._painter.drawText(at, words)

    def _title(self, stroke: Stroke) -> None:
        half = QFontMetricsF(self._strong).horizontalAdvance(stroke.words) / 2
        self._say(stroke.words, self._at(stroke) - QPointF(half, 0), self._strong)

    def _bars(self, stroke: Stroke) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_paper("line"))
        unit = self._unit
        for line in range(stroke.lines):
            is_last = line == stroke.lines - 1 and line > 0
            wide = stroke.wide * (0.7 if is_last else 1)
            bar = QRectF(stroke.x, stroke.y - 1 + 3.6 * line, wide, 1.6)
            scaled = QRectF(bar.x() * unit, bar.y() * unit, bar.width() * unit, bar.height() * unit)
            self._painter.drawRoundedRect(scaled, unit * 0.8, unit * 0.8)

    def _tick(self, stroke: Stroke) -> None:
        unit, at = self._unit, self._at(stroke)
        box = QRectF(at.x(), at.y() - (_BOX - 0.4) * unit, _BOX * unit, _BOX * unit)
        self._painter.setPen(QPen(_paper("ink"), 1.2))
        self._painter.setBrush(_paper("page"))
        self._painter.drawRect(box)
        if stroke.ink is Ink.CROSSED:
            inside = box.adjusted(2, 2, -2, -2)
            self._painter.drawLine(inside.topLeft(), inside.bottomRight())
            self._painter.drawLine(inside.topRight(), inside.bottomLeft())
        self._say(stroke.words, at + QPointF((_BOX + 1.6) * unit, 0), self._words)

    def _signature(self, stroke: Stroke) -> None:
        self._line(stroke.x, stroke.y, stroke.x + stroke.wide, stroke.y)
        unit, at = self._unit, self._at(stroke) + QPointF(3 * self._unit, -self._unit)
        scrawl = QPainterPath(at)
        for step, (up, across) in enumerate(
            ((5.5, 2.5), (0.4, 4.6), (4, 6.8), (0.6, 8.8), (3, 11))
        ):
            bend = QPointF((across - 1.4) * unit, -(up + (2 if step % 2 == 0 else -2)) * unit)
            scrawl.quadTo(at + bend, at + QPointF(across * unit, -up * unit))
        scrawl.quadTo(at + QPointF(14 * unit, 0), at + QPointF(24 * unit, -1.2 * unit))
        self._painter.setPen(QPen(_paper("ink"), 1.3))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(scrawl)
        self._say(stroke.words, self._at(stroke) + QPointF(0, 4.4 * unit), self._words)

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        unit = self._unit
        self._painter.setPen(QPen(_paper("ink2"), 1))
        self._painter.drawLine(QPointF(x * unit, y * unit), QPointF(to_x * unit, to_y * unit))


def paint_number(
    painter: QPainter, number: int, middle: QPointF, ground: QColor, ink: QColor
) -> None:
    """A number on a disc: the same on the drawing and before its words."""
    half = theme.px(DISC) / 2
    disc = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    painter.drawEllipse(disc)
    painter.setFont(theme.font("note", weight=600))
    painter.setPen(ink)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))


def _paper(token: str) -> QColor:
    """A colour on a page: always that of the light, as the page is white in the dark."""
    return QColor(getattr(theme.LIGHT, token))
