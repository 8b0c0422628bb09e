"""A case goes from one clinic's window to another's, and intakes come in from a table."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.records import Deed
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.journeys.probes import ChosenPlace, WindowProbe

# A menu takes the keyboard, which no screen without a display can give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PASSPHRASE = "violet ladder copper seventeen"
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 6:00 AM in Boston


def at_work(qtbot: QtBot, folder: Path, name: str, chosen: Path) -> tuple[Clinic, WindowProbe]:
    """Somebody before the open window of a clinic, and the file that they would choose."""
    clinic = Clinic(folder, FixedClock(NOW))
    clinic.access.set_up(PreparedKeys(new_keys(name, PASSPHRASE, CHEAPEST)))
    clinic.access.close()
    clinic.moving.cost = CHEAPEST
    window = build_window(clinic, lambda: None, lambda over: ChosenPlace(over, chosen))
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    somebody = WindowProbe(window, qtbot)
    somebody.types_and_enters("Passphrase", PASSPHRASE)
    somebody.waits_to_read("Open cases")
    return clinic, somebody


def goes_on_errand(somebody: WindowProbe, number: int) -> None:
    """By keys: the button's menu, down to the line, and Enter."""
    somebody.presses("Case file")
    somebody.picks_from_menu(number)


def test_a_case_moves_by_a_file_and_a_code_that_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    sealed = tmp_path / "stick" / "case.amparo-case"
    sealed.parent.mkdir()
    ours, ines = at_work(qtbot, tmp_path / "ours", "Ines Duarte", sealed)
    record = ours.intake.answer(ours.intake.open_case(), "client.name", "Marisol R.")
    ines.presses("Open cases")
    goes_on_errand(ines, 0)
    ines.types("Find a name, a code or a word of a note", "Marisol")
    ines.chooses_row("Marisol R.")
    ines.presses("Seal the case…")
    ines.waits_to_read("Say this code on the telephone")
    code = ines.one_time_code()
    ines.presses("I have told the code")
    assert code not in ines.reads
    ines.closes_the_window()
    ours.access.close()
    assert b"Marisol" not in sealed.read_bytes()

    theirs, noor = at_work(qtbot, tmp_path / "theirs", "Noor Invented", sealed)
    goes_on_errand(noor, 1)
    noor.presses("Choose the file…")
    noor.types("The code, as it is said", code.lower())
    noor.presses("Open the file")
    noor.waits_to_read("It would be case 26-0001.")
    assert theirs.intake.cases() == ()
    noor.presses("Take the case in")
    noor.waits_to_read("Case 26-0001 was taken in.")
    assert [row.id for row in theirs.intake.cases()] == [record.id]
    assert Deed.RECEIVED_CASE in [line.did for line in theirs.housekeeping.journal()]
    noor.closes_the_window()
    theirs.access.close()


def test_intakes_come_in_from_a_table_once_it_is_mended(qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "intakes.csv"
    clinic, somebody = at_work(qtbot, tmp_path / "ours", "Ines Duarte", table)
    goes_on_errand(somebody, 2)
    somebody.presses("Save an empty table…")
    somebody.waits_to_read("The empty table is saved as intakes.csv.")
    row = ",Marisol R.,,,Spanish,,Bostn police\r\n"
    table.write_bytes(table.read_bytes() + row.encode())
    somebody.presses("Choose files…")
    somebody.waits_to_read("1 thing that cannot be read")
    table.write_bytes(table.read_bytes().replace(b"Bostn", b"Boston"))
    somebody.presses("Choose again…")
    somebody.presses("Take in 1 case")
    somebody.waits_to_read("Taken in: 1 case.")
    (kept,) = clinic.intake.cases()
    assert (kept.name, kept.holder, kept.language) == ("Marisol R.", "boston_police", "es")
    somebody.closes_the_window()
    clinic.access.close()
