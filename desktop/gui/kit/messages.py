"""The line at the foot of the window; the only place where a Problem becomes text on screen.

It stands below the work, so that nothing above it moves when it comes, and it
stays until it is answered or the screen changes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.problems import Problem
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.parts import Paragraph, button, column, ground, hairline, row
from desktop.language.marks import N_

DISMISS = N_("Close this line")


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it."""
    # Most starts have nothing to announce, and this part of Qt is slow to come.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


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
        is_new = text != self.text
        self._picture.setVisible(bool(text))
        self._text.say(text)
        if not text:
            return
        self._picture.show_icon(picture, "alert" if picture == "warning" else ink)
        theme.dress(self._text, ink=ink)
        if is_new:
            announce(self, text)


class MessageBar(QFrame):
    """Implements ``Messages``."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._then: Callable[[], None] | None = None
        self._is_built = False
        self.setVisible(False)

    def _build(self) -> None:
        """Most starts have nothing to say, so the line is made when there is something."""
        self._is_built = True
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

    @property
    def text(self) -> str:
        """What the line says; empty when it is away."""
        return "" if self.isHidden() else self._text.accessibleName()

    def problem(self, problem: Problem) -> None:
        self._say(problem.sentence, "warning", "alert")

    def tell(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        self._say(text, "check", "ink2", action, then)

    def clear(self) -> None:
        self._then = None
        self.hide()

    def _say(
        self,
        text: str,
        picture: str,
        ink: str,
        action: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        if not self._is_built:
            self._build()
        self._then = then
        self._picture.show_icon(picture, ink)
        self._text.say(text)
        self._action.setText(action)
        self._action.setVisible(then is not None)
        self.show()
        announce(self, text)
        self.said.emit(text)

    def _act(self) -> None:
        then = self._then
        self.clear()
        if then is not None:
            then()
