"""What a call shows, keeps and takes back."""

from __future__ import annotations

import pytest

from desktop.domain.findings import HoldAnswer
from desktop.domain.moments import moment
from desktop.domain.silence import Silence
from desktop.gui.kit.outcomes import HOLDING, Mark
from desktop.library.shelves import Library
from desktop.workflow.assessment import Assessing
from tests.gui.people import marisol, okafor
from tests.rules.every_leaf import files


def test_a_new_call_takes_nothing_for_granted(call_of):
    call = call_of()
    assert call.shown.answer.shown == HOLDING[HoldAnswer.OPEN]
    assert call.shown.bar.name == "No name yet"
    for section in call.shown.sections:
        for row in section.rows:
            assert getattr(row, "answer", Silence.NOT_ASKED) is Silence.NOT_ASKED


def test_every_answer_is_kept_at_once_as_a_revision(call_of):
    call = call_of()
    call.presenter.answer("custody.custodian", "boston_police")
    record = call.clinic.intake.get(call.case_id)
    assert record.case.get("custody.custodian") == "boston_police"
    assert record.revision == 2


def test_marisols_answer_can_be_said_on_the_telephone(call_of):
    answer = call_of(marisol()).shown.answer
    assert answer.shown.mark is Mark.OCTAGON
    said = answer.sentence.replace("\u00a0", " ")  # a name is not cut by the end of a line
    assert said == "Boston police have no authority to keep holding Marisol R."
    assert answer.lead == (
        "Bail was paid at 2:10 AM. All that is left is two ICE papers, and no court issued them."
    )
    assert answer.strength == "Strong"
    assert answer.rests_on.endswith("each enough by itself")


def test_the_five_acts_stand_apart_and_always_in_this_order(call_of):
    for case in (None, marisol(), okafor()):
        names = [act.name for act in call_of(case).shown.acts]
        assert names == ["Holding", "Hand-over", "Notice", "Questions", "ICE itself"]


def test_the_row_on_holding_says_since_when(call_of):
    holding = call_of(marisol()).shown.acts[0]
    assert holding.text == "Kept 3 h 50 min after bail was paid."
    assert holding.spoken == "Holding. Law broken, strong. Kept 3 h 50 min after bail was paid."


def test_unpaid_bail_makes_nothing_due(call_of):
    call = call_of(okafor())
    assert call.shown.answer.sentence != "Mr Okafor has to be let go."
    assert call.shown.answer.shown in (HOLDING[HoldAnswer.NOT_DUE], HOLDING[HoldAnswer.OPEN])


def test_undo_takes_back_the_last_answer_and_redo_gives_it_again(call_of):
    call = call_of()
    call.presenter.answer("custody.custodian", "boston_police")
    call.presenter.answer("custody.state", "in_custody")
    assert call.shown.bar.undo == "Held or let go"
    call.presenter.undo()
    assert call.kept.get("custody.state") is Silence.NOT_ASKED
    assert call.shown.bar.undo == "Held now by"
    call.presenter.redo()
    assert call.kept.get("custody.state") == "in_custody"


def test_undo_reaches_back_to_the_empty_case(call_of):
    call = call_of()
    call.presenter.answer("client.name", "Marisol R.")
    call.presenter.answer("client.minor", False)
    call.presenter.answer("client.minor", True)
    for _ in range(5):
        call.presenter.undo()
    assert set(call.kept.answers) <= {"code"}


def test_the_question_above_stays_until_it_is_answered(call_of):
    call = call_of()
    above = call.shown.next.asked.key
    call.presenter.answer("client.minor", False)
    call.presenter.answer("release.bail", "set_unpaid")
    assert call.shown.next.asked.key == above
    assert call.row(above).asked_above


def test_answering_above_brings_another_question(call_of):
    call = call_of()
    above = call.shown.next.asked.key
    call.presenter.answer(above, Silence.NOT_KNOWN)
    assert call.shown.next.asked.key != above


def test_a_question_that_was_passed_over_comes_last(call_of):
    call = call_of()
    first = call.shown.next.asked.key
    call.presenter.skip()
    assert call.shown.next.asked.key != first
    seen = set()
    while call.shown.next.asked.key != first:
        assert call.shown.next.asked.key not in seen
        seen.add(call.shown.next.asked.key)
        call.presenter.skip()


def test_what_was_declined_is_never_asked_again(call_of):
    call = call_of()
    declined = set()
    while call.shown.next is not None:
        key = call.shown.next.asked.key
        assert key not in declined
        declined.add(key)
        call.presenter.answer(key, Silence.WITHHELD)
    assert len(declined) > 20
    assert call.shown.nothing_left.startswith("Nothing more to ask.")


def test_the_question_says_what_it_settles_and_who_could_know(call_of):
    shown = call_of().shown.next
    assert shown.settles.startswith("settles Holding")
    assert shown.who
    assert shown.say.startswith("“")


