"""The bar over the screens of one case: whose it is, the views of it, undo, lock.

While something is tried, a line under it says so and a dashed frame stands around the screen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.bar_shown import BarShown, TrialShown
from desktop.gui.kit.elided import Elided
from desktop.gui.kit.icons import icon
from desktop.gui.kit.navigator import Screen
from desktop.gui.kit.parts import Button, button, column, ground, hairline, label, row
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.kit.trial_line import TrialFrame, TrialLine
from desktop.language.marks import N_

CASES = N_("Cases")
CALL, ANSWER, FINDINGS = N_("Call"), N_("Answer"), N_("Findings")
PAPERS, LETTER = N_("Papers"), N_("Letter")
LOCK = N_("Lock")
NOTHING_TO_UNDO = N_("Nothing to undo")
UNDO, REDO = N_("Undo: {what}"), N_("Redo: {what}")
_TALL = 52
_FULL, _SHORT, _BARE = 1180, 930, 560  # below these, less is said


class CaseBar(QWidget):
    """Emits the name of the view that was asked for: "call", "answer", "findings", ..."""

    back_asked = Signal()
    view_asked = Signal(str)
    undo_asked = Signal()
    lock_asked = Signal()

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._undo_is_offered = True
        self._trial: TrialLine | None = None
        self._frame: TrialFrame | None = None
        self._back = button(CASES, "link", picture="back")
        self._name = Elided("lead", weight=600)
        self._detail = label("", "control", "ink2", 400)
        self._prefix = label("", "control", "ink2", 400)
        self._as_of = label("", "control")
        self._undo = _quiet("undo", NOTHING_TO_UNDO)
        self._lock = _quiet("lock", LOCK)
        self._lock.setToolTip(f"{LOCK} (Ctrl+Shift+L)")
        views = (
            ("call", CALL),
            ("answer", ANSWER),
            ("findings", FINDINGS),
            ("papers", PAPERS),
            ("letter", LETTER),
        )
        self._views = {key: self._view(key, text) for key, text in views}
        self._views["answer"].hide()
        self._lay_out()
        self._back.clicked.connect(self.back_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._lock.clicked.connect(self.lock_asked)
        self.mark(here)

    def show_bar(self, shown: BarShown) -> None:
        self._name.say(shown.name)
        self._detail.setText(shown.detail)
        self._prefix.setText(shown.as_of_what)
        self._as_of.setText(shown.as_of)
        undo = shown.undo
        said = UNDO.format(what=undo) if undo else NOTHING_TO_UNDO
        self._undo.setAccessibleName(said)
        self._undo.setToolTip(f"{said} (Ctrl+Z)" if undo else said)
        self._undo.setIcon(icon("undo", "ink2" if undo else "line2"))
        self._undo.setAccessibleDescription(REDO.format(what=shown.redo) if shown.redo else "")
        self._show_trial(shown.trial)

    def serve(self, screen: Screen, acts: TrialActs) -> None:
        """Let a trial be begun and ended from a screen, by the same keys on each."""
        self._screen, self._acts = screen, acts
        keys_of(screen, {"F7": acts.compare, "F8": self.ask_day, "F9": acts.turn})

    def ask_day(self) -> None:
        """Ask whose law is to be read; from now on nothing is kept."""
        if not self._acts.is_on:
            self._acts.begin()
        if self._trial is not None:
            self._trial.ask_day()

    def _show_trial(self, shown: TrialShown | None) -> None:
        """Most calls try nothing, so line and frame are made when something is tried."""
        if shown is not None and self._trial is None:
            self._trial = TrialLine(self._acts.now)
            self._trial.ended.connect(self._acts.end)
            self._trial.compare_asked.connect(self._acts.compare)
            self._trial.day_told.connect(self._acts.read_law_of)
            self._whole.addWidget(self._trial)
            self._frame = TrialFrame(self._screen)
        if self._trial is None or self._frame is None:
            return
        self._trial.setVisible(shown is not None)
        self._frame.setVisible(shown is not None)
        self._screen.mark(shown.word if shown is not None else "")
        if shown is not None:
            self._trial.show_trial(shown)
            self._frame.raise_()

    def mark(self, view: str) -> None:
        """Say which view is in sight."""
        self._here = view
        for key, made in self._views.items():
            made.setChecked(key == view)

    def hide_undo(self) -> None:
        """Where nothing is entered there is nothing to take back."""
        self._undo_is_offered = False
        self._undo.hide()

    def offer_answer(self, offered: bool) -> None:
        """In one column the answer is a view of its own."""
        self._views["answer"].setVisible(offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width() / theme.factor()
        for made in (self._prefix, self._as_of):
            made.setVisible(width >= _FULL)
        self._detail.setVisible(width >= _SHORT)
        self._undo.setVisible(self._undo_is_offered and width >= _SHORT)
        self._name.setVisible(width >= _BARE)

    def _view(self, key: str, text: str) -> Button:
        made = button(text, "tab")
        made.setCheckable(True)
        if theme.factor() > 1:
            made.setProperty("room", "low")
        made.clicked.connect(lambda: self._asked(key))
        return made

    def _asked(self, key: str) -> None:
        self.mark(self._here)
        self.view_asked.emit(key)

    def _lay_out(self) -> None:
        left, middle, right = QWidget(), QWidget(), QWidget()
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            side.setMinimumWidth(1)  # what has no room is left out, the window stays as it is
        line = row(left, (18, 0, 16, 0), 14)
        line.addWidget(self._back)
        line.addWidget(hairline(down=True))
        line.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._detail, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        tabs = row(middle, gap=24 if theme.factor() == 1 else 6)
        for made in self._views.values():
            tabs.addWidget(made)
        end = row(right, (0, 0, 12, 0), 6)
        end.addStretch(1)
        end.addWidget(self._prefix)
        end.addWidget(self._as_of)
        end.addSpacing(theme.px(6))
        end.addWidget(self._undo)
        end.addWidget(self._lock)
        body = ground("surface")
        body.setFixedHeight(round(_TALL / 2 * (1 + theme.factor())) - 1)
        across = row(body)
        across.addWidget(left, 1)
        across.addWidget(middle, 0)
        across.addWidget(right, 1)
        self._whole = column(self)
        self._whole.addWidget(body)
        self._whole.addWidget(hairline())


def _quiet(picture: str, name: str) -> Button:
    made = button("", "quiet", picture=picture)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
