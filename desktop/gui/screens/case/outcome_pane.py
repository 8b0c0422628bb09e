"""What follows from the answers: five acts apart, what to do now, custody along time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.form_row import Trouble
from desktop.gui.kit.parts import button, column, hairline, label, row
from desktop.gui.kit.timeline import Timeline
from desktop.gui.kit.trial_acts import OTHER_LAW, SIDE_BY_SIDE, TRY
from desktop.gui.screens.case.act_row import ActRow
from desktop.gui.screens.case.acts_state import FIVE
from desktop.gui.screens.case.do_now_lines import DoNow
from desktop.gui.screens.case.state import CaseShown
from desktop.language.marks import N_

CUSTODY = N_("Custody")
NO_POWER = N_("The clocks are estimates. Neither one gives power to hold.")


class OutcomePane(QWidget):
    """Nothing here is typed into."""

    finding_asked = Signal(str)
    letter_asked = Signal()
    fact_wanted = Signal(str)
    trial_asked = Signal()
    day_asked = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._acts = [ActRow() for _ in FIVE]
        self._do_now = DoNow()
        self._do_now.letter_asked.connect(self.letter_asked)
        self._warnings: list[Trouble] = []
        self._timeline = Timeline()
        self._timeline.fact_wanted.connect(self.fact_wanted)
        layout = column(self)
        for act in self._acts:
            layout.addWidget(hairline())
            layout.addWidget(act)
            act.clicked.connect(lambda _=False, pressed=act: self.finding_asked.emit(pressed.rule))
        layout.addWidget(hairline())
        layout.addSpacing(theme.px(18))
        layout.addWidget(self._do_now)
        self._told = column()
        layout.addLayout(self._told)
        layout.addSpacing(theme.px(6))
        layout.addLayout(self._tries())
        layout.addSpacing(theme.px(14))
        layout.addWidget(label(CUSTODY, "head"))
        layout.addSpacing(theme.px(6))
        layout.addWidget(self._timeline)
        layout.addSpacing(theme.px(2))
        layout.addWidget(label(NO_POWER, "note", "ink2"))
        layout.addStretch(1)

    def show_outcome(self, state: CaseShown) -> None:
        for act, shown in zip(self._acts, state.acts, strict=True):
            act.show_act(shown)
        columns = [act.wanted_columns for act in self._acts]
        for act in self._acts:
            act.set_columns(max(mark for mark, _ in columns), max(text for _, text in columns))
        self._do_now.show_lines(state.call, state.letter)
        while len(self._warnings) < len(state.warnings):
            made = Trouble()
            self._warnings.append(made)
            self._told.addWidget(made)
        for number, made in enumerate(self._warnings):
            made.tell(state.warnings[number] if number < len(state.warnings) else "")
        self._timeline.show_custody(state.custody)

    def _tries(self) -> QHBoxLayout:
        """What can be tried, and what two sides say; nothing of it is kept."""
        line = row(gap=18)
        for name, key, asked in (
            (TRY, "F9", self.trial_asked),
            (OTHER_LAW, "F8", self.day_asked),
            (SIDE_BY_SIDE, "F7", self.compare_asked),
        ):
            made = button(name, "link")
            made.setToolTip(key)
            made.setAccessibleDescription(key)
            made.clicked.connect(asked)
            line.addWidget(made)
        line.addStretch(1)
        return line

    def focus_first(self) -> None:
        self._acts[0].setFocus()

    def open_act(self, number: int) -> None:
        """As if that row had been pressed."""
        self._acts[number].click()
