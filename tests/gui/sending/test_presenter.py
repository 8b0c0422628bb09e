"""Sending a case decides: which case, a sealed file, a code that is shown once. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.recovery import LETTERS
from desktop.domain.problems_moving import BundleNotWritten
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.gui.kit.doors import Host
from desktop.gui.screens.sending.presenter import (
    CHOOSE_CASE,
    TELL_FIRST,
    SendingPresenter,
    SendingState,
)
from desktop.gui.screens.sending.spelled import WORDS, spelled
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import INES
from tests.gui.recorders import Places, QueuedDialogs


@dataclass
class View:
    states: list[SendingState] = field(default_factory=list)

    @property
    def now(self) -> SendingState:
        return self.states[-1]

    def show_state(self, state: SendingState) -> None:
        self.states.append(state)


@pytest.fixture
def case_id(open_clinic: Clinic) -> str:
    open_clinic.moving.cost = CHEAPEST
    record = open_clinic.intake.open_case()
    return open_clinic.intake.answer(record, "client.name", "Marisol R.").id


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(view: View, host: Host, case_id: str) -> SendingPresenter:
    made = SendingPresenter(view, host)
    made.enter()
    return made


def test_nothing_is_sealed_before_a_case_is_chosen(
    presenter: SendingPresenter, view: View, dialogs: QueuedDialogs
) -> None:
    assert view.now.missing == CHOOSE_CASE
    presenter.go_on()
    assert dialogs.asked == []


def test_a_case_that_the_search_hides_is_not_sealed(
    presenter: SendingPresenter, view: View, case_id: str
) -> None:
    presenter.choose(case_id)
    presenter.look_for("somebody else")
    assert (view.now.lines, view.now.missing) == ((), CHOOSE_CASE)
    presenter.look_for("mari")
    assert view.now.missing == ""


def test_the_code_is_shown_opens_the_file_and_is_gone_with_the_page(
    presenter: SendingPresenter,
    view: View,
    open_clinic: Clinic,
    case_id: str,
    dialogs: QueuedDialogs,
    places: Places,
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.amparo-case"
    dialogs.answers = [path]
    presenter.choose(case_id)
    presenter.go_on()
    assert any(state.waiting for state in view.states)
    assert view.now.file == path.name
    assert open_clinic.moving.open(path, view.now.code).id == case_id
    assert open_clinic.housekeeping.journal()[-1].did is Deed.SENT_CASE
    assert not presenter.may_leave()
    assert view.now.held_back == TELL_FIRST
    presenter.go_on()
    assert places.gone == [("cases", {})]
    presenter.enter()
    assert view.now.code == ""


def test_a_place_that_takes_nothing_leaves_no_line_in_the_journal(
    presenter: SendingPresenter,
    view: View,
    open_clinic: Clinic,
    case_id: str,
    dialogs: QueuedDialogs,
    tmp_path: Path,
) -> None:
    dialogs.answers = [tmp_path / "gone" / "case.amparo-case", None]
    presenter.choose(case_id)
    presenter.go_on()
    assert isinstance(view.now.problem, BundleNotWritten)
    assert (view.now.code, view.now.missing) == ("", "")
    presenter.go_on()  # and cancelling is no place
    assert open_clinic.housekeeping.journal()[-1].did is not Deed.SENT_CASE
    assert presenter.may_leave()


def test_a_volunteer_is_told_whom_to_ask(
    presenter: SendingPresenter, view: View, open_clinic: Clinic, case_id: str
) -> None:
    file = open_clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    presenter.enter(case_id)
    assert view.now.missing == "That is not open to your role. Ask somebody on the staff."


def test_every_sign_of_a_code_has_a_word_of_its_own() -> None:

    assert set(WORDS) == set(LETTERS)
    assert len(set(WORDS.values())) == len(LETTERS)
    assert spelled("7K3Q") == ("seven", "Kilo", "three", "Quebec")
