"""Pictures of any window of the program are refused from the moment that it comes."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

ALLOWED = "AMPARO_PICTURES"  # "allowed" lets them be taken: to be helped from afar, or to teach


class NoPictures(QObject):
    """Dialogs, lists that open and hints are windows of their own, and are seen here too."""

    def __init__(self, app: QGuiApplication, refuse: Callable[[int], object]) -> None:
        super().__init__(app)
        self._refuse = refuse
        app.installEventFilter(self)
        for window in app.topLevelWindows():
            if window.isVisible():
                refuse(int(window.winId()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWindow):
            self._refuse(int(watched.winId()))
        return False


def refuse_where_possible(app: QGuiApplication) -> None:
    """Where the system has such a measure, and nobody asked to go without."""
    from desktop.system.capture import CAN_REFUSE, refuse_pictures  # noqa: PLC0415

    if CAN_REFUSE and os.environ.get(ALLOWED) != "allowed":
        NoPictures(app, refuse_pictures)
