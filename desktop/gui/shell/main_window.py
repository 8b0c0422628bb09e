"""The frame around the screens: the stack, the line for messages, the keys that work everywhere.

Knows no screen by name. Its title never holds a client's name: task bars and
screen sharing show it to whoever stands behind.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop import NAME
from desktop.gui.kit import theme
from desktop.gui.kit.focus import FocusRing
from desktop.gui.kit.icons import icon
from desktop.gui.kit.messages import MessageBar
from desktop.gui.kit.navigator import Stack
from desktop.gui.kit.parts import column

SIZE = QSize(1366, 768)
SMALLEST = QSize(960, 600)
FRAME = 80  # what title bar and task bar take


class MainWindow(QMainWindow):
    """One window; the screens go in and out of ``pages``."""

    new_call_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        whole = QWidget()
        self.setCentralWidget(whole)
        self.pages = QStackedWidget()
        self.messages = MessageBar()
        self._stack: Stack | None = None
        layout = column(whole)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.messages)
        self.setWindowTitle(NAME)
        QTimer.singleShot(0, self, self._show_icon)  # after the first paint, which it delays
        self.setMinimumSize(SMALLEST)
        self.resize(self._fitting())
        self._key("Ctrl+N", self.new_call_asked)
        self._key("Ctrl+Shift+L", self.lock_asked)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self._back)
        self.ring = FocusRing(self)

    def follow(self, stack: Stack) -> None:
        """Show where the navigator is."""
        self._stack = stack
        stack.arrived.connect(self._arrived)
        stack.marked.connect(self._say_where)

    def _show_icon(self) -> None:
        self.setWindowIcon(icon("amparo", "accent"))

    def leave(self) -> None:
        """Let the screen in sight keep what is still being typed."""
        typed_into = self.focusWidget()
        if typed_into is not None:
            typed_into.clearFocus()  # a field keeps its text when the keyboard leaves it
        if self._stack is not None and self._stack.current is not None:
            self._stack.current.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes here only when nothing that has the focus had a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        if self._stack is None or self._stack.current is None:
            return
        if not self._stack.current.escape():
            self._stack.back()

    def _arrived(self, _name: str) -> None:
        self.messages.clear()
        self._say_where()

    def _say_where(self) -> None:
        """The screen, and before it what must not be overlooked."""
        screen = self._stack.current if self._stack else None
        mark = str(screen.property("mark") or "") if screen else ""
        parts = (mark, screen.title if screen else "", NAME)
        self.setWindowTitle(" - ".join(part for part in parts if part))

    def _key(self, keys: str, asked: SignalInstance) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(asked)

    def _fitting(self) -> QSize:
        wanted = QSize(theme.px(SIZE.width()), theme.px(SIZE.height()))
        room = QGuiApplication.primaryScreen().availableSize()
        return wanted.boundedTo(QSize(room.width(), room.height() - FRAME // 2))
