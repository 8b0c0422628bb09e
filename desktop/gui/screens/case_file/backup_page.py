"""Backups: one now, and those that were made. Each is read back and opened before it counts."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import FolderOnNetwork, FolderSynced
from desktop.domain.records import BackupRow
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import Paragraph, at_most, column, hairline, label
from desktop.gui.kit.spoken_times import instant_said
from desktop.gui.screens.case_file.page import READING, Page, pressed
from desktop.language.marks import N_

HEAD = N_("Backup")
TEXT = N_(
    "One encrypted file with all cases, letters and the journal. It opens with the passphrases of "
    "its day, or with the recovery sheet."
)
WHERE = N_("Put it on a stick or a drive that does not stay with this computer.")
NOW = N_("Back up now")
NONE = N_("There is no backup yet. If this computer is lost or breaks, so are the cases.")
LAST = N_("The last backup was made {moment}.")
OLD = N_("The last backup was made {moment}. That is longer ago than the clinic wants.")
TITLE, KINDS = N_("Where to put the backup"), N_("Amparo backup (*.amparo)")
COPYING = N_("Writing the backup and reading it back.")
MADE = N_("The backup is made, and was read back and opened.")
ANYWHERE = N_("Put it there all the same")
ASKED = N_("Put the backup where others keep copies?")
EARLIER = N_("Made so far")
SIZE = N_("{moment}, {size} MB")
_SHOWN = 8


class BackupPage(Page):
    """``BackupRow`` and its place are all that is known of one that was made."""

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host, self._is_waiting = host, False
        self._last, self._notice = Notice(), Notice()
        self._now = pressed(NOW, self.back_up, "main")
        self._rows = column(gap=10)
        self._earlier = label(EARLIER, "head")
        self.body.addLayout(at_most(READING, self._last))
        self.body.addSpacing(theme.px(20))
        self.add_foot(self._now)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(READING, Paragraph(WHERE, "control", "ink2")))
        self.body.addSpacing(theme.px(16))
        self.body.addLayout(at_most(READING, self._notice))
        self.body.addSpacing(theme.px(24))
        self.body.addWidget(self._earlier)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(hairline())
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(self._rows)

    def enter(self) -> None:
        self._notice.say("")
        self._show()

    def back_up(self) -> None:
        """Ask where, copy what is kept, and have it written beside the window."""
        if self._is_waiting:
            return
        keeping = self._host.clinic.housekeeping
        path = self._host.dialogs.save_as(TITLE, keeping.suggested_name(), KINDS)
        if path is not None:
            self._begin(path, anywhere=False)

    def _begin(self, path: Path, anywhere: bool) -> None:
        keeping = self._host.clinic.housekeeping
        try:
            # The dialog asked about a file that is there already.
            leaving = keeping.leave(path, anywhere=anywhere, overwrite=True)
        except (FolderSynced, FolderOnNetwork) as problem:
            if self._host.dialogs.confirm(ASKED, problem.sentence, ANYWHERE):
                self._begin(path, anywhere=True)
        except Problem as problem:
            self._notice.problem(problem)
        else:
            self._wait(True)
            self._host.background.run(
                lambda: keeping.pack(leaving, path), self._made, self._refused, self
            )

    def _made(self, backup: BackupRow) -> None:
        try:
            self._host.clinic.housekeeping.keep(backup)
        except Problem as problem:
            self._refused(problem)
            return
        self._wait(False)
        self._show()
        self._notice.say(MADE, "check", "protects")

    def _refused(self, problem: Problem) -> None:
        self._wait(False)
        self._notice.problem(problem)

    def _wait(self, waiting: bool) -> None:
        self._is_waiting = waiting
        self._now.idle(COPYING if waiting else "")
        self._notice.say(COPYING if waiting else "", "info", "ink2")

    def _show(self) -> None:
        keeping, now = self._host.clinic.housekeeping, self._host.clinic.clock.now()
        backups = keeping.backups()
        due = keeping.backup_is_due
        if backups:
            said = (OLD if due else LAST).format(moment=instant_said(backups[0].at, now))
            self._last.say(said, "warning" if due else "check", "ink")
        else:
            self._last.say(NONE, "warning" if due else "info", "ink")
        while self._rows.count():
            gone = self._rows.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for backup in backups[:_SHOWN]:
            size = max(0.1, round(backup.bytes / 1_000_000, 1))
            moment = instant_said(backup.at, now)
            said = f"{SIZE.format(moment=moment, size=size)}\n{backup.place}"
            made = Paragraph(said, "body")
            self._rows.addWidget(made)
            made.show()
        self._earlier.setVisible(bool(backups))
