"""One row of a form: the question in short at the left, its field at the right, trouble below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.fields import Field, field_for
from desktop.gui.kit.marks import MarkPicture
from desktop.gui.kit.moment_field import MomentField
from desktop.gui.kit.outcomes import Mark, Shown
from desktop.gui.kit.parts import Paragraph, button, column, row
from desktop.gui.kit.text_field import NumberField
from desktop.language.marks import N_

ASKED_ABOVE = N_("asked above")
TAKE_NOTE = Shown("", Mark.TRIANGLE, "alert")
TALL = 40
_ROOM, _LABEL = 520, 132  # of a row in the left pane; of its label at least


@cache
def field_width(factor: float) -> int:
    """All fields are as wide as the widest of them, so that their edges make two lines."""
    del factor  # one measure for each size of text
    return Choice("").sizeHint().width()


class FormRow(QWidget):
    """Shows one question; the field is made once."""

    answered = Signal(object)
    moved_on = Signal()
    above_wanted = Signal()

    def __init__(self, asked: Asked, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.key = asked.key
        self._asked: Asked | None = None
        self._label = Paragraph(kind="control")
        self._widget = field_for(asked, now)
        self._field = cast(Field, self._widget)  # field_for makes nothing else
        self._above = button(ASKED_ABOVE, "link")
        self._above.hide()
        self._trouble = Trouble()
        self._label.setBuddy(self._widget)  # Linux names a list of words by its label only
        self._lay_out()
        self._field.answered.connect(self.answered)
        if isinstance(self._widget, Choice):
            self._widget.moved_on.connect(self.moved_on)
        if isinstance(self._widget, MomentField | NumberField):
            self._widget.told.connect(self._tell)
        self._above.clicked.connect(self.above_wanted)

    @property
    def is_empty(self) -> bool:
        return self._field.is_empty

    @property
    def is_asked_above(self) -> bool:
        return self._asked is not None and self._asked.asked_above

    def show_asked(self, asked: Asked) -> None:
        if asked == self._asked:
            return
        self._asked = asked
        self._label.say(asked.label)
        self._label.setAccessibleName(asked.ask)
        self._widget.setAccessibleName(asked.ask)
        self._field.show_answer(asked.answer)
        self._above.setAccessibleName(f"{asked.label}: {ASKED_ABOVE}")
        self._above.setVisible(asked.asked_above)
        self._widget.setVisible(not asked.asked_above)
        self._tell(asked.trouble)

    def focus_first(self) -> None:
        if self.is_asked_above:
            self.above_wanted.emit()
        else:
            self._field.focus_first()

    def _tell(self, trouble: str) -> None:
        own = self._asked.trouble if self._asked is not None else ""
        self._trouble.tell(trouble or own)

    def _lay_out(self) -> None:
        stacked = theme.px(_ROOM) - field_width(theme.factor()) < theme.px(_LABEL)
        line = column(gap=2) if stacked else row(gap=12)
        if stacked:
            line.addSpacing(theme.px(6))
        line.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._above, 0, Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignVCenter
        line.addWidget(self._widget, 0, side)
        if not isinstance(self._widget, Choice):
            self._widget.setFixedWidth(field_width(theme.factor()))
        held = QWidget()
        held.setLayout(line)
        held.setMinimumHeight(theme.px(TALL))
        layout = column(self)
        layout.addWidget(held)
        self._trouble.setFixedWidth(field_width(theme.factor()))
        at = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        layout.addWidget(self._trouble, 0, at)


class Trouble(QWidget):
    """What does not go together, in words, under the row where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = MarkPicture()
        self._mark.show_mark(TAKE_NOTE)
        self._text = Paragraph(kind="note", ink="ink")
        line = row(self, (0, 0, 0, 8), 8)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.accessibleName()

    def tell(self, text: str) -> None:
        if text != self.text:
            self._text.say(text)
        self.setVisible(bool(text))
