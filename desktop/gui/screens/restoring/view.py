"""Bringing back a backup on the screen: the file, who one is, what opens it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.centred import centred
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.gui.kit.passphrase import PassphraseField, RecoveryCodeField
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.restoring.presenter import RestoringPresenter, RestoringState
from desktop.language.marks import N_

HEAD = N_("Bring back a backup")
TEXT = N_(
    "All cases, letters and members come back as they were when the backup was made. It opens "
    "with a passphrase or the recovery sheet of that day."
)
CHOOSE, OTHER = N_("Choose the backup…"), N_("Another backup…")
WHO, ANYBODY = N_("Who are you?"), N_("Try everybody’s passphrase (slower)")
PASSPHRASE = N_("Your passphrase of that day")
CODE = N_("The code on the recovery sheet of that day")
USE_CODE, USE_PASSPHRASE = N_("Use the recovery sheet"), N_("Use a passphrase")
GO, BACK = N_("Bring it back"), N_("Back")


class RestoringScreen(Screen):
    """Keeps nothing: a passphrase is typed on it."""

    title = HEAD
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._navigator = host.navigator
        self._state = RestoringState()
        self._choose = button(CHOOSE, room="large")
        self._file = Paragraph(kind="body")
        self._asked_who, self._who = QWidget(), Pick(WHO)
        self._name = Paragraph(PASSPHRASE, "head")
        self._passphrase, self._code = PassphraseField(PASSPHRASE), RecoveryCodeField(CODE)
        self._notice = Notice()
        self._go = button(GO, "main", room="large")
        self._other, self._back = button(USE_CODE, "link"), button(BACK, "link", picture="back")
        self._lay_out()
        self.presenter = RestoringPresenter(self, host)
        self._choose.clicked.connect(self._choose_file)
        for field in (self._passphrase, self._code):
            field.textEdited.connect(lambda _text: self.presenter.typed(self._field.text()))
            field.returnPressed.connect(self._try)
        self._go.clicked.connect(self._try)
        self._other.clicked.connect(lambda: self.presenter.choose_way(not self._state.by_code))
        self._back.clicked.connect(self._leave)

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        self._choose.setFocus()

    def escape(self) -> bool:
        return self.presenter.go_back()

    def show_state(self, state: RestoringState) -> None:
        before, self._state = self._state, state
        self._choose.setText(OTHER if state.file else CHOOSE)
        self._file.say(state.file)
        if state.names != before.names:
            self._who.offer([*((name, name) for name in state.names), (ANYBODY, None)])
            self._who.setCurrentIndex(-1)
        self._asked_who.setVisible(len(state.names) > 1 and not state.by_code)
        self._passphrase.setVisible(not state.by_code)
        self._code.setVisible(state.by_code)
        self._name.say(CODE if state.by_code else PASSPHRASE)
        self._name.setBuddy(self._field)
        self._other.setText(USE_PASSPHRASE if state.by_code else USE_CODE)
        if state.by_code is not before.by_code:
            self._passphrase.clear()
            self._code.clear()
        self._field.setReadOnly(bool(state.waiting))
        self._go.idle(state.missing)
        if state.problem is not None:
            self._notice.problem(state.problem)
        else:
            self._notice.say(state.missing, "info", "ink2")

    @property
    def _field(self) -> QLineEdit:
        return self._code if self._state.by_code else self._passphrase

    def _choose_file(self) -> None:
        self.presenter.choose_file()
        if self._state.file:
            self._field.setFocus()

    def _try(self) -> None:
        self.presenter.go_on(self._field.text(), self._who.value)

    def _leave(self) -> None:
        if not self.escape():
            self._navigator.back()

    def _lay_out(self) -> None:
        lines = centred(self, HEAD, TEXT)
        lines.addWidget(self._choose)
        lines.addSpacing(theme.px(8))
        lines.addWidget(self._file)
        lines.addSpacing(theme.px(20))
        who = label(WHO, "head")
        who.setBuddy(self._who)
        asked = column(self._asked_who, (0, 0, 0, 16), 8)
        asked.addWidget(who)
        asked.addWidget(self._who)
        lines.addWidget(self._asked_who)
        lines.addWidget(self._name)
        lines.addSpacing(theme.px(8))
        lines.addWidget(self._passphrase)
        lines.addWidget(self._code)
        lines.addSpacing(theme.px(12))
        self._notice.setMinimumHeight(theme.px(40))
        lines.addWidget(self._notice)
        lines.addSpacing(theme.px(8))
        lines.addWidget(self._go)
        lines.addSpacing(theme.px(16))
        foot = row(gap=24)
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._other)
        lines.addLayout(foot)


def build(host: Host) -> Screen:
    """The screen that brings back a backup, for the table of contents."""
    return RestoringScreen(host)
