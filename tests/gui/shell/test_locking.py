"""The file locks without a button: by the key, by the minutes, by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.domain.problems_casefile import DiskFull, DriveFailed
from desktop.gui.kit.doors import Host
from desktop.gui.kit.navigator import Screen, Stack
from desktop.gui.shell.input_watch import LOCKS, InputWatch
from desktop.gui.shell.lock_watch import LockWatch
from desktop.gui.shell.pictures import NoPictures
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.gui.reading import field

# Qt's offscreen platform says so of every list that opens.
no_grabbing = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ROOT = Path(__file__).resolve().parents[3]


class Watched:
    """A watch whose computer is as idle, and whose clinic as patient, as a test says."""

    def __init__(self, clock: FixedClock, parent: QObject) -> None:
        self.idle, self.minutes, self.locks = 0.0, 5, 0
        self.is_open = self.answers = True
        self.clock = clock
        self.watch = LockWatch(lambda: self.idle, self._chosen, clock, parent)
        self.watch.due.connect(self._locked)

    def _chosen(self) -> int | None:
        if not self.answers:
            raise DriveFailed
        return self.minutes if self.is_open else None

    def _locked(self) -> None:
        self.locks += 1

    def after(self, seconds: float, idle: float) -> int:
        """Look again so much later; how often it has locked since the beginning."""
        self.clock.advance(timedelta(seconds=seconds))
        self.idle = idle
        self.watch.look()
        return self.locks


@pytest.fixture
def watched(clock: FixedClock, qapp: QApplication) -> Iterator[Watched]:
    parent = QObject(qapp)
    made = Watched(clock, parent)
    made.watch.look()
    yield made
    parent.deleteLater()


def test_it_locks_when_the_minutes_are_over_and_not_a_second_before(watched: Watched):
    assert watched.after(20, idle=299) == 0
    assert watched.after(1, idle=300) == 1


def test_what_the_clinic_chose_counts_from_then_on(watched: Watched):
    watched.minutes = 15
    assert watched.after(20, idle=899) == 0
    watched.minutes = 1
    assert watched.after(1, idle=60) == 1


def test_a_look_that_comes_late_means_that_the_computer_slept(watched: Watched):
    assert watched.after(50, idle=1) == 0
    assert watched.after(3600, idle=1) == 1


def test_while_it_is_locked_nothing_is_due(watched: Watched):
    watched.is_open = False
    assert watched.after(20, idle=10_000) == 0
    assert watched.after(7200, idle=10_000) == 0


def test_a_drive_that_does_not_answer_keeps_nothing_from_locking(watched: Watched):
    watched.answers = False
    assert watched.after(20, idle=299) == 0
    assert watched.after(1, idle=300) == 1


@pytest.fixture
def came_in(qapp: QGuiApplication) -> Iterator[InputWatch]:
    made = InputWatch(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()


Shown = Callable[[QWidget], QWindow]


@pytest.fixture
def shown(qtbot: QtBot, held: list[QWidget]) -> Shown:
    """Shows a window that has the keyboard."""

    def show(widget: QWidget) -> QWindow:
        return _shown(qtbot, held, widget)

    return show


def _shown(qtbot: QtBot, held: list[QWidget], widget: QWidget) -> QWindow:
    held.append(widget)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is widget.windowHandle())
    return widget.windowHandle()


@no_grabbing
def test_the_key_reaches_past_a_dialog_and_an_open_list(
    shown: Shown, came_in: InputWatch, locks: list[str]
):
    came_in.lock_asked.connect(lambda: locks.append("lock"))
    window = QWidget()
    shown(window)
    dialog = QDialog()
    dialog.setModal(True)
    combo = QComboBox(dialog)
    combo.addItems(["Spanish", "Portuguese"])
    over = shown(dialog)
    QTest.keyClick(over, Qt.Key.Key_L, LOCKS)
    assert locks == ["lock"]
    combo.showPopup()
    QTest.keyClick(over, Qt.Key.Key_L, LOCKS)
    assert locks == ["lock", "lock"]
    combo.hidePopup()
    QTest.keyClick(over, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(over, Qt.Key.Key_L, LOCKS | Qt.KeyboardModifier.AltModifier)
    assert locks == ["lock", "lock"]


def test_a_touch_of_the_program_counts_where_nobody_tells_of_the_whole_computer(
    qtbot: QtBot, shown: Shown, came_in: InputWatch
):
    window = QWidget()
    place = shown(window)
    qtbot.waitUntil(lambda: came_in.untouched() > 0.05)
    QTest.keyClick(place, Qt.Key.Key_A)
    assert came_in.untouched() < 0.05


@no_grabbing
def test_pictures_are_refused_of_dialogs_and_open_lists_too(shown: Shown, qapp: QGuiApplication):
    refused: list[int] = []
    window = QWidget()
    shown(window)
    guard = NoPictures(qapp, refused.append)
    dialog = QDialog(window)
    combo = QComboBox(dialog)
    combo.addItem("Spanish")
    shown(dialog)
    combo.showPopup()
    numbers = {int(made.winId()) for made in QGuiApplication.topLevelWindows() if made.isVisible()}
    assert len(numbers) == 3
    assert set(refused) == numbers
    combo.hidePopup()
    qapp.removeEventFilter(guard)
    guard.deleteLater()


def test_what_is_half_typed_is_kept_before_it_locks(
    qtbot: QtBot, shown: Shown, open_clinic: Clinic
):
    record = open_clinic.intake.open_case()
    kept: list[str | None] = []
    window = build_window(
        open_clinic, lambda: kept.append(open_clinic.intake.get(record.id).case.text("client.name"))
    )
    window.resize(1366, 688)
    shown(window)
    assert window._stack is not None
    window._stack.go("case", case_id=record.id)
    asked = "What is the person's name? (It can stay empty.)"
    qtbot.waitUntil(lambda: field(window, asked) is not None)  # the form comes row by row
    name = field(window, asked)
    name.setFocus()
    qtbot.keyClicks(name, "Marisol R.")
    window.lock_asked.emit()
    assert kept == ["Marisol R."]


class FullDrive(Screen):
    """A screen whose last word finds no room."""

    is_full = True

    def leave(self) -> None:
        if self.is_full:
            raise DiskFull


def test_a_drive_that_is_full_keeps_nobody_from_locking(
    qtbot: QtBot, open_clinic: Clinic, host: Host, locks: list[str], held: list[QWidget]
):
    window = build_window(open_clinic, lambda: locks.append("lock"))
    held.append(window)
    qtbot.addWidget(window)
    screen = FullDrive()
    stack = Stack(window.pages, {"full": lambda _host: screen}, ())
    stack.serve(host)
    stack.go("full")
    window.follow(stack)
    window.lock_asked.emit()
    assert locks == ["lock"]
    screen.is_full = False


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a child takes over instead")
def test_from_within_a_dialog_a_new_process_stands_at_the_locked_door(tmp_path: Path):
    program = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from PySide6.QtCore import Qt
from desktop.app import _keep_watch, _start_anew, build_window
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.gui.kit.doors import Host
from desktop.gui.kit.navigator import Screen, Stack
from desktop.gui.shell.input_watch import LOCKS
from desktop.system.clock import Clock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic

app = QApplication([])
clinic = Clinic(Path(sys.argv[1]), Clock())
again = clinic.access.has_file
if not again:
    keys = new_keys("Ines", "violet ladder copper seventeen", CHEAPEST)
    clinic.access.set_up(PreparedKeys(keys))
window = build_window(clinic, lambda: _start_anew(clinic))
window.show()
print(type(window.pages.currentWidget()).__name__, os.getpid(), clinic.access.is_open, flush=True)
if again:
    sys.exit()
_keep_watch(app, window, clinic)

def press() -> None:
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_L, LOCKS)

QTimer.singleShot(300, press)
QMessageBox.question(window, "Delete", "Really?")
print("the dialog came back")
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "file")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    (_, first, was_open), (door, second, is_open) = map(str.split, done.stdout.splitlines())
    assert (was_open, door, is_open) == ("True", "UnlockScreen", "False")
    assert first == second
