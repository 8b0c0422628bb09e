"""The one question that may stop the work: its yes is the act itself, and Esc is no."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.kit.dialogs import Dialogs


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    window = QWidget()
    qtbot.addWidget(window)
    return Dialogs(window)


def box() -> QMessageBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


def press(words: str) -> None:
    next(each for each in box().findChildren(QPushButton) if each.text() == words).click()


@pytest.mark.parametrize(("words", "answer"), [("Replace the file", True), ("Cancel", False)])
def test_the_buttons_answer_the_question(dialogs: Dialogs, words: str, answer: bool):
    QTimer.singleShot(0, lambda: press(words))
    assert dialogs.confirm("Replace it?", "It is there already.", "Replace the file") is answer


def test_escape_is_no(dialogs: Dialogs, qtbot: QtBot):
    QTimer.singleShot(0, lambda: qtbot.keyClick(box(), Qt.Key.Key_Escape))
    assert dialogs.confirm("Replace it?", "It is there already.", "Replace the file") is False


def test_nothing_is_chosen_beforehand_but_the_way_out(dialogs: Dialogs):
    def look() -> None:
        default = box().defaultButton().text()
        seen.append(default)
        box().reject()

    seen: list[str] = []
    QTimer.singleShot(0, look)
    dialogs.confirm("Replace it?", "It is there already.", "Replace the file")
    assert seen == ["Cancel"]


def test_a_name_without_an_ending_gets_it_before_it_is_taken(dialogs: Dialogs, tmp_path: Path):
    def save() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QFileDialog)
        found.selectFile(str(tmp_path / "sheet"))
        found.accept()

    QTimer.singleShot(0, save)
    assert dialogs.save_as("Save", "Recovery sheet.pdf", "PDF (*.pdf)") == tmp_path / "sheet.pdf"


def test_cancelling_is_no_place(dialogs: Dialogs):
    def leave() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QFileDialog)
        found.reject()

    QTimer.singleShot(0, leave)
    assert dialogs.save_as("Save", "Recovery sheet.pdf", "PDF (*.pdf)") is None


def test_files_to_read_are_chosen_by_one_or_many(dialogs: Dialogs, tmp_path: Path):
    paths = tuple(tmp_path / name for name in ("a.csv", "b.csv"))
    for path in paths:
        path.touch()

    def choose() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QFileDialog)
        modes.append(found.fileMode())
        found.selectFile(str(paths[0]))
        found.accept()

    modes: list[QFileDialog.FileMode] = []
    for many in (False, True):
        QTimer.singleShot(0, choose)
        assert dialogs.choose_files("Which?", "Tables (*.csv)", many=many) == paths[:1]
    assert modes == [QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.ExistingFiles]
