"""What was copied here goes from the clipboard after a minute, and when the file is locked.

Only what is still ours: what somebody copied elsewhere since is theirs. A program that
keeps a history of the clipboard may have its own copy.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT = 60_000  # ms


def clear_ours(clipboard: QClipboard) -> None:
    """Take away what is still ours."""
    for which in _ours(clipboard):
        clipboard.clear(which)


class ClipboardWatch(QObject):
    """Follows the clipboard, and X11's second one, of what was marked last."""

    def __init__(self, clipboard: QClipboard, parent: QObject, kept: int = KEPT) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept)
        self._timer.timeout.connect(lambda: clear_ours(clipboard))
        clipboard.changed.connect(self._changed)

    def _changed(self, _which: QClipboard.Mode) -> None:
        if _ours(self._clipboard):
            self._timer.start()


def _ours(clipboard: QClipboard) -> list[QClipboard.Mode]:
    owned = {
        QClipboard.Mode.Clipboard: clipboard.ownsClipboard,
        QClipboard.Mode.Selection: clipboard.ownsSelection,
    }
    return [which for which, is_ours in owned.items() if is_ours()]
