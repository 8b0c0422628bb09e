"""A bug is told kindly, and its report holds nothing of a client."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems_casefile import FileInUse
from desktop.gui.shell.crash import CrashSheet, report, tell_of
from tests.gui.reading import button, clipped, names
from tests.gui.recorders import Said

ROOT = Path(__file__).resolve().parents[3]
SECRET = "Marisol R., born in Tegucigalpa"


def fall() -> None:
    raise ValueError(SECRET)


def caught() -> tuple[type[BaseException], BaseException]:
    try:
        fall()
    except ValueError as error:
        return type(error), error
    raise AssertionError


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_report_says_where_and_never_what():
    kind, error = caught()
    text = report(kind, error.__traceback__)
    assert "ValueError" in text
    assert "fall" in text
    assert "Marisol" not in text
    assert "Tegucigalpa" not in text


def test_a_bug_shows_its_report_before_anything_is_copied(
    window: QWidget, said: Said, capsys: pytest.CaptureFixture[str]
):
    kind, error = caught()
    tell_of(window, said, kind, error, error.__traceback__)
    tell_of(window, said, kind, error, error.__traceback__)
    (sheet,) = window.findChildren(CrashSheet)
    (shown,) = sheet.findChildren(QPlainTextEdit)
    assert "ValueError" in shown.toPlainText()
    assert all(names(sheet))
    assert clipped(sheet) == []
    button(sheet, "Copy the report").click()
    assert QApplication.clipboard().text() == shown.toPlainText()
    assert SECRET not in capsys.readouterr().err
    button(sheet, "Go on").click()
    assert not sheet.isVisible()


def test_what_python_cannot_raise_is_told_without_its_text():
    program = f"""
from desktop.app import _catch_bugs
class Case:
    def __del__(self):
        raise ValueError({SECRET!r})
_catch_bugs(None)
Case()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "ValueError" in done.stderr
    assert "Marisol" not in done.stderr


def test_a_problem_that_nobody_caught_is_told_as_a_problem(window: QWidget, said: Said):
    problem = FileInUse()
    tell_of(window, said, FileInUse, problem, None)
    assert said.problems == [problem]
    assert window.findChildren(CrashSheet) == []
    assert sys.exc_info() == (None, None, None)
