"""What comes in at any window of the program before a widget has it: the key that locks, a touch.

Qt's own shortcuts do not reach past a dialog or an open list, and that is when somebody
in a hurry cannot look for the right window first. A dialog of the system's own, to
choose a file or a printer, takes its keys to itself.
"""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

LOCKS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_ONLY = LOCKS | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class InputWatch(QObject):
    """Sees each window of the program as soon as it has the keyboard."""

    lock_asked = Signal()
    window_seen = Signal(QWindow)

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._last = monotonic()
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def untouched(self) -> float:
        """Seconds since this program was touched."""
        return monotonic() - self._last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES:
            return False
        self._last = monotonic()
        locks = (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_L
            and event.modifiers() & _ONLY == LOCKS
        )
        if locks:
            self.lock_asked.emit()
        return locks

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # one that was seen before is not watched twice
            window.installEventFilter(self)
            self.window_seen.emit(window)
