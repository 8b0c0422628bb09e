"""Small line icons, drawn by us on a 16 px grid, in whatever colour is in use when they show.

They never stand without a word, and carry no name for a screen reader: the word does.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.kit import theme
from desktop.system.resources import resource


@cache
def _renderer(name: str, code: str) -> QSvgRenderer:
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", code).encode()))


def paint(painter: QPainter, name: str, ink: str, box: QRectF) -> None:
    """Draw an icon into a box, in a colour by its token."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, getattr(theme.tokens(), ink)).render(painter, box)
    painter.restore()


class _Engine(QIconEngine):
    """Draws when asked, so an icon follows the theme and any scale without new pictures."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ink = "ink3" if mode is QIcon.Mode.Disabled else self._ink
        side = rect.height()  # a wider box only keeps the word at a distance
        paint(painter, self._name, ink, QRectF(rect.x(), rect.y(), side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._ink)


def icon(name: str, ink: str = "ink2") -> QIcon:
    """An icon for a button, by the file's name and a colour token."""
    return QIcon(_Engine(name, ink))


class Picture(QWidget):
    """An icon that stands by itself beside a label."""

    def __init__(self, name: str, ink: str = "ink2", size: int = 16, line: int = 0) -> None:
        """``line`` is the line height of the words beside it, where those may wrap."""
        super().__init__()
        self._name = name
        self._ink = ink
        self._side = theme.px(size)
        self.setFixedSize(self._side, theme.px(max(size, line)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, ink: str) -> None:
        """Become another icon, or another colour."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._side) / 2
        paint(painter, self._name, self._ink, QRectF(0, top, self._side, self._side))
        painter.end()
