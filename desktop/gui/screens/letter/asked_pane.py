"""What a letter to a custodian says beyond the case: until when, how it goes, who asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from desktop.gui.kit import theme
from desktop.gui.kit.group import Group
from desktop.gui.kit.lines_pane import LinesPane
from desktop.gui.kit.parts import column
from desktop.gui.screens.letter.state import AskedShown
from desktop.language.marks import N_

ASKED = N_("In this letter")
COURT = N_("Say that a court will be asked")


class AskedPane(Group):
    """Lines that stay empty are lines to fill in by hand."""

    typed = Signal(str, str)
    court_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(ASKED)
        self._lines = LinesPane()
        self._court = QCheckBox(COURT)
        self._court.setMinimumHeight(theme.px(28))
        layout = column(self, gap=8)
        layout.addWidget(self._lines)
        layout.addWidget(self._court)
        self._lines.typed.connect(self.typed)
        self._court.clicked.connect(self.court_chosen)

    def show_asked(self, shown: AskedShown) -> None:
        self._lines.show_lines(shown.lines)
        self._court.setVisible(shown.court is not None)
        self._court.setChecked(bool(shown.court))
