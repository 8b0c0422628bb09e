"""The question that settles most, at the head of the left pane and always in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.vocabulary import Kind
from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.fields import Field, field_for
from desktop.gui.kit.flow import Flow
from desktop.gui.kit.form_row import Trouble, field_width
from desktop.gui.kit.group import Group
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.moment_field import MomentField
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.gui.kit.segment import named
from desktop.gui.kit.text_field import NumberField
from desktop.gui.screens.case.state import NextShown
from desktop.language.marks import N_

ASK_NEXT = N_("Ask next")
SKIP = N_("Skip")
_TALL, _FEW = 36, 3
_LEAST = 210  # room for a question of two lines, so that a longer one moves nothing
_LEAST_SMALL = 172


class AskNext(Group):
    """One question with its own field; the field changes with the question."""

    answered = Signal(str, object)
    skipped = Signal()
    add_asked = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._shown: NextShown | None = None
        self._least = theme.px(_LEAST)
        self._widget: QWidget | None = None
        self._skip = button(SKIP, "link")
        self._skip_key = label("Ctrl+→", "note", "ink3")
        self._settles = label("", "control", "ink2", 400)
        self._ask = Paragraph(kind="ask")
        self._who = Paragraph(kind="control", ink="ink2")
        self._who_line = _line("person", self._who, self._skip, self._skip_key)
        self._say = Paragraph(kind="say", ink="ink2")
        self._say_line = _line("phone", self._say)
        self._trouble = Trouble()
        self._add = button("", picture="plus")
        self._add.clicked.connect(self._add_asked)
        self._skip.clicked.connect(self.skipped)
        self._lay_out()

    def show_next(self, shown: NextShown | None, nothing_left: str) -> None:
        if shown is None:
            self._clear(nothing_left)
            return
        before = self._shown
        self._shown = shown
        if before is None or _another(before.asked, shown.asked):
            self._set_field(shown.asked)
        self._ask.say(shown.asked.ask)
        self.setAccessibleName(f"{ASK_NEXT}: {shown.asked.ask}")
        self._field().show_answer(shown.asked.answer)
        self._settles.setText(shown.settles)
        self._who.say(shown.who)
        self._say.say(shown.say)
        self._who_line.setVisible(bool(shown.who))
        self._say_line.setVisible(bool(shown.say))
        self._add.setText(shown.adds)
        self._add.setAccessibleName(shown.adds)
        self._add.setVisible(bool(shown.adds))
        self._keep_height()

    def focus_first(self) -> None:
        if self._widget is not None:
            self._field().focus_first()

    def make_small(self, small: bool) -> None:
        """In one column most questions take one line, and room is dear."""
        self._least = theme.px(_LEAST_SMALL if small else _LEAST)
        self._start_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._start_height()

    def _field(self) -> Field:
        return cast(Field, self._widget)  # field_for makes nothing else

    def _clear(self, nothing_left: str) -> None:
        self._shown = None
        self._drop_field()
        self._ask.say(nothing_left)
        self.setAccessibleName(nothing_left)
        self._settles.clear()
        for made in (self._who_line, self._say_line, self._add, self._trouble):
            made.hide()

    def _set_field(self, asked: Asked) -> None:
        had_keyboard = self._drop_field()
        made = _field_for(asked, self._now)
        if not isinstance(made, Choice):
            made.setFixedWidth(field_width(theme.factor()))
        self._widget = made
        self._field().answered.connect(lambda answer: self.answered.emit(asked.key, answer))
        if isinstance(made, MomentField | NumberField):
            made.told.connect(self._trouble.tell)
        self._trouble.tell("")
        self._place.insert(0, made)
        self._ask.setBuddy(made)  # Linux names a list of words by its label only
        last = made.segments[-1] if isinstance(made, Choice) else made
        QWidget.setTabOrder(last, self._add)
        QWidget.setTabOrder(self._add, self._skip)
        if had_keyboard:
            made.show()
            self._field().focus_first()

    def _drop_field(self) -> bool:
        """Take the old field away; whether it had the keyboard."""
        old, self._widget = self._widget, None
        if old is None:
            return False
        focus: QWidget | None = old.window().focusWidget()
        had_keyboard = focus is not None and (focus is old or old.isAncestorOf(focus))
        self._place.removeWidget(old)
        old.blockSignals(True)
        old.hide()
        old.deleteLater()
        return had_keyboard

    def _add_asked(self) -> None:
        if self._shown is not None:
            self.add_asked.emit(self._shown.asked.key)

    def _start_height(self) -> None:
        """At another width, texts need another height."""
        self.setMinimumHeight(self._least)
        self._keep_height()

    def _keep_height(self) -> None:
        """Grow when a text needs it, and never shrink again under the hand."""
        wanted = self._column.heightForWidth(self.width())
        self.setMinimumHeight(max(self.minimumHeight(), wanted))

    def _lay_out(self) -> None:
        head = row()
        head.addWidget(label(ASK_NEXT, "head", "accent"), 1)
        head.addWidget(self._settles)
        place = QWidget()
        self._place = Flow(place, theme.px(8), theme.px(6))
        self._place.addWidget(self._add)
        layout = self._column = column(self, (24, 14, 24, 12))
        layout.addLayout(head)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self._ask)
        layout.addSpacing(theme.px(12))
        layout.addWidget(place)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._trouble)
        layout.addWidget(self._who_line)
        layout.addSpacing(theme.px(3))
        layout.addWidget(self._say_line)
        layout.addStretch(1)


def _field_for(asked: Asked, now: Callable[[], datetime]) -> QWidget:
    """As in the form; here a few words have room to stand side by side."""
    if asked.kind is Kind.WORD and len(asked.words) <= _FEW:
        return Choice(asked.ask, named(asked.words), _TALL)
    return field_for(asked, now, _TALL)


def _another(before: Asked, now: Asked) -> bool:
    return (before.key, before.ask, before.words) != (now.key, now.ask, now.words)


def _line(picture: str, words: Paragraph, *at_the_end: QWidget) -> QWidget:
    made = QWidget()
    line = row(made, gap=8)
    line.addWidget(Picture(picture), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(words, 1)
    for widget in at_the_end:
        line.addWidget(widget)
    return made
