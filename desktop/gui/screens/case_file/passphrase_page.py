"""One's own passphrase: the one that is, and the new one twice."""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.new_passphrase import NewPassphrase
from desktop.gui.kit.parts import Paragraph, at_most
from desktop.gui.kit.passphrase import PassphraseField
from desktop.gui.screens.case_file.page import FIELD, READING, WAITING, Page, pressed
from desktop.language.marks import N_
from desktop.workflow.members import PreparedWayIn

HEAD = N_("My passphrase")
TEXT = N_("It is yours alone. Nobody else’s changes with it, nor the recovery sheet.")
NOW = N_("The passphrase you have now")
NEW = N_("The new passphrase")
CHANGE = N_("Change the passphrase")
NOW_MISSING = N_("Type the passphrase you have now first.")
CHANGED = N_("From now on the new passphrase opens the file, and the old one does not.")
OLD_BACKUPS = N_(
    "Backups made before still open with the old passphrase. If somebody may know it, delete them "
    "and make a new one."
)


class PassphrasePage(Page):
    """Holds what is typed no longer than it takes to work out the key."""

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host, self._is_waiting = host, False
        self._now = PassphraseField(NOW)
        self._new = NewPassphrase(NEW, self._advice)
        self._notice = Notice()
        self._change = pressed(CHANGE, self.change, "main")
        self.add(NOW, self._now)
        self.body.addLayout(at_most(FIELD, self._new))
        self.body.addSpacing(theme.px(24))
        self.add_foot(self._change)
        self.body.addSpacing(theme.px(12))
        self.body.addLayout(at_most(READING, self._notice))
        self.body.addSpacing(theme.px(24))
        self.body.addLayout(at_most(READING, Paragraph(OLD_BACKUPS, "control", "ink2")))
        self._now.textEdited.connect(lambda _text: self._show())
        self._now.returnPressed.connect(self.change)
        self._new.changed.connect(self._show)
        self._new.entered.connect(self.change)

    def enter(self) -> None:
        self._notice.say("")
        self._show()

    def leave(self) -> None:
        self._now.clear()
        self._new.forget()

    def change(self) -> None:
        """Work out the new key, if nothing is missing."""
        if self._is_waiting or self._missing:
            self._notice.say(self._missing, "info", "ink2")
            return
        members, now, new = self._host.clinic.members, self._now.text(), self._new.first.text()
        self._wait(True)
        self._host.background.run(
            lambda: members.prepare_mine(now, new), self._put, self._refused, self
        )

    def _put(self, prepared: PreparedWayIn) -> None:
        try:
            self._host.clinic.members.change_passphrase(prepared)
        except Problem as problem:
            self._refused(problem)
        else:
            self.leave()
            self._wait(False)
            self._notice.say(CHANGED, "check", "protects")

    def _refused(self, problem: Problem) -> None:
        self._wait(False)
        self._notice.problem(problem)
        self._now.setFocus()
        self._now.selectAll()

    def _wait(self, waiting: bool) -> None:
        self._is_waiting = waiting
        self._now.setReadOnly(waiting)
        self._new.wait(waiting)
        self._notice.say(WAITING if waiting else "", "info", "ink2")
        self._change.idle(WAITING if waiting else self._missing)

    def _show(self) -> None:
        self._notice.say("")
        self._change.idle(self._missing)

    @property
    def _missing(self) -> str:
        return self._new.missing if self._now.text() else NOW_MISSING

    def _advice(self, typed: str) -> str | None:
        access = self._host.clinic.access
        return access.passphrase_advice(typed, access.member_name)
