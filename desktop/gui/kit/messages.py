"""The line at the foot of the window; the only place where a Problem becomes text on screen.

It stands below the work, so that nothing above it moves when it comes, and it
stays until it is answered or the screen changes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from desktop.domain.problems import Problem
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.parts import Paragraph, button, column, ground, hairline, row
from desktop.language.marks import N_

DISMISS = N_("Close this line")


class Notice(QFrame):
    """A few words beside the field they are about: a problem, or something to notice."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture("warning", "alert", line=18)
        self._text = Paragraph(kind="control")
        line = row(self, gap=8)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        return self._text.accessibleName()

    def problem(self, problem: Problem | None) -> None:
        """Say what happened, why and what to do; None takes it away."""
        self.say(problem.sentence if problem else "", ink="ink")

    def say(self, text: str, picture: str = "warning", ink: str = "alert") -> None:
        """Say it once; the same words again are not announced twice."""
        if text and text != self.text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._picture.show_icon(picture, "alert" if picture == "warning" else ink)
        self._picture.setVisible(bool(text))
        theme.dress(self._text, ink=ink)
        self._text.say(text)


class MessageBar(QFrame):
    """Implements ``Messages``."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = None
        self._picture = Picture("info")
        self._text = Paragraph(kind="control")
        self._action = button("", "link")
        self._action.clicked.connect(self._act)
        self._close = button("", "quiet", picture="close")
        self._close.setAccessibleName(DISMISS)
        self._close.setToolTip(DISMISS)
        self._close.clicked.connect(self.clear)
        body = ground("bg")
        line = row(body, (24, 6, 12, 6), 12)
        line.addWidget(self._picture)
        line.addWidget(self._text, 1)
        line.addWidget(self._action)
        line.addWidget(self._close)
        whole = column(self)
        whole.addWidget(hairline())
        whole.addWidget(body)
        self.hide()

    @property
    def text(self) -> str:
        """What the line says; empty when it is away."""
        return self._text.accessibleName() if not self.isHidden() else ""

    def problem(self, problem: Problem) -> None:
        self._picture.show_icon("warning", "alert")
        self._say(problem.sentence, "", None)

    def tell(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        self._picture.show_icon("check", "ink2")
        self._say(text, action, then)

    def clear(self) -> None:
        self._then = None
        self._text.say("")
        self.hide()

    def _say(self, text: str, action: str, then: Callable[[], None] | None) -> None:
        self._then = then
        self._text.say(text)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(then is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.said.emit(text)

    def _act(self) -> None:
        then = self._then
        self.clear()
        if then is not None:
            then()
