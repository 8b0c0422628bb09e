"""The letter without its pages: headings, paragraphs and lists, to be heard, enlarged or copied.

One stop for Tab. Up and Down go from stretch to stretch, H and Shift+H from heading to
heading; within one the cursor moves, selects and copies as in any text.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFocusEvent, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.domain.aloud import Aloud, Part
from desktop.gui.kit import theme
from desktop.gui.kit.group import Group
from desktop.gui.kit.lettering import SANS
from desktop.gui.kit.parts import at_most, column, ground
from desktop.gui.kit.reading_words import language_of, marked_up, name_of
from desktop.gui.kit.scrolled import hide_idle_bar
from desktop.language.marks import N_
from desktop.system.resources import resource

NAME = N_("The letter as text")
KEYS = N_("Up and Down go by paragraph, H by heading.")
_MEASURE, _INDENT = 640, 24
_TYPE = {1: "title", 2: "ask"}
# Scripts that the window's own fonts lack.
_FILES = {
    "ar": "NotoNaskhArabic-Regular.ttf",
    "zh-Hans": "NotoSansSC-Regular.ttf",
    "zh-Hant": "NotoSansTC-Regular.ttf",
}


class ReadingView(QScrollArea):
    """Shows what is heard of the letter, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Aloud, ...] = ()
        self._stretches: list[Stretch] = []
        self._at = 0
        self._stack = Group(NAME)
        self._stack.setAccessibleDescription(KEYS)
        self._column = column(self._stack, (24, 24, 24, 32), 10)
        self._column.addStretch(1)
        inside = ground("surface")
        column(inside).addLayout(at_most(_MEASURE, self._stack))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hide_idle_bar(self)

    def show_told(self, told: tuple[Aloud, ...]) -> None:
        if told == self._told:
            return
        self._told, self._at = told, 0
        for gone in self._stretches:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._stretches = [Stretch(self, each) for each in told]
        for number, stretch in enumerate(self._stretches):
            self._column.insertWidget(number, stretch)
        if self._stretches:
            self._stretches[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focus_first(self) -> None:
        if self._stretches:
            self._stretches[self._at].setFocus(Qt.FocusReason.TabFocusReason)

    def bring(self, key: str) -> None:
        """Bring a passage into sight, without taking the keyboard there."""
        for number, told in enumerate(self._told):
            if told.key == key:
                self._stand_at(number)
                self.ensureWidgetVisible(self._stretches[number], 0, theme.px(80))
                return

    def go(self, step: int, *, by_heading: bool = False) -> None:
        """To the next stretch or heading, or to the one before."""
        numbers = range(self._at + 1, len(self._told)) if step > 0 else range(self._at - 1, -1, -1)
        for number in numbers:
            if not by_heading or self._told[number].part is Part.HEADING:
                self._stand_at(number)
                self._stretches[number].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def go_by_page(self, step: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def stand_on(self, stretch: Stretch) -> None:
        """The keyboard is there now, however it came."""
        self._stand_at(self._stretches.index(stretch))
        self.ensureWidgetVisible(stretch, 0, theme.px(40))

    def _stand_at(self, number: int) -> None:
        """Tab comes back to where one was."""
        self._stretches[self._at].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = number
        self._stretches[number].setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Stretch(QLabel):
    """A heading, a paragraph or an item, with its name for whoever hears it."""

    def __init__(self, view: ReadingView, told: Aloud) -> None:
        super().__init__()
        self._view = view
        kind = _TYPE.get(told.level, "strong") if told.part is Part.HEADING else "prose"
        self.setProperty("type", kind)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(marked_up(told, _family(told.language)))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setLocale(QLocale(told.language.replace("-", "_")))
        self.setAccessibleName(name_of(told))
        self.setAccessibleDescription(language_of(told))
        inset = theme.px(_INDENT * max(0, told.level - 1)) if told.part is Part.ITEM else 0
        self.setIndent(0)
        right = told.from_the_right
        self.setContentsMargins(0 if right else inset, 0, inset if right else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _PAD)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if plain and step is not None:
            self._view.go(step)
        elif event.key() == Qt.Key.Key_H and not event.modifiers() & _COMMANDS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._view.go(-1 if back else 1, by_heading=True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._view.stand_on(self)


_PAD = Qt.KeyboardModifier.KeypadModifier
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@cache
def _family(language: str) -> str:
    """The family that has the letters of a language; read when such a text is first shown."""
    if language not in _FILES:
        return SANS
    added = QFontDatabase.addApplicationFont(str(resource("fonts", "letters", _FILES[language])))
    return QFontDatabase.applicationFontFamilies(added)[0]
