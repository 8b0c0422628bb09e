"""Reading a screen as its users do: by sight, by the Tab key, by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

TAB = Qt.FocusPolicy.TabFocus


def stops(screen: QWidget) -> list[QWidget]:
    """What Tab reaches on a screen, in that order, from the topmost on; Tab goes round."""
    found: list[QWidget] = []
    at = screen.nextInFocusChain()
    while at is not None and at is not screen:
        inside = screen.isAncestorOf(at) and at.isVisibleTo(screen) and at.isEnabled()
        if inside and at.focusPolicy() & TAB == TAB and at not in found:
            found.append(at)
        at = at.nextInFocusChain()
    tops = [_corner(screen, widget) for widget in found]
    first = tops.index(min(tops)) if tops else 0
    return found[first:] + found[:first]


def names(screen: QWidget) -> list[str]:
    """The accessible names of what Tab reaches."""
    return [name_of(widget) for widget in stops(screen)]


def name_of(widget: QWidget) -> str:
    reader = QAccessible.queryAccessibleInterface(widget)
    return reader.text(QAccessible.Text.Name)


def places_of(screen: QWidget) -> list[tuple[int, int]]:
    """Where each stop stands: from the top, then from the left."""
    return [_corner(screen, widget) for widget in stops(screen)]


def _corner(screen: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(screen, QPoint(0, 0))
    return corner.y(), corner.x()


def clipped(screen: QWidget) -> list[str]:
    """Words that have less room than they need."""
    for _ in range(3):  # a layout within a layout settles one floor at a time
        QApplication.processEvents()
    short = []
    for label in screen.findChildren(QLabel):
        if not label.isVisibleTo(screen) or not label.text():
            continue
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        too_narrow = not label.wordWrap() and label.width() < label.sizeHint().width()
        if too_narrow or label.height() < needed:
            short.append(label.text())
    for button in screen.findChildren(QPushButton):
        if button.isVisibleTo(screen) and button.width() < button.sizeHint().width():
            short.append(button.text())
    return short


def button(screen: QWidget, words: str) -> QPushButton:
    """The visible button with these words."""
    for found in screen.findChildren(QPushButton):
        if found.text() == words and found.isVisibleTo(screen):
            return found
    raise AssertionError(f"no button {words!r}")


def field(screen: QWidget, name: str) -> QLineEdit:
    """The visible field with this accessible name."""
    for found in screen.findChildren(QLineEdit):
        if name_of(found) == name and found.isVisibleTo(screen):
            return found
    raise AssertionError(f"no field {name!r}")


def words(screen: QWidget) -> str:
    """Everything that can be read on a screen."""
    return "\n".join(
        label.accessibleName() or label.text()
        for label in screen.findChildren(QLabel)
        if label.isVisibleTo(screen)
    )


def scrolls_across(screen: QWidget) -> bool:
    """Whether anything is wider than its place."""
    return any(
        area.horizontalScrollBar().maximum() > 0
        for area in screen.findChildren(QAbstractScrollArea)
        if area.isVisibleTo(screen)
    )
