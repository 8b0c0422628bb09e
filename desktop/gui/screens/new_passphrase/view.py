"""The screen after the recovery code: who one is, and a new passphrase."""

from __future__ import annotations

from desktop.gui.kit import theme
from desktop.gui.kit.centred import centred
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.new_passphrase import NewPassphrase
from desktop.gui.kit.parts import button, label
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.new_passphrase.presenter import (
    NewPassphrasePresenter,
    NewPassphraseState,
)
from desktop.language.marks import N_

HEAD = N_("Choose a new passphrase")
TEXT = N_("The recovery code opened the file. Before you go on, give yourself a way in again.")
WHO = N_("Who are you?")
NEW = N_("The new passphrase")
GO_ON = N_("Go on to the cases")


class NewPassphraseScreen(Screen):
    """Keeps nothing: it is destroyed as soon as the passphrase is set."""

    title = HEAD
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._who = Pick(WHO)
        self.presenter = NewPassphrasePresenter(self, host)
        self._new = NewPassphrase(NEW, self.presenter.advice)
        self._notice = Notice()
        self._go_on = button(GO_ON, "main", room="large")
        self._lay_out()
        self._who.picked.connect(self.presenter.choose)
        self._new.changed.connect(self.presenter.typed)
        self._new.entered.connect(self._try)
        self._go_on.clicked.connect(self._try)

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        (self._new.first if self._who.value else self._who).setFocus()

    def escape(self) -> bool:
        return True

    def show_state(self, state: NewPassphraseState) -> None:
        if self._who.count() != len(state.names):
            self._who.offer((name, name) for name in state.names)
        self._who.show_value(state.who)
        self._who.setEnabled(not state.waiting)
        self._new.wait(state.waiting)
        self._go_on.idle(state.missing)
        if state.problem is not None:
            self._notice.problem(state.problem)
        else:
            self._notice.say(state.missing, "info", "ink2")

    @property
    def passphrase_missing(self) -> str:
        return self._new.missing

    def _try(self) -> None:
        self.presenter.go_on(self._new.first.text())

    def _lay_out(self) -> None:
        lines = centred(self, HEAD, TEXT)
        who = label(WHO, "head")
        who.setBuddy(self._who)
        lines.addWidget(who)
        lines.addSpacing(theme.px(8))
        lines.addWidget(self._who)
        lines.addSpacing(theme.px(20))
        lines.addWidget(self._new)
        lines.addSpacing(theme.px(16))
        lines.addWidget(self._go_on)
        lines.addSpacing(theme.px(12))
        self._notice.setMinimumHeight(theme.px(40))
        lines.addWidget(self._notice)


def build(host: Host) -> Screen:
    """The screen after the recovery code, for the table of contents."""
    return NewPassphraseScreen(host)
