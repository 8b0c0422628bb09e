"""The two fields for secrets: a passphrase that can be shown, and a code in groups.

Qt cannot ask whether Caps Lock is on. A letter tells: large without Shift, or
small with it, and it is on.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.gui.kit import theme

GROUPS = 8
GROUP = 4


class PassphraseField(QLineEdit):
    """Dots, unless shown. Nothing typed here is offered to undo, copies or spelling aids."""

    caps_lock_seen = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("room", "large")
        self.setAccessibleName(name)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.reveal(False)

    def reveal(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        theme.dress(self, dots="false" if shown else "true")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if len(typed) == 1 and typed.isalpha() and typed.lower() != typed.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(typed.isupper() != shifted)
        super().keyPressEvent(event)


class RecoveryCodeField(QLineEdit):
    """Takes letters and digits as they come and shows them in groups of four."""

    def __init__(self, name: str, groups: int = GROUPS) -> None:
        super().__init__()
        self._most = groups * GROUP
        self.setProperty("room", "large")
        self.setAccessibleName(name)
        self.setFont(theme.font("body", weight=500, tabular=True))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhUppercaseOnly
        )
        self.textEdited.connect(self._regroup)

    def _regroup(self, typed: str) -> None:
        before = sum(character.isalnum() for character in typed[: self.cursorPosition()])
        signs = [character for character in typed.upper() if character.isalnum()]
        signs = signs[: self._most]
        grouped = " ".join(
            "".join(signs[start : start + GROUP]) for start in range(0, len(signs), GROUP)
        )
        if grouped == self.text():
            return
        self.setText(grouped)
        before = min(before, len(signs))
        self.setCursorPosition(before + max(0, before - 1) // GROUP)
