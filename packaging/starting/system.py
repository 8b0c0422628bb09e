"""What the system itself must bring: Qt's libraries, and Python's own venv.

Only Linux leaves these out. On Debian (and Ubuntu) the packages have names that can be
said, and root can have them installed; elsewhere the missing files are named.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from starting.telling import CannotStart, Progress

# What PySide6's wheels load and do not bring, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def need_qt_libraries() -> None:
    """Have what Qt's wheels load: install it where that is possible, or say how."""
    lacking = missing_libraries()
    if lacking:
        packages = [QT_LIBRARIES[name] for name in lacking]
        _provide(packages, f"The window needs {in_short(lacking)} from the system")


def need_venv() -> None:
    """Have Python's own means of making an environment, which Debian packs apart."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        _provide([package], "Making an environment needs Python's venv and ensurepip")


def missing_libraries(
    load: Callable[[str], object] = ctypes.CDLL, platform: str = sys.platform
) -> tuple[str, ...]:
    """Those of Qt's libraries that cannot be loaded here."""

    def is_missing(name: str) -> bool:
        try:
            load(name)
        except OSError:
            return True
        return False

    return tuple(filter(is_missing, QT_LIBRARIES)) if platform == "linux" else ()


def line_to_install(packages: Iterable[str], debian: bool) -> str:
    """What to type to get them, as far as it can be known."""
    if debian:
        return f"sudo apt-get install {' '.join(packages)}"
    return f"install them with your system's packages (in Debian: {' '.join(packages)})"


def in_short(names: Sequence[str]) -> str:
    """The first of them, and how many more."""
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]


def _provide(packages: list[str], need: str) -> None:
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None
    if not (debian and os.geteuid() == 0):
        raise CannotStart(f"{need}: {line_to_install(packages, debian)}")
    progress = Progress(f"Installing Debian's {in_short(packages)}")
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        told = subprocess.run(
            ["apt-get", "-qq", *words], env=quietly, capture_output=True, text=True, check=False
        )
        if told.returncode:
            progress.done("not done")
            why = (told.stderr.strip().splitlines() or ["apt-get failed"])[-1]
            raise CannotStart(f"{need}: {line_to_install(packages, debian)} said: {why}")
    progress.done("done")
