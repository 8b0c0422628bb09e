"""Numbers to call, on the screen: the list, and under it what was found right."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from desktop.gui.kit import theme
from desktop.gui.kit.errand import READING, ErrandPage
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import at_most, column, label
from desktop.gui.kit.row_table import RowTable
from desktop.gui.screens.numbers.presenter import NumbersPresenter, NumbersState
from desktop.language.marks import N_

TITLE = N_("Numbers to call")
TEXT = N_(
    "Each line is a suggestion until somebody from the clinic has called. What was found right "
    "may stand on paper for 90 days. After that, and before, paper has a line to fill in."
)
HEADS = (N_("Office"), N_("How to reach it"), N_("What we know"), N_("Where it is from"))
SHARES = (32, 24, 22, 22)
FOUND = N_("What you found right")
CONFIRM, WRONG = N_("I called: this is right"), N_("It does not work")


class NumbersScreen(Screen):
    """The clinic's telephone book."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._navigator = host.navigator
        self._page = ErrandPage(TITLE)
        self._table = RowTable(TITLE, HEADS, SHARES)
        self._field = QLineEdit()
        self._lay_out()
        self.presenter = NumbersPresenter(self, host)
        self._table.chosen.connect(self.presenter.choose)
        self._table.entered.connect(lambda _row: self._field.setFocus())
        self._field.textEdited.connect(self.presenter.type_value)
        self._field.returnPressed.connect(self.presenter.confirm)
        self._page.go_asked.connect(self.presenter.confirm)
        self._page.second_asked.connect(self.presenter.does_not_work)
        self._page.back_asked.connect(self._navigator.back)
        self._page.lock_asked.connect(host.lock)

    def enter(self, **_values: object) -> None:
        self._table.clearSelection()
        self.presenter.enter()
        self._page.begin_at(self._table)

    def show_state(self, state: NumbersState) -> None:
        self._page.notice.problem(state.problem)
        self._table.blockSignals(True)  # rows that are written anew keep what is chosen
        self._table.show_rows(state.rows)
        self._table.choose(state.chosen)
        self._table.blockSignals(False)
        if self._field.text() != state.value and not self._field.hasFocus():
            self._field.setText(state.value)
        self._field.setReadOnly(state.chosen < 0)
        self._page.offer(CONFIRM, state.missing, WRONG if state.chosen >= 0 else "")

    def _lay_out(self) -> None:
        column(self).addWidget(self._page)
        self._page.say(TITLE, TEXT)
        body = self._page.body
        body.addWidget(self._table, 1)
        body.addSpacing(theme.px(12))
        body.addWidget(label(FOUND, "ask"))
        body.addSpacing(theme.px(4))
        body.addLayout(at_most(READING, self._field))
        self._field.setAccessibleName(FOUND)
        self._page.walk(self._table, self._field)


def build(host: Host) -> Screen:
    """The page of numbers, for the table of contents."""
    return NumbersScreen(host)
