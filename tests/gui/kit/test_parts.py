"""Buttons that show a key, and stand idle with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.kit.parts import Paragraph, button
from tests.gui.reading import name_of


def test_a_key_has_its_own_room_beside_the_word(qtbot: QtBot):
    plain, keyed = button("New call", "main"), button("New call", "main", key="Ctrl+N")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 30
    assert name_of(keyed) == "New call"


def test_an_idle_button_can_be_reached_and_gives_its_reason(qtbot: QtBot):
    made = button("Go on", "main")
    qtbot.addWidget(made)
    made.idle("Your name is still missing.")
    assert made.isEnabled()
    assert made.is_idle
    assert made.accessibleDescription() == "Your name is still missing."
    made.idle()
    assert not made.is_idle


def test_a_paragraph_wraps_at_the_line_height_of_its_style(qtbot: QtBot):
    text = Paragraph("word " * 60, "prose")
    qtbot.addWidget(text)
    lines = text.heightForWidth(400) / 26
    assert lines == int(lines) > 2


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot):
    made = button("Go on", "main")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Return)
