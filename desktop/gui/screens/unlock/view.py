"""The locked door: one field, one button, and a way out for who forgot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import NAME, VERSION
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import button, column, ground, label, row, scrolled
from desktop.gui.kit.passphrase import PassphraseField, RecoveryCodeField
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.unlock.presenter import UnlockPresenter, UnlockState, Way
from desktop.language.marks import N_

HEAD = N_("The case file is locked")
LOCKED = {
    Way.PASSPHRASE: N_("Nothing in it can be read without a passphrase."),
    Way.RECOVERY_CODE: N_("The code on the recovery sheet opens it too."),
}
FIELD = {Way.PASSPHRASE: N_("Passphrase"), Way.RECOVERY_CODE: N_("Recovery code")}
HINT = N_("32 letters and digits. Large or small, spaces or not: all the same.")
WHO = N_("Who are you?")
ANYBODY = N_("Try everybody’s passphrase (slower)")
CAPS_LOCK = N_("Caps Lock is on")
SHOW = N_("Show")
HIDE = N_("Hide")
UNLOCK = N_("Unlock")
OPENING = N_("Opening the file")
OTHER = {
    Way.PASSPHRASE: N_("Forgot the passphrase"),
    Way.RECOVERY_CODE: N_("Use the passphrase"),
}
RESTORE = N_("Bring back a backup")
PROMISE = N_("Works without the internet. Sends nothing.")
WIDTH = 452


class UnlockScreen(Screen):
    """Keeps nothing: it is destroyed as soon as the file is open."""

    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._state = UnlockState()
        self._passphrase = PassphraseField(FIELD[Way.PASSPHRASE])
        self._code = RecoveryCodeField(FIELD[Way.RECOVERY_CODE])
        self._who = Pick(WHO)
        self._asked_who = QWidget()
        self._label = label("", "head")
        self._locked = label("", "body", "ink2")
        self._notice = Notice()
        self._show = button(SHOW, "link")
        self._unlock = button(UNLOCK, "main", room="large")
        self._other = button(OTHER[Way.PASSPHRASE], "link")
        self._restore = button(RESTORE, room="large")
        self._lay_out()
        self.presenter = UnlockPresenter(self, host.clinic.access, host.navigator, host.background)
        for field in (self._passphrase, self._code):
            field.returnPressed.connect(self._try)
            field.textEdited.connect(lambda _text: self.presenter.typed())
        self._passphrase.caps_lock_seen.connect(self._warn_of_caps_lock)
        self._show.clicked.connect(self._reveal)
        self._unlock.clicked.connect(self._try)
        self._other.clicked.connect(self._choose_other)
        self._restore.clicked.connect(self.presenter.restore)

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        (self._who if self._state.names else self._field).setFocus()

    def show_state(self, state: UnlockState) -> None:
        before, self._state = self._state, state
        by_phrase = state.way is Way.PASSPHRASE
        if state.names != before.names:
            self._who.offer([*((name, name) for name in state.names), (ANYBODY, None)])
            self._who.setCurrentIndex(-1)
        self._asked_who.setVisible(by_phrase and bool(state.names))
        self._passphrase.setVisible(by_phrase)
        self._show.setVisible(by_phrase)
        self._code.setVisible(not by_phrase)
        self._label.setText(FIELD[state.way])
        self._label.setBuddy(self._field)
        self._locked.setText(LOCKED[state.way])
        self._other.setText(OTHER[state.way])
        self._restore.setVisible(state.is_beyond_opening)
        self._unlock.setText(OPENING if state.waiting else UNLOCK)
        self._unlock.idle(OPENING if state.waiting else "")
        self._field.setReadOnly(state.waiting)
        if state.problem is not None:
            self._notice.problem(state.problem)
        else:
            self._notice.say("" if by_phrase else HINT, "info", "ink2")
        if state.tries > before.tries or state.way is not before.way:
            self._field.setFocus()
            self._field.selectAll()

    @property
    def _field(self) -> QLineEdit:
        return self._passphrase if self._state.way is Way.PASSPHRASE else self._code

    def _try(self) -> None:
        self.presenter.unlock(self._field.text(), self._who.value)

    def _choose_other(self) -> None:
        by_phrase = self._state.way is Way.PASSPHRASE
        self.presenter.choose(Way.RECOVERY_CODE if by_phrase else Way.PASSPHRASE)

    def _reveal(self) -> None:
        shown = self._passphrase.echoMode() is QLineEdit.EchoMode.Password
        self._passphrase.reveal(shown)
        self._show.setText(HIDE if shown else SHOW)

    def _warn_of_caps_lock(self, is_on: bool) -> None:
        if self._state.problem is None:
            self._notice.say(CAPS_LOCK if is_on else "")

    def _lay_out(self) -> None:
        ground_of_all = ground("bg")
        whole = column(self)
        whole.addWidget(scrolled(ground_of_all), 1)
        page = column(ground_of_all, (24, 24, 24, 12))
        page.addStretch(3)
        across = row()
        across.addStretch()
        across.addLayout(self._form())
        across.addStretch()
        page.addLayout(across)
        page.addStretch(5)
        foot = row()
        foot.addWidget(label(PROMISE, "note", "ink3"))
        foot.addStretch()
        foot.addWidget(label(f"{NAME} {VERSION}", "note", "ink3"))
        page.addLayout(foot)

    def _form(self) -> QVBoxLayout:
        centre = Qt.AlignmentFlag.AlignHCenter
        form = column()
        form.addWidget(Picture("amparo", "accent", 40), 0, centre)
        form.addSpacing(theme.px(16))
        form.addWidget(label(HEAD, "welcome"), 0, centre)
        form.addSpacing(theme.px(4))
        form.addWidget(self._locked, 0, centre)
        form.addSpacing(theme.px(32))
        who = label(WHO, "head")
        who.setBuddy(self._who)
        asked = column(self._asked_who, (0, 0, 0, 16), 8)
        asked.addWidget(who)
        asked.addWidget(self._who)
        form.addWidget(self._asked_who)
        form.addWidget(self._label)
        form.addSpacing(theme.px(8))
        self._passphrase.setFixedWidth(theme.px(WIDTH))
        self._code.setFixedWidth(theme.px(WIDTH))
        form.addWidget(self._passphrase)
        form.addWidget(self._code)
        form.addSpacing(theme.px(12))
        form.addLayout(self._beneath_the_field())
        form.addSpacing(theme.px(16))
        form.addWidget(self._unlock)
        form.addSpacing(theme.px(8))
        form.addWidget(self._restore)
        form.addSpacing(theme.px(24))
        form.addWidget(self._other, 0, centre)
        return form

    def _beneath_the_field(self) -> QHBoxLayout:
        line = row(gap=16)
        self._notice.setMinimumHeight(theme.px(56))
        line.addWidget(self._notice, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        return line


def build(host: Host) -> Screen:
    """The unlock screen, for the table of contents."""
    return UnlockScreen(host)
