"""The locked door on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import empty_box
from desktop.domain.problems_casefile import WrongPassphrase
from desktop.domain.signoff import Role
from desktop.gui.kit.doors import Host
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.unlock.view import UnlockScreen
from desktop.workflow.clinic import Clinic
from desktop.workflow.members import PreparedWayIn
from tests.gui.conftest import PASSPHRASE
from tests.gui.reading import button, clipped, field, names, places_of, words
from tests.gui.recorders import Places


@pytest.fixture
def screen(qtbot: QtBot, locked_clinic: Clinic, host: Host) -> UnlockScreen:
    made = UnlockScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter()
    return made


def test_nothing_is_filled_in_and_the_field_waits_for_typing(screen: UnlockScreen):
    assert field(screen, "Passphrase").text() == ""
    assert names(screen) == ["Passphrase", "Show", "Unlock", "Forgot the passphrase"]


def test_enter_in_the_field_unlocks(screen: UnlockScreen, qtbot: QtBot, places: Places):
    qtbot.keyClicks(field(screen, "Passphrase"), PASSPHRASE)
    qtbot.keyClick(field(screen, "Passphrase"), Qt.Key.Key_Return)
    assert places.gone == [("cases", {})]


def test_a_refusal_stands_under_the_field_and_the_next_letter_replaces_what_was_typed(
    screen: UnlockScreen, qtbot: QtBot
):
    passphrase = field(screen, "Passphrase")
    qtbot.keyClicks(passphrase, "wrong one")
    button(screen, "Unlock").click()
    assert WrongPassphrase().sentence in words(screen)
    assert passphrase.selectedText() != ""
    assert clipped(screen) == []
    qtbot.keyClicks(passphrase, "v")
    assert passphrase.text() == "v"
    assert WrongPassphrase().sentence not in words(screen)


def test_caps_lock_is_noticed_as_letters_come(screen: UnlockScreen, qtbot: QtBot):
    passphrase = field(screen, "Passphrase")
    qtbot.keyClick(passphrase, "A", Qt.KeyboardModifier.NoModifier)
    qtbot.keyClicks(passphrase, "b")
    assert "Caps Lock is on" not in words(screen)
    passphrase.caps_lock_seen.emit(True)  # type: ignore[attr-defined]
    assert "Caps Lock is on" in words(screen)


def test_show_shows_and_hide_hides(screen: UnlockScreen):
    passphrase = field(screen, "Passphrase")
    button(screen, "Show").click()
    assert passphrase.echoMode() is QLineEdit.EchoMode.Normal
    button(screen, "Hide").click()
    assert passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_who_forgot_can_type_the_recovery_code(screen: UnlockScreen, qtbot: QtBot):
    button(screen, "Forgot the passphrase").click()
    assert names(screen) == ["Recovery code", "Unlock", "Use the passphrase"]
    qtbot.keyClicks(field(screen, "Recovery code"), "abcdefgh")
    assert field(screen, "Recovery code").text() == "ABCD EFGH"
    assert clipped(screen) == []


def test_tab_goes_down_the_page(screen: UnlockScreen):
    assert places_of(screen) == sorted(places_of(screen))


def test_no_stop_is_without_a_name(screen: UnlockScreen):
    assert all(names(screen))


def test_where_several_have_a_passphrase_one_says_who_one_is(
    qtbot: QtBot, open_clinic: Clinic, host: Host, places: Places, held: list[QWidget]
):
    box = empty_box(open_clinic.access._session.open_file.key, "Ruth", "copper owls", CHEAPEST)
    open_clinic.members.add(PreparedWayIn("Ruth", box), Role.ATTORNEY)
    open_clinic.access.close()
    door = UnlockScreen(host)
    held.append(door)
    qtbot.addWidget(door)
    door.show()
    door.enter()
    assert names(door)[0] == "Who are you?"
    (who,) = door.findChildren(Pick)
    assert who.currentIndex() == -1, "nobody is chosen beforehand"
    who.setCurrentIndex(0)
    who.activated.emit(0)
    qtbot.keyClicks(field(door, "Passphrase"), "copper owls")
    button(door, "Unlock").click()
    assert WrongPassphrase().sentence in words(door)
    who.setCurrentIndex(1)
    who.activated.emit(1)
    button(door, "Unlock").click()
    assert places.gone == [("cases", {})]
    assert open_clinic.access.member_name == "Ruth"
