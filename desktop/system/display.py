"""Whether this machine has a screen to open a window on.

Qt ends the whole process when it finds none, so we ask first. Only Linux can
lack one. A name in DISPLAY is no proof: somebody has to listen behind it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LISTENING = Path("/proc/net/unix")
_ACCEPTS = " 00010000 "  # the flag of a door that somebody listens at


def has_display() -> bool:
    """True where a window can be opened, and where Qt was told not to need a screen."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_listens() or _x_listens(os.environ.get("DISPLAY", ""))


def _wayland_listens() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _listens(str(Path(folder) / name))


def _x_listens(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not colon or not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True  # another machine's screen, as ssh lends it
    path = f"/tmp/.X11-unix/X{number}"
    return _listens(path) or _listens(f"@{path}")


def _listens(path: str) -> bool:
    """Whether a program listens there. Only a door lent from outside needs a knock to tell."""
    try:
        lines = _LISTENING.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    if any(_ACCEPTS in line and line.endswith(f" {path}") for line in lines):
        return True
    return Path(path).is_socket() and _opens(path)


def _opens(path: str) -> bool:
    import socket  # noqa: PLC0415 - hardly ever needed, and the window waits for it

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        try:
            door.connect(path)
        except OSError:
            return False
        return True
