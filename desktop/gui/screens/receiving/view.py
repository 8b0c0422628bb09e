"""Receiving a case on the screen: file and code, and then what would be kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.moving import Standing
from desktop.gui.kit import theme
from desktop.gui.kit.elided import Elided
from desktop.gui.kit.errand import READING, ErrandPage
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import Paragraph, at_most, button, column, label, row
from desktop.gui.kit.passphrase import RecoveryCodeField
from desktop.gui.screens.receiving.presenter import ReceivingPresenter, ReceivingState
from desktop.language.marks import N_

TITLE = N_("Receive a case")
HEAD = N_("Receive a case from another computer")
TEXT = N_(
    "Choose the file that you were given, and type the code that the other clinic tells you on "
    "the telephone. Nothing is kept before you have seen what it is."
)
FILE = N_("The file")
CHOOSE = N_("Choose the file…")
NO_FILE = N_("None chosen yet")
CODE = N_("The code, as it is said")
HINT = N_("16 letters and digits. Large or small, spaces or not: all the same.")
OPEN = N_("Open the file")
LOOK_HEAD = N_("What would be kept")
LOOK_TEXT = N_("The file “{file}” is whole, and the code opened it.")
TAKE_IN, ADD, SHOW = N_("Take the case in"), N_("Add what is new"), N_("Open the case")
ACTS = {Standing.NEW: TAKE_IN, Standing.GREW: ADD, Standing.SAME: SHOW}
OTHER_FILE = N_("Another file")
GROUPS, FIELD = 4, 320


class ReceivingScreen(Screen):
    """Keeps nothing: what was opened is gone with it."""

    title = TITLE
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._navigator = host.navigator
        self._state = ReceivingState()
        self._page = ErrandPage(HEAD)
        self._choose = button(CHOOSE, room="large")
        self._file = Elided("body", "ink2")
        self._code = RecoveryCodeField(CODE, GROUPS)
        self._slip = Notice()
        self._told = column(gap=10)
        self._steps = QStackedWidget()
        self._lay_out()
        self.presenter = ReceivingPresenter(self, host)
        self._choose.clicked.connect(self._choose_file)
        self._code.textEdited.connect(lambda _text: self.presenter.code_typed(self._code.text()))
        self._code.returnPressed.connect(self.presenter.go_on)
        self._page.go_asked.connect(self.presenter.go_on)
        self._page.second_asked.connect(self.presenter.go_back)
        self._page.back_asked.connect(self._go_back)
        self._page.lock_asked.connect(host.lock)

    def enter(self, **_values: object) -> None:
        self._code.clear()
        self.presenter.enter()
        self._choose.setFocus()

    def escape(self) -> bool:
        return self.presenter.go_back()

    def _go_back(self) -> None:
        if not self.escape():
            self._navigator.back()

    def show_state(self, state: ReceivingState) -> None:
        before, self._state = self._state, state
        self._file.say(state.file or NO_FILE)
        self._code.setReadOnly(state.waiting)
        if state.slip is not None:
            self._slip.problem(state.slip)
        else:
            self._slip.say(HINT, "info", "ink2")
        self._page.notice.problem(state.problem)
        if state.arriving is None:
            self._page.say(HEAD, TEXT)
            self._page.offer(OPEN, state.missing)
            self._steps.setCurrentIndex(0)
            if (state.problem is not None and before.waiting) or before.arriving is not None:
                self._page.go_to(self._code)
                self._code.selectAll()
        else:
            self._page.say(LOOK_HEAD, LOOK_TEXT.format(file=state.file))
            self._page.offer(ACTS[state.arriving.standing], state.missing, OTHER_FILE)
            self._steps.setCurrentIndex(1)
            if before.arriving is None:
                self._tell(state.told)
                self._page.begin_at(self._page.go, *state.told)

    def _choose_file(self) -> None:
        self.presenter.choose_file()
        if self._state.file:
            self._page.go_to(self._code)

    def _tell(self, told: tuple[str, ...]) -> None:
        for _ in range(self._told.count()):
            self._told.takeAt(0).widget().deleteLater()
        for number, sentence in enumerate(told):
            self._told.addWidget(Paragraph(sentence, "body" if number else "ask"))

    def _lay_out(self) -> None:
        column(self).addWidget(self._page)
        asking, looking = QWidget(), QWidget()
        lines = column(asking)
        lines.addWidget(label(FILE, "head"))
        lines.addSpacing(theme.px(8))
        chosen = QWidget()
        across = row(chosen, gap=16)
        across.addWidget(self._choose)
        across.addWidget(self._file, 1)
        lines.addLayout(at_most(READING, chosen))
        lines.addSpacing(theme.px(24))
        name = label(CODE, "head")
        name.setBuddy(self._code)
        lines.addWidget(name)
        lines.addSpacing(theme.px(8))
        lines.addLayout(at_most(FIELD, self._code))
        lines.addSpacing(theme.px(8))
        self._slip.setMinimumHeight(theme.px(40))
        lines.addLayout(at_most(READING, self._slip))
        lines.addStretch()
        told = QWidget()
        told.setLayout(self._told)
        sight = column(looking)
        sight.addLayout(at_most(READING, told))
        sight.addStretch()
        self._steps.addWidget(asking)
        self._steps.addWidget(looking)
        self._page.body.addWidget(self._steps, 1, Qt.AlignmentFlag.AlignTop)
        self._page.walk(self._choose, self._code)


def build(host: Host) -> Screen:
    """The errand of receiving a case, for the table of contents."""
    return ReceivingScreen(host)
