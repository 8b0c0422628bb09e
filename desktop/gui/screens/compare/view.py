"""Two assessments on the screen: the same row at the left and at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.kit.case_bar import CaseBar
from desktop.gui.kit.group import Group
from desktop.gui.kit.marks import MarkPicture
from desktop.gui.kit.named import Named
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import Paragraph, column, ground, hairline, label, row
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.screens.compare.presenter import ComparePresenter
from desktop.gui.screens.compare.state import CompareShown, RowShown, SideShown
from desktop.language.marks import N_

TITLE = N_("Side by side")
LEFT, RIGHT = N_("At the left"), N_("At the right")
WHAT_DIFFERS = N_("What differs")
QUESTIONS = N_("Questions")


class CompareScreen(Screen):
    """Nothing here is typed into."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.presenter = presenter = ComparePresenter(self, host)
        self._bar = CaseBar("compare")
        self._bar.hide_undo()
        self._left, self._right = Named(LEFT), Named(RIGHT)
        self._told = Paragraph(kind="title")
        self._rows = ground("surface")
        self._row_column = column(self._rows, (40, 8, 40, 24))
        self._lay_out()
        self._left.activated.connect(lambda at: presenter.choose_left(self._left.itemData(at)))
        self._right.activated.connect(lambda at: presenter.choose_right(self._right.itemData(at)))
        self._bar.serve(self, presenter.trial)
        self._bar.back_asked.connect(presenter.open_cases)
        self._bar.lock_asked.connect(host.lock)
        self._bar.view_asked.connect(presenter.go_to)
        keys_of(
            self,
            {
                "Ctrl+L": lambda: presenter.go_to("letter"),
                "Ctrl+P": lambda: presenter.go_to("letter"),
                "Ctrl+J": lambda: presenter.go_to("call"),
            },
        )

    def enter(self, **values: object) -> None:
        self.presenter.enter(str(values["case_id"]))
        self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: CompareShown) -> None:
        self._bar.show_bar(state.bar)
        self._left.show_names(state.sides, state.left)
        self._right.show_names(state.sides, state.right)
        self._told.say(state.told)
        while self._row_column.count():
            gone = self._row_column.takeAt(0).widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for shown in state.rows:
            self._row_column.addWidget(_row(shown))
            self._row_column.addWidget(hairline())
        if state.questions:
            self._row_column.addWidget(_questions(state.questions))
        self._row_column.addStretch(1)

    def _lay_out(self) -> None:
        head = ground("bg")
        inside = column(head, (40, 20, 40, 16), 12)
        inside.addWidget(self._told)
        sides = row(gap=32)
        for name, side in ((LEFT, self._left), (RIGHT, self._right)):
            words = column(gap=4)
            words.addWidget(label(name, "note", "ink2"))
            words.addWidget(side)
            sides.addLayout(words, 1)
        inside.addLayout(sides)
        whole = column(self)
        whole.addWidget(self._bar)
        whole.addWidget(head)
        whole.addWidget(hairline())
        whole.addWidget(scrolled(self._rows, "surface", WHAT_DIFFERS), 1)


def _row(shown: RowShown) -> QWidget:
    made = Group(shown.spoken)
    whole = column(made, (0, 14, 0, 14), 8)
    whole.addWidget(Paragraph(shown.title, "control", "ink2"))
    sides = row(gap=32)
    sides.addWidget(_side(shown.left), 1, Qt.AlignmentFlag.AlignTop)
    sides.addWidget(_side(shown.right), 1, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(sides)
    return made


def _side(shown: SideShown) -> QWidget:
    made = QWidget()
    whole = column(made, gap=4)
    head = row(gap=8)
    if shown.shown is not None:
        mark = MarkPicture()
        mark.show_mark(shown.shown)
        head.addWidget(mark)
    head.addWidget(label(shown.word, "body", shown.shown.ink if shown.shown else "ink2", 600))
    head.addStretch(1)
    whole.addLayout(head)
    if shown.says:
        whole.addWidget(Paragraph(shown.says, "body"))
    for step in shown.steps:
        whole.addWidget(Paragraph(step, "note", "ink2"))
    return made


def _questions(questions: tuple[str, ...]) -> QWidget:
    made = Group(QUESTIONS)
    whole = column(made, (0, 14, 0, 14), 6)
    whole.addWidget(label(QUESTIONS, "control", "ink2"))
    for question in questions:
        whole.addWidget(Paragraph(question, "body"))
    return made


def build(host: Host) -> Screen:
    """The screen of two assessments."""
    return CompareScreen(host)
