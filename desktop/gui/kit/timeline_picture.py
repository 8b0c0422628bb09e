"""The picture of a custody: four lanes, and "now" as the only line of full height."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.gui.kit import icons, theme
from desktop.gui.kit.custody_shown import CustodyShown, Lane, Look, Piece
from desktop.gui.kit.time_scale import TimeScale

_NAMES = 64  # room for the names of the lanes
_TICKS, _LANE, _CLOCK, _GAP = 24, 29, 26, 6


class TimelinePicture:
    """Lays out once for a width, then paints; ``boxes`` are where the pieces stand."""

    def __init__(self, shown: CustodyShown, width: int) -> None:
        self._shown, self._width = shown, width
        self._left, self._right = theme.px(_NAMES), width - theme.px(24)
        points = [piece.start for piece in shown.pieces]
        points += [piece.end for piece in shown.pieces if piece.end is not None]
        self._scale = TimeScale([*points, shown.now], self._left, self._right)
        self._tops = self._lane_tops()
        self.height = theme.px(40) if not shown.pieces else self._bottom()
        self.boxes: list[QRectF] = self._boxes()

    def paint(self, painter: QPainter) -> None:
        if not self._shown.pieces:
            self._words(painter, 0, theme.px(20), self._shown.nothing, "control", "ink2", 400)
            return
        self._paint_ticks(painter)
        for lane, top in self._tops.items():
            middle = top + theme.px(_LANE if lane is not Lane.CLOCKS else _CLOCK) / 2
            self._words(painter, 0, middle, str(lane), "note", "ink2", 400)
        for x in self._scale.breaks():
            self._words(painter, x - theme.px(5), theme.px(10), "//", "note", "ink2", 400)
        now = self._scale.x(self._shown.now)
        painter.fillRect(
            QRectF(now - 1, theme.px(20), 2, self.height - theme.px(20)), theme.colour("ink")
        )
        for piece, box in zip(self._shown.pieces, self.boxes, strict=True):
            self._paint_piece(painter, piece, box)
        self._paint_now(painter, now)

    def _paint_piece(self, painter: QPainter, piece: Piece, box: QRectF) -> None:
        middle = box.center().y()
        match piece.look:
            case Look.HELD:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("not_yet"))
                painter.drawRoundedRect(box, 2, 2)
                self._inside(painter, box, piece.label, "surface")
            case Look.PAST_RELEASE:
                painter.setPen(QPen(theme.colour("broken"), 1))
                painter.setBrush(theme.colour("surface"))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
                painter.setPen(Qt.PenStyle.NoPen)
                hatch = QBrush(theme.colour("broken"), Qt.BrushStyle.BDiagPattern)
                painter.setOpacity(0.35)
                painter.setBrush(hatch)
                painter.drawRect(box.adjusted(1, 1, -1, -1))
                painter.setOpacity(1)
                self._inside(painter, box, piece.label, "broken", behind="surface")
            case Look.PAPER | Look.UNDATED:
                size = theme.px(16)
                place = QRectF(box.left(), middle - size / 2, size, size)
                icons.paint(painter, "paper", "ink", place)
                self._label(painter, box.left() + size + theme.px(4), middle, piece)
            case Look.DUE:
                self._diamond(painter, self._scale.x(piece.start), middle)
                self._label(painter, box.left() + theme.px(20), middle, piece)
            case Look.CLOCK:
                self._measured(painter, piece, box)

    def _diamond(self, painter: QPainter, x: float, y: float) -> None:
        reach = theme.px(7)
        painter.setPen(QPen(theme.colour("ink"), 1.4))
        painter.setBrush(theme.colour("ink"))
        corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _measured(self, painter: QPainter, piece: Piece, box: QRectF) -> None:
        y, reach = box.center().y(), theme.px(5)
        start, end = self._ends(piece)
        painter.setPen(QPen(theme.colour("ink2"), 1.4))
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        for x in (start, end):
            painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))
        for x in self._scale.breaks():
            if start < x < end:
                gap = theme.px(3)
                painter.fillRect(
                    QRectF(x - gap, y - reach, 2 * gap, 2 * reach), theme.colour("surface")
                )
                for step in (-gap, gap):
                    painter.drawLine(
                        QPointF(x + step - 2, y + reach), QPointF(x + step + 2, y - reach)
                    )
        left = start + theme.px(14)
        self._on_line(painter, left, y, piece.label, 500)
        width = self._advance(piece.detail, 600)
        inside = end - theme.px(12) - width
        if inside < left + self._advance(piece.label, 500) + theme.px(16):
            inside = end + theme.px(12)
        if inside + width <= self._width:
            self._on_line(painter, inside, y, piece.detail, 600)

    def _on_line(self, painter: QPainter, x: float, y: float, text: str, weight: int) -> None:
        pad = theme.px(6)
        room = QRectF(x - pad, y - theme.px(9), self._advance(text, weight) + 2 * pad, theme.px(18))
        painter.fillRect(room, theme.colour("surface"))
        self._words(painter, x, y, text, "note", "ink", weight)

    def _label(self, painter: QPainter, x: float, y: float, piece: Piece) -> None:
        self._backed(painter, x, y, piece)
        self._words(painter, x, y, piece.label, "note", "ink", 600)
        x += self._advance(piece.label, 600) + theme.px(6)
        self._words(painter, x, y, piece.detail, "note", "ink2", 400)

    def _backed(self, painter: QPainter, x: float, y: float, piece: Piece) -> None:
        """Keep the line of "now" from running through words."""
        width = self._label_width(piece)
        room = QRectF(x - 2, y - theme.px(9), width + 4, theme.px(18))
        if room.left() < self._scale.x(self._shown.now) < room.right():
            painter.fillRect(room, theme.colour("surface"))

    def _inside(
        self, painter: QPainter, box: QRectF, text: str, ink: str, behind: str = ""
    ) -> None:
        """Words on a bar, shortened to it."""
        metrics = QFontMetricsF(theme.font("note", weight=600))
        room = box.width() - theme.px(12)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if room < theme.px(20):
            return
        if behind:
            width = metrics.horizontalAdvance(shown)
            patch = QRectF(
                box.left() + theme.px(3), box.top() + 2, width + theme.px(6), box.height() - 4
            )
            painter.fillRect(patch, theme.colour(behind))
        self._words(painter, box.left() + theme.px(6), box.center().y(), shown, "note", ink, 600)

    def _paint_ticks(self, painter: QPainter) -> None:
        now = self._scale.x(self._shown.now)
        chip = self._advance(self._shown.now_said, 600) / 2 + theme.px(14)
        for tick in self._scale.ticks(theme.px(60)):
            painter.fillRect(
                QRectF(round(tick.x), theme.px(22), 1, self.height - theme.px(22)),
                theme.colour("line"),
            )
            width = self._advance(tick.text, 400)
            if abs(tick.x - now) > chip + width / 2:
                left = min(tick.x - width / 2, self._width - width)
                self._words(painter, left, theme.px(10), tick.text, "note", "ink3", 400)

    def _paint_now(self, painter: QPainter, x: float) -> None:
        width = self._advance(self._shown.now_said, 600) + theme.px(12)
        left = min(x - width / 2, self._width - width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawRoundedRect(QRectF(left, theme.px(1), width, theme.px(18)), 4, 4)
        said = self._shown.now_said
        self._words(painter, left + theme.px(6), theme.px(10), said, "note", "surface", 600)

    def _words(
        self,
        painter: QPainter,
        x: float,
        middle: float,
        text: str,
        kind: str,
        ink: str,
        weight: int,
    ) -> None:
        font = theme.font(kind, weight=weight, tabular=True)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(QPointF(x, middle + QFontMetricsF(font).capHeight() / 2), text)

    def _advance(self, text: str, weight: int) -> float:
        return QFontMetricsF(theme.font("note", weight=weight, tabular=True)).horizontalAdvance(
            text
        )

    def _label_width(self, piece: Piece) -> float:
        return self._advance(piece.label, 600) + theme.px(6) + self._advance(piece.detail, 400)

    def _ends(self, piece: Piece) -> tuple[float, float]:
        end = piece.end if piece.end is not None else piece.start
        return self._scale.x(piece.start), self._scale.x(end)

    def _lane_tops(self) -> dict[Lane, float]:
        tops, y = {}, float(theme.px(_TICKS))
        for lane in Lane:
            if any(piece.lane is lane for piece in self._shown.pieces):
                tops[lane] = y
                y += theme.px(_LANE)
        return tops

    def _bottom(self) -> int:
        clocks = sum(piece.lane is Lane.CLOCKS for piece in self._shown.pieces)
        others = sum(lane is not Lane.CLOCKS for lane in self._tops)
        return theme.px(_TICKS + others * _LANE + clocks * _CLOCK + _GAP)

    def _boxes(self) -> list[QRectF]:
        boxes: list[QRectF] = []
        taken = dict.fromkeys(Lane, 0.0)
        clock = 0
        for piece in self._shown.pieces:
            top, (start, end) = self._tops[piece.lane], self._ends(piece)
            tall = theme.px(_LANE)
            if piece.lane is Lane.CLOCKS:
                tall = theme.px(_CLOCK)
                boxes.append(QRectF(start, top + clock * tall, max(end - start, 24), tall))
                clock += 1
                continue
            if piece.look in (Look.HELD, Look.PAST_RELEASE):
                boxes.append(QRectF(start, top + 4, max(end - start, 3), tall - 9))
                continue
            left = max(start - theme.px(8), taken[piece.lane])
            width = theme.px(24) + self._label_width(piece)
            left = max(float(self._left), min(left, self._width - width))
            boxes.append(QRectF(left, top, width, tall))
            taken[piece.lane] = left + width + theme.px(12)
        return boxes
