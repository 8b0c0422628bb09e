"""A backup comes back: into a fresh place from the first start, or in place of a damaged file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems_backup import NotABackup
from desktop.domain.problems_casefile import KeysDamaged, WrongPassphrase
from desktop.gui.kit.doors import Host
from desktop.gui.screens.first_run.view import FirstRunScreen
from desktop.gui.screens.restoring.view import CODE, PASSPHRASE, RestoringScreen
from desktop.gui.screens.unlock.view import UnlockScreen
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import INES
from tests.gui.conftest import PASSPHRASE as SECRET
from tests.gui.reading import button, clipped, field, names, places_of, words
from tests.gui.recorders import Places, QueuedDialogs, Said

CODE_OF_CASE = "26-0001"


@pytest.fixture
def backup(open_clinic: Clinic, tmp_path: Path) -> Path:
    """A backup of a clinic with one case, on a stick."""
    open_clinic.intake.open_case()
    path = tmp_path / "stick" / "b.amparo"
    path.parent.mkdir()
    keeping = open_clinic.housekeeping
    keeping.keep(keeping.pack(keeping.leave(path), path))
    open_clinic.access.close()
    return path


@pytest.fixture
def fresh(tmp_path: Path, clock: FixedClock) -> Iterator[Clinic]:
    """Another computer, without a case file."""
    made = Clinic(tmp_path / "elsewhere" / "file", clock)
    yield made
    made.access.close()


def shown(qtbot: QtBot, host: Host) -> RestoringScreen:
    screen = RestoringScreen(host)
    qtbot.addWidget(screen)
    screen.resize(1366, 688)
    screen.show()
    screen.enter()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, fresh: Clinic, host: Host, backup: Path) -> RestoringScreen:
    return shown(qtbot, replace(host, clinic=fresh))


def test_the_first_start_leads_here(qtbot: QtBot, host: Host, places: Places, held: list[QWidget]):
    first = FirstRunScreen(host)
    held.append(first)
    qtbot.addWidget(first)
    first.enter()
    first.show()
    button(first, "Bring back a backup instead").click()
    assert places.gone == [("restoring", {})]


def test_a_damaged_file_leads_here_and_a_wrong_passphrase_does_not(
    qtbot: QtBot, host: Host, locked_clinic: Clinic, places: Places, held: list[QWidget]
):
    door = UnlockScreen(host)
    held.append(door)
    qtbot.addWidget(door)
    door.show()
    door.enter()
    qtbot.keyClicks(field(door, "Passphrase"), "a wrong one")
    button(door, "Unlock").click()
    with pytest.raises(AssertionError):
        button(door, "Bring back a backup")
    for name in ("keys.json", "keys.json.bak"):
        (locked_clinic.access.folder / name).write_bytes(b"{}")
    button(door, "Unlock").click()
    assert KeysDamaged().sentence in words(door)
    button(door, "Bring back a backup").click()
    assert places.gone == [("restoring", {})]


def test_a_backup_opens_on_a_fresh_computer(
    screen: RestoringScreen, qtbot: QtBot, fresh: Clinic, backup: Path,
    dialogs: QueuedDialogs, places: Places, said: Said,
):  # fmt: skip
    dialogs.answers = [(backup,)]
    button(screen, "Choose the backup…").click()
    assert "b.amparo, made Tue 24 Nov, 6:00 AM" in words(screen)
    button(screen, "Bring it back").click()
    assert not fresh.access.has_file
    qtbot.keyClicks(field(screen, PASSPHRASE), SECRET)
    button(screen, "Bring it back").click()
    assert places.gone == [("cases", {})]
    assert said.told == ["The backup is back."]
    assert fresh.access.member_name == INES
    assert [row.code for row in fresh.intake.cases()] == [CODE_OF_CASE]


def test_a_wrong_passphrase_moves_nothing(
    screen: RestoringScreen, qtbot: QtBot, fresh: Clinic, backup: Path, dialogs: QueuedDialogs
):
    dialogs.answers = [(backup,)]
    button(screen, "Choose the backup…").click()
    qtbot.keyClicks(field(screen, PASSPHRASE), "a wrong one")
    button(screen, "Bring it back").click()
    assert WrongPassphrase().sentence in words(screen)
    assert not fresh.access.has_file


def test_the_recovery_sheet_brings_it_back_too_and_asks_for_a_passphrase_then(
    screen: RestoringScreen, qtbot: QtBot, backup: Path, prepared: PreparedKeys,
    dialogs: QueuedDialogs, places: Places,
):  # fmt: skip
    dialogs.answers = [(backup,)]
    button(screen, "Choose the backup…").click()
    button(screen, "Use the recovery sheet").click()
    qtbot.keyClicks(field(screen, CODE), prepared.recovery_code)
    button(screen, "Bring it back").click()
    assert places.gone == [("new_passphrase", {})]


def test_some_other_file_is_told_apart(
    screen: RestoringScreen, dialogs: QueuedDialogs, tmp_path: Path
):
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.7")
    dialogs.answers = [(), (other,)]
    button(screen, "Choose the backup…").click()
    button(screen, "Choose the backup…").click()
    assert NotABackup(name="letter.pdf").sentence in words(screen)


def test_a_damaged_file_is_set_aside_whole(
    qtbot: QtBot, host: Host, open_clinic: Clinic, backup: Path,
    dialogs: QueuedDialogs, said: Said, held: list[QWidget],
):  # fmt: skip
    folder = open_clinic.access.folder
    torn = (folder / "data.db").read_bytes()[:5000]
    (folder / "data.db").write_bytes(torn)
    screen = shown(qtbot, host)
    held.append(screen)
    dialogs.answers = [(backup,)]
    button(screen, "Choose the backup…").click()
    qtbot.keyClicks(field(screen, PASSPHRASE), SECRET)
    button(screen, "Bring it back").click()
    aside = folder.with_name(f"{folder.name} set aside 2026-11-24")
    assert (aside / "data.db").read_bytes() == torn
    assert str(aside) in said.told[0]
    assert [row.code for row in open_clinic.intake.cases()] == [CODE_OF_CASE]


def test_it_can_be_read_whole_and_walked_in_order(screen: RestoringScreen):
    for size in ((1366, 688), (960, 600)):
        screen.resize(*size)
        assert clipped(screen) == []
    assert all(names(screen))
    tops = [top for top, _ in places_of(screen)]
    assert tops == sorted(tops)
