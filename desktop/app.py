"""Builds the house: the only file that knows every part, and in what order they are needed.

What a first paint does not need is imported by the part that needs it, when it
needs it. Locking ends this process and starts a new one, because nothing less
takes what was read out of memory.
"""

# ruff: noqa: PLC0415 - the window's parts are imported only where a window can be had
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from desktop import NAME
from desktop.domain.problems import Problem
from desktop.language.marks import N_
from desktop.system.clock import Clock
from desktop.system.display import has_display
from desktop.system.paths import case_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.gui.kit.doors import Dialogs as DialogsDoor
    from desktop.gui.shell.main_window import MainWindow
    from desktop.workflow.clinic import Clinic

NO_DISPLAY = N_(
    "No display: the window cannot open here. "
    "Without one, see the main job at work: python3 packaging/start.py demo"
)
NO_QT = N_(
    "The window cannot open: {reason}. python3 packaging/start.py says what to install for it."
)


def main(argv: Sequence[str] = ()) -> int:
    """Open the window; returns when it is closed. 2 where no window can be had."""
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 2
    from desktop.system.onlookers import keep_out

    keep_out()
    # Qt brings a hundred thousand names and takes none back: looking through them for
    # garbage delays the first paint, and lengthens every pause after it.
    gc.disable()
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        print(NO_QT.format(reason=error), file=sys.stderr)
        return 2
    from desktop.gui.kit import theme
    from desktop.gui.shell.pictures import refuse_where_possible
    from desktop.workflow.clinic import Clinic

    app = QApplication([*(argv or [NAME]), *theme.FUSION])
    app.setApplicationName(NAME)
    theme.apply(app, is_fusion=True)
    refuse_where_possible(app)
    clinic = Clinic(case_folder(), Clock())
    window = build_window(clinic, lambda: _start_anew(clinic))
    _catch_bugs(window)
    window.show()
    _keep_watch(app, window, clinic)
    gc.freeze()
    gc.enable()
    status = app.exec()
    clinic.access.close()
    return status


def build_window(
    clinic: Clinic,
    lock: Callable[[], None],
    dialogs: Callable[[QWidget], DialogsDoor] | None = None,
) -> MainWindow:
    """The window over a clinic, at the door or at the first start."""
    from PySide6.QtGui import QGuiApplication

    from desktop.gui import contents
    from desktop.gui.kit.background import Background
    from desktop.gui.kit.dialogs import Dialogs
    from desktop.gui.kit.doors import Host
    from desktop.gui.kit.navigator import Stack
    from desktop.gui.shell.clipboard import clear_ours
    from desktop.gui.shell.main_window import MainWindow

    window = MainWindow()
    stack = Stack(window.pages, contents.SCREENS, contents.HOMES)
    window.follow(stack)

    def lock_if_open() -> None:
        if clinic.access.is_open:
            try:
                clear_ours(QGuiApplication.clipboard())
                with suppress(Problem):  # a full drive keeps a word from the file, not the door
                    window.leave()
            finally:
                lock()

    def new_call() -> None:
        if clinic.access.is_open and clinic.access.member_name:
            window.leave()
            stack.go(contents.CASE, case_id=clinic.intake.open_case().id)

    stack.serve(
        Host(
            clinic,
            stack,
            Background(window),
            (dialogs or Dialogs)(window),
            window.messages,
            lock_if_open,
        )
    )
    window.lock_asked.connect(lock_if_open)
    window.new_call_asked.connect(new_call)
    stack.go(contents.UNLOCK if clinic.access.has_file else contents.FIRST_RUN)
    return window


def _catch_bugs(window: MainWindow) -> None:
    """Tell of a bug in the window; what that takes is imported when there is one."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from desktop.gui.shell.crash import tell_of

        tell_of(window, window.messages, kind, error, trace)

    def note(told: sys.UnraisableHookArgs) -> None:
        from desktop.gui.shell.crash import report

        print(report(told.exc_type, told.exc_traceback), file=sys.stderr)

    sys.excepthook, sys.unraisablehook = tell, note


def _keep_watch(app: QApplication, window: MainWindow, clinic: Clinic) -> None:
    """Lock when nobody is there; what sees that is imported after the first paint."""
    from PySide6.QtCore import QTimer

    def minutes() -> int | None:
        return clinic.housekeeping.settings.lock_minutes if clinic.access.is_open else None

    def begin() -> None:
        from desktop.gui.shell.locking import keep_watch

        keep_watch(app, window, minutes, clinic.clock)

    QTimer.singleShot(0, window, begin)


def _start_anew(clinic: Clinic) -> NoReturn:
    """Close the file and become a new process at the locked door; nothing read stays behind.

    What fails in closing keeps nobody from locking: all that was kept is on the drive.
    """
    program = [sys.executable, *(sys.argv[1:] if _is_bundled() else sys.orig_argv[1:])]
    try:
        clinic.access.close()
    finally:
        if os.name == "posix":
            os.execv(sys.executable, program)
        import subprocess

        subprocess.Popen(program)
        os._exit(0)


def _is_bundled() -> bool:
    return bool(getattr(sys, "frozen", False))
