"""One finding as a lawyer reads it: the question, the rule, the facts, the answer, the source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from desktop.domain.findings import Verdict
from desktop.gui.kit.outcomes import Mark
from desktop.gui.screens.finding.margin import GRADES, PRINTS, sources_shown
from desktop.gui.screens.finding.presenter import QUESTIONS, FindingPresenter
from desktop.gui.screens.finding.state import FindingShown
from desktop.library.shelves import Library
from tests.gui.people import case_of, marisol


@dataclass
class FindingRecorder:
    """The four lines of a view."""

    states: list[FindingShown] = field(default_factory=list)

    def show_state(self, state: FindingShown) -> None:
        self.states.append(state)


@dataclass
class Reading:
    presenter: FindingPresenter
    view: FindingRecorder
    case_id: str

    @property
    def shown(self) -> FindingShown:
        return self.view.states[-1]

    def open(self, rule):
        self.presenter.choose(rule)
        return self.shown


@pytest.fixture
def reading_of(open_clinic, host):
    def begin(case, rule=""):
        record = open_clinic.intake.open_case()
        record = open_clinic.intake.keep(record, case)
        view = FindingRecorder()
        presenter = FindingPresenter(view, host)
        presenter.enter(record.id, rule)
        return Reading(presenter, view, record.id)

    return begin


def test_what_follows_from_a_finding_stands_under_it(reading_of):
    advice = reading_of(marisol(), "ma.lunn").shown.advice
    assert advice.for_client.startswith("A paper from ICE alone is not enough.")
    assert len(advice.next_steps) == 3
    assert any("habeas corpus" in remedy for remedy in advice.remedies)


def test_a_finding_is_read_from_question_to_answer(reading_of):
    shown = reading_of(marisol(), "boston.hold").shown
    assert shown.question == "May Boston police keep Marisol R. past release?"
    assert shown.shown.mark is Mark.OCTAGON
    assert shown.strength == "strong"
    assert "Boston police may not keep" in shown.says
    assert shown.reasons
    assert shown.answer.endswith(".")


def test_every_finding_of_a_case_can_be_opened(reading_of):
    reading = reading_of(marisol())
    for group in reading.shown.groups:
        for row in group.rows:
            shown = reading.open(row.rule)
            assert shown.rule == row.rule
            assert shown.question.endswith("?")
            assert shown.sources


def test_findings_are_grouped_by_act_and_what_does_not_reach_stands_last(reading_of):
    titles = [group.title for group in reading_of(marisol()).shown.groups]
    assert titles[:4] == ["Holding", "Hand-over", "Notice", "Questions"]
    assert titles[-1] == "Does not reach this case"


def test_an_exception_that_does_not_apply_stands_by_itself_and_not_among_the_steps(reading_of):
    shown = reading_of(marisol(), "boston.hold").shown
    assert [e.verdict for e in shown.exceptions] == [Verdict.FAILS, Verdict.FAILS]
    labels = {exception.text for exception in shown.exceptions}
    assert not labels & {reason.text for reason in shown.reasons}


def test_a_step_says_how_it_came_out_before_its_text(reading_of):
    shown = reading_of(marisol(), "boston.hold").shown
    assert all(
        reason.spoken.startswith(("holds: ", "does not hold: ", "open: "))
        for reason in shown.reasons
    )


def test_what_was_not_asked_is_not_said_of_a_step_that_is_decided(reading_of):
    for reason in reading_of(marisol(), "boston.hold").shown.reasons:
        if reason.verdict is not Verdict.OPEN:
            assert reason.detail != "not asked yet"


def test_who_told_us_stands_beside_the_fact(reading_of):
    told = case_of(
        custody={"custodian": "boston_police", "state": "in_custody"},
        said={"custody.custodian": {"by": "client"}},
    )
    shown = reading_of(told, "boston.hold").shown
    details = [reason.detail for reason in shown.reasons]
    assert "Boston police, the person" in details


def test_no_grade_is_shown_without_its_meaning(reading_of, open_clinic):
    reading = reading_of(marisol())
    for group in reading.shown.groups:
        for row in group.rows:
            for source in reading.open(row.rule).sources:
                lines = dict(source.lines)
                grade, _, meaning = lines["Grade"].partition(" · ")
                assert meaning == GRADES[grade]
                level, _, words = lines["Prints"].partition(" · ")
                assert words == PRINTS[level]


def test_how_a_source_stands_is_one_sentence_and_the_rest_is_kept(open_clinic):
    finding = open_clinic.assessment.assess(marisol()).findings[0]
    for pack in Library().packs:
        for cite in pack.sources.values():
            (shown,) = sources_shown(finding._replace(cites=(cite,)))
            stands = dict(shown.lines)["Status"]
            assert f"{stands} {shown.more}".strip() == cite.status
            assert stands.endswith(".") and len(stands) < 240, stands


def test_of_what_is_broken_the_firmest_stands_first(reading_of):
    answers = {
        **marisol().answers,
        "custody.custodian": "municipal_police",
        "custody.town": "Worcester",
    }
    rows = reading_of(replace(marisol(), answers=answers)).shown.groups[0].rows
    assert [row.rule for row in rows[:2]] == ["ma.lunn", "worcester.hold"]


def test_it_says_whether_the_answer_would_stand_without_the_rule(reading_of):
    reading = reading_of(marisol(), "boston.hold")
    assert reading.shown.stands.startswith("Yes. ")
    assert "does not rest on this rule" in reading.open("us.request").stands


def test_an_open_finding_asks_for_what_is_missing_and_leads_there(reading_of, places):
    reading = reading_of(case_of(custody={"custodian": "boston_police"}), "boston.question")
    facts = [change.fact for change in reading.shown.changes if change.fact]
    assert "acts" in facts
    reading.presenter.go_to_fact(facts[0])
    assert places.gone == [("case", {"case_id": reading.case_id, "fact": facts[0]})]


def test_a_decided_finding_says_which_facts_would_turn_it_over(reading_of):
    changes = reading_of(marisol(), "boston.hold").shown.changes
    told = {change.what: change.then for change in changes}
    assert told["There is a Massachusetts warrant for this person"] == "Then: allowed."
    assert told["Not so: the person was kept past the release"] == "Then: protected."


def test_a_rule_that_is_not_there_opens_the_first(reading_of):
    shown = reading_of(marisol(), "nobody.knows").shown
    assert shown.rule == shown.groups[0].rows[0].rule


@pytest.mark.parametrize(("view", "screen"), [("call", "case"), ("letter", "letter")])
def test_the_bar_leads_to_the_other_views_of_the_case(reading_of, places, view, screen):
    reading = reading_of(marisol())
    reading.presenter.go_to(view)
    assert places.gone == [(screen, {"case_id": reading.case_id})]


def test_every_act_of_the_shipped_rules_has_its_question(open_clinic):
    acts = {found.act for found in open_clinic.assessment.assess(marisol()).findings}
    assert acts <= set(QUESTIONS)
