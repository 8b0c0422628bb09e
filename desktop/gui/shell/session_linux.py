"""Linux tells over its message bus: logind of sleep, locks and users, desktops of their own locks.

The bus is a door on this computer; an address on a network is not gone to. logind is
asked to wait a moment with sleeping, or the memory would sleep unlocked.
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVariant

from desktop import NAME

_LOGIND, _PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_DESKTOPS = ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
_WHY = "locks the case file"
_PATIENCE = 500  # ms


class LinuxSession(QObject):
    """Listens on both buses; where there is none, nothing is heard."""

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waits: QDBusMessage | None = None  # as long as it is held, sleeping waits for us
        self._session = ""
        if _is_here("DBUS_SYSTEM_BUS_ADDRESS", absent=True):
            self._listen_to_logind()
        if _is_here("DBUS_SESSION_BUS_ADDRESS", absent=False):
            bus = QDBusConnection.sessionBus()
            for desktop in _DESKTOPS:
                # From whoever sends it: some desktops lock in a program of another name.
                of = f"org.{desktop}.ScreenSaver"
                self._hear(bus, "", "", of, "ActiveChanged", "screen(QDBusMessage)")

    def _listen_to_logind(self) -> None:
        bus = QDBusConnection.systemBus()
        sleep = "sleep(QDBusMessage)"
        if not self._hear(bus, _LOGIND, _PLACE, _MANAGER, "PrepareForSleep", sleep):
            return
        self._hold_sleep()
        asked = os.environ.get("XDG_SESSION_ID") or "auto"
        found = _asked(_PLACE, _MANAGER, "GetSession", asked).arguments()
        if found and isinstance(found[0], QDBusObjectPath):
            self._session = found[0].path()
            changed = "changed(QDBusMessage)"
            self._hear(bus, _LOGIND, self._session, _SESSION, "Lock", "locked()")
            self._hear(bus, _LOGIND, self._session, _PROPERTIES, "PropertiesChanged", changed)

    def _hear(
        self, bus: QDBusConnection, who: str, place: str, of: str, what: str, slot: str
    ) -> bool:
        # The stubs want bytes there, and PySide 6.9 takes text alone.
        return bus.connect(who, place, of, what, self, SLOT(slot))  # type: ignore[call-overload,no-any-return]

    @Slot(QDBusMessage)
    def sleep(self, told: QDBusMessage) -> None:
        """The computer is about to sleep, or woke."""
        if told.arguments() == [True]:
            self.left.emit()
            self._waits = None  # still here: there was nothing to lock
        else:
            self._hold_sleep()

    @Slot()
    def locked(self) -> None:
        """Somebody locked this session."""
        self.left.emit()

    @Slot(QDBusMessage)
    def changed(self, _told: QDBusMessage) -> None:
        """Something of this session changed: locked by its desktop, or another user's turn."""
        if self._has("LockedHint", True) or self._has("Active", False):
            self.left.emit()

    @Slot(QDBusMessage)
    def screen(self, told: QDBusMessage) -> None:
        """The desktop covers its screen, or shows it again."""
        if told.arguments() == [True]:
            self.left.emit()

    def _hold_sleep(self) -> None:
        self._waits = _asked(_PLACE, _MANAGER, "Inhibit", "sleep", NAME, _WHY, "delay")

    def _has(self, name: str, value: bool) -> bool:
        told = _asked(self._session, _PROPERTIES, "Get", _SESSION, name).arguments()
        found = told[0].variant() if told and isinstance(told[0], QDBusVariant) else None
        return found is value


def _asked(place: str, of: str, what: str, *values: str) -> QDBusMessage:
    """What logind answers."""
    message = QDBusMessage.createMethodCall(_LOGIND, place, of, what)
    message.setArguments(list(values))
    return QDBusConnection.systemBus().call(message, QDBus.CallMode.Block, _PATIENCE)


def _is_here(variable: str, absent: bool) -> bool:
    """Whether a bus lies on this computer; ``absent``: what it means that nothing is said."""
    address = os.environ.get(variable, "")
    return address.startswith("unix:") if address else absent
