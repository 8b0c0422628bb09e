"""Pictures of a window are refused: screenshots, recordings and shared screens show it empty.

Windows does so for every program that asks it for a picture. macOS does so for most;
its newer ways of recording may not ask. Linux has no such measure. What is asked of
Windows and macOS is from their documents and was not tried there.
"""

from __future__ import annotations

import ctypes
import sys

_SHOWN, _LEFT_OUT = 0x00, 0x11  # WDA_NONE, WDA_EXCLUDEFROMCAPTURE
_NOT_SHARED, _SHARED = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly

CAN_REFUSE = sys.platform in ("win32", "darwin")


def refuse_pictures(window: int, refused: bool = True) -> bool:
    """Refuse them of the window with this system number, or let them again; False: it cannot."""
    measure = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform)
    return measure(window, refused) if measure else False


def _on_windows(window: int, refused: bool) -> bool:
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - the type checker knows only this system
    user32.SetWindowDisplayAffinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    return bool(user32.SetWindowDisplayAffinity(window, _LEFT_OUT if refused else _SHOWN))


def _on_macos(view: int, refused: bool) -> bool:
    """What Qt calls a window's number is its NSView there."""
    objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype, objc.sel_registerName.argtypes = (
        ctypes.c_void_p,
        (ctypes.c_char_p,),
    )
    # Each kind of message has its own shape; on Apple's processors a wrong one is fatal.
    get = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        ("objc_msgSend", objc)
    )
    put = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(
        ("objc_msgSend", objc)
    )
    window = get(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    put(window, objc.sel_registerName(b"setSharingType:"), _NOT_SHARED if refused else _SHARED)
    return True
