"""A stand-in for logind on a bus of its own, and the program's watch on it: each a process.

Run as this file and "logind", which then reads what is to happen, a line each; or as
this file and "watch", which writes a line each time that the person left. "gnome" answers
as GNOME does for how long nobody touched the computer, and "idle" asks it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)

from desktop.gui.kit.idleness import whole_computer
from desktop.gui.shell.session_linux import LinuxSession

LOGIND, PLACE, SESSION = "org.freedesktop.login1", "/org/freedesktop/login1", "/org/s/_31"
OF_SESSION = f"{LOGIND}.Session"
SUB = QDBusConnection.VirtualObjectRegisterOption.SubPath
PLACES = {
    "PrepareForSleep": (PLACE, f"{LOGIND}.Manager"),
    "Lock": (SESSION, OF_SESSION),
    "PropertiesChanged": (SESSION, "org.freedesktop.DBus.Properties"),
    "ActiveChanged": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
}


class Logind(QDBusVirtualObject):
    """Answers what is asked of it; its session is open and in sight until told otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.properties = {"LockedHint": False, "Active": True}

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        answer: object = True
        if message.member() == "GetSession":
            answer = QDBusObjectPath(SESSION)
        elif message.member() == "GetIdletime":
            answer = 7000
        elif message.member() == "Get":
            answer = QDBusVariant(self.properties[message.arguments()[1]])
        reply = message.createReply()
        reply.setArguments([answer])
        return connection.send(reply)

    def let_happen(self, name: str, of: str, value: bool) -> None:
        """Send a signal; ``of`` is the property that changed, if it tells of one."""
        self.properties |= {of: value}
        told: dict[str, list[object]] = {"Lock": [], "PropertiesChanged": [OF_SESSION, {}, []]}
        signal = QDBusMessage.createSignal(*PLACES[name], name)
        signal.setArguments(told.get(name, [value]))
        QDBusConnection.systemBus().send(signal)


def main(role: str) -> None:
    app = QCoreApplication([])
    if role == "logind":
        there, bus = Logind(), QDBusConnection.systemBus()
        assert bus.registerVirtualObject("/org", there, SUB)
        assert bus.registerService(LOGIND)

        def happens(line: str) -> None:
            name, of, value = line.split()
            there.let_happen(name, of, value == "yes")
            print("sent", flush=True)

        hears = _each_line(happens)
    elif role == "gnome":
        there, bus = Logind(), QDBusConnection.sessionBus()
        assert bus.registerVirtualObject("/org", there, SUB)
        assert bus.registerService("org.gnome.Mutter.IdleMonitor")
        hears = _each_line(lambda _line: app.quit())
    elif role == "idle":
        seconds = whole_computer()
        print("nobody tells" if seconds is None else seconds())
        return
    else:
        session = LinuxSession(app)
        session.left.connect(lambda: print("left", flush=True))
        hears = _each_line(lambda _line: app.quit())
    print("ready", flush=True)
    app.exec()
    del hears


def _each_line(then: Callable[[str], None]) -> QSocketNotifier:
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    # Straight from the pipe: what a reader holds back would not be told of again.
    notifier.activated.connect(lambda *_told: then(os.read(0, 80).decode().strip()))
    return notifier


if __name__ == "__main__":
    main(sys.argv[1])
