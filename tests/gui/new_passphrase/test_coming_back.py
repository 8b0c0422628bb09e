"""After the recovery code a passphrase is set, and only then the cases are seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.records import Deed
from desktop.gui.kit.doors import Host
from desktop.gui.screens.new_passphrase.view import NewPassphraseScreen
from desktop.gui.screens.unlock.view import UnlockScreen
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import INES
from tests.gui.reading import button, clipped, field, names, places_of, words
from tests.gui.recorders import Places, Said

NEW = "amber violin market shoe"


@pytest.fixture
def screen(
    qtbot: QtBot, locked_clinic: Clinic, prepared: PreparedKeys, host: Host
) -> NewPassphraseScreen:
    locked_clinic.access.unlock(locked_clinic.access.derive_from_recovery(prepared.recovery_code))
    made = NewPassphraseScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter()
    return made


def test_the_recovery_code_leads_to_a_new_passphrase(
    qtbot: QtBot, locked_clinic: Clinic, prepared: PreparedKeys, host: Host, places: Places,
    held: list[QWidget],
):  # fmt: skip
    door = UnlockScreen(host)
    held.append(door)
    qtbot.addWidget(door)
    door.show()
    door.enter()
    button(door, "Forgot the passphrase").click()
    qtbot.keyClicks(field(door, "Recovery code"), prepared.recovery_code)
    button(door, "Unlock").click()
    assert places.gone == [("new_passphrase", {})]


def test_the_new_passphrase_lets_its_owner_in(
    screen: NewPassphraseScreen, qtbot: QtBot, locked_clinic: Clinic, places: Places, said: Said
):
    assert screen.escape(), "nothing leads past it"
    qtbot.keyClicks(field(screen, "The new passphrase"), NEW)
    assert "Type it a second time, to be sure." in words(screen)
    qtbot.keyClicks(field(screen, "The same again"), NEW)
    button(screen, "Go on to the cases").click()
    assert places.gone == [("cases", {})]
    assert "The recovery sheet was used." in said.told[0]
    assert locked_clinic.access.member_name == INES
    assert [(line.who, line.did) for line in locked_clinic.housekeeping.journal()[-3:]] == [
        ("", Deed.OPENED_BY_RECOVERY),
        ("", Deed.CHANGED_PASSPHRASE),
        (INES, Deed.OPENED_FILE),
    ]
    locked_clinic.access.close()
    locked_clinic.access.unlock(locked_clinic.access.derive(NEW, INES))


def test_it_can_be_read_whole_and_walked_in_order(screen: NewPassphraseScreen):
    assert clipped(screen) == []
    assert all(names(screen))
    assert places_of(screen) == sorted(places_of(screen))
