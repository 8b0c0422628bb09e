"""Free text and numbers, kept when the keyboard leaves them or Enter is pressed."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desktop.domain.silence import Answer, Silence
from desktop.gui.kit import theme
from desktop.gui.kit.asked import SILENCE_NAMES, Asked
from desktop.language.marks import N_

NO_NUMBER = N_("Write a number, as 40 or 40.50.")


class TextField(QLineEdit):
    """Free text, kept when the keyboard leaves it or Enter is pressed."""

    answered = Signal(object)

    def __init__(self, asked: Asked, tall: int = 32) -> None:
        super().__init__()
        self._answer: Answer = Silence.NOT_ASKED
        self.setAccessibleName(asked.ask)
        self.setPlaceholderText(SILENCE_NAMES[Silence.NOT_ASKED])
        self.setFixedHeight(theme.px(tall))
        self.editingFinished.connect(self._typed)

    @property
    def is_empty(self) -> bool:
        return self._answer is Silence.NOT_ASKED

    def show_answer(self, answer: Answer) -> None:
        if answer == self._answer and self.hasFocus():
            return
        self._answer = answer
        shown = SILENCE_NAMES.get(answer, "") if isinstance(answer, Silence) else str(answer)
        self.setText("" if self.is_empty else shown)
        silent = isinstance(answer, Silence) and not self.is_empty
        theme.dress(self, silence="told" if silent else "none")

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _typed(self) -> None:
        text = " ".join(self.text().split())
        silence = next(
            (s for s, name in SILENCE_NAMES.items() if name.lower() == text.lower()), None
        )
        value = silence or (self._meant(text) if text else Silence.NOT_ASKED)
        if value is not None and value != self._answer:
            self.answered.emit(value)

    def _meant(self, text: str) -> Answer | None:
        """The answer that a text is; None where it is none."""
        return text


class NumberField(TextField):
    """A number, with its dollar sign or without; what is none is not kept, and said below."""

    told = Signal(str)  # one sentence on what was not understood; empty when all is well

    def show_answer(self, answer: Answer) -> None:
        super().show_answer(answer)
        self.told.emit("")

    def _meant(self, text: str) -> Answer | None:
        try:
            number = float(text.strip("$ ").replace(",", ""))
        except ValueError:
            self.told.emit(NO_NUMBER)
            return None
        if not isfinite(number):
            self.told.emit(NO_NUMBER)
            return None
        return int(number) if number.is_integer() else number
