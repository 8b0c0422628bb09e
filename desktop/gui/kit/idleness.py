"""How long nobody was there: of the whole computer where that can be told, else of this program.

GNOME tells over the message bus, because where Wayland draws no program may ask the
screen itself. Other desktops over Wayland tell nobody.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache

from desktop.system.idle import Seconds
from desktop.system.idle import whole_computer as told_by_system

_MUTTER = "org.gnome.Mutter.IdleMonitor"
_PLACE = "/org/gnome/Mutter/IdleMonitor/Core"
_PATIENCE = 300  # ms


@cache
def whole_computer() -> Seconds | None:
    """What tells for the whole computer; None where nothing does."""
    return told_by_system() or (_told_by_gnome() if _has_bus() else None)


def idleness(own: Seconds) -> Seconds:
    """The seconds to go by; ``own`` tells of this program alone."""
    return whole_computer() or own


def _has_bus() -> bool:
    return sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" in os.environ


def _told_by_gnome() -> Seconds | None:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415 - Linux alone

    bus = QDBusConnection.sessionBus()

    def ask() -> float | None:
        message = QDBusMessage.createMethodCall(_MUTTER, _PLACE, _MUTTER, "GetIdletime")
        told = bus.call(message, QDBus.CallMode.Block, _PATIENCE).arguments()
        return told[0] / 1000 if told and isinstance(told[0], int) else None

    return None if ask() is None else _or_gone(ask)


def _or_gone(ask: Callable[[], float | None]) -> Seconds:
    """A desktop that stops answering is one that nobody sits at."""

    def seconds() -> float:
        told = ask()
        return float("inf") if told is None else told

    return seconds
