"""What to do now, in two lines: the words to say, and the letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.group import Group
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.language.marks import N_

DO_NOW = N_("Do now")
MAKE_THE_LETTER = N_("Make the letter")


class DoNow(Group):
    """Never more than two lines."""

    letter_asked = Signal()

    def __init__(self) -> None:
        super().__init__(DO_NOW)
        self._call = Paragraph(kind="control")
        self._letter = Paragraph(kind="control")
        self._make = button(MAKE_THE_LETTER, "main", key="Ctrl+L")
        self._make.clicked.connect(self.letter_asked)
        layout = column(self)
        layout.addWidget(label(DO_NOW, "head"))
        layout.addSpacing(theme.px(2))
        layout.addWidget(_line("phone", self._call))
        layout.addWidget(_line("pen", self._letter, self._make))

    def show_lines(self, call: str, letter: str) -> None:
        if call != self._call.accessibleName():
            self._call.say(call)
        if letter != self._letter.accessibleName():
            self._letter.say(letter)


def _line(picture: str, words: Paragraph, act: QWidget | None = None) -> QWidget:
    made = QWidget()
    made.setMinimumHeight(theme.px(40))
    line = row(made, gap=10)
    line.addWidget(Picture(picture, "ink"), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    if act is not None:
        line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
    return made
