"""What a person can see and do in the window; the only part of a journey that knows widgets.

Everything is found by what it is called, as a screen reader finds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui.kit.dialogs import Dialogs
from tests.gui.reading import name_of, words

_Widget = TypeVar("_Widget", bound=QWidget)


class ChosenPlace(Dialogs):
    """The real dialogs, but for the system's own file chooser, which no test can drive."""

    def __init__(self, window: QWidget, path: Path) -> None:
        super().__init__(window)
        self._path = path

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        return self._path

    def choose_files(self, title: str, kinds: str, *, many: bool = False) -> tuple[Path, ...]:
        return (self._path,)


class WindowProbe:
    """Somebody before the window."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    @property
    def reads(self) -> str:
        """All that can be read on the screen now; spaces of every kind count as one."""
        return " ".join(words(self._window).split())

    def closes_the_window(self) -> None:
        self._window.close()

    def waits_to_read(self, text: str) -> None:
        def look() -> None:
            assert text in self.reads, self.reads

        self._qtbot.waitUntil(look, timeout=15000)

    def presses(self, name: str) -> None:
        button = self._named(QAbstractButton, lambda button: self._is_called(button, name))
        self._qtbot.waitUntil(button.isEnabled, timeout=15000)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def types(self, name: str, text: str) -> None:
        field = self._named(QLineEdit, lambda field: name_of(field) == name)
        field.setFocus()
        field.clear()
        self._qtbot.keyClicks(field, text)

    def types_and_enters(self, name: str, text: str) -> None:
        self.types(name, text)
        field = self._named(QLineEdit, lambda field: name_of(field) == name)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def chooses(self, question: str, answer: str) -> None:
        """Choose one of the answers that stand beside a question, above or in the form."""
        groups = (question, f"Ask next: {question}")

        def is_it(button: QAbstractButton) -> bool:
            around = button.parentWidget()
            while around is not None and around.accessibleName() not in groups:
                around = around.parentWidget()
            return around is not None and name_of(button).startswith(f"{answer},")

        button = self._named(QAbstractButton, is_it)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def picks(self, question: str, answer: str) -> None:
        """Pick an answer from a question's list of words."""
        combo = self._named(QComboBox, lambda combo: combo.accessibleName() == question)
        index = combo.findText(answer)
        assert index >= 0, f"{question!r} has no {answer!r}"
        combo.setFocus()
        combo.setCurrentIndex(index)
        combo.activated.emit(index)

    def picks_from_menu(self, number: int) -> None:
        """Down to a line of the menu that is open, and Enter; the first is chosen already."""
        (menu,) = (menu for menu in self._window.findChildren(QMenu) if menu.isVisible())
        for _ in range(number):
            self._qtbot.keyClick(menu, Qt.Key.Key_Down)
        self._qtbot.keyClick(menu, Qt.Key.Key_Return)

    def chooses_row(self, text: str) -> None:
        """Choose the row of a table in which these words stand."""
        table = self._named(QTableWidget, lambda table: bool(_found(table, text)))
        table.setCurrentItem(_found(table, text)[0])

    def one_time_code(self) -> str:
        """The code to say on the telephone, read off its four groups."""
        labels = [label.text() for label in self._all(QLabel)]
        groups = [text for text in labels if re.fullmatch("[0-9A-Z]{4}", text)]
        assert len(groups) == 4, groups
        return " ".join(groups)

    def strikes(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        self._qtbot.keyClick(QApplication.focusWidget() or self._window, key, modifiers)

    def recovery_code(self) -> str:
        """The code as it stands on the recovery sheet once it is shown."""
        for widget in self._all(QWidget):
            signs = re.findall(r"\b([0-9A-Z](?: ?[0-9A-Z]){3})\b", name_of(widget))
            groups = [group.replace(" ", "") for group in signs if len(group) in (4, 7)]
            if len(groups) >= 8:
                return "-".join(groups[-8:])
        raise AssertionError("no recovery code can be read")

    def _named(self, kind: type[_Widget], is_it: Callable[[_Widget], bool]) -> _Widget:
        """The widget, as soon as it is there."""
        found: list[_Widget] = []

        def look() -> None:
            found.extend(widget for widget in self._all(kind) if is_it(widget))
            assert found, f"not among {[name_of(widget) for widget in self._all(kind)]}"

        self._qtbot.waitUntil(look, timeout=15000)
        return found[0]

    def _all(self, kind: type[_Widget]) -> list[_Widget]:
        found = self._window.findChildren(kind)
        return [widget for widget in found if widget.isVisibleTo(self._window)]

    def _is_called(self, button: QAbstractButton, name: str) -> bool:
        return button.text() == name or name_of(button) == name


def _found(table: QTableWidget, text: str) -> list[QTableWidgetItem]:
    return table.findItems(text, Qt.MatchFlag.MatchExactly)
