"""The locked door decides: what opens it, what is said when it stays shut. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import FileInUse, WrongPassphrase, WrongRecoveryCode
from desktop.gui.kit.doors import Result
from desktop.gui.screens.unlock.presenter import (
    NothingTyped,
    UnlockPresenter,
    UnlockState,
    Way,
)
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import PASSPHRASE
from tests.gui.recorders import Places


@dataclass
class View:
    states: list[UnlockState] = field(default_factory=list)

    @property
    def now(self) -> UnlockState:
        return self.states[-1]

    def show_state(self, state: UnlockState) -> None:
        self.states.append(state)


class Later:
    """A background whose work waits until it is told to go on."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Problem], None],
        owner: object,
    ) -> None:
        def do() -> None:
            try:
                result = work()
            except Problem as problem:
                failed(problem)
            else:
                then(result)

        self.waiting.append(do)

    def go_on(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def door(view: View, locked_clinic: Clinic, places: Places, later: Later) -> UnlockPresenter:
    presenter = UnlockPresenter(view, locked_clinic.access, places, later)
    presenter.enter()
    return presenter


def test_the_passphrase_opens_the_list_of_cases(
    door: UnlockPresenter, later: Later, locked_clinic: Clinic, places: Places
):
    door.unlock(PASSPHRASE)
    later.go_on()
    assert locked_clinic.access.is_open
    assert places.gone == [("cases", {})]


def test_while_the_key_is_worked_out_the_door_waits_and_takes_no_second_try(
    door: UnlockPresenter, later: Later, view: View
):
    door.unlock(PASSPHRASE)
    door.unlock(PASSPHRASE)
    door.choose(Way.RECOVERY_CODE)
    assert view.now == UnlockState(waiting=True)
    assert len(later.waiting) == 1


def test_a_wrong_passphrase_is_told_and_may_be_tried_again(
    door: UnlockPresenter, later: Later, view: View, places: Places
):
    door.unlock("violet ladder copper sixteen")
    later.go_on()
    assert isinstance(view.now.problem, WrongPassphrase)
    assert not view.now.waiting
    assert view.now.tries == 1
    assert places.gone == []


def test_typing_again_takes_the_refusal_away(door: UnlockPresenter, later: Later, view: View):
    door.unlock("wrong")
    later.go_on()
    door.typed()
    assert view.now.problem is None


def test_an_empty_field_is_no_try(door: UnlockPresenter, later: Later, view: View):
    door.unlock("   ")
    assert isinstance(view.now.problem, NothingTyped)
    assert later.waiting == []


def test_the_recovery_code_opens_it_too(
    door: UnlockPresenter, later: Later, prepared: PreparedKeys, locked_clinic: Clinic
):
    door.choose(Way.RECOVERY_CODE)
    door.unlock(prepared.recovery_code.lower().replace("-", " "))
    later.go_on()
    assert locked_clinic.access.is_open


def test_a_wrong_recovery_code_is_told_as_such(door: UnlockPresenter, later: Later, view: View):
    door.choose(Way.RECOVERY_CODE)
    door.unlock("0000-" * 8)
    later.go_on()
    assert isinstance(view.now.problem, WrongRecoveryCode)
    assert view.now.way is Way.RECOVERY_CODE


def test_a_file_that_another_window_has_open_is_told(
    view: View, open_clinic: Clinic, places: Places, later: Later
):
    other = Clinic(open_clinic.access.folder, open_clinic.clock)
    door = UnlockPresenter(view, other.access, places, later)
    door.enter()
    door.unlock(PASSPHRASE)
    later.go_on()
    assert isinstance(view.now.problem, FileInUse)
    assert places.gone == []
