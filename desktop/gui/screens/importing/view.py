"""Importing intakes on the screen: how a table looks, and then what the files hold."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.errand import READING, ErrandPage
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import Paragraph, at_most, column, label
from desktop.gui.kit.row_table import RowTable
from desktop.gui.screens.importing.presenter import ImportingPresenter, ImportingState
from desktop.language.marks import N_

TITLE = N_("Import intakes")
HEAD = N_("Import intakes from files")
TEXT = N_(
    "From a table (CSV) with a row for each case, or from case files (JSON). You see first what "
    "would be taken in. Then all of it comes, or nothing."
)
HOW = (
    N_("Begin with the empty table: its headings are the ones that are known."),
    N_("A day is written 11/26/2026, a time 11/26/2026 2:10 am, in Excel too: with AM or PM."),
    N_("An answer is yes, no, unknown or declined. An empty cell says that nobody asked."),
    N_("In Excel, save the table as “CSV UTF-8”, so that names keep their accents."),
)
CHOOSE, SAVE_EMPTY = N_("Choose files…"), N_("Save an empty table…")
LOOK_HEAD = N_("What these files hold")
REFUSED, OFFERED = N_("What cannot be read"), N_("Cases that can be taken in")
REFUSED_HEADS = (N_("Where"), N_("Column"), N_("What is wrong"), N_("What would be right"))
OFFERED_HEADS = (N_("Where"), N_("Person"), N_("Code"), N_("Held by, since"), N_("To notice"))
REFUSED_SHARES, OFFERED_SHARES = (20, 16, 34, 30), (20, 22, 14, 26, 18)
TAKE_IN = N_("Take in {sum}")
AGAIN = N_("Choose again…")


class ImportingScreen(Screen):
    """Keeps nothing: what was read is gone with it."""

    title = TITLE
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._navigator = host.navigator
        self._state = ImportingState()
        self._page = ErrandPage(HEAD)
        self._refused = RowTable(REFUSED, REFUSED_HEADS, REFUSED_SHARES)
        self._offered = RowTable(OFFERED, OFFERED_HEADS, OFFERED_SHARES)
        self._refused_head, self._offered_head = label(REFUSED, "ask"), label(OFFERED, "ask")
        self._steps = QStackedWidget()
        self._lay_out()
        self.presenter = ImportingPresenter(self, host)
        self._page.go_asked.connect(self.presenter.go_on)
        self._page.second_asked.connect(self._second)
        self._page.back_asked.connect(self._go_back)
        self._page.lock_asked.connect(host.lock)

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        self._page.go.setFocus()

    def escape(self) -> bool:
        return self.presenter.go_back()

    def _go_back(self) -> None:
        if not self.escape():
            self._navigator.back()

    def show_state(self, state: ImportingState) -> None:
        before, self._state = self._state, state
        self._page.notice.problem(state.problem)
        if state.preview is None:
            self._page.say(HEAD, TEXT)
            self._page.offer(CHOOSE, state.missing, SAVE_EMPTY)
            self._steps.setCurrentIndex(0)
            return
        self._page.say(LOOK_HEAD, ". ".join(state.sums).rstrip(".") + ".")
        self._page.offer(TAKE_IN.format(sum=state.sums[0]), state.missing, AGAIN)
        for head, table, rows in (
            (self._refused_head, self._refused, state.refused),
            (self._offered_head, self._offered, state.offered),
        ):
            table.show_rows(rows)
            for widget in (head, table):
                widget.setVisible(bool(rows))
        self._steps.setCurrentIndex(1)
        if before.preview is None:
            self._page.begin_at(self._refused if state.refused else self._page.go)

    def _second(self) -> None:
        if self._state.preview is None:
            self.presenter.save_template()
        else:
            self.presenter.choose_files()

    def _lay_out(self) -> None:
        column(self).addWidget(self._page)
        how, seen = QWidget(), QWidget()
        lines = column(how, gap=10)
        for sentence in HOW:
            lines.addLayout(at_most(READING, Paragraph(sentence, "body")))
        lines.addStretch()
        tables = column(seen, gap=8)
        tables.addWidget(self._refused_head)
        tables.addWidget(self._refused, 1)
        tables.addSpacing(theme.px(12))
        tables.addWidget(self._offered_head)
        tables.addWidget(self._offered, 1)
        for widget in (self._refused_head, self._refused, self._offered_head, self._offered):
            widget.hide()
        self._steps.addWidget(how)
        self._steps.addWidget(seen)
        self._page.body.addWidget(self._steps, 1)
        self._page.walk(self._refused, self._offered)


def build(host: Host) -> Screen:
    """The errand of importing intakes, for the table of contents."""
    return ImportingScreen(host)
