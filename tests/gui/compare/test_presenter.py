"""Two assessments side by side: what differs, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop.domain.moments import moment
from desktop.gui.screens.compare.presenter import ComparePresenter
from desktop.gui.screens.compare.state import CompareShown
from tests.gui.people import marisol


@dataclass
class Recorder:
    states: list[CompareShown] = field(default_factory=list)

    def show_state(self, state: CompareShown) -> None:
        self.states.append(state)


@pytest.fixture
def held(open_clinic):
    return open_clinic.intake.keep(open_clinic.intake.open_case(), marisol())


@pytest.fixture
def side_by_side(host):
    def show(record):
        view = Recorder()
        presenter = ComparePresenter(view, host)
        presenter.enter(record.id)
        return presenter, view

    return show


def row_of(shown, text):
    return next(row for row in shown.rows if text in row.title)


def test_now_stands_beside_what_if(open_clinic, held, side_by_side):
    open_clinic.changing.begin_trial(held.id)
    known = open_clinic.changing.get(held.id)
    open_clinic.changing.keep(known, known.case.with_answer("release.event", "none"), "Release")
    shown = side_by_side(held)[1].states[-1]
    assert (shown.left, shown.right) == ("kept", "tried")
    assert shown.rows[0].left.word == "No authority to keep holding"
    assert shown.rows[0].right.word != shown.rows[0].left.word
    assert shown.told.endswith("findings differ.")
    assert any(row.left.steps and row.right.steps for row in shown.rows[1:])


def test_now_stands_beside_the_law_of_another_day(open_clinic, held, side_by_side):
    open_clinic.changing.try_law_of(held.id, moment("2014-01-01").earliest)
    shown = side_by_side(held)[1].states[-1]
    holding = [row for row in shown.rows if row.right.word == "Not law"]
    assert holding
    assert any(row.left.word.startswith("Law broken") for row in holding)


def test_two_revisions_stand_side_by_side_with_what_was_asked_then(open_clinic, held, side_by_side):
    presenter, view = side_by_side(held)
    shown = view.states[-1]
    assert (shown.left, shown.right) == ("1", "kept")
    assert shown.rows[0].left.word == "Facts are missing"
    assert any(line.startswith("Asked only at the left:") for line in shown.questions)
    presenter.choose_left("kept")
    assert view.states[-1].told == "Both say the same."
    assert len(view.states[-1].rows) == 1
