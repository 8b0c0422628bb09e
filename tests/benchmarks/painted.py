"""Opens a window, says "painted" after its first paint, and ends: bare, or the program's.

python painted.py bare
AMPARO_HOME=folder python painted.py amparo
"""

from __future__ import annotations

import sys

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


class FirstPaint(QObject):
    """Watches one window, and nothing else."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._said)  # after this paint has reached the screen
        return False

    def _said(self) -> None:
        print("painted", flush=True)
        QtWidgets.QApplication.quit()


first_paint = FirstPaint()


def show(window: QtWidgets.QWidget) -> None:
    """Stands in for a window's own ``show``, to watch from then on."""
    window.installEventFilter(first_paint)
    QtWidgets.QWidget.show(window)


def bare(*, centred: bool = False) -> int:
    """The least that PySide6 can show."""
    application = QtWidgets.QApplication([])
    window, text = QtWidgets.QMainWindow(), QtWidgets.QLabel("A window")
    if centred:
        text.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
    window.setCentralWidget(text)
    window.resize(1100, 720)
    window.show()
    return application.exec()


def amparo() -> int:
    """The program as it is."""
    from desktop.app import main

    return main()


WINDOWS = {"bare": bare, "centred": lambda: bare(centred=True), "amparo": amparo}

if __name__ == "__main__":
    QtWidgets.QMainWindow.show = show  # type: ignore[method-assign]
    sys.exit(WINDOWS[sys.argv[1]]())
