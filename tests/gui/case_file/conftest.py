"""The case file's own screen over a real file with three members."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import empty_box
from desktop.domain.signoff import Role
from desktop.gui.kit.doors import Host
from desktop.gui.screens.case_file.view import CaseFileScreen
from desktop.workflow.clinic import Clinic
from desktop.workflow.members import PreparedWayIn

RUTH, TOMAS, OWLS = "Ruth Abara", "Tomas Reyes", "copper river nine owls"


@pytest.fixture
def three(open_clinic: Clinic) -> Clinic:
    """Inés looks after the file, Ruth is the attorney, Tomas volunteers."""
    for name, role in ((RUTH, Role.ATTORNEY), (TOMAS, Role.VOLUNTEER)):
        key = open_clinic.access._session.open_file.key
        box = empty_box(key, name, OWLS, CHEAPEST)
        open_clinic.members.add(PreparedWayIn(name, box), role)
    return open_clinic


@pytest.fixture
def open_at(
    qtbot: QtBot, three: Clinic, host: Host, held: list[QWidget]
) -> Callable[[str], CaseFileScreen]:
    """The screen at one of its pages."""

    def at(page: str) -> CaseFileScreen:
        made = CaseFileScreen(host)
        held.append(made)
        qtbot.addWidget(made)
        made.resize(1366, 688)
        made.show()
        made.enter(page=page)
        return made

    return at
