"""Windows tells its windows: the session is locked or given to another user, the computer sleeps.

From Microsoft's documents; not tried on Windows.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

_SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
_POWER = 0x0218  # WM_POWERBROADCAST
_LEAVES = {
    # WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK
    _SESSION_CHANGE: {0x2, 0x4, 0x6, 0x7},
    _POWER: {0x4},  # PBT_APMSUSPEND
}
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION
_MESSAGES = b"windows_generic_MSG"


def person_leaves(message: int, what: int) -> bool:
    """Whether a message of Windows, with its first parameter, says so."""
    return what in _LEAVES.get(message, ())


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if kind == _MESSAGES:
            told = wintypes.MSG.from_address(int(message))
            if person_leaves(told.message, told.wParam):
                self._session.left.emit()
        return False, 0


class WindowsSession(QObject):
    """Listens with the window of this number."""

    left = Signal()

    def __init__(self, window: int, parent: QObject) -> None:
        super().__init__(parent)
        register = getattr(ctypes, "windll").wtsapi32.WTSRegisterSessionNotification  # noqa: B009
        register.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        register(window, _THIS_SESSION)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
