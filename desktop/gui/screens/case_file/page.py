"""One page of the case file: a head, a few words, and what it adds in ``body``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.parts import Button, Paragraph, at_most, button, column, label, row
from desktop.language.marks import N_

READING = 640
FIELD = 452
WAITING = N_("This takes a few seconds.")


class Page(QWidget):
    """Entered each time that it comes into sight, left each time that it goes."""

    fills = False  # whether the body takes all the height that there is

    def __init__(self, head: str, text: str) -> None:
        super().__init__()
        self.body = column()
        self._text = Paragraph(text, "lead", "ink2")
        whole = column(self)
        whole.addWidget(label(head, "title"))
        whole.addSpacing(theme.px(8))
        whole.addLayout(at_most(READING, self._text))
        whole.addSpacing(theme.px(24))
        whole.addLayout(self.body, int(self.fills))
        if not self.fills:
            whole.addStretch()

    def enter(self) -> None:
        """Show what is so now."""

    def leave(self) -> None:
        """Secrets typed here go."""

    def go_to(self, about: str) -> None:
        """Begin with a member or a case, where we were sent for them."""

    def add(self, words: str, widget: QWidget, hint: str = "", width: int = FIELD) -> None:
        """A control under its name, with a hint in between where it needs one."""
        name = Paragraph(words, "head")
        name.setBuddy(widget)
        self.body.addWidget(name)
        self.body.addSpacing(theme.px(6))
        if hint:
            said = Paragraph(hint, "control", "ink2")
            self.body.addLayout(at_most(READING, said))
            self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(width, widget))
        self.body.addSpacing(theme.px(24))

    def add_foot(self, *acts: QWidget) -> None:
        """Buttons in a row, at the left."""
        line = row(gap=16)
        for act in acts:
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self.body.addLayout(line)


def pressed(words: str, act: Callable[[], object], look: str = "bordered") -> Button:
    """A button that does one thing."""
    made = button(words, look, room="" if look == "link" else "ask")
    made.clicked.connect(lambda _checked=False: act())
    return made
