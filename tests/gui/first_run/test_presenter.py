"""The first start decides: what is missing, when to go on, when a file is made. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.domain.problems_casefile import FolderClosed
from desktop.gui.kit import typed_code
from desktop.gui.kit.background import AtOnce
from desktop.gui.screens.first_run import presenter as module
from desktop.gui.screens.first_run.presenter import (
    FirstRunPresenter,
    FirstRunState,
    SheetNotPrinted,
    SheetNotSaved,
    Step,
)
from desktop.workflow.clinic import Clinic
from tests.gui.conftest import INES, PASSPHRASE
from tests.gui.recorders import Places, QueuedDialogs, Said


@dataclass
class View:
    states: list[FirstRunState] = field(default_factory=list)
    works: bool = True
    printed: list[object] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)

    @property
    def now(self) -> FirstRunState:
        return self.states[-1]

    def show_state(self, state: FirstRunState) -> None:
        self.states.append(state)

    def print_sheet(self, printer: object) -> bool:
        self.printed.append(printer)
        return self.works

    def save_sheet(self, path: Path) -> bool:
        self.saved.append(path)
        return self.works


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def start(
    view: View, clinic: Clinic, places: Places, dialogs: QueuedDialogs, said: Said
) -> FirstRunPresenter:
    presenter = FirstRunPresenter(view, clinic.access, places, AtOnce(), dialogs, said)
    presenter.enter()
    return presenter


@pytest.fixture
def at_passphrase(start: FirstRunPresenter) -> FirstRunPresenter:
    start.go_on()
    start.name_typed(INES)
    start.go_on()
    return start


@pytest.fixture
def at_sheet(at_passphrase: FirstRunPresenter) -> FirstRunPresenter:
    at_passphrase.passphrase_typed(PASSPHRASE, PASSPHRASE)
    at_passphrase.go_on()
    return at_passphrase


def test_nothing_is_filled_in_at_the_start(start: FirstRunPresenter, view: View):
    assert view.now == FirstRunState(Step.WELCOME)


@pytest.mark.parametrize("name", ["", "   "])
def test_without_a_name_we_do_not_go_on(start: FirstRunPresenter, view: View, name: str):
    start.go_on()
    start.name_typed(name)
    start.go_on()
    assert view.now.step is Step.YOU
    assert view.now.missing == module.NAME_MISSING


@pytest.mark.parametrize(
    ("first", "second", "missing"),
    [
        ("", "", module.PHRASE_MISSING),
        ("short", "short", module.TOO_WEAK),
        (PASSPHRASE, "", module.SECOND_MISSING),
        (PASSPHRASE, PASSPHRASE + "x", module.NOT_THE_SAME),
        (PASSPHRASE, PASSPHRASE, ""),
    ],
)
def test_what_a_passphrase_still_lacks_is_said(
    at_passphrase: FirstRunPresenter, view: View, first: str, second: str, missing: str
):
    at_passphrase.passphrase_typed(first, second)
    assert view.now.missing == missing


def test_advice_is_given_while_the_passphrase_is_weak(at_passphrase: FirstRunPresenter, view: View):
    at_passphrase.passphrase_typed("short", "")
    assert "12 characters" in view.now.advice
    at_passphrase.passphrase_typed("inés duarte inés", "")
    assert "own name" in view.now.advice
    at_passphrase.passphrase_typed(PASSPHRASE, "")
    assert view.now.advice == ""


def test_keys_are_made_while_the_screen_waits(at_passphrase: FirstRunPresenter, view: View):
    at_passphrase.passphrase_typed(PASSPHRASE, PASSPHRASE)
    at_passphrase.go_on()
    assert any(state.waiting and state.step is Step.PASSPHRASE for state in view.states)
    assert view.now.step is Step.SHEET
    assert [len(group) for group in view.now.groups] == [4] * 8
    assert not view.now.shown


def test_no_file_stands_before_the_code_was_typed_back(
    at_sheet: FirstRunPresenter, view: View, clinic: Clinic, places: Places
):
    at_sheet.go_on()
    assert view.now.missing == typed_code.CODE_MISSING
    assert not clinic.access.has_file
    assert places.gone == []


def test_the_code_typed_back_makes_the_file(
    at_sheet: FirstRunPresenter, view: View, clinic: Clinic, places: Places
):
    at_sheet.code_typed(view.now.code.lower().replace("-", " "))
    assert view.now.missing == ""
    at_sheet.go_on()
    assert clinic.access.is_open
    assert clinic.access.member_name == INES
    assert places.gone == [("cases", {})]


def test_a_group_that_differs_is_named_and_those_typed_are_counted(
    at_sheet: FirstRunPresenter, view: View
):
    groups = view.now.groups
    at_sheet.code_typed(" ".join(groups[:3]))
    assert view.now.missing == typed_code.CODE_SHORT.format(count=3)
    wrong = "".join("3" if sign == "2" else "2" for sign in groups[1])
    at_sheet.code_typed(f"{groups[0]} {wrong} {groups[2]}")
    assert view.now.missing == typed_code.GROUP_DIFFERS.format(number=2)


def test_letters_that_are_read_as_digits_are_no_difference(at_sheet: FirstRunPresenter, view: View):
    first = view.now.groups[0]
    at_sheet.code_typed(first.replace("0", "O").replace("1", "l"))
    assert view.now.missing == typed_code.CODE_SHORT.format(count=1)


def test_going_back_throws_the_keys_away(at_sheet: FirstRunPresenter, view: View):
    code = view.now.code
    assert at_sheet.go_back()
    assert view.now == FirstRunState(Step.PASSPHRASE, name=INES, missing=module.PHRASE_MISSING)
    at_sheet.passphrase_typed(PASSPHRASE, PASSPHRASE)
    at_sheet.go_on()
    assert view.now.code != code


def test_there_is_nothing_behind_the_welcome(start: FirstRunPresenter):
    assert not start.go_back()


def test_a_folder_that_is_closed_is_told_and_may_be_tried_again(
    at_sheet: FirstRunPresenter, view: View, clinic: Clinic, places: Places, tmp_path: Path
):
    clinic.access.folder.write_text("a file where the folder should be")
    at_sheet.code_typed(view.now.code)
    at_sheet.go_on()
    assert isinstance(view.now.problem, FolderClosed)
    clinic.access.folder.unlink()
    at_sheet.go_on()
    assert places.gone == [("cases", {})]


def test_the_sheet_is_saved_where_it_is_wanted(
    at_sheet: FirstRunPresenter, view: View, dialogs: QueuedDialogs, said: Said, tmp_path: Path
):
    dialogs.answers = [None, tmp_path / "sheet.pdf"]
    at_sheet.save_sheet()
    assert view.saved == []
    at_sheet.save_sheet()
    assert view.saved == [tmp_path / "sheet.pdf"]
    assert said.told == [module.SAVED]


def test_a_sheet_that_was_not_saved_or_printed_is_told(
    at_sheet: FirstRunPresenter, view: View, dialogs: QueuedDialogs, said: Said, tmp_path: Path
):
    view.works = False
    dialogs.answers = [tmp_path / "sheet.pdf", "printer", None]
    at_sheet.save_sheet()
    assert isinstance(view.now.problem, SheetNotSaved)
    at_sheet.print_sheet()
    assert isinstance(view.now.problem, SheetNotPrinted)
    at_sheet.print_sheet()
    assert view.printed == ["printer"]
    assert said.told == []
