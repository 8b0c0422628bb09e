"""What is only tried is never kept and never leaves; what is kept can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.findings import HoldAnswer, Outcome
from desktop.domain.moments import moment
from desktop.domain.trials import TrialIsOn
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.gui.people import marisol

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture
def clinic(tmp_path):
    made = Clinic(tmp_path / "file", FixedClock(NOW))
    made.access.set_up(PreparedKeys(new_keys("Inés Duarte", "seven invented words", CHEAPEST)))
    yield made
    made.access.close()


@pytest.fixture
def held(clinic):
    return clinic.intake.keep(clinic.intake.open_case(), marisol())


def test_an_answer_that_is_tried_changes_the_findings_and_not_the_file(clinic, held):
    clinic.changing.begin_trial(held.id)
    known = clinic.changing.get(held.id)
    tried = clinic.changing.keep(known, known.case.with_answer("release.event", "none"), "Release")
    assert clinic.changing.assess(tried).hold.answer is not HoldAnswer.UNLAWFUL
    assert clinic.intake.get(held.id) == held
    clinic.changing.end_trial()
    kept = clinic.changing.get(held.id)
    assert kept == held
    assert clinic.changing.assess(kept).hold.answer is HoldAnswer.UNLAWFUL


def test_the_law_of_another_day_is_read_until_the_trial_ends(clinic, held):
    assert clinic.changing.assess(held).finding("boston.hold").outcome is Outcome.BROKEN
    clinic.changing.try_law_of(held.id, moment("2014-01-01").earliest)
    assert clinic.changing.assess(held).finding("boston.hold").outcome is Outcome.NOT_IN_FORCE
    clinic.changing.end_trial()
    assert clinic.changing.assess(held).finding("boston.hold").outcome is Outcome.BROKEN


def test_no_letter_leaves_while_its_case_is_tried(clinic, held, tmp_path):
    letter = clinic.drafting.draft(held.case, clinic.assessment.assess(held.case))
    clinic.changing.begin_trial(held.id)
    with pytest.raises(TrialIsOn):
        clinic.issuing.save(held, letter, b"%PDF", tmp_path / "letter.pdf")
    with pytest.raises(TrialIsOn):
        clinic.issuing.printed(held, letter, b"%PDF")
    assert not (tmp_path / "letter.pdf").exists()


def test_a_trial_of_one_case_does_not_touch_another(clinic, held):
    other = clinic.intake.open_case()
    clinic.changing.begin_trial(held.id)
    clinic.changing.keep(other, other.case.with_answer("client.minor", True), "Under 18")
    assert clinic.intake.get(other.id).case.get("client.minor") is True


def test_what_was_tried_cannot_be_brought_back_by_redo_once_the_trial_is_over(clinic, held):
    clinic.changing.begin_trial(held.id)
    known = clinic.changing.get(held.id)
    tried = clinic.changing.keep(known, known.case.with_answer("client.minor", True), "Under 18")
    assert clinic.changing.would_undo(held.id) == "Under 18"
    clinic.changing.undo(tried)
    clinic.changing.end_trial()
    assert clinic.changing.would_redo(held.id) == ""
    assert clinic.changing.redo(held) == held


def test_a_change_can_be_taken_back_from_wherever_it_was_made(clinic, held):
    papers = (*held.case.entries("papers"), held.case.entries("papers")[0])
    changed = clinic.changing.keep(held, held.case.with_entries("papers", papers), "a paper")
    assert clinic.changing.would_undo(held.id) == "a paper"
    back = clinic.changing.undo(changed)
    assert back.case == held.case
    assert clinic.changing.redo(back).case == changed.case


def test_a_trial_ends_with_the_file(clinic, held):
    clinic.changing.begin_trial(held.id)
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive("seven invented words"))
    assert clinic.changing.trial(held.id) is None
