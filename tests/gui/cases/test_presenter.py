"""The list of cases decides: order, groups, what is sought, what is looked at. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from desktop.domain.findings import HoldAnswer
from desktop.gui.screens.cases.lines import Line
from desktop.gui.screens.cases.presenter import CasesPresenter, CasesState
from desktop.system.clock import FixedClock
from desktop.workflow.clinic import Clinic
from tests.gui.recorders import Places, Said


@dataclass
class View:
    states: list[CasesState] = field(default_factory=list)

    @property
    def now(self) -> CasesState:
        return self.states[-1]

    @property
    def lines(self) -> list[Line]:
        return [line for group in self.now.groups for line in group.lines]

    def show_state(self, state: CasesState) -> None:
        self.states.append(state)


def add(clinic: Clinic, name: str | None, holder: str = "", language: str = "") -> str:
    """An invented person's case, as a call would leave it."""
    record = clinic.intake.open_case()
    case = record.case
    for key, word in (
        ("client.name", name),
        ("custody.custodian", holder),
        ("client.language", language),
    ):
        if word:
            case = case.with_answer(key, word)
    return clinic.intake.keep(record, case).id


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def cases(view: View, open_clinic: Clinic, places: Places, said: Said) -> CasesPresenter:
    return CasesPresenter(view, open_clinic, places, said)


def test_an_empty_file_has_an_empty_list(cases: CasesPresenter, view: View):
    cases.enter()
    assert view.now.groups == ()
    assert view.now.total == 0
    assert view.now.member == "Inés Duarte"


def test_cases_stand_by_when_they_last_changed(
    cases: CasesPresenter, view: View, open_clinic: Clinic, clock: FixedClock
):
    for days, name in ((30, "Olena K."), (4, "Wei L."), (1, "Mrs. Abdi"), (0, "Marisol R.")):
        clock.moment -= timedelta(days=days)
        add(open_clinic, name)
        clock.moment += timedelta(days=days)
    cases.enter()
    groups = [(group.title, [line.person for line in group.lines]) for group in view.now.groups]
    assert groups == [
        ("Today", ["Marisol R."]),
        ("Yesterday", ["Mrs. Abdi"]),
        ("The last seven days", ["Wei L."]),
        ("Earlier", ["Olena K."]),
    ]


def test_a_person_without_a_name_stands_under_the_code(
    cases: CasesPresenter, view: View, open_clinic: Clinic
):
    add(open_clinic, None, language="pt")
    cases.enter()
    (line,) = view.lines
    assert line.person == "26-0001"
    assert line.detail == "no name yet · Português"
    assert line.holder == "Not known yet"


@pytest.mark.parametrize("sought", ["ines", "INÉS d", "26-0001", "boston", "español", "duarte 26"])
def test_a_case_is_found_by_what_stands_in_its_line(
    cases: CasesPresenter, view: View, open_clinic: Clinic, sought: str
):
    add(open_clinic, "Inés Duarte", "boston_police", "es")
    add(open_clinic, "Wei L.", "ice", "zh-Hans")
    cases.enter()
    cases.look_for(sought)
    assert [line.person for line in view.lines] == ["Inés Duarte"]
    assert view.now.total == 2


def test_what_is_not_found_says_what_was_sought(
    cases: CasesPresenter, view: View, open_clinic: Clinic
):
    add(open_clinic, "Wei L.")
    cases.enter()
    cases.look_for(" zzz ")
    assert view.now.shown == 0
    assert view.now.sought == "zzz"


def test_only_what_is_in_sight_is_read_and_assessed_one_at_a_time(
    cases: CasesPresenter, view: View, open_clinic: Clinic
):
    first, second, hidden = (add(open_clinic, name) for name in ("A. One", "B. Two", "C. Three"))
    cases.enter()
    assert cases.in_sight(frozenset({first, second}))
    assert cases.look_at_next()
    assert not cases.look_at_next()
    answers = {line.id: line.looked.answer for line in view.lines if line.looked}
    assert answers == {first: HoldAnswer.OPEN, second: HoldAnswer.OPEN}
    assert hidden not in answers
    assert all(line.looked.why for line in view.lines if line.looked)


def test_a_case_is_not_looked_at_again_until_it_changes(
    cases: CasesPresenter, open_clinic: Clinic, clock: FixedClock
):
    id_ = add(open_clinic, "Marisol R.")
    cases.enter()
    cases.in_sight(frozenset({id_}))
    cases.look_at_next()
    cases.enter()
    assert not cases.in_sight(frozenset({id_}))
    clock.advance(timedelta(minutes=1))
    open_clinic.intake.answer(open_clinic.intake.get(id_), "custody.custodian", "ice")
    cases.enter()
    assert cases.in_sight(frozenset({id_}))


def test_a_new_call_opens_a_new_case_at_once(
    cases: CasesPresenter, open_clinic: Clinic, places: Places
):
    cases.enter()
    cases.new_call()
    (row,) = open_clinic.intake.cases()
    assert places.gone == [("case", {"case_id": row.id})]


def test_a_line_is_one_sentence_for_who_listens(
    cases: CasesPresenter, view: View, open_clinic: Clinic
):
    id_ = add(open_clinic, "Marisol R.", "boston_police", "es")
    cases.enter()
    cases.in_sight(frozenset({id_}))
    cases.look_at_next()
    (line,) = view.lines
    assert line.spoken.startswith("Marisol R., 26-0001 · Español. Held by Boston police. Holding: ")
    assert line.spoken.endswith("Changed 6:00 AM just now.")
