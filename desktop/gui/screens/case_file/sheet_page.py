"""A new recovery sheet: drawn, put on paper, and typed back before anything changes.

Whoever goes may have seen the old one. So when somebody is removed the sheet comes
with it, and the whole file goes under a new key.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.domain.members import Right
from desktop.domain.moments import day_of
from desktop.domain.months import MONTHS
from desktop.domain.problems import Problem
from desktop.domain.problems_members import NotInYourRole
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.flow import Flow
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import Paragraph, at_most, column, row
from desktop.gui.kit.passphrase import RecoveryCodeField
from desktop.gui.kit.recovery_sheet import SheetPicture, SheetText, put_on_paper
from desktop.gui.kit.typed_code import missing_of
from desktop.gui.screens.case_file.page import FIELD, READING, Page, pressed
from desktop.language.marks import N_
from desktop.workflow.members import RecoverySheet

HEAD = N_("Recovery sheet")
TEXT = N_("Its code opens the file when a passphrase is lost. There is one, for the whole clinic.")
LOST = N_(
    "Make a new one when the sheet was used, seen or lost. The code on the old sheet then opens "
    "nothing any more."
)
MAKE = N_("Make a new sheet")
REMOVING = N_(
    "{name} goes, and the whole file gets a new key: their passphrase and the old sheet then open "
    "nothing that is written from now on. What {name} kept before (a copy, a backup) still opens "
    "with what they knew then."
)
PRINT, SAVE = N_("Print the sheet"), N_("Save it")
WRITE_DOWN, HIDE_CODE = N_("Write it down by hand"), N_("Hide the code")
TYPE_BACK = N_("To be sure you have it, type the code from the paper")
MATCHES = N_("The code is as on the sheet")
USE = N_("From now on, this sheet")
REMOVE = N_("Remove {name} and change the key")
STOP = N_("Leave everything as it is")
USED = N_("From now on this sheet opens the file, and the old one does not.")
REMOVED = N_(
    "{name} is removed, and the file has a new key. Delete old backups and make a new one."
)
PRINT_TITLE, SAVE_TITLE = N_("Print the recovery sheet"), N_("Save the recovery sheet")
SHEET_NAME, KINDS = N_("Recovery sheet.pdf"), N_("PDF (*.pdf)")
SAVED = N_("The sheet is saved. Move it to a stick or a safe, and keep no copy on this computer.")
NOT_WRITTEN = N_("The sheet was not written. Try again, elsewhere, or write the code down.")
MADE_BY = N_("Made by {name}")
_WIDE = 1000  # below it the sheet goes under the words


class SheetPage(Page):
    """Nothing is in sight but the offer, until a new sheet is asked for."""

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host = host
        self._sheet: RecoverySheet | None = None
        self._is_shown = False
        self._notice, self._after = Notice(), Notice()
        self._why = Paragraph(LOST, "body")
        self._make = pressed(MAKE, self.begin, "main")
        self._print = pressed(PRINT, self._print_it)
        self._save = pressed(SAVE, self._save_it)
        self._write = pressed(WRITE_DOWN, self._show_code)
        self._code = RecoveryCodeField(TYPE_BACK)
        self._use = pressed(USE, self.use, "main")
        self._stop = pressed(STOP, self._stop_it)
        self.picture = SheetPicture()
        self._lay_out()
        self._code.textEdited.connect(lambda _text: self._show())
        self._code.returnPressed.connect(self.use)

    def enter(self) -> None:
        self._after.say("")
        self._show()

    def leave(self) -> None:
        """A sheet that was not typed back is none."""
        self._sheet, self._is_shown = None, False
        self._code.clear()
        self._show()

    def go_to(self, about: str) -> None:
        """A member is to be removed."""
        self.begin(about)

    def begin(self, leaving: str | None = None) -> None:
        """Draw a new sheet; nothing changes before its code is typed back."""
        if not self._host.clinic.members.may(Right.LOOK_AFTER):
            self._after.problem(NotInYourRole(who=Right.LOOK_AFTER.value))
            return
        self._sheet, self._is_shown = self._host.clinic.members.new_sheet(leaving or None), False
        self._after.say("")
        self._code.clear()
        self._show()
        self._print.setFocus()

    def use(self) -> None:
        """Put the new code in place, and with it the new key when somebody goes."""
        sheet = self._sheet
        if sheet is None or self._missing:
            return
        members = self._host.clinic.members
        try:
            if sheet.leaving:
                members.remove(sheet)
            else:
                members.change_recovery_code(sheet)
        except Problem as problem:
            self._notice.problem(problem)
            return
        done = REMOVED.format(name=sheet.leaving) if sheet.leaving else USED
        self.leave()
        self._after.say(done, "check", "protects")
        self._make.setFocus()

    def resizeEvent(self, event: object) -> None:
        narrow = self.width() < theme.px(_WIDE)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else beside)

    def _stop_it(self) -> None:
        self.leave()
        self._make.setFocus()

    def _show_code(self) -> None:
        self._is_shown = not self._is_shown
        self._show()

    @property
    def _missing(self) -> str:
        sheet, typed = self._sheet, self._code.text()
        if sheet is None or self._host.clinic.access.recovery_matches(sheet, typed):
            return ""
        return missing_of(typed, tuple(sheet.recovery_code.split("-")))

    def _show(self) -> None:
        sheet = self._sheet
        self._offer.setVisible(sheet is None)
        self._making.setVisible(sheet is not None)
        if sheet is None:
            return
        leaving = sheet.leaving
        self._removing.say(REMOVING.format(name=leaving) if leaving else "")
        self._removing.setVisible(bool(leaving))
        self.picture.show_text(self._text_of(sheet, self._is_shown))
        self._write.setText(HIDE_CODE if self._is_shown else WRITE_DOWN)
        self._use.setText(REMOVE.format(name=leaving) if leaving else USE)
        missing = self._missing
        self._use.idle(missing)
        done = not missing
        self._notice.say(MATCHES if done else missing, "check" if done else "info",
                         "protects" if done else "ink2")  # fmt: skip

    def _print_it(self) -> None:
        printer = self._host.dialogs.printer(PRINT_TITLE)
        if isinstance(printer, QPagedPaintDevice):
            self._put_on(printer)

    def _save_it(self) -> None:
        path = self._host.dialogs.save_as(SAVE_TITLE, SHEET_NAME, KINDS)
        if path is None:
            return
        if _can_write(path) and self._put_on(QPdfWriter(str(path))):
            self._host.messages.tell(SAVED)
        else:
            self._notice.say(NOT_WRITTEN)

    def _put_on(self, paper: QPagedPaintDevice) -> bool:
        if self._sheet is None or put_on_paper(paper, self._text_of(self._sheet, True)):
            return True
        self._notice.say(NOT_WRITTEN)
        return False

    def _text_of(self, sheet: RecoverySheet, shown: bool) -> SheetText:
        day = day_of(self._host.clinic.clock.now())
        said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        by = MADE_BY.format(name=self._host.clinic.access.member_name)
        return SheetText(by, said, tuple(sheet.recovery_code.split("-")) if shown else ())

    def _lay_out(self) -> None:
        self._offer, self._making = QWidget(), QWidget()
        self._removing = Paragraph(kind="body")
        lines = column(self._offer)
        lines.addLayout(at_most(READING, self._why))
        lines.addSpacing(theme.px(24))
        lines.addLayout(_left(self._make))
        lines.addSpacing(theme.px(16))
        lines.addLayout(at_most(READING, self._after))
        across = self._across = row(self._making, gap=40)
        left = column()
        left.addLayout(at_most(READING, self._removing))
        left.addSpacing(theme.px(16))
        left.addWidget(_flowing(self._print, self._save, self._write))
        left.addSpacing(theme.px(24))
        name = Paragraph(TYPE_BACK, "head")
        name.setBuddy(self._code)
        left.addWidget(name)
        left.addSpacing(theme.px(8))
        left.addLayout(at_most(FIELD, self._code))
        left.addSpacing(theme.px(8))
        left.addLayout(at_most(FIELD, self._notice))
        left.addSpacing(theme.px(24))
        left.addWidget(_flowing(self._use, self._stop))
        left.addStretch()
        across.addLayout(left, 1)
        across.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._offer)
        self.body.addWidget(self._making)


def _left(*acts: QWidget) -> QHBoxLayout:
    line = row(gap=12)
    for act in acts:
        line.addWidget(act)
    line.addStretch()
    return line


def _flowing(*acts: QWidget) -> QWidget:
    held = QWidget()
    line = Flow(held, theme.px(12), theme.px(8))
    for act in acts:
        line.addWidget(act)
    return held


def _can_write(path: Path) -> bool:
    try:
        path.open("wb").close()
    except OSError:
        return False
    return True
