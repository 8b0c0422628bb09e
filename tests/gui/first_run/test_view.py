"""The first start on the screen, walked through with keys and buttons."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.kit.doors import Host
from desktop.gui.kit.recovery_sheet import SheetPicture
from desktop.gui.screens.first_run.view import FirstRunScreen
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import PASSPHRASE
from tests.gui.reading import button, clipped, field, name_of, names, places_of, words
from tests.gui.recorders import Places, QueuedDialogs

TYPE_BACK = "To be sure you have it, type the code from the paper"


@pytest.fixture
def screen(qtbot: QtBot, host: Host) -> FirstRunScreen:
    made = FirstRunScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter()
    return made


@pytest.fixture
def at_sheet(screen: FirstRunScreen, qtbot: QtBot) -> FirstRunScreen:
    button(screen, "Go on").click()
    qtbot.keyClicks(field(screen, "Your name"), "Ines Duarte")
    qtbot.keyClick(field(screen, "Your name"), Qt.Key.Key_Return)
    qtbot.keyClicks(field(screen, "Passphrase"), PASSPHRASE)
    qtbot.keyClicks(field(screen, "The same again"), PASSPHRASE)
    qtbot.keyClick(field(screen, "The same again"), Qt.Key.Key_Return)
    return screen


def code_of(screen: FirstRunScreen) -> str:
    return screen._state.code


def test_from_welcome_to_an_open_file(
    at_sheet: FirstRunScreen, qtbot: QtBot, clinic: Clinic, places: Places
):
    qtbot.keyClicks(field(at_sheet, TYPE_BACK), code_of(at_sheet).replace("-", ""))
    assert "The code is as on the sheet" in words(at_sheet)
    button(at_sheet, "Make the case file").click()
    assert clinic.access.is_open
    assert places.gone == [("cases", {})]


def test_the_code_stays_hidden_until_it_is_to_be_written_down(at_sheet: FirstRunScreen):
    picture = at_sheet.findChildren(SheetPicture)[0]
    first = " ".join(code_of(at_sheet)[:4])
    assert first not in name_of(picture)
    button(at_sheet, "Write it down by hand").click()
    assert first in name_of(picture)
    button(at_sheet, "Hide the code").click()
    assert first not in name_of(picture)


def test_the_saved_sheet_holds_the_code(
    at_sheet: FirstRunScreen, dialogs: QueuedDialogs, tmp_path: Path
):
    path = tmp_path / "sheet.pdf"
    dialogs.answers = [path]
    button(at_sheet, "Save it").click()
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    signs = "".join(sign for sign in text if sign.isalnum())
    assert len(document) == 1
    assert all(group in signs for group in code_of(at_sheet).split("-"))
    assert "Recovery sheet" in text
    document.close()


def test_a_place_that_cannot_be_written_to_is_told(
    at_sheet: FirstRunScreen, dialogs: QueuedDialogs, tmp_path: Path
):
    dialogs.answers = [tmp_path / "nowhere" / "sheet.pdf"]
    button(at_sheet, "Save it").click()
    assert "The sheet was not saved." in words(at_sheet)


def test_the_sheet_prints_on_whatever_can_be_painted_on(
    at_sheet: FirstRunScreen, dialogs: QueuedDialogs, tmp_path: Path
):
    path = tmp_path / "printed.pdf"
    dialogs.answers = [QPdfWriter(str(path))]
    button(at_sheet, "Print the sheet").click()
    assert path.stat().st_size > 1000


def test_the_one_main_button_is_the_next_thing_to_do(at_sheet: FirstRunScreen, qtbot: QtBot):
    printing, going_on = button(at_sheet, "Print the sheet"), button(at_sheet, "Make the case file")
    assert printing.property("look") == "main"
    assert going_on.property("idle") == "true"
    qtbot.keyClicks(field(at_sheet, TYPE_BACK), code_of(at_sheet))
    assert printing.property("look") == "bordered"
    assert going_on.property("idle") == "false"


def test_fields_are_empty_again_after_going_back(at_sheet: FirstRunScreen, qtbot: QtBot):
    button(at_sheet, "Back").click()
    assert field(at_sheet, "Passphrase").text() == ""
    assert field(at_sheet, "The same again").text() == ""
    button(at_sheet, "Back").click()
    assert field(at_sheet, "Your name").text() == "Ines Duarte"


def test_each_step_can_be_read_whole_and_walked_in_order(
    screen: FirstRunScreen, qtbot: QtBot, request: pytest.FixtureRequest
):
    seen = []
    for step in ("Go on", "Your name", "Passphrase"):
        seen.append(step)
        assert clipped(screen) == [], step
        assert all(names(screen)), step
        assert places_of(screen) == sorted(places_of(screen)), step
        if step == "Go on":
            button(screen, "Go on").click()
        elif step == "Your name":
            qtbot.keyClicks(field(screen, "Your name"), "Ines")
            button(screen, "Go on").click()
    assert len(seen) == 3


def test_every_step_begins_at_the_same_left_edge(at_sheet: FirstRunScreen):
    edges = set()
    for page in at_sheet._pages.values():
        head = page.findChildren(QLabel)[0]
        edges.add((head.text() != "", head.mapTo(page, QPoint(0, 0)).x()))
    assert edges == {(True, 0)}


def test_the_sheet_can_be_read_whole_and_walked_in_order(at_sheet: FirstRunScreen):
    assert clipped(at_sheet) == []
    assert names(at_sheet) == [
        "Print the sheet",
        "Save it",
        "Write it down by hand",
        TYPE_BACK,
        "Back",
        "Make the case file",
    ]
    assert places_of(at_sheet) == sorted(places_of(at_sheet))


def test_in_a_small_window_nothing_is_clipped(at_sheet: FirstRunScreen):
    at_sheet.resize(700, 400)
    assert clipped(at_sheet) == []
