"""Offscreen, at scale 1, in our own fonts; a real clinic over a real encrypted file."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["AMPARO_THEME"] = "light"
os.environ["AMPARO_TEXT"] = "1"

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.signoff import Role
from desktop.gui.kit import theme
from desktop.gui.kit.background import AtOnce
from desktop.gui.kit.doors import Host
from desktop.system.clock import FixedClock
from desktop.workflow.access import Access, PreparedKeys
from desktop.workflow.clinic import Clinic
from desktop.workflow.session import Session
from tests.gui.recorders import Places, QueuedDialogs, Said

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 6:00 AM in Boston
INES = "Inés Duarte"
PASSPHRASE = "violet ladder copper seventeen"


class QuickAccess(Access):
    """The real door, whose new keys cost the least that is allowed."""

    def prepare(self, name: str, passphrase: str, role: Role = Role.ADMINISTRATOR) -> PreparedKeys:
        return PreparedKeys(new_keys(name, passphrase, CHEAPEST), role)


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp)


@pytest.fixture(autouse=True)
def _no_window_stays_open(_dressed: None) -> Iterator[None]:
    yield
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open: {left}"


@pytest.fixture
def held() -> list[QWidget]:
    """Keeps what a test made until its window is closed: Python may take it away while Qt paints.

    Whoever makes a screen in a test's own body puts it here.
    """
    return []


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def clinic(tmp_path: Path, clock: FixedClock) -> Iterator[Clinic]:
    """A clinic whose file is not made yet."""
    made = Clinic(tmp_path / "the clinic's file", clock)
    # One session behind all errands: the quick door must open the file for every one of them.
    session: Session = made.access._session
    made.access = QuickAccess(session)
    yield made
    made.access.close()


@pytest.fixture(scope="session")
def prepared() -> PreparedKeys:
    return PreparedKeys(new_keys(INES, PASSPHRASE, CHEAPEST))


@pytest.fixture
def open_clinic(clinic: Clinic, prepared: PreparedKeys) -> Clinic:
    """The same clinic with its file made and open."""
    clinic.access.set_up(prepared)
    return clinic


@pytest.fixture
def locked_clinic(open_clinic: Clinic) -> Clinic:
    """The same clinic with its file made and locked."""
    open_clinic.access.close()
    return open_clinic


@pytest.fixture
def places() -> Places:
    return Places()


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def dialogs() -> QueuedDialogs:
    return QueuedDialogs()


@pytest.fixture
def locks() -> list[str]:
    """One word each time that a screen asked to lock."""
    return []


@pytest.fixture
def host(
    clinic: Clinic, places: Places, said: Said, dialogs: QueuedDialogs, locks: list[str]
) -> Host:
    """The doors of one screen, with the background's work done on the spot."""
    return Host(clinic, places, AtOnce(), dialogs, said, lambda: locks.append("lock"))
