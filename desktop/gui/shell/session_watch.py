"""The person at the computer leaves: it sleeps, its screen is locked, another user takes over.

Each system says so in its own way, each in a file of its own. Where one says nothing,
the minutes without a touch and the clock still hold.
"""

# ruff: noqa: PLC0415 - each is of its own system alone
from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget


class SessionWatch(Protocol):
    """Says ``left`` when the person leaves."""

    left: SignalInstance


def session_watch(window: QWidget, parent: QObject) -> SessionWatch:
    """The one of this system."""
    if sys.platform == "win32":
        from desktop.gui.shell.session_windows import WindowsSession

        return WindowsSession(int(window.winId()), parent)
    if sys.platform == "darwin":
        from desktop.gui.shell.session_macos import MacSession

        return MacSession(parent)
    from desktop.gui.shell.session_linux import LinuxSession

    return LinuxSession(parent)
