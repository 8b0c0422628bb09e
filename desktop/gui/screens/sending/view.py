"""Sending a case on the screen: which case, and then the code to say on the telephone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.errand import READING, ErrandPage
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import Paragraph, at_most, column, label, row
from desktop.gui.kit.row_table import RowTable
from desktop.gui.screens.sending.presenter import SendingPresenter, SendingState
from desktop.gui.screens.sending.spelled import spelled
from desktop.language.marks import N_

TITLE = N_("Move a case")
HEAD = N_("Move a case to another computer")
TEXT = N_(
    "The case goes into one sealed file, with every change, note and letter. Bring it on a stick "
    "or send it; only a code opens it. The case stays here too."
)
FIND = N_("Find a name, a code or a word of a note")
HEADS = (N_("Person"), N_("Code"), N_("Held by"), N_("Last change"))
SHARES = (30, 14, 36, 20)
SAVE = N_("Seal the case…")
TOLD_HEAD = N_("Say this code on the telephone")
TOLD_TEXT = N_(
    "It opens “{file}” with case {case}. It is shown this once and kept nowhere. Never send it "
    "with the file, or write it on the stick."
)
TOLD = N_("I have told the code")
GROUP = N_("Group {number} of 4: {words}")
CHECKED = N_(
    "The last letter or digit checks the others, so a slip is noticed as soon as it is typed."
)
FIND_WIDTH = 420


class CodeShown(QWidget):
    """The code in four groups, each with the words to say below its signs."""

    def __init__(self) -> None:
        super().__init__()
        self._across = row(self, gap=40)
        self._across.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_groups(self, groups: tuple[str, ...]) -> None:
        for number, group in enumerate(groups, start=1):
            self._across.addWidget(self._group(number, group))

    def _group(self, number: int, group: str) -> QWidget:
        held = QWidget()
        lines = column(held, gap=2)
        signs = label(group, "welcome")
        said = spelled(group)
        signs.setAccessibleName(GROUP.format(number=number, words=", ".join(said)))
        lines.addWidget(signs)
        lines.addSpacing(theme.px(8))
        for sign, word in zip(group, said, strict=True):
            lines.addWidget(label(f"{sign}  {word}", "say", "ink2"))
        lines.addStretch()
        return held


class SendingScreen(Screen):
    """Keeps nothing: the code is gone with it."""

    title = TITLE
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._navigator = host.navigator
        self._state = SendingState()
        self._page = ErrandPage(HEAD)
        self._find = QLineEdit()
        self._find.setPlaceholderText(FIND)
        self._find.setAccessibleName(FIND)
        self._table = RowTable(HEAD, HEADS, SHARES)
        self._code = CodeShown()
        self._steps = QStackedWidget()
        self._lay_out()
        self.presenter = SendingPresenter(self, host)
        self._find.textChanged.connect(self.presenter.look_for)
        self._find.returnPressed.connect(self._table.setFocus)
        self._table.chosen.connect(self._choose)
        self._table.entered.connect(lambda _row: self.presenter.go_on())
        self._page.go_asked.connect(self.presenter.go_on)
        self._page.back_asked.connect(self._go_back)
        self._page.lock_asked.connect(host.lock)

    def enter(self, **values: object) -> None:
        self._find.clear()
        self.presenter.enter(str(values.get("case_id", "")))
        self._table.setFocus()

    def escape(self) -> bool:
        return not self.presenter.may_leave()

    def _go_back(self) -> None:
        if not self.escape():
            self._navigator.back()

    def show_state(self, state: SendingState) -> None:
        before, self._state = self._state, state
        self._table.show_rows(tuple(line.cells for line in state.lines))
        ids = [line.id for line in state.lines]
        if state.chosen in ids and self._table.chosen_row != ids.index(state.chosen):
            self._table.choose(ids.index(state.chosen))
        self._find.setReadOnly(state.waiting)
        self._table.setEnabled(not state.waiting)
        if state.held_back:
            self._page.notice.say(state.held_back)
        else:
            self._page.notice.problem(state.problem)
        if not state.code:
            self._page.say(HEAD, TEXT)
            self._page.offer(SAVE, state.missing)
        elif not before.code:
            self._page.say(TOLD_HEAD, TOLD_TEXT.format(file=state.file, case=state.case_code))
            self._page.offer(TOLD)
            self._code.show_groups(state.groups)
            self._steps.setCurrentIndex(1)
            self._page.begin_at(self._page.go)

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._state.lines):
            self.presenter.choose(self._state.lines[at].id)

    def _lay_out(self) -> None:
        column(self).addWidget(self._page)
        choosing = QWidget()
        lines = column(choosing, gap=12)
        lines.addLayout(at_most(FIND_WIDTH, self._find))
        lines.addWidget(self._table, 1)
        telling = QWidget()
        told = column(telling, gap=24)
        told.addWidget(self._code)
        told.addLayout(at_most(READING, Paragraph(CHECKED, "control", "ink2")))
        told.addStretch()
        self._steps.addWidget(choosing)
        self._steps.addWidget(telling)
        self._page.body.addWidget(self._steps, 1)
        self._page.walk(self._find, self._table)


def build(host: Host) -> Screen:
    """The errand of sending a case, for the table of contents."""
    return SendingScreen(host)
