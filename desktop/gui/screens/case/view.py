"""The call on the screen: facts go in at the left on grey, findings come out on white.

In a narrow window, or with large type, one column: the answer stays above as
a head, and what follows from it is a view of its own.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.case_bar import CaseBar
from desktop.gui.kit.form import Form
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import column, ground, hairline, row
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.screens.case.answer_head import AnswerHead
from desktop.gui.screens.case.ask_next import AskNext
from desktop.gui.screens.case.outcome_pane import OutcomePane
from desktop.gui.screens.case.presenter import CasePresenter
from desktop.gui.screens.case.state import CaseShown
from desktop.language.marks import N_

TITLE = N_("Call")
FORM = N_("What is known")
OUTCOME = N_("What follows")
_LEFT = 568
_ONE_COLUMN = 1200
_MINUTE = 60_000


class CaseScreen(Screen):
    """Every gesture is a call to the presenter; every state is shown whole."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.presenter = CasePresenter(self, host)
        self._host = host
        self._rule = ""
        self._bar = CaseBar("call")
        self._ask = AskNext(self.presenter.now)
        self._form = Form(self.presenter.now)
        self._head = AnswerHead()
        self._outcome = OutcomePane()
        self._lay_out()
        self._connect()
        self._keys()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_sight)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.presenter.renew)

    def enter(self, **values: object) -> None:
        self.presenter.enter(str(values["case_id"]), str(values.get("fact", "")))
        self._minute.start()
        if not values.get("fact"):
            self._ask.focus_first()

    def leave(self) -> None:
        self._minute.stop()

    def show_state(self, state: CaseShown) -> None:
        self._bar.show_bar(state.bar)
        self._ask.show_next(state.next, state.nothing_left)
        self._form.show_sections(state.sections)
        self._head.show_answer(state.answer)
        self._outcome.show_outcome(state)
        self._rule = state.answer.rule

    def go_to_row(self, key: str) -> None:
        self._show_view("call")
        self._form.go_to_row(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def _lay_out(self) -> None:
        self._left = ground("surface")
        self._left_column = column(self._left)
        self._asking = ground("surface")
        asking = column(self._asking)
        asking.addWidget(self._ask)
        asking.addWidget(hairline())
        self._form_area = scrolled(self._form, "bg", FORM)
        self._left_column.addWidget(self._asking)
        self._left_column.addWidget(self._form_area, 1)
        answer = ground("surface")
        self._answer_column = column(answer, (32, 24, 16, 20))
        self._answer_column.addWidget(self._head)
        self._answer_column.addSpacing(theme.px(12))
        self._answer_column.addWidget(self._outcome, 1)
        self._answer_area = scrolled(answer, "surface", OUTCOME)
        self._sticky = ground("surface")
        self._sticky_column = column(self._sticky, (24, 14, 24, 10))
        self._sticky.hide()
        self._line_under_sticky = hairline()
        self._line_under_sticky.hide()
        self._divider = hairline(down=True)
        body = row()
        body.addWidget(self._left)
        body.addWidget(self._divider)
        body.addWidget(self._answer_area, 1)
        self._body = body
        whole = column(self)
        whole.addWidget(self._bar)
        whole.addWidget(self._sticky)
        whole.addWidget(self._line_under_sticky)
        whole.addLayout(body, 1)
        self._one_column = False
        self._view = "call"
        self._left.setFixedWidth(theme.px(_LEFT))

    def _set_columns(self) -> None:
        """Two columns where there is room for both, else one."""
        narrow = self.width() < theme.px(_ONE_COLUMN) or theme.factor() >= 1.5
        if narrow == self._one_column:
            return
        self._one_column = narrow
        self._bar.offer_answer(narrow)
        self._sticky.setVisible(narrow)
        self._line_under_sticky.setVisible(narrow)
        self._head.make_small(narrow)
        self._ask.make_small(narrow)
        place = self._sticky_column if narrow else self._answer_column
        place.insertWidget(0, self._head)
        scrolled = self._form_area.widget().layout()
        if narrow and isinstance(scrolled, QVBoxLayout):
            scrolled.insertWidget(0, self._asking)  # it scrolls with the form: room is dear
        else:
            self._left_column.insertWidget(0, self._asking)
        self._left.setMinimumWidth(0 if narrow else theme.px(_LEFT))
        self._left.setMaximumWidth(16_777_215 if narrow else theme.px(_LEFT))
        self._body.setStretchFactor(self._left, 1 if narrow else 0)
        self._show_view("call")

    def _show_view(self, view: str) -> None:
        self._view = view
        self._left.setVisible(not self._one_column or view == "call")
        self._divider.setVisible(not self._one_column)
        self._answer_area.setVisible(not self._one_column or view == "answer")
        self._bar.mark(view if self._one_column else "call")

    def _connect(self) -> None:
        presenter = self.presenter
        self._bar.serve(self, presenter.trial)
        self._bar.back_asked.connect(presenter.open_cases)
        self._bar.undo_asked.connect(presenter.undo)
        self._bar.lock_asked.connect(self._host.lock)
        self._bar.view_asked.connect(self._go_to_view)
        self._ask.answered.connect(presenter.answer)
        self._ask.skipped.connect(presenter.skip)
        self._ask.add_asked.connect(lambda name: self._edit(name, None))
        self._form.answered.connect(presenter.answer)
        self._form.above_wanted.connect(self._go_to_ask)
        self._form.edit_asked.connect(self._edit)
        self._form.entry_answered.connect(presenter.answer_entry)
        self._form.removed.connect(presenter.remove_entry)
        self._form.editor_closed.connect(presenter.close_editor)
        self._head.why_asked.connect(presenter.open_finding)
        self._outcome.finding_asked.connect(presenter.open_finding)
        self._outcome.letter_asked.connect(presenter.open_letter)
        self._outcome.fact_wanted.connect(presenter.go_to)
        self._outcome.trial_asked.connect(presenter.trial.turn)
        self._outcome.day_asked.connect(self._bar.ask_day)
        self._outcome.compare_asked.connect(presenter.trial.compare)

    def _keys(self) -> None:
        acts = {
            "Ctrl+J": self._go_to_ask,
            "Ctrl+Right": self.presenter.skip,
            "Ctrl+L": self.presenter.open_letter,
            "Ctrl+I": self.presenter.open_papers,
            "Ctrl+P": self.presenter.open_letter,
            "Ctrl+Z": self.presenter.undo,
            "Ctrl+Shift+Z": self.presenter.redo,
            "F6": self._next_pane,
        }
        by_number = {f"Alt+{n + 1}": partial(self._outcome.open_act, n) for n in range(5)}
        keys_of(self, acts)
        keys_of(self, by_number)

    def _bring_into_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Follow the keyboard; a press of the mouse is on something in sight already."""
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not pressed and _holds(self._form_area.widget(), new) and new is not None:
            self._form_area.ensureWidgetVisible(new, 0, theme.px(48))

    def _edit(self, name: str, index: int | None) -> None:
        self.presenter.edit(name, index)

    def _go_to_ask(self) -> None:
        self._show_view("call")
        self._ask.focus_first()
        if self._one_column:
            self._form_area.ensureWidgetVisible(self._ask)

    def _go_to_view(self, view: str) -> None:
        if view == "findings":
            self.presenter.open_finding(self._rule)
        elif view == "papers":
            self.presenter.open_papers()
        elif view == "letter":
            self.presenter.open_letter()
        else:
            self._show_view(view)

    def _next_pane(self) -> None:
        panes: list[tuple[QWidget, str]] = [
            (self._ask, "call"),
            (self._form_area, "call"),
            (self._answer_area, "answer"),
        ]
        focus = self.focusWidget()
        here = next((n for n, (pane, _) in enumerate(panes) if _holds(pane, focus)), -1)
        pane, view = panes[(here + 1) % len(panes)]
        if self._one_column:
            self._show_view(view)
        if pane is self._form_area:
            self._form.rows()[0].focus_first()
        elif pane is self._ask:
            self._ask.focus_first()
        else:
            self._outcome.focus_first()


def build(host: Host) -> Screen:
    """The screen of the call."""
    return CaseScreen(host)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
