"""All that locks the file without a button: the key, the minutes, the system.

Whatever it is, it asks the window, and the window has one way to lock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from desktop.gui.kit.idleness import idleness
from desktop.gui.shell.clipboard import ClipboardWatch
from desktop.gui.shell.input_watch import InputWatch
from desktop.gui.shell.lock_watch import LockWatch
from desktop.gui.shell.main_window import MainWindow
from desktop.gui.shell.session_watch import session_watch
from desktop.system.clock import Clock


def keep_watch(
    app: QGuiApplication, window: MainWindow, minutes: Callable[[], int | None], clock: Clock
) -> None:
    """Begin; ``minutes`` is None while there is nothing to lock."""
    came_in = InputWatch(app)
    came_in.lock_asked.connect(window.lock_asked)
    watch = LockWatch(idleness(came_in.untouched), minutes, clock, window)
    watch.due.connect(window.lock_asked)
    session_watch(window, window).left.connect(window.lock_asked)
    ClipboardWatch(app.clipboard(), window)
    watch.look()
