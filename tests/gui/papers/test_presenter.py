"""The paper helper: what it looks like, what does not fit, and what is put on the case."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop.domain.silence import Silence
from desktop.gui.screens.papers.presenter import PapersPresenter
from desktop.gui.screens.papers.state import PapersShown


@dataclass
class PapersRecorder:
    """A view that writes down what it is shown."""

    states: list[PapersShown] = field(default_factory=list)

    def show_state(self, state: PapersShown) -> None:
        self.states.append(state)

    @property
    def shown(self) -> PapersShown:
        return self.states[-1]

    @property
    def suggested(self):
        assert self.shown.suggestion is not None
        return self.shown.suggestion


@pytest.fixture
def case_id(open_clinic):
    return open_clinic.intake.open_case().id


@pytest.fixture
def view():
    return PapersRecorder()


@pytest.fixture
def presenter(view, host, case_id):
    made = PapersPresenter(view, host)
    made.enter(case_id)
    return made


def test_before_anything_is_told_nothing_is_suggested(presenter, view):
    assert view.shown.suggestion is None
    assert [drawing.form for drawing in view.shown.drawings] == ["I-247A", "AO 442"]


def test_words_on_the_paper_suggest_what_it_looks_like(presenter, view):
    presenter.tell_words("Immigration Detainer - Notice of Action")
    assert view.suggested.title.startswith("Looks like Form I-247A")
    assert view.suggested.sureness == "likely"


def test_a_slip_of_typing_in_the_number_is_forgiven(presenter, view):
    presenter.tell_number("l247 G")
    assert "I-247G" in view.suggested.title
    assert view.shown.drawings[0].form == "I-247G"


def test_a_paper_is_shown_beside_one_that_it_must_not_be_taken_for(presenter, view):
    for drawing in (*view.shown.drawings, *view.shown.others):
        presenter.draw(drawing.form)
        first, second = view.shown.drawings
        assert first.form == drawing.form
        assert first.by_court is not second.by_court


@pytest.mark.parametrize(
    ("number", "signer", "names_court", "said"),
    [
        ("I-200", "judge", Silence.NOT_ASKED, "A judge or a clerk signed it, you said."),
        ("I-205", "clerk", Silence.NOT_ASKED, "A judge or a clerk signed it, you said."),
        ("I-247A", Silence.NOT_ASKED, True, "It names a court, you said."),
        ("state", Silence.NOT_ASKED, False, "No court is named, you said."),
    ],
)
def test_an_answer_that_does_not_fit_the_paper_is_said(
    presenter, view, number, signer, names_court, said
):
    if number == "state":
        presenter.tell_words(
            "Commonwealth of Massachusetts District Court Docket No. 2607CR1 WARRANT"
        )
    else:
        presenter.tell_number(number)
    presenter.answer_signer(signer)
    presenter.answer_court(names_court)
    assert view.suggested.caution.startswith(said)


@pytest.mark.parametrize("answer", [Silence.NOT_KNOWN, Silence.NOT_ASKED])
def test_what_nobody_knows_contradicts_nothing(presenter, view, answer):
    presenter.tell_number("I-200")
    presenter.answer_signer(answer)
    presenter.answer_court(answer)
    assert view.suggested.caution == ""


def test_an_officer_s_signature_on_a_court_s_paper_makes_it_untold(presenter, view):
    presenter.tell_number("AO 442")
    presenter.answer_signer("immigration_officer")
    assert view.suggested.by_court is None
    assert view.suggested.add == "Add as not known"


def test_a_paper_goes_on_the_case_by_the_person_s_own_act(presenter, clinic, case_id, places):
    presenter.tell_number("I-247A")
    presenter.answer_signer("immigration_officer")
    assert not clinic.intake.get(case_id).case.entries("papers")
    presenter.add()
    (paper,) = clinic.intake.get(case_id).case.entries("papers")
    assert (paper.get("form"), paper.get("signed_by")) == ("I-247A", "immigration_officer")
    assert paper.get("seen") is Silence.NOT_ASKED  # nobody said that we read it
    assert places.gone == [("case", {"case_id": case_id, "fact": "papers[0]"})]


def test_a_paper_that_nobody_can_tell_goes_on_the_case_as_that(presenter, clinic, case_id):
    presenter.tell_words("something about a parking fine")
    presenter.add()
    (paper,) = clinic.intake.get(case_id).case.entries("papers")
    assert paper.get("form") == "unknown"


def test_the_next_paper_begins_with_an_empty_table(presenter, view, case_id):
    presenter.tell_number("I-205")
    presenter.answer_court(True)
    presenter.enter(case_id)
    assert view.shown.suggestion is None
    assert view.shown.names_court is Silence.NOT_ASKED
