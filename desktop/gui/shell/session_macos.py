"""macOS tells every program that its screen was locked; a switch of users is looked for.

That the Mac sleeps is seen from the clock alone, when it wakes. From Apple's documents;
not tried on a Mac.
"""

from __future__ import annotations

import ctypes

from PySide6.QtCore import QObject, QTimer, Signal

_LOCKED = b"com.apple.screenIsLocked"
_CORE = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_GRAPHICS = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_EVERY = 5000  # ms
_Pointer = ctypes.c_void_p
_Called = ctypes.CFUNCTYPE(None, _Pointer, _Pointer, _Pointer, _Pointer, _Pointer)


class MacSession(QObject):
    """Listens for the lock, and looks whether this user still has the screen."""

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        core, graphics = ctypes.CDLL(_CORE), ctypes.CDLL(_GRAPHICS)
        text = core.CFStringCreateWithCString
        text.restype, text.argtypes = _Pointer, (_Pointer, ctypes.c_char_p, ctypes.c_uint32)
        centre = core.CFNotificationCenterGetDistributedCenter
        centre.restype, centre.argtypes = _Pointer, ()
        add = core.CFNotificationCenterAddObserver
        add.restype = None
        add.argtypes = (_Pointer, _Pointer, _Called, _Pointer, _Pointer, ctypes.c_long)
        # Not from inside Apple's own call: locking ends the process.
        self._called = _Called(lambda *_told: QTimer.singleShot(0, self.left.emit))
        add(centre(), None, self._called, text(None, _LOCKED, _UTF8), None, _AT_ONCE)
        self._core, self._on_console = core, text(None, b"kCGSSessionOnConsoleKey", _UTF8)
        self._session = graphics.CGSessionCopyCurrentDictionary
        self._session.restype, self._session.argtypes = _Pointer, ()
        core.CFDictionaryGetValue.restype = _Pointer
        core.CFDictionaryGetValue.argtypes = (_Pointer, _Pointer)
        core.CFBooleanGetValue.restype = ctypes.c_bool
        core.CFBooleanGetValue.argtypes = (_Pointer,)
        core.CFRelease.argtypes = (_Pointer,)
        self._had_screen = self._has_screen()
        looking = QTimer(self)
        looking.timeout.connect(self._look)
        looking.start(_EVERY)

    def _look(self) -> None:
        has = self._has_screen()
        if self._had_screen and not has:
            self.left.emit()
        self._had_screen = has

    def _has_screen(self) -> bool:
        told = self._session()
        if not told:
            return False
        value = self._core.CFDictionaryGetValue(told, self._on_console)
        has = bool(value) and bool(self._core.CFBooleanGetValue(value))
        self._core.CFRelease(told)
        return has
