"""A time as people type it; while they type, the field says how it was understood.

What cannot be one time gets one sentence below and is not kept. Alt+Down offers
the silences.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu

from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, Silence
from desktop.domain.typed_moments import NotUnderstood, read_moment
from desktop.gui.kit import theme
from desktop.gui.kit.asked import SILENCE_NAMES, Asked
from desktop.gui.kit.icons import icon
from desktop.gui.kit.spoken_times import moment_said
from desktop.language.marks import N_

EXAMPLE = N_("2:10 am, yesterday 10p, Tue")
OTHER_ANSWERS = N_("Other answers")
_ARROW = 30


class MomentField(QLineEdit):
    """A moment, some time that day, or between two times."""

    answered = Signal(object)
    told = Signal(str)  # one sentence on what was not understood; empty when all is well

    def __init__(self, asked: Asked, now: Callable[[], datetime], tall: int = 32) -> None:
        super().__init__()
        self._answer: Answer = Silence.NOT_ASKED
        self._now = now
        self._understood = QLabel(self)
        self._understood.setProperty("type", "note")
        self._understood.setProperty("ink", "ink2")
        self._understood.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(asked.ask)
        self.setAccessibleDescription(EXAMPLE)
        self.setPlaceholderText(SILENCE_NAMES[Silence.NOT_ASKED])
        self.setFixedHeight(theme.px(tall))
        self._offer = QAction(icon("chevron-down", "ink2"), OTHER_ANSWERS, self)
        self._offer.triggered.connect(self._open_menu)
        self.addAction(self._offer, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._read_along)
        self.editingFinished.connect(self._typed)

    @property
    def is_empty(self) -> bool:
        return self._answer is Silence.NOT_ASKED

    def show_answer(self, answer: Answer) -> None:
        if answer == self._answer and self.isModified() and self.hasFocus():
            return
        self._answer = answer
        self.setText(self._said(answer))
        self._understood.clear()
        silent = isinstance(answer, Silence) and not self.is_empty
        theme.dress(self, silence="told" if silent else "none")
        self.told.emit("")

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(EXAMPLE)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setPlaceholderText(SILENCE_NAMES[Silence.NOT_ASKED])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._open_menu()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_answer_again()
        else:
            super().keyPressEvent(event)

    def show_answer_again(self) -> None:
        """Forget what was typed and not kept."""
        self.setModified(False)
        self.show_answer(self._answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _said(self, answer: Answer) -> str:
        if isinstance(answer, Moment):
            return moment_said(answer, self._now())
        if isinstance(answer, Silence) and answer is not Silence.NOT_ASKED:
            return SILENCE_NAMES[answer]
        return ""

    def _meant(self) -> Answer:
        text = self.text().strip()
        silences = {name.lower(): silence for silence, name in SILENCE_NAMES.items()}
        silences |= {"": Silence.NOT_ASKED, "?": Silence.NOT_KNOWN}
        return silences.get(text.lower()) or read_moment(text, self._now())

    def _read_along(self) -> None:
        try:
            shown = self._said(self._meant())
        except NotUnderstood:
            shown = ""
        self._understood.setText("" if shown == self.text().strip() else shown)
        self.told.emit("")
        self._place()

    def _typed(self) -> None:
        if not self.isModified():
            return
        try:
            meant = self._meant()
        except NotUnderstood as wrong:
            self.told.emit(str(wrong))
            return
        self.setModified(False)
        if meant == self._answer:
            self.show_answer_again()
        else:
            self.answered.emit(meant)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(OTHER_ANSWERS)
        for silence in (Silence.NOT_KNOWN, Silence.WITHHELD, Silence.NOT_ASKED):
            action = menu.addAction(SILENCE_NAMES[silence])
            action.triggered.connect(lambda _=False, chosen=silence: self._choose(chosen))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, silence: Silence) -> None:
        self.setModified(False)
        if silence is self._answer:
            self.show_answer_again()
        else:
            self.answered.emit(silence)

    def _place(self) -> None:
        hint = self._understood.sizeHint()
        room = self.width() - theme.px(_ARROW) - hint.width()
        typed = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(20)
        self._understood.setVisible(bool(self._understood.text()) and room > typed)
        self._understood.setGeometry(room, 0, hint.width(), self.height())
