"""The ring stands around what has the keyboard, whole, and away from what the mouse pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.kit.focus import FocusRing
from desktop.gui.kit.parts import column, scrolled


class Room(QWidget):
    """A window with two fields and a button, in a scroll area without margins."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        lines = column(inside)
        self.first, self.second, self.press = QLineEdit(), QLineEdit(), QPushButton("Press")
        for widget in (self.first, self.second, self.press):
            lines.addWidget(widget)
        column(self, (8, 8, 8, 8)).addWidget(scrolled(inside))
        self.ring = FocusRing(self)
        self.resize(300, 200)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_ring_lies_three_pixels_outside_what_has_the_keyboard(room: Room, qtbot: QtBot):
    room.second.setFocus()
    qtbot.waitUntil(lambda: room.ring.around is room.second)
    place = QRect(room.second.mapTo(room, QPoint(0, 0)), room.second.size())
    assert room.ring.isVisible()
    assert room.ring.geometry() == place.adjusted(-3, -3, 3, 3)


def test_the_ring_follows_when_the_widget_moves(room: Room, qtbot: QtBot):
    room.second.setFocus()
    qtbot.waitUntil(lambda: room.ring.around is room.second)
    before = room.ring.geometry()
    room.first.setFixedHeight(60)
    qtbot.waitUntil(lambda: room.ring.geometry() != before)
    assert room.ring.geometry().top() > before.top()


def test_a_button_pressed_with_the_mouse_has_no_ring(room: Room, qtbot: QtBot):
    room.press.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.mousePress(room.press, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(room.press, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.ring.around is None)
    assert room.press.hasFocus()
    assert not room.ring.isVisible()


def test_a_button_reached_by_tab_has_the_ring(room: Room, qtbot: QtBot):
    room.second.setFocus()
    qtbot.keyClick(room.second, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: room.ring.around is room.press)


def test_what_shows_its_own_focus_has_no_ring(room: Room, qtbot: QtBot):
    room.second.setProperty("ring", "own")
    room.second.setFocus()
    qtbot.waitUntil(lambda: room.ring.around is None)
    assert not room.ring.isVisible()


def test_a_window_taken_down_with_the_ring_in_it_does_no_harm(qtbot: QtBot):
    room = Room()
    room.show()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    room.first.setFocus()
    with qtbot.waitSignal(room.destroyed):
        room.deleteLater()
