"""The one loud sentence, the mark before it and what it rests on. Nothing else is that size.

The block keeps its height whether the sentence takes one line or two, so that
the rows below stay where they are.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.marks import LARGE, MarkPicture
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.gui.screens.case.state import AnswerShown
from desktop.language.marks import N_

WHY = N_("Why")
_QUIET = 800  # ms without a change before the answer is announced
_LEAST = 124


class AnswerHead(QWidget):
    """The answer on holding."""

    why_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: AnswerShown | None = None
        self._small = False
        self._mark = MarkPicture(LARGE)
        self._sentence = Paragraph(kind="answer")
        self._lead = Paragraph(kind="lead", ink="ink2")
        self._strength = label("", "control", weight=600)
        self._dot = label("·", "control", "ink2")
        self._rests_on = Paragraph(kind="control", ink="ink2")
        self._why = button(WHY, "link")
        self._why.clicked.connect(self._ask_why)
        self._announce = QTimer(self)
        self._announce.setSingleShot(True)
        self._announce.setInterval(_QUIET)
        self._announce.timeout.connect(self._say_aloud)
        self._lay_out()

    @property
    def sentence(self) -> str:
        return self._sentence.accessibleName()

    def show_answer(self, shown: AnswerShown) -> None:
        before = self._shown
        if shown == before:
            return
        self._shown = shown
        self._mark.show_mark(shown.shown)
        self._sentence.say(shown.sentence)
        self._lead.say(shown.lead)
        self._strength.setText(shown.strength)
        self._strength.setVisible(bool(shown.strength))
        self._dot.setVisible(bool(shown.strength and shown.rests_on))
        self._say_basis(shown)
        self._why.setVisible(bool(shown.rule))
        self._why.setAccessibleName(f"{WHY}: {shown.sentence}")
        if before is not None and before.sentence != shown.sentence:
            self._announce.start()

    def make_small(self, small: bool) -> None:
        """As the head over one column: the sentence and its strength only."""
        self._small = small
        self._lead.setVisible(not small)
        self._mark.set_size(26 if small else LARGE)
        self._sentence.become("paper" if small else "answer")
        self._words.setMinimumHeight(0 if small else theme.px(_LEAST))
        if self._shown is not None:
            self._say_basis(self._shown)

    def _say_basis(self, shown: AnswerShown) -> None:
        """The sources; in a small head only how many."""
        self._rests_on.say(shown.rules if self._small else shown.rests_on)

    def _ask_why(self) -> None:
        if self._shown is not None:
            self.why_asked.emit(self._shown.rule)

    def _say_aloud(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence))

    def _lay_out(self) -> None:
        basis = row(gap=6)
        for made in (self._strength, self._dot):
            basis.addWidget(made)
        basis.addWidget(self._rests_on, 1)
        basis.addWidget(self._why)
        self._words = QWidget()
        text = column(self._words, gap=7)
        text.addWidget(self._sentence)
        text.addWidget(self._lead)
        text.addLayout(basis)
        text.addStretch(1)
        self._words.setMinimumHeight(theme.px(_LEAST))
        right = column()
        right.addWidget(self._words)
        line = row(self, gap=16)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
