"""The real program, driven by itself until it locks: to the door, in, to a case, and out.

    python -m tests.journeys.locks_again FOLDER

What it becomes when it locks is this module again, which then only says that it stands at
the door. It knows no word of any case: the passphrase lies in FOLDER, and is taken away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

import desktop.app
from desktop.gui.shell.main_window import MainWindow

FOLDER = Path(sys.argv[1])
PASSPHRASE, READS, LOCK, LOCKED = (FOLDER / name for name in ("in", "reads", "lock", "locked"))


def waits_for(is_so: Callable[[], object]) -> None:
    while not is_so():
        QTest.qWait(20)


def list_of_cases(window: QWidget) -> QAbstractItemView | None:
    lists = window.findChildren(QAbstractItemView)
    return next((one for one in lists if one.isVisible() and one.model().rowCount()), None)


def the_door() -> QLineEdit:
    waits_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def goes_in(window: QWidget) -> None:
    field = the_door()
    QTest.keyClicks(field, PASSPHRASE.read_text("utf-8"))
    PASSPHRASE.unlink()
    QTest.keyClick(field, Qt.Key.Key_Return)
    waits_for(lambda: list_of_cases(window))
    cases = list_of_cases(window)
    assert cases is not None
    cases.setFocus()
    QTest.keyClick(cases, Qt.Key.Key_Return)
    waits_for(lambda: any(field.text() for field in window.findChildren(QLineEdit)))
    QTest.qWait(500)
    READS.touch()
    waits_for(LOCK.exists)
    QTest.keyClick(
        window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    QTest.qWait(5000)
    raise SystemExit("the window did not lock")


def stands_at_the_door(_window: QWidget) -> None:
    the_door()
    QTest.qWait(500)
    LOCKED.touch()


def main() -> int:
    real = desktop.app.build_window

    def build(*words: Any, **named: Any) -> MainWindow:
        window = real(*words, **named)
        then = goes_in if PASSPHRASE.exists() else stands_at_the_door
        QTimer.singleShot(0, window, lambda: then(window))
        return window

    desktop.app.build_window = build
    return desktop.app.main()


if __name__ == "__main__":
    raise SystemExit(main())
