"""Importing intakes on the screen, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.kit.doors import Host
from desktop.gui.screens.importing.view import ImportingScreen
from desktop.workflow.clinic import Clinic
from tests.gui.reading import clipped, names, scrolls_across, words
from tests.gui.recorders import QueuedDialogs


@pytest.fixture
def screen(qtbot: QtBot, host: Host, open_clinic: Clinic) -> ImportingScreen:
    made = ImportingScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter()
    return made


@pytest.fixture
def looked(
    screen: ImportingScreen, dialogs: QueuedDialogs, tmp_path: Path, qtbot: QtBot
) -> ImportingScreen:
    table = tmp_path / "intakes.csv"
    table.write_text("Name,Held by\nA,ICE\nB,Bostn police\nC,Bstn police\n")
    dialogs.answers = [(table,)]
    qtbot.keyClick(screen._page.go, Qt.Key.Key_Return)
    return screen


def test_the_lists_say_what_they_are_and_arrows_move_in_them(
    looked: ImportingScreen, qtbot: QtBot
) -> None:
    assert QApplication.focusWidget() is looked._refused
    for _ in range(2):
        qtbot.keyClick(looked._refused, Qt.Key.Key_Down)
    assert looked._refused.chosen_row == 1
    reached = names(looked)
    order = ["What cannot be read", "Cases that can be taken in", "Choose again…", "Take in 1 case"]
    assert [name for name in reached if name in order] == order


def test_the_main_act_stands_idle_with_its_reason(looked: ImportingScreen) -> None:
    assert looked._page.go.is_idle
    assert "All are taken in, or none." in words(looked)
    assert clipped(looked) == []
    assert not scrolls_across(looked)


def test_escape_returns_to_choosing(looked: ImportingScreen) -> None:
    assert looked.escape()
    assert "Begin with the empty table" in words(looked)
    assert not looked.escape()


def test_where_there_is_no_room_page_keys_scroll(screen: ImportingScreen, qtbot: QtBot) -> None:
    screen.resize(960, 260)
    QApplication.processEvents()
    bar = screen._page._area.verticalScrollBar()
    qtbot.keyClick(screen._page.go, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
