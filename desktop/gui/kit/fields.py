"""A field for each kind of answer, each with the silences apart from the facts.

Every field asks by ``answered`` and shows only what ``show_answer`` tells it,
so that what is on screen is what was kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import Kind
from desktop.gui.kit import theme
from desktop.gui.kit.asked import SILENCE_NAMES, Asked
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.moment_field import MomentField
from desktop.gui.kit.segment import YES_NO, named
from desktop.gui.kit.several import SeveralField
from desktop.gui.kit.text_field import NumberField, TextField
from desktop.language.marks import N_

_Index = QModelIndex | QPersistentModelIndex
ONE_OF = N_("One of: {names}")
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FEW, _SHORT = 2, 2  # as wide as yes and no, so that edges make lines


class Field(Protocol):
    """What a row needs of whatever stands in it."""

    answered: SignalInstance

    def show_answer(self, answer: Answer) -> None:
        """Show this answer."""

    def focus_first(self) -> None:
        """Take the keyboard."""

    @property
    def is_empty(self) -> bool:
        """Not asked yet."""


class WordField(QComboBox):
    """One of many words. Opening is not choosing: arrows and letters open the list."""

    answered = Signal(object)

    def __init__(self, asked: Asked, tall: int = 32) -> None:
        super().__init__()
        self._answer: Answer = Silence.NOT_ASKED
        self.setAccessibleName(asked.ask)
        self.setFixedHeight(theme.px(tall))
        self.setMaxVisibleItems(24)
        self.setItemDelegate(_WordDelegate(self))
        self.setPlaceholderText(SILENCE_NAMES[Silence.NOT_ASKED])
        for value, name in asked.words:
            self.addItem(name, value)
        self.insertSeparator(self.count())
        for silence in (Silence.NOT_KNOWN, Silence.WITHHELD, Silence.NOT_ASKED):
            self.addItem(SILENCE_NAMES[silence], silence)
        self.setCurrentIndex(-1)
        self.activated.connect(self._chosen)
        self._dress()

    @property
    def is_empty(self) -> bool:
        return self._answer is Silence.NOT_ASKED

    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        if isinstance(answer, OneOf):
            names = [self.itemText(self._index_of(word)) or word for word in answer.words]
            self.setPlaceholderText(ONE_OF.format(names=", ".join(names)))
            self.setCurrentIndex(-1)
        else:
            place = -1 if self.is_empty else self._index_of(answer)
            told = place >= 0 or self.is_empty  # a place that no list has is shown as it was told
            self.setPlaceholderText(SILENCE_NAMES[Silence.NOT_ASKED] if told else str(answer))
            self.setCurrentIndex(place)
        self._dress()

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask(Silence.NOT_ASKED)
        elif event.text().isalnum() and not event.modifiers():
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not answer."""
        event.ignore()

    def _index_of(self, answer: Answer) -> int:
        return next((i for i in range(self.count()) if self.itemData(i) == answer), -1)

    def _chosen(self, index: int) -> None:
        value = self.itemData(index)
        self.show_answer(self._answer)
        self._ask(value)

    def _ask(self, value: Answer) -> None:
        if value != self._answer:
            self.answered.emit(value)

    def _dress(self) -> None:
        silent = isinstance(self._answer, Silence) and not self.is_empty
        theme.dress(self, silence="told" if silent else "none", empty=str(self.is_empty).lower())


class _WordDelegate(QStyledItemDelegate):
    """Rows as the stylesheet says, and a line between words and silences."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), theme.px(9)) if _is_line(index) else hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not _is_line(index):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        place = QRect(rect.left(), rect.center().y(), rect.width(), 1)
        painter.fillRect(place, theme.colour("line"))


def _is_line(index: _Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")


def field_for(asked: Asked, now: Callable[[], datetime], tall: int = 32) -> QWidget:
    """The field that fits the kind of answer. What is returned is a ``Field``."""
    match asked.kind:
        case Kind.YES_NO:
            return Choice(asked.ask, YES_NO, tall)
        case Kind.WORD if _fits_in_a_row(asked):
            return Choice(asked.ask, named(asked.words), tall)
        case Kind.WORD | Kind.PLACE:
            return WordField(asked, tall)
        case Kind.WORDS:
            return SeveralField(asked, tall)
        case Kind.MOMENT | Kind.DAY:
            return MomentField(asked, now, tall)
        case Kind.NUMBER:
            return NumberField(asked, tall)
        case _:
            return TextField(asked, tall)


def _fits_in_a_row(asked: Asked) -> bool:
    names = [name for _, name in asked.words]
    return len(names) <= _FEW and all(len(name) <= _SHORT for name in names)
