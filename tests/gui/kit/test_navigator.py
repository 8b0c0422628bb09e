"""Going there and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from desktop.gui.kit.navigator import Host, Screen, Stack

Log = list[str]


class Plain(Screen):
    """Writes down when it is entered and left."""

    def __init__(self, name: str, log: Log) -> None:
        super().__init__()
        self._name, self._log = name, log
        log.append(f"{name} built")

    def enter(self, **values: object) -> None:
        self._log.append(f"{self._name} entered {values}")

    def leave(self) -> None:
        self._log.append(f"{self._name} left")


class Secret(Plain):
    keeps_nothing = True


@pytest.fixture
def log() -> Log:
    return []


@pytest.fixture
def stack(qtbot: QtBot, host: Host, log: Log) -> Stack:
    def plain(name: str, kind: type[Plain] = Plain) -> Callable[[Host], Screen]:
        return lambda _host: kind(name, log)

    pages = QStackedWidget()
    qtbot.addWidget(pages)
    contents = {
        "unlock": plain("unlock", Secret),
        "cases": plain("cases"),
        "case": plain("case"),
        "letter": plain("letter"),
    }
    stack = Stack(pages, contents, ("unlock", "cases"))
    stack.serve(host)
    return stack


def test_a_screen_is_built_when_first_needed_and_then_kept(stack: Stack, log: Log):
    stack.go("cases")
    stack.go("case", case_id="a")
    stack.go("cases")
    stack.go("case", case_id="b")
    assert log.count("case built") == 1
    assert "letter built" not in log
    assert log[-1] == "case entered {'case_id': 'b'}"


def test_back_returns_the_way_we_came_with_the_same_values(stack: Stack, log: Log):
    stack.go("cases")
    stack.go("case", case_id="a")
    stack.go("letter", case_id="a")
    stack.back()
    assert stack.here == "case"
    assert log[-1] == "case entered {'case_id': 'a'}"
    stack.back()
    assert stack.here == "cases"


def test_nothing_leads_back_from_a_home(stack: Stack, log: Log):
    stack.go("cases")
    stack.go("case", case_id="a")
    stack.go("cases")
    stack.back()
    assert stack.here == "cases"


def test_a_screen_is_left_before_the_next_is_entered(stack: Stack, log: Log):
    stack.go("cases")
    stack.go("case", case_id="a")
    assert log.index("cases left") < log.index("case entered {'case_id': 'a'}")


def test_a_screen_that_saw_a_secret_is_destroyed_when_left(stack: Stack, log: Log, qtbot: QtBot):
    stack.go("unlock")
    secret = stack.current
    assert secret is not None
    with qtbot.waitSignal(secret.destroyed):
        stack.go("cases")
    stack.go("unlock")
    assert log.count("unlock built") == 2
