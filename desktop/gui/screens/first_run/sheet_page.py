"""The last page of the first start: the recovery sheet, and the code typed back from it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter

from desktop.domain.moments import day_of
from desktop.domain.months import MONTHS
from desktop.gui.kit import theme
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import button, row
from desktop.gui.kit.passphrase import RecoveryCodeField
from desktop.gui.kit.recovery_sheet import SheetPicture, SheetText, put_on_paper
from desktop.gui.screens.first_run.pages import Page
from desktop.gui.screens.first_run.presenter import FirstRunState
from desktop.language.marks import N_

SHEET = N_("Print this sheet and lock it away")
SHEET_TEXT = N_(
    "If the passphrase is forgotten, only this code opens the file. Nobody else can: not us, "
    "not the maker of this computer."
)
PRINT = N_("Print the sheet")
SAVE = N_("Save it")
WRITE_DOWN = N_("Write it down by hand")
HIDE_CODE = N_("Hide the code")
TYPE_BACK = N_("To be sure you have it, type the code from the paper")
MATCHES = N_("The code is as on the sheet")
MADE_BY = N_("Made by {name}")


class SheetPage(Page):
    """The recovery sheet at the right, what to do with it at the left."""

    def __init__(self, now: datetime) -> None:
        super().__init__(SHEET, SHEET_TEXT)
        day = day_of(now)
        self._day = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        self._state = FirstRunState()
        self.print = button(PRINT, "main", picture="printer", key="Ctrl+P", room="large")
        self.print.setShortcut("Ctrl+P")
        self.save_it = button(SAVE, picture="save", room="large")
        self.write_down = button(WRITE_DOWN, picture="pen", room="large")
        self.code = RecoveryCodeField(TYPE_BACK)
        self.picture = SheetPicture()
        self._notice = Notice()
        self._notice.setMinimumHeight(theme.px(24))
        self.first_field = self.print
        acts = row(gap=12)
        for act in (self.print, self.save_it, self.write_down):
            acts.addWidget(act)
        acts.addStretch()
        self.body.addLayout(acts)
        self.body.addSpacing(theme.px(32))
        self.add_field(self.code, TYPE_BACK)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._notice)
        self.across.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, state: FirstRunState) -> None:
        self._state = state
        self.picture.show_text(self._text(state.groups if state.shown else ()))
        self.write_down.setText(HIDE_CODE if state.shown else WRITE_DOWN)
        done = bool(state.code) and not state.missing
        self.print.look_as("bordered" if done else "main")
        if state.problem is not None:
            self._notice.problem(state.problem)
        elif done:
            self._notice.say(MATCHES, "check", "protects")
        else:
            self._notice.say("")

    def forget(self) -> None:
        self.code.clear()

    def print_on(self, printer: object) -> bool:
        """Draw the sheet on the printer that was chosen; False when it refuses."""
        if not isinstance(printer, QPagedPaintDevice):
            raise TypeError("a printer is something Qt can paint on")
        return put_on_paper(printer, self._text(self._state.groups))

    def save(self, path: Path) -> bool:
        """Draw the sheet into a PDF; False when the place cannot be written to."""
        try:
            path.open("wb").close()
        except OSError:
            return False
        return put_on_paper(QPdfWriter(str(path)), self._text(self._state.groups))

    def _text(self, groups: tuple[str, ...]) -> SheetText:
        return SheetText(MADE_BY.format(name=self._state.name.strip()), self._day, groups)
