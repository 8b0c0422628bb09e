"""Where the clinic's name, number and hours are typed, once for all letters."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.gui.kit.group import Group
from desktop.gui.kit.letterhead_shown import LetterheadShown
from desktop.gui.kit.lines_pane import LinesPane
from desktop.gui.kit.parts import Paragraph, button, column, row
from desktop.language.marks import N_

CLINIC = N_("Your clinic")
ONCE = N_("Typed once for all letters, and kept in the case file.")
NOT_YOURS = N_("Only an administrator or attorney can change this.")
CHANGE, DONE = N_("Change"), N_("Done")


class LetterheadPane(Group):
    """One line that says it; the lines to type in open under it."""

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(CLINIC)
        self._summary = Paragraph(kind="control")
        self._fold = button(CHANGE, "link")
        self._note = Paragraph(ONCE, "note", "ink2")
        self._lines = LinesPane()
        self._lines.typed.connect(self.typed)
        self._fold.clicked.connect(self._turn)
        layout = column(self, gap=8)
        layout.addWidget(self._summary)
        layout.addWidget(self._lines)
        layout.addWidget(self._note)
        line = row()
        line.addWidget(self._fold)
        line.addStretch(1)
        layout.addLayout(line)
        self._open(False)

    def show_letterhead(self, shown: LetterheadShown) -> None:
        self._summary.say(shown.summary)
        self._note.say(ONCE if shown.may_change else NOT_YOURS)
        self._lines.show_lines(shown.lines, shown.may_change)

    def _turn(self) -> None:
        self._open(self._lines.isHidden())

    def _open(self, is_open: bool) -> None:
        self._lines.setVisible(is_open)
        self._note.setVisible(is_open)
        self._fold.setText(DONE if is_open else CHANGE)
        self._fold.setAccessibleName(f"{CLINIC}: {DONE if is_open else CHANGE}")
        if is_open:
            self._lines.focus_first()
