"""A new passphrase, typed twice, with advice while it is too weak."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import Paragraph, button, column, row
from desktop.gui.kit.passphrase import PassphraseField
from desktop.language.marks import N_

AGAIN = N_("The same again")
SHOW, HIDE = N_("Show"), N_("Hide")
CAPS_LOCK = N_("Caps Lock is on")
MISSING = N_("The new passphrase is still missing.")
SECOND_MISSING = N_("Type it a second time, to be sure.")
TOO_WEAK = N_("The passphrase is still too weak.")
NOT_THE_SAME = N_("The two are not the same.")


def missing_of(first: str, second: str, advice: str | None) -> str:
    """Why this passphrase cannot be taken yet; empty when it can."""
    if not first:
        return MISSING
    if advice:
        return TOO_WEAK
    if not second:
        return SECOND_MISSING
    return "" if first == second else NOT_THE_SAME


class NewPassphrase(QWidget):
    """Two fields and what there is to say of them. ``advise`` is asked at each letter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, advise: Callable[[str], str | None]) -> None:
        super().__init__()
        self._advise = advise
        self._caps_lock = False
        self.first, self.second = PassphraseField(name), PassphraseField(AGAIN)
        self._notice = Notice()
        self._notice.say("")
        self._notice.setMinimumHeight(theme.px(36))  # two lines, so that nothing below moves
        self._show = button(SHOW, "link")
        self._show.clicked.connect(self._reveal)
        lines = column(self)
        lines.addWidget(_named(name, self.first))
        lines.addSpacing(theme.px(8))
        lines.addWidget(self.first)
        lines.addSpacing(theme.px(8))
        beneath = row(gap=16)
        beneath.addWidget(self._notice, 1, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(beneath)
        lines.addSpacing(theme.px(8))
        lines.addWidget(_named(AGAIN, self.second))
        lines.addSpacing(theme.px(8))
        lines.addWidget(self.second)
        for field in (self.first, self.second):
            field.textEdited.connect(lambda _text: self._typed())
            field.returnPressed.connect(self.entered)
            field.caps_lock_seen.connect(self._see_caps_lock)

    @property
    def missing(self) -> str:
        """Why it cannot be taken yet; empty when it can."""
        first = self.first.text()
        return missing_of(first, self.second.text(), self._advise(first))

    def forget(self) -> None:
        """Secrets that were typed here go."""
        self.first.clear()
        self.second.clear()
        self._caps_lock = False
        self._tell()

    def wait(self, waiting: bool) -> None:
        """Take no letter while the key is worked out."""
        for field in (self.first, self.second):
            field.setReadOnly(waiting)

    def _typed(self) -> None:
        self._tell()
        self.changed.emit()

    def _see_caps_lock(self, is_on: bool) -> None:
        self._caps_lock = is_on
        self._tell()

    def _tell(self) -> None:
        typed = self.first.text()
        if self._caps_lock:
            self._notice.say(CAPS_LOCK)
        else:
            self._notice.say((self._advise(typed) or "") if typed else "", "info", "ink2")

    def _reveal(self) -> None:
        shown = self.first.echoMode() is QLineEdit.EchoMode.Password
        self.first.reveal(shown)
        self.second.reveal(shown)
        self._show.setText(HIDE if shown else SHOW)


def _named(words: str, field: QWidget) -> QWidget:
    made = Paragraph(words, "head")
    made.setBuddy(field)
    return made
