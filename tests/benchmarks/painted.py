"""Opens a window, says "painted" after its first paint, and ends: bare, or the program's.

python painted.py bare
AMPARO_HOME=folder python painted.py amparo
"""

from __future__ import annotations

import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


class FirstPaint(QObject):
    """Watches one window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._said)  # after this paint has reached the screen
        return False

    def _said(self) -> None:
        print("painted", flush=True)
        QtWidgets.QApplication.quit()


class Watched(QtWidgets.QApplication):
    """An application that watches its window from the moment when events begin to flow."""

    def exec(self) -> int:  # type: ignore[override]
        first_paint = FirstPaint()
        for window in self.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(first_paint)
        return super().exec()


def bare() -> int:
    """The least that PySide6 can show: a window with a line of text in it."""
    application = Watched([])
    window = QtWidgets.QMainWindow()
    window.setCentralWidget(QtWidgets.QLabel("A window"))
    window.resize(1100, 720)
    window.show()
    return application.exec()


def amparo() -> int:
    """The program as it is."""
    QtWidgets.QApplication = Watched  # type: ignore[misc]
    from desktop.app import main

    return main()


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1:] == ["bare"] else amparo())
