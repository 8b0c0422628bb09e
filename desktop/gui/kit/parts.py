"""The small parts that every screen is put together from: words, buttons, lines.

A button of ours differs from Qt's in two ways only: it can show its key at the
right in smaller type, and it can stand idle while staying reachable by Tab,
with the reason in words, where Qt's disabled buttons cannot be reached at all.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.kit import theme
from desktop.gui.kit.icons import icon

# Qt puts 4 px between an icon and its word; the rest is in the icon's box.
_ICON_WIDTH = {"rail": 22, "link": 18}
_ICON_INK = {"main": "on_accent", "link": "accent", "bordered": "ink"}
Spaced = TypeVar("Spaced", bound=QBoxLayout)


def label(text: str, kind: str = "body", ink: str = "ink", weight: int | None = None) -> QLabel:
    """Words in one of the named styles; they wrap nowhere."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    made.setProperty("ink", ink)
    if weight:
        made.setProperty("weight", weight)
    return made


class Paragraph(QLabel):
    """Words that wrap, with the line height of their style."""

    def __init__(self, text: str = "", kind: str = "body", ink: str = "ink") -> None:
        super().__init__()
        self._kind = kind
        self.setProperty("type", kind)
        self.setProperty("ink", ink)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text; it is never taken for markup."""
        line = theme.px(theme.STYLES[self._kind].line)
        lines = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        self.setText(
            f'<p style="margin: 0; line-height: {line}px; -qt-line-height-type: fixed;">{lines}</p>'
            if text
            else ""
        )
        self.setAccessibleName(text)

    def become(self, kind: str) -> None:
        """Show the same words in another style."""
        if kind != self._kind:
            self._kind = kind
            theme.dress(self, type=kind)
            self.say(self.accessibleName())


class Button(QPushButton):
    """A button that may show its key, and may stand idle with a reason."""

    def __init__(self, text: str, look: str = "bordered", key: str = "") -> None:
        super().__init__(text)
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._reason = ""
        self._picture = ""
        self._key: QLabel | None = None
        if key:
            self.say_at_right(key)

    @property
    def is_idle(self) -> bool:
        return bool(self._reason)

    def idle(self, reason: str = "") -> None:
        """Look as if it cannot be pressed, for a reason in words; no reason ends it.

        A press still reaches the presenter, which says the reason again.
        """
        if reason != self._reason:
            self._reason = reason
            self.setAccessibleDescription(reason)
            theme.dress(self, idle="true" if reason else "false")
            self._dress_key()

    def say_at_right(self, text: str) -> None:
        """A key or a count, in smaller type."""
        if self._key is None:
            self._key = label("", "note", "ink2")
            self._key.setParent(self)
            self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key.setText(text)
        self._key.setVisible(bool(text))
        self.updateGeometry()
        self._place_key()

    def show_icon(self, picture: str, ink: str = "") -> None:
        """An icon before the word, in the colour of the look unless told another."""
        self._picture = picture
        look = str(self.property("look"))
        self.setIcon(icon(picture, ink or _ICON_INK.get(look, "ink2")))
        width = _ICON_WIDTH.get(look, 20) if self.text() else 16
        self.setIconSize(QSize(theme.px(width), theme.px(16)))

    def look_as(self, look: str) -> None:
        """Become another kind of button: the main one, or no longer that."""
        if look != self.property("look"):
            theme.dress(self, look=look)
            self._dress_key()
            if self._picture:
                self.show_icon(self._picture)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._key is not None and self._key.text():
            hint.setWidth(hint.width() + self._key.sizeHint().width() + theme.px(12))
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that has the keyboard; Qt leaves that to dialogs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def _dress_key(self) -> None:
        if self._key is not None:
            theme.dress(self._key)

    def _place_key(self) -> None:
        if self._key is None:
            return
        width = self._key.sizeHint().width()
        self._key.setGeometry(self.width() - width - theme.px(12), 0, width, self.height())


def button(
    text: str,
    look: str = "bordered",
    *,
    picture: str = "",
    ink: str = "",
    key: str = "",
    room: str = "",
) -> Button:
    """A button; its accessible name is its text."""
    made = Button(text, look, key)
    if key:
        made.setProperty("keyed", "true")
    if room:
        made.setProperty("room", room)
    if picture:
        made.show_icon(picture, ink)
    return made


def hairline(down: bool = False) -> QFrame:
    """A line that divides; decoration only."""
    made = QFrame()
    made.setProperty("look", "line-down" if down else "line")
    return made


def ground(look: str = "surface") -> QWidget:
    """An empty area of one of the grounds: surface, bg, desk, sunken."""
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setProperty("look", look)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """Something that may be higher than the window: it scrolls up and down, never across."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def column(
    parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """A layout downwards; lengths at 100%, margins left, top, right, bottom."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def row(
    parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QHBoxLayout:
    """A layout across."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)


def at_most(width: int, widget: QWidget) -> QHBoxLayout:
    """A widget that grows to a width and no further; what is left stays empty at its right."""
    widget.setMaximumWidth(theme.px(width))
    line = row()
    line.addWidget(widget, 1)
    line.addStretch()
    return line


def _spaced(layout: Spaced, margins: tuple[int, int, int, int], gap: int) -> Spaced:
    layout.setContentsMargins(*(theme.px(margin) for margin in margins))
    layout.setSpacing(theme.px(gap))
    return layout
