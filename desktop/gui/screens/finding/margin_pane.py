"""The margin beside a finding: where it stands and how sure that is, what would change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.parts import Paragraph, button, column, hairline, label
from desktop.gui.screens.finding.state import ChangeShown, FindingShown, SourceShown
from desktop.language.marks import N_

SOURCE = N_("Source")
ALSO = N_("Also")
WOULD_CHANGE = N_("What would change this")
NOTHING_WOULD = N_("No fact that is missing, and no exception that we know.")
STANDS = N_("Would the answer on holding stand without it?")
GO_TO_FACT = N_("Answer it")
MORE, LESS = N_("More on where it stands"), N_("Less")


class MarginPane(QWidget):
    """Made anew for each finding; there is nothing in it to keep."""

    fact_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._body: QWidget | None = None
        self._layout = column(self)

    def show_margin(self, state: FindingShown) -> None:
        body = QWidget()
        layout = column(body, gap=4)
        for number, source in enumerate(state.sources):
            layout.addWidget(label(SOURCE if number == 0 else ALSO, "head", "accent"))
            layout.addWidget(_source(source))
            layout.addSpacing(theme.px(12))
        layout.addWidget(hairline())
        layout.addSpacing(theme.px(12))
        layout.addWidget(label(WOULD_CHANGE, "head", "accent"))
        for change in state.changes:
            layout.addWidget(self._change(change))
        if not state.changes:
            layout.addWidget(Paragraph(NOTHING_WOULD, "control", "ink2"))
        layout.addSpacing(theme.px(12))
        layout.addWidget(hairline())
        layout.addSpacing(theme.px(12))
        layout.addWidget(Paragraph(STANDS, "head", "accent"))
        layout.addWidget(Paragraph(state.stands, "control"))
        layout.addStretch(1)
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body)

    def _change(self, change: ChangeShown) -> QWidget:
        made = QWidget()
        words = column(made, (0, 0, 0, 8))
        if change.what:
            words.addWidget(Paragraph(change.what, "control"))
        if change.then:
            words.addWidget(Paragraph(change.then, "control", "ink2"))
        if change.fact:
            link = button(GO_TO_FACT, "link")
            link.setAccessibleName(f"{GO_TO_FACT}: {change.what}")
            link.clicked.connect(lambda: self.fact_wanted.emit(change.fact))
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def _source(shown: SourceShown) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnMinimumWidth(0, theme.px(64))
    grid.setColumnStretch(1, 1)
    title = Paragraph(shown.title, "law")
    title.setProperty("weight", "600")
    grid.addWidget(title, 0, 0, 1, 2)
    for number, (head, words) in enumerate(shown.lines, 1):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Paragraph(head, "control", "ink2"), number, 0, top)
        grid.addWidget(Paragraph(words, "control"), number, 1, top)
    if shown.more:
        grid.addWidget(_Folded(shown.more, shown.title), len(shown.lines) + 1, 1)
    return made


class _Folded(QWidget):
    """Words behind a link that opens and closes them."""

    def __init__(self, words: str, of: str) -> None:
        super().__init__()
        self._of = of
        self._words = Paragraph(words, "control")
        self._link = button(MORE, "link")
        self._link.clicked.connect(self._turn)
        layout = column(self, gap=4)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._words)
        self._turn(opened=False)

    def _turn(self, *, opened: bool | None = None) -> None:
        opened = self._words.isHidden() if opened is None else opened
        self._words.setVisible(opened)
        self._link.setText(LESS if opened else MORE)
        self._link.setAccessibleName(f"{self._link.text()}: {self._of}")
