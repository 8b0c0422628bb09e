"""The focus ring: 2 px with a 1 px gap around whatever has the keyboard.

It floats above all screens, so that no neighbour, page or scroll area clips
it. It shows where typing goes at all times, and elsewhere only when the
keyboard brought us there; a mouse press needs no ring. A widget that shows its
own focus sets the property ``ring`` to "own".
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.kit import theme

VIEWPORT = "qt_scrollarea_viewport"  # Qt's own name for what a scroll area shows
GAP = 1
WIDTH = 2
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One ring for a window; mouse and screen reader do not see it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._next: QWidget | None = None
        # Focus often passes through several widgets at once, and a first paint has none yet.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(lambda: self._put_around(self._next))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    @property
    def around(self) -> QWidget | None:
        """The widget that has the ring."""
        return self._around

    @property
    def _stands(self) -> bool:
        """False while the window is taken down: its children still move, and Qt still tells us."""
        return shiboken6.isValid(self) and shiboken6.isValid(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._stands:
            return False
        if event.type() in MOVES:
            self._place()
        elif event.type() is QEvent.Type.Destroy and watched is self._around:
            self._put_around(None)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), theme.px(WIDTH)))
        half = theme.px(WIDTH) / 2
        radius = theme.px(theme.RADIUS + GAP) + half
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._stands:
            return
        self._next = new if new is not None and self._is_due(new) else None
        self._settled.start()

    def _is_due(self, widget: QWidget) -> bool:
        if widget.window() is not self._window or widget.property("ring") == "own":
            return False
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        is_typed_into = widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        return not by_mouse or is_typed_into

    def _put_around(self, widget: QWidget | None) -> None:
        if widget is not None and not shiboken6.isValid(widget):
            widget = None
        for watched in filter(shiboken6.isValid, self._watched):
            watched.removeEventFilter(self)
        self._around = widget
        self._watched = []
        while widget is not None and widget is not self._window:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        widget = self._around
        if widget is None or not shiboken6.isValid(widget):
            self.hide()
            return
        if not widget.isVisibleTo(self._window):
            self.hide()
            return
        room = theme.px(GAP + WIDTH)
        place = self._in_window(widget).adjusted(-room, -room, room, room)
        self.setGeometry(place)
        self.setMask(self._unscrolled(widget, place, room).translated(-place.topLeft()))
        self.raise_()
        self.show()

    def _unscrolled(self, widget: QWidget, place: QRect, room: int) -> QRect:
        """The part of the ring that no scroll area has scrolled out of sight."""
        inside = widget.parentWidget()
        while inside is not None and inside is not self._window:
            if inside.objectName() == VIEWPORT:
                place = place.intersected(self._in_window(inside).adjusted(-room, 0, room, 0))
            inside = inside.parentWidget()
        return place

    def _in_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
