"""Where a clinic says that it answers for a translation, beside the language that was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton

from desktop.domain.confirmations import Standing
from desktop.gui.kit import theme
from desktop.gui.kit.form_row import Trouble
from desktop.gui.kit.group import Group
from desktop.gui.kit.lines_pane import LinesPane
from desktop.gui.kit.parts import Paragraph, button, column, row
from desktop.gui.screens.letter.state import TranslationShown
from desktop.language.marks import N_

TRANSLATION = N_("The translation")
OPEN, CLOSE = N_("Confirm it"), N_("Not now")
CONFIRM, WITHDRAW = N_("Confirm this translation"), N_("Withdraw")
STANDINGS = {
    Standing.CHECKED: N_("Checked by a native reader"),
    Standing.CERTIFIED: N_("Certified by a translator"),
}
NOT_YOURS = N_("Only an attorney or accredited representative can confirm it.")
HOW = N_("One reads it. Another says back what it tells them to do. You compare that.")


class TranslationPane(Group):
    """One line that says how it stands; names and day are asked under it."""

    typed = Signal(str, str)
    confirmed = Signal(object)
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__(TRANSLATION)
        self._shown = TranslationShown()
        self._is_open = False
        self._summary = Paragraph(kind="note", ink="ink2")
        self._note = Paragraph(HOW, "note", "ink2")
        self._lines = LinesPane()
        self._standings = {each: QRadioButton(text) for each, text in STANDINGS.items()}
        self._trouble = Trouble()
        self._confirm = button(CONFIRM)
        self._turn, self._withdraw = button(OPEN, "link"), button(WITHDRAW, "link")
        self._lay_out()
        self._lines.typed.connect(self.typed)
        self._turn.clicked.connect(self._turned)
        self._withdraw.clicked.connect(self.withdrawn)
        self._confirm.clicked.connect(lambda: self.confirmed.emit(self._standing))

    def show_translation(self, shown: TranslationShown) -> None:
        if shown.is_confirmed and not self._shown.is_confirmed:
            self._is_open = False
        self._shown = shown
        self._summary.say(shown.summary)
        self._note.say(HOW if shown.may_confirm else NOT_YOURS)
        self._lines.show_lines(shown.lines)
        self._trouble.tell(shown.trouble)
        self._show_parts()

    @property
    def _standing(self) -> Standing:
        return next(each for each, made in self._standings.items() if made.isChecked())

    def _turned(self) -> None:
        self._is_open = not self._is_open
        self._show_parts()
        if self._is_open and self._shown.may_confirm:
            self._lines.focus_first()

    def _show_parts(self) -> None:
        shown, is_open = self._shown, self._is_open
        for part in (self._lines, self._confirm, *self._standings.values()):
            part.setVisible(is_open and shown.may_confirm)
        self._note.setVisible(is_open)
        self._trouble.setVisible(is_open and bool(shown.trouble))
        self._turn.setVisible(not shown.is_confirmed)
        self._turn.setText(CLOSE if is_open else OPEN)
        self._withdraw.setVisible(shown.is_confirmed and shown.may_confirm)

    def _lay_out(self) -> None:
        self._standings[Standing.CHECKED].setChecked(True)
        layout = column(self, gap=6)
        layout.addWidget(self._summary)
        layout.addWidget(self._note)
        layout.addWidget(self._lines)
        for made in self._standings.values():
            made.setMinimumHeight(theme.px(28))
            layout.addWidget(made)
        layout.addWidget(self._trouble)
        layout.addWidget(self._confirm)
        line = row(gap=16)
        line.addWidget(self._turn)
        line.addWidget(self._withdraw)
        line.addStretch(1)
        layout.addLayout(line)
