"""The whole window over a real file: doors, keys, and what the title may say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.domain.problems_casefile import FileInUse
from desktop.gui.screens.unlock.view import UnlockScreen
from desktop.gui.shell.main_window import MainWindow
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import PASSPHRASE
from tests.gui.reading import field


@pytest.fixture
def window(qtbot: QtBot, locked_clinic: Clinic, locks: list[str]) -> MainWindow:
    made = build_window(locked_clinic, lambda: locks.append("lock"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_clinic_without_a_file_begins_with_the_first_start(qtbot: QtBot, clinic: Clinic):
    made = build_window(clinic, lambda: None)
    qtbot.addWidget(made)
    assert type(made.pages.currentWidget()).__name__ == "FirstRunScreen"


def test_a_clinic_with_a_file_begins_at_the_locked_door(window: MainWindow):
    assert type(window.pages.currentWidget()).__name__ == "UnlockScreen"
    assert window.windowTitle() == "Amparo"


def test_while_it_is_locked_no_key_opens_or_locks_anything(
    window: MainWindow, qtbot: QtBot, locks: list[str]
):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_L, shift)
    assert locks == []
    assert type(window.pages.currentWidget()).__name__ == "UnlockScreen"


def test_the_window_fits_a_small_screen(window: MainWindow):
    assert window.minimumSizeHint().width() <= 960
    assert window.minimumSizeHint().height() <= 600


def test_a_message_goes_when_the_screen_changes(window: MainWindow):
    window.messages.problem(FileInUse())
    assert window.messages.text
    stack = window._stack
    assert stack is not None
    stack.go("first_run")
    assert window.messages.text == ""


@pytest.fixture
def unlocked(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after the passphrase was typed; the key is worked out in the background."""
    door = window.pages.currentWidget()
    qtbot.keyClicks(field(door, "Passphrase"), PASSPHRASE)
    qtbot.keyClick(field(door, "Passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle() == "Open cases - Amparo")
    return window


def test_ctrl_n_opens_a_new_case_and_escape_leads_back(unlocked: MainWindow, qtbot: QtBot):
    qtbot.keyClick(unlocked, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stack = unlocked._stack
    assert stack is not None
    assert stack.here == "case"
    unlocked.setFocus()
    qtbot.keyClick(unlocked, Qt.Key.Key_Escape)
    assert stack.here == "cases"


def test_ctrl_shift_l_locks(unlocked: MainWindow, qtbot: QtBot, locks: list[str]):
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(unlocked, Qt.Key.Key_L, shift)
    assert locks == ["lock"]


def test_the_door_is_gone_once_it_is_open(unlocked: MainWindow, qtbot: QtBot):
    qtbot.waitUntil(lambda: not unlocked.findChildren(UnlockScreen))


def test_the_title_never_holds_a_name(unlocked: MainWindow, locked_clinic: Clinic):
    record = locked_clinic.intake.open_case()
    record = locked_clinic.intake.answer(record, "client.name", "Marisol R.")
    stack = unlocked._stack
    assert stack is not None
    stack.go("case", case_id=record.id)
    assert "Marisol" not in unlocked.windowTitle()
