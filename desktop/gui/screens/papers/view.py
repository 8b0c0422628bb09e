"""The paper helper on the screen: questions at the left, two drawings to compare at the right.

With large type the drawings stand under the questions, and all scrolls as one.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.case_bar import CaseBar
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import column, hairline, row
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.screens.papers.asking_pane import AskingPane
from desktop.gui.screens.papers.drawings_pane import DrawingsPane
from desktop.gui.screens.papers.presenter import PapersPresenter
from desktop.gui.screens.papers.state import PapersShown
from desktop.language.marks import N_

TITLE = N_("Papers")
ASKING, DRAWINGS = N_("What stands on the paper"), N_("Drawings of papers")
_ASKING, _ASKING_NARROW, _NARROW, _LARGE_TYPE = 404, 352, 1280, 1.5


class PapersScreen(Screen):
    """Asking left, looking right."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.presenter = PapersPresenter(self, host)
        self._bar = CaseBar("papers")
        self._bar.hide_undo()
        self._asking = AskingPane()
        self._drawings = DrawingsPane()
        self._lay_out()
        presenter, asking = self.presenter, self._asking
        asking.words_told.connect(presenter.tell_words)
        asking.number_told.connect(presenter.tell_number)
        asking.signer_answered.connect(presenter.answer_signer)
        asking.court_answered.connect(presenter.answer_court)
        asking.add_asked.connect(presenter.add)
        asking.unknown_asked.connect(presenter.add_unknown)
        self._drawings.wanted.connect(presenter.draw)
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
                "F6": self._next_pane,
            },
        )

    def enter(self, **values: object) -> None:
        self._asking.forget()
        self.presenter.enter(str(values["case_id"]))
        self._asking.focus_first()

    def show_state(self, state: PapersShown) -> None:
        self._bar.show_bar(state.bar)
        self._asking.show_state(state)
        self._drawings.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self._drawings.show_one(narrow)
        if self._side is not None:
            self._side.setFixedWidth(theme.px(_ASKING_NARROW if narrow else _ASKING))

    def _lay_out(self) -> None:
        self._side: QScrollArea | None = None
        whole = column(self)
        whole.addWidget(self._bar)
        if theme.factor() >= _LARGE_TYPE:
            both = QWidget()
            stacked = column(both)
            stacked.addWidget(self._asking)
            stacked.addWidget(hairline())
            stacked.addWidget(self._drawings)
            whole.addWidget(scrolled(both, "surface", TITLE), 1)
            return
        self._side = scrolled(self._asking, "bg", ASKING)
        self._side.setFixedWidth(theme.px(_ASKING_NARROW))  # the window must not ask for more
        body = row()
        body.addWidget(self._side)
        body.addWidget(hairline(down=True))
        body.addWidget(scrolled(self._drawings, "surface", DRAWINGS), 1)
        whole.addLayout(body, 1)

    def _next_pane(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._asking.isAncestorOf(focus):
            self._drawings.focus_first()
        else:
            self._asking.focus_first()


def build(host: Host) -> Screen:
    """The screen of the paper helper."""
    return PapersScreen(host)
