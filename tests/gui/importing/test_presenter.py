"""Importing intakes decides: files, what is in them, all of it or nothing. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.domain.importing import TemplateNotSaved
from desktop.gui.kit.doors import Host
from desktop.gui.screens.importing.presenter import (
    MEND,
    ImportingPresenter,
    ImportingState,
)
from desktop.gui.screens.importing.telling import MOST_SHOWN
from desktop.workflow.clinic import Clinic
from tests.gui.recorders import Places, QueuedDialogs, Said


@dataclass
class View:
    states: list[ImportingState] = field(default_factory=list)

    @property
    def now(self) -> ImportingState:
        return self.states[-1]

    def show_state(self, state: ImportingState) -> None:
        self.states.append(state)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(view: View, host: Host, open_clinic: Clinic) -> ImportingPresenter:
    made = ImportingPresenter(view, host)
    made.enter()
    return made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "intakes.csv"


def test_rows_are_shown_and_taken_in_when_somebody_says_so(
    presenter: ImportingPresenter,
    view: View,
    dialogs: QueuedDialogs,
    table: Path,
    open_clinic: Clinic,
    places: Places,
    said: Said,
) -> None:
    open_clinic.intake.answer(open_clinic.intake.open_case(), "client.name", "Bea Invented")
    table.write_text(
        "Name,Held by,Arrested at,Note,client.nationality\n"
        "Bea Invented,ICE,11/23/2026 10 pm,,\n,,,Called twice.,ZZ\n"
    )
    dialogs.answers = [(table,)]
    presenter.go_on()
    assert view.now.offered == (
        (
            "intakes.csv, line 2",
            "Bea Invented",
            "the next free one",
            "ICE · Mon 23 Nov, 10:00 PM",
            "The same name as 26-0001",
        ),
        ("intakes.csv, line 3", "no name yet", "the next free one", "", "With a note"),
    )
    assert view.now.sums == (
        "2 cases",
        "1 case tells of nationality, immigration, fear or crime. This clinic does not keep that.",
    )
    assert len(open_clinic.intake.cases()) == 1
    presenter.go_on()
    assert places.gone == [("cases", {})]
    assert said.told[0].startswith("Taken in: 2 cases. The files")
    assert len(open_clinic.intake.cases()) == 3


def test_what_is_refused_is_shown_with_its_place_and_keeps_all_out(
    presenter: ImportingPresenter,
    view: View,
    dialogs: QueuedDialogs,
    table: Path,
    open_clinic: Clinic,
) -> None:
    table.write_text("Name,Held by\nA,ICE\nB,Bostn police\n")
    dialogs.answers = [(table,)]
    presenter.go_on()
    assert view.now.refused == (
        (
            "intakes.csv, line 3",
            "Held by",
            "“Bostn police” is not known",
            "Did you mean Boston police?",
        ),
    )
    assert view.now.missing == MEND
    presenter.go_on()
    assert open_clinic.intake.cases() == ()
    table.write_text("Name,Held by\nA,ICE\nB,Boston police\n")
    dialogs.answers = [(table,)]
    presenter.choose_files()
    assert view.now.missing == ""


def test_a_long_list_is_cut_and_says_how_much_is_left(
    presenter: ImportingPresenter, view: View, dialogs: QueuedDialogs, table: Path
) -> None:
    table.write_text("Name,Still held\n" + "A,maybe\n" * (MOST_SHOWN + 7))
    dialogs.answers = [(table,)]
    presenter.go_on()
    assert len(view.now.refused) == MOST_SHOWN + 1
    assert view.now.refused[-1] == ("and 7 more", "", "", "")


def test_the_empty_table_is_saved_where_somebody_wants_it(
    presenter: ImportingPresenter, view: View, dialogs: QueuedDialogs, table: Path, said: Said
) -> None:
    dialogs.answers = [None, table, table.parent / "gone" / "t.csv"]
    presenter.save_template()
    assert said.told == []
    presenter.save_template()
    assert table.read_bytes().startswith(b"\xef\xbb\xbfCode,Name,")
    presenter.save_template()
    assert isinstance(view.now.problem, TemplateNotSaved)


def test_going_back_forgets_what_was_read_and_then_leaves(
    presenter: ImportingPresenter, view: View, dialogs: QueuedDialogs, table: Path
) -> None:
    table.write_text("Name\nA\n")
    dialogs.answers = [(table,)]
    presenter.go_on()
    assert presenter.go_back()
    assert view.now == ImportingState()
    assert not presenter.go_back()
