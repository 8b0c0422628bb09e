"""How long nobody has touched this computer, in any program.

Windows and macOS tell, and Linux where an X server draws the screen. Elsewhere there is
no answer, and whoever asks has to go by what the program itself was given.

What is asked of Windows and macOS is from their documents and was not tried there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

Seconds = Callable[[], float]
_WRAPS = 2**32  # Windows counts milliseconds in 32 bits: after 49 days from the beginning again
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType
_OF_THE_SESSION = 0  # kCGEventSourceStateCombinedSessionState
_APPLICATION_SERVICES = (
    "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
)


def whole_computer(environment: Mapping[str, str] = os.environ) -> Seconds | None:
    """What tells the seconds since the last touch; None where nothing does."""
    if sys.platform == "win32":
        return _by_windows()
    if sys.platform == "darwin":
        return _by_macos()
    return _by_x_server(environment)


def elapsed(now: int, then: int) -> float:
    """Seconds between two counts of Windows' milliseconds, also across the wrap."""
    return ((now - then) % _WRAPS) / 1000


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = (("size", ctypes.c_uint32), ("time", ctypes.c_uint32))


def _by_windows() -> Seconds | None:
    windll = getattr(ctypes, "windll")  # noqa: B009 - the type checker knows only this system
    last = _LastInput(ctypes.sizeof(_LastInput), 0)
    ask, now = windll.user32.GetLastInputInfo, windll.kernel32.GetTickCount
    now.restype = ctypes.c_uint32
    if not ask(ctypes.byref(last)):
        return None

    def seconds() -> float:
        ask(ctypes.byref(last))
        return elapsed(now(), last.time)

    return seconds


def _by_macos() -> Seconds | None:
    try:
        ask = ctypes.CDLL(_APPLICATION_SERVICES).CGEventSourceSecondsSinceLastEventType
    except (OSError, AttributeError):
        return None
    ask.restype, ask.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
    return lambda: float(ask(_OF_THE_SESSION, _ANY_INPUT))


class _ScreenSaver(ctypes.Structure):
    """XScreenSaverInfo."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("events", ctypes.c_ulong),
    )


def _by_x_server(environment: Mapping[str, str]) -> Seconds | None:
    """Not where Wayland draws: an X server beside it hears only what its own windows are given."""
    wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    if wayland or not environment.get("DISPLAY"):
        return None
    try:
        x, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:
        return None
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = ctypes.c_void_p, (ctypes.c_char_p,)
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = ctypes.c_ulong, (ctypes.c_void_p,)
    ask = saver.XScreenSaverQueryInfo
    ask.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_ScreenSaver))
    display = x.XOpenDisplay(environment["DISPLAY"].encode())
    told = _ScreenSaver()
    if not display or not ask(display, x.XDefaultRootWindow(display), ctypes.byref(told)):
        return None

    def seconds() -> float:
        ask(display, x.XDefaultRootWindow(display), ctypes.byref(told))
        return float(told.idle) / 1000

    return seconds
