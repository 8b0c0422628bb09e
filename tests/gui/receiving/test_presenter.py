"""Receiving a case decides: the file, the code, what would be kept; then it is kept. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.casefile.one_time_code import new_code
from desktop.domain.moving import Arriving, Standing
from desktop.domain.problems_moving import BundleDamaged, CaseWasPurged, CodeSlipped, WrongCode
from desktop.gui.kit.doors import Host
from desktop.gui.screens.receiving.presenter import (
    CHOOSE_FILE,
    CODE_MISSING,
    CODE_SLIPPED,
    ReceivingPresenter,
    ReceivingState,
)
from desktop.gui.screens.receiving.telling import told_of
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import PASSPHRASE
from tests.gui.recorders import Places, QueuedDialogs, Said


@dataclass
class View:
    states: list[ReceivingState] = field(default_factory=list)

    @property
    def now(self) -> ReceivingState:
        return self.states[-1]

    def show_state(self, state: ReceivingState) -> None:
        self.states.append(state)


@dataclass(frozen=True)
class Sent:
    path: Path
    code: str
    case_id: str


@pytest.fixture
def sender(tmp_path: Path, clock: FixedClock) -> Iterator[Clinic]:
    made = Clinic(tmp_path / "theirs", clock)
    made.access.set_up(PreparedKeys(new_keys("Noor Invented", PASSPHRASE, CHEAPEST)))
    yield made
    made.access.close()


@pytest.fixture
def sent(sender: Clinic, tmp_path: Path) -> Sent:
    sender.moving.cost = CHEAPEST
    record = sender.intake.answer(sender.intake.open_case(), "client.name", "Marisol R.")
    leaving, path = sender.moving.leave(record.id), tmp_path / "case.amparo-case"
    sender.moving.pack(leaving, path)
    return Sent(path, leaving.code, record.id)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(view: View, host: Host, open_clinic: Clinic) -> ReceivingPresenter:
    made = ReceivingPresenter(view, host)
    made.enter()
    return made


def opens(presenter: ReceivingPresenter, dialogs: QueuedDialogs, path: Path, code: str) -> None:
    dialogs.answers = [(path,)]
    presenter.choose_file()
    presenter.code_typed(code)
    presenter.go_on()


def test_what_is_missing_is_said_until_file_and_code_are_there(
    presenter: ReceivingPresenter, view: View, dialogs: QueuedDialogs, sent: Sent
) -> None:
    assert view.now.missing == CHOOSE_FILE
    dialogs.answers = [(), (sent.path,)]
    presenter.choose_file()
    assert view.now.missing == CHOOSE_FILE
    presenter.choose_file()
    assert view.now.missing == CODE_MISSING
    presenter.code_typed(sent.code[:9])
    assert view.now.missing == "8 of 16 letters and digits typed."
    presenter.code_typed(sent.code[1] + sent.code[0] + sent.code[2:])
    if sent.code[0] != sent.code[1]:
        assert isinstance(view.now.slip, CodeSlipped)
        assert view.now.missing == CODE_SLIPPED
    presenter.code_typed(sent.code)
    assert (view.now.missing, view.now.slip) == ("", None)


def test_nothing_is_kept_before_it_was_seen_and_then_the_case_is_opened(
    presenter: ReceivingPresenter,
    view: View,
    dialogs: QueuedDialogs,
    sent: Sent,
    open_clinic: Clinic,
    places: Places,
    said: Said,
) -> None:
    opens(presenter, dialogs, sent.path, sent.code)
    assert view.now.told[0] == "This case is not here yet. It would be case 26-0001."
    assert open_clinic.intake.cases() == ()
    presenter.go_on()
    assert places.gone == [("cases", {}), ("case", {"case_id": sent.case_id})]
    assert said.told == ["Case 26-0001 was taken in."]
    assert [row.name for row in open_clinic.intake.cases()] == ["Marisol R."]


def test_a_case_that_is_all_here_is_shown_and_not_taken_in_twice(
    presenter: ReceivingPresenter,
    view: View,
    dialogs: QueuedDialogs,
    sent: Sent,
    open_clinic: Clinic,
    places: Places,
) -> None:
    open_clinic.moving.receive(open_clinic.moving.open(sent.path, sent.code))
    lines = len(open_clinic.housekeeping.journal())
    opens(presenter, dialogs, sent.path, sent.code)
    assert view.now.arriving is not None
    assert view.now.arriving.standing is Standing.SAME
    presenter.go_on()
    assert places.gone == [("cases", {}), ("case", {"case_id": sent.case_id})]
    assert len(open_clinic.housekeeping.journal()) == lines


def test_what_does_not_open_says_why_and_the_code_can_be_typed_again(
    presenter: ReceivingPresenter, view: View, dialogs: QueuedDialogs, sent: Sent
) -> None:
    opens(presenter, dialogs, sent.path, new_code())
    assert isinstance(view.now.problem, WrongCode)
    presenter.code_typed(sent.code)
    assert view.now.problem is None
    sent.path.write_bytes(sent.path.read_bytes()[:-5])
    presenter.go_on()
    assert isinstance(view.now.problem, BundleDamaged)
    assert view.now.arriving is None


def test_a_case_that_was_deleted_here_is_refused_before_anything_is_shown_of_it(
    presenter: ReceivingPresenter,
    view: View,
    dialogs: QueuedDialogs,
    sent: Sent,
    open_clinic: Clinic,
) -> None:
    came = open_clinic.moving.receive(open_clinic.moving.open(sent.path, sent.code))
    open_clinic.retention.purge(open_clinic.retention.look([came.id]))
    opens(presenter, dialogs, sent.path, sent.code)
    assert isinstance(view.now.problem, CaseWasPurged)
    assert view.now.told == ()


def test_going_back_returns_to_the_code_and_then_leaves(
    presenter: ReceivingPresenter, view: View, dialogs: QueuedDialogs, sent: Sent
) -> None:
    opens(presenter, dialogs, sent.path, sent.code)
    assert presenter.go_back()
    assert (view.now.arriving, view.now.typed) == (None, sent.code)
    assert not presenter.go_back()


@pytest.mark.parametrize(
    ("arriving", "said_of_it"),
    [
        (
            Arriving(Standing.NEW, "26-0002", "26-0001", 3, 1, 0),
            [
                "The other clinic calls it 26-0001. Another case has that code here, so it would "
                "be case 26-0002.",
                "3 changes of the answers",
                "1 note",
            ],
        ),
        (
            Arriving(Standing.GREW, "26-0002", "26-0001", 0, 0, 2, on_hold=True),
            [
                "Case 26-0002 is here already. What is new of it would be added; nothing is "
                "replaced.",
                "2 letters, as they were handed over",
                "The other clinic has put it on hold: nothing of it may be deleted.",
            ],
        ),
    ],
)
def test_what_would_be_kept_is_said_in_sentences(arriving: Arriving, said_of_it: list[str]) -> None:
    assert list(told_of(arriving)) == said_of_it
