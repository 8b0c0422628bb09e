"""The reading column: the question, the rule, the facts, the exceptions, the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.findings import Verdict
from desktop.gui.kit import theme
from desktop.gui.kit.explanation import Explanation
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.marks import MarkPicture
from desktop.gui.kit.parts import Paragraph, column, label, row
from desktop.gui.screens.finding.state import ExceptionShown, FindingShown
from desktop.language.marks import N_

THE_RULE = N_("The rule")
ON_THESE_FACTS = N_("On these facts")
EXCEPTIONS = N_("Exceptions looked at")
THE_ANSWER = N_("The answer")
ADVICE = (
    N_("What to do now"),
    N_("May be said to the person"),
    N_("What can be asked for"),
)
_PICTURES = {
    Verdict.HOLDS: ("check", "ink"),
    Verdict.FAILS: ("close", "ink2"),
    Verdict.OPEN: ("info", "open"),
}


class FindingPage(QWidget):
    """One finding, read from top to bottom."""

    fact_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._mark = MarkPicture(20)
        self._word = label("", "body", weight=600)
        self._about = Paragraph(kind="control", ink="ink2")
        self._question = Paragraph(kind="heading")
        self._says = Paragraph(kind="law")
        self._reasons = Explanation()
        self._facts = _part(ON_THESE_FACTS, self._reasons)
        self._reasons.fact_wanted.connect(self.fact_wanted)
        self._exceptions = QWidget()
        self._looked_at = _part(EXCEPTIONS, self._exceptions)
        self._grid = QGridLayout(self._exceptions)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(10))
        self._answer = Paragraph(kind="law")
        self._advice = [_advised(title) for title in ADVICE]
        self._lay_out()

    def show_finding(self, state: FindingShown) -> None:
        self._mark.show_mark(state.shown)
        self._word.setText(state.shown.word)
        theme.dress(self._word, ink=state.shown.ink)
        parts = [part for part in (state.strength, state.about) if part]
        self._about.say("  ·  ".join(parts))
        self._question.say(state.question)
        self._says.say(state.says)
        self._reasons.show_reasons(state.reasons)
        self._facts.setVisible(bool(state.reasons))
        self._show_exceptions(state.exceptions)
        self._answer.say(state.answer)
        advice = state.advice
        told = ("\n".join(advice.next_steps), advice.for_client, "\n".join(advice.remedies))
        for text, (words, part) in zip(told, self._advice, strict=True):
            words.say(text)
            part.setVisible(bool(text))

    def focus_first(self) -> None:
        self._reasons.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_exceptions(self, exceptions: tuple[ExceptionShown, ...]) -> None:
        for gone in self._exceptions.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, shown in enumerate(exceptions):
            self._grid.addWidget(_exception(shown), number // 2, number % 2)
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1)
        self._looked_at.setVisible(bool(exceptions))

    def _lay_out(self) -> None:
        head = row(gap=8)
        head.addWidget(self._mark)
        head.addWidget(self._word)
        head.addWidget(self._about, 1)
        layout = column(self)
        layout.addLayout(head)
        layout.addSpacing(theme.px(14))
        layout.addWidget(self._question)
        layout.addSpacing(theme.px(22))
        layout.addWidget(_part(THE_RULE, self._says))
        layout.addWidget(self._facts)
        layout.addWidget(self._looked_at)
        layout.addWidget(_part(THE_ANSWER, self._answer))
        for _, part in self._advice:
            layout.addWidget(part)
        layout.addStretch(1)


def _part(title: str, body: QWidget) -> QWidget:
    """A head and what stands under it; hidden as one."""
    made = QWidget()
    layout = column(made, (0, 0, 0, 20), 4)
    layout.addWidget(label(title, "head", "accent"))
    layout.addWidget(body)
    return made


def _advised(title: str) -> tuple[Paragraph, QWidget]:
    words = Paragraph()
    return words, _part(title, words)


def _exception(shown: ExceptionShown) -> QWidget:
    made = QWidget()
    line = row(made, gap=8)
    words = column(gap=1)
    words.addWidget(Paragraph(shown.text, "control"))
    words.addWidget(Paragraph(shown.said, "note", "ink2"))
    words.addStretch(1)
    line.addWidget(Picture(*_PICTURES[shown.verdict]), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return made