def test_a_row_that_does_not_belong_to_the_case_is_not_shown(call_of):
    call = call_of()
    assert "custody.town" not in call.shown_keys()
    call.presenter.answer("custody.custodian", "municipal_police")
    assert "custody.town" in call.shown_keys()


def test_a_row_that_was_answered_stays_in_sight(call_of):
    call = call_of()
    call.presenter.answer("custody.custodian", "municipal_police")
    call.presenter.answer("custody.town", "Cambridge")
    call.presenter.answer("custody.custodian", "boston_police")
    assert "custody.town" in call.shown_keys()


def test_facts_that_cannot_be_true_together_are_told_at_their_row(call_of):
    call = call_of(marisol())
    call.presenter.answer("release.at", moment("2026-11-23T21:00-05:00"))
    assert call.row("release.at").trouble == "Release is before the arrest. Which time is right?"


def test_sections_say_in_words_what_is_left(call_of):
    sections = {section.key: section for section in call_of(marisol()).shown.sections}
    assert sections["holder"].count == "all answered"
    assert sections["papers"].count == "2 papers, both read by us"
    assert sections["done"].count.endswith("not asked yet")


def test_the_case_is_assessed_for_the_clinics_moment(call_of, clock):
    assert call_of(marisol()).shown.bar.as_of == "now, Tue 24 Nov, 6:00 AM"


def test_a_fact_leads_to_its_row(call_of):
    call = call_of(marisol())
    call.presenter.go_to("release.at")
    call.presenter.go_to("papers.chips")
    call.presenter.go_to("custody.spells[0].until")
    assert call.view.rows == ["release.at", "papers.chips"]


def test_a_fact_of_one_paper_opens_that_paper(call_of):
    call = call_of(marisol())
    call.presenter.go_to("papers[1].seen")
    assert call.row("papers.chips").editor.title == "I-200"


@pytest.fixture
def with_questions(open_clinic, clock, tmp_path):
    """A pack from outside stands on the shelf, with questions of its own."""
    folder = tmp_path / "invented"
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    open_clinic.assessment = Assessing(clock, Library(outside=[folder]))


def test_what_a_pack_asks_is_asked_answered_and_kept_like_any_question(with_questions, call_of):
    call = call_of(marisol())
    for _ in range(60):
        if call.shown.next.asked.key == "answers.place_kind":
            break
        call.presenter.skip()
    asked = call.shown.next.asked
    assert asked.ask == "What kind of place was it?"
    assert asked.words == (("court", "A court"), ("school", "A school"), ("street", "The street"))
    assert call.shown.next.who == "Family or friends, or the desk where the person is held"
    call.presenter.answer("answers.place_kind", "school")
    assert call.kept.get("answers.place_kind") == "school"
    assert call.row("answers.place_kind").label == "Kind of place"
    call.presenter.answer("answers.place_kind", Silence.NOT_KNOWN)
    assert call.kept.get("answers.place_kind") is Silence.NOT_KNOWN
    call.presenter.undo()
    assert call.kept.get("answers.place_kind") == "school"


def test_a_row_that_a_pack_needs_no_more_goes_unless_it_was_answered(with_questions, call_of):
    call = call_of(marisol())
    assert {"answers.place_kind", "answers.children"} <= set(call.shown_keys())
    call.presenter.answer("answers.place_kind", "street")
    assert "answers.place_kind" in call.shown_keys()
    assert "answers.children" not in call.shown_keys()


def test_without_such_a_pack_no_row_asks_it(call_of):
    assert "answers.place_kind" not in call_of(marisol()).shown_keys()


def test_a_row_opens_its_finding_and_ctrl_l_the_letter(call_of, places):
    call = call_of(marisol())
    call.presenter.open_finding(call.shown.acts[0].rule)
    call.presenter.open_letter()
    assert places.gone == [
        ("finding", {"case_id": call.case_id, "rule": "boston.hold"}),
        ("letter", {"case_id": call.case_id}),
    ]


def rows_of(call) -> set[str]:
    return {row.key for section in call.shown.sections for row in section.rows}


def test_what_few_calls_need_stands_on_the_form_once_it_is_asked_or_told(call_of):
    call = call_of(marisol())
    assert "custody.ice_place" not in rows_of(call)
    call.presenter.go_to("custody.ice_place")
    assert call.shown.next.asked.key == "custody.ice_place"
    assert "custody.ice_place" in rows_of(call)
    call.presenter.answer("custody.ice_place", "jail")
    assert call.shown.next.asked.key != "custody.ice_place"
    assert "custody.ice_place" in rows_of(call)


def test_where_ice_has_the_person_the_form_asks_what_its_rules_need(call_of):
    call = call_of()
    call.presenter.answer("custody.custodian", "ice")
    assert {"custody.detained_state", "immigration.entry"} <= rows_of(call)
