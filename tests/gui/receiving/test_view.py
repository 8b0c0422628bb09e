"""Receiving a case on the screen, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.one_time_code import new_code
from desktop.gui.kit.doors import Host
from desktop.gui.screens.receiving.view import CHOOSE, CODE, OPEN, ReceivingScreen
from desktop.workflow.clinic import Clinic
from tests.gui.reading import clipped, names, scrolls_across, words
from tests.gui.recorders import QueuedDialogs


@pytest.fixture
def screen(qtbot: QtBot, host: Host, open_clinic: Clinic) -> ReceivingScreen:
    made = ReceivingScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter()
    return made


@pytest.fixture
def sealed(open_clinic: Clinic, tmp_path: Path) -> tuple[Path, str]:
    open_clinic.moving.cost = CHEAPEST
    leaving = open_clinic.moving.leave(open_clinic.intake.open_case().id)
    open_clinic.moving.pack(leaving, tmp_path / "case.amparo-case")
    return tmp_path / "case.amparo-case", leaving.code


def test_tab_goes_from_the_file_to_the_code_to_the_act(screen: ReceivingScreen) -> None:
    order = ["Lock", CHOOSE, CODE, OPEN, "Cases"]
    assert [name for name in names(screen) if name in order] == order


def test_a_chosen_file_leads_to_the_code_and_enter_opens_it(
    screen: ReceivingScreen, qtbot: QtBot, dialogs: QueuedDialogs, sealed: tuple[Path, str]
) -> None:
    path, code = sealed
    dialogs.answers = [(path,)]
    qtbot.keyClick(screen._choose, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen._code
    qtbot.keyClicks(screen._code, code.lower() + "7")  # what is too much is not taken
    assert screen._code.text() == code.replace("-", " ")
    qtbot.keyClick(screen._code, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "is here already, and all that arrived is in it" in words(screen)
    assert QApplication.focusWidget() is screen._page.go
    assert clipped(screen) == []
    assert not scrolls_across(screen)


def test_a_wrong_code_is_said_and_stands_marked_to_be_typed_again(
    screen: ReceivingScreen, qtbot: QtBot, dialogs: QueuedDialogs, sealed: tuple[Path, str]
) -> None:
    dialogs.answers = [(sealed[0],)]
    qtbot.keyClick(screen._choose, Qt.Key.Key_Return)
    qtbot.keyClicks(screen._code, new_code())
    qtbot.keyClick(screen._code, Qt.Key.Key_Return)
    assert "this code belongs to another file" in words(screen)
    assert screen._code.selectedText() == screen._code.text()
