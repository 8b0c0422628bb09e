"""From the first start to a letter on the disk: the real window over a real encrypted file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.journeys.probes import ChosenPlace, WindowProbe

PASSPHRASE = "violet ladder copper seventeen"
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 6:00 AM in Boston
CTRL = Qt.KeyboardModifier.ControlModifier


def _text(path: Path) -> tuple[str, int]:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split()), len(pages)


def _sets_up_the_file(somebody: WindowProbe) -> None:
    somebody.presses("Go on")
    somebody.types("Your name", "Ines Duarte")
    somebody.presses("Go on")
    somebody.types("Passphrase", PASSPHRASE)
    somebody.types("The same again", PASSPHRASE)
    somebody.presses("Go on")
    somebody.presses("Write it down by hand")
    code = somebody.recovery_code()
    somebody.types("To be sure you have it, type the code from the paper", code.lower())
    somebody.presses("Make the case file")


def _takes_the_call(somebody: WindowProbe) -> None:
    somebody.strikes(Qt.Key.Key_N, CTRL)
    somebody.waits_to_read("facts are missing")
    somebody.picks("Who holds the person now?", "Boston police")
    somebody.chooses("Is the person held now, or let go?", "Held now")
    somebody.picks("What has happened so that the person should be let go?", "Bail was paid")
    somebody.types_and_enters("When did that happen?", "2:10 am")
    somebody.picks("What reason do they give for holding the person?", "Immigration")
    somebody.presses("Add a paper")
    somebody.picks("Which paper is it? The number stands in a corner.", "I-247A, detainer")
    somebody.chooses("Which box is ticked: 1, or 2 (ICE lent the person for a court case)?", "1")
    somebody.chooses("Has ICE cancelled this paper?", "No")
    somebody.chooses("Are these all the papers there are about the person?", "Yes")
    somebody.chooses("Is it sure that nothing else holds the person?", "Yes")


def test_from_first_start_to_a_saved_letter(qtbot: QtBot, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    clinic = Clinic(tmp_path / "clinic", FixedClock(NOW))
    window = build_window(clinic, lambda: None, lambda over: ChosenPlace(over, letter))
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    somebody = WindowProbe(window, qtbot)

    _sets_up_the_file(somebody)
    somebody.waits_to_read("No open cases")
    _takes_the_call(somebody)
    somebody.waits_to_read("Boston police have no authority to keep holding the person.")
    assert "Lunn v. Commonwealth" in somebody.reads
    somebody.strikes(Qt.Key.Key_L, CTRL)
    somebody.waits_to_read("Only an attorney can take DRAFT off.")
    somebody.presses("Save as PDF")
    qtbot.waitUntil(letter.exists)

    text, pages = _text(letter)
    assert text.count("DRAFT") >= pages
    assert "Your bail was paid on Tuesday, November 24 at 2:10 AM." in text
    assert "City of Boston Code § 11-1.9(B)" in text
    assert "Lunn v. Commonwealth, 477 Mass. 517" in text
    clinic.access.close()
    assert b"oston" not in (clinic.access.folder / "data.db").read_bytes()
    clinic.access.unlock(clinic.access.derive(PASSPHRASE))
    (row,) = clinic.intake.cases()
    assert row.holder == "boston_police"
    clinic.access.close()
