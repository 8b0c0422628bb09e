"""Fields for secrets: Caps Lock is noticed, codes come in groups."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.kit.passphrase import PassphraseField, RecoveryCodeField

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("typed", "modifier", "is_on"),
    [("a", PLAIN, False), ("A", SHIFT, False), ("A", PLAIN, True), ("a", SHIFT, True)],
)
def test_a_letter_tells_whether_caps_lock_is_on(
    qtbot: QtBot, typed: str, modifier: Qt.KeyboardModifier, is_on: bool
):
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    seen: list[bool] = []
    field.caps_lock_seen.connect(seen.append)
    field.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, modifier, typed))
    assert seen == [is_on]


@pytest.mark.parametrize("typed", ["7", " ", "漢"])
def test_what_has_no_case_tells_nothing(qtbot: QtBot, typed: str):
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    seen: list[bool] = []
    field.caps_lock_seen.connect(seen.append)
    field.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, 0, PLAIN, typed))
    assert seen == []


def test_a_passphrase_is_dots_until_it_is_shown(qtbot: QtBot):
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.reveal(True)
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_a_code_is_shown_in_groups_however_it_is_typed(qtbot: QtBot):
    field = RecoveryCodeField("Recovery code")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "abcd-ef gh2")
    assert field.text() == "ABCD EFGH 2"


def test_a_sign_put_into_the_middle_leaves_the_cursor_behind_it(qtbot: QtBot):
    field = RecoveryCodeField("Recovery code")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "abcdefgh")
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "x")
    assert field.text() == "ABXC DEFG H"
    assert field.cursorPosition() == 3


def test_a_code_takes_no_more_signs_than_it_has(qtbot: QtBot):
    field = RecoveryCodeField("Recovery code")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "a" * 40)
    assert field.text().count("A") == 32
