"""The fine points of the contract, each as a small change to one case that is known whole."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome, Strength
from desktop.domain.moments import moment
from desktop.library.shelves import Library
from desktop.rules.assess import assess

BOOK = Library().book
DETAINER = {
    "form": "I-247A",
    "issued_by": "immigration_officer",
    "box": 1,
    "cancelled": False,
    "names_client": True,
    "seen": True,
}
WARRANT = {
    "form": "AO 442",
    "issued_by": "court",
    "criminal": True,
    "names_client": True,
    "seen": True,
}
KEPT: dict[str, Any] = {
    "format": "amparo-case/1",
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["papers", "holds", "charges", "acts"],
    "custody": {
        "state": "in_custody",
        "custodian": "boston_police",
        "arrested_at": "2026-12-01T06:00-05:00",
        "arrest_basis": "warrantless",
        "probable_cause": True,
        "domestic": "none",
        "seen_by_judge": False,
    },
    "charges": [{"status": "open"}],
    "holds": [],
    "release": {
        "event": "bail_posted",
        "bail": "posted",
        "at": "2026-12-01T14:00-05:00",
        "still_held": True,
        "stated_ground": "immigration",
        "ice_present": False,
        "handed_over": False,
        "bail_refused_because_of_paper": False,
    },
    "papers": [DETAINER],
    "acts": [],
}


def _assessed(**changes: Any) -> Assessment:
    """The case with some answers changed; ``None`` takes an answer away."""
    document = deepcopy(KEPT)
    for place, value in changes.items():
        section, _, name = place.partition("__")
        if name:
            document.setdefault(section, {})[name] = value
        else:
            document[section] = value
    case = read_case(document)
    as_of = moment(document["as_of"]).exact
    assert as_of is not None
    return assess(case, BOOK, as_of)


def _said(assessment: Assessment, rule: str) -> tuple[Outcome, Strength | None]:
    finding = assessment.finding(rule)
    assert finding is not None
    return finding.outcome, finding.strength


def test_the_case_as_it_stands_is_a_strong_breach() -> None:
    assessment = _assessed()
    assert assessment.hold.answer is HoldAnswer.UNLAWFUL
    for rule in ("boston.hold", "ma.lunn"):
        assert _said(assessment, rule) == (Outcome.BROKEN, Strength.STRONG)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"papers": [DETAINER, WARRANT]}, HoldAnswer.COURT_WARRANT),
        ({"papers": [DETAINER, {**WARRANT, "seen": False}]}, HoldAnswer.OPEN),
        ({"papers": [DETAINER, {**WARRANT, "names_client": False}]}, HoldAnswer.UNLAWFUL),
        ({"papers": [DETAINER, {**WARRANT, "criminal": False}]}, HoldAnswer.UNLAWFUL),
        ({"papers": [DETAINER, {**WARRANT, "form": "unknown"}]}, HoldAnswer.COURT_WARRANT),
        ({"papers": [DETAINER, {**WARRANT, "form": "AO 93"}]}, HoldAnswer.UNLAWFUL),
        ({"papers": [DETAINER, {**WARRANT, "form": "AO 91"}]}, HoldAnswer.UNLAWFUL),
        ({"papers": [DETAINER, {**WARRANT, "signed_by": "clerk"}]}, HoldAnswer.COURT_WARRANT),
        ({"papers": [DETAINER, {**WARRANT, "form": "state_warrant"}]}, HoldAnswer.OTHER_BASIS),
        (
            {"papers": [DETAINER, {**WARRANT, "form": "state_warrant", "seen": False}]},
            HoldAnswer.OPEN,
        ),
        (
            {"papers": [DETAINER, {"form": "immigration_judge_order", "seen": True}]},
            HoldAnswer.UNLAWFUL,
        ),
        ({"papers": []}, HoldAnswer.UNSETTLED),
        ({"complete": ["holds", "charges", "acts"]}, HoldAnswer.OPEN),
        ({"holds": [{"kind": "probation", "live": True}]}, HoldAnswer.OTHER_BASIS),
        ({"holds": [{"kind": "probation", "live": False}]}, HoldAnswer.UNLAWFUL),
        ({"holds": [{"kind": "probation"}]}, HoldAnswer.OPEN),
        ({"holds": "declined"}, HoldAnswer.OPEN),
        ({"release__event": "none", "release__bail": "set_unpaid"}, HoldAnswer.NOT_DUE),
        ({"release__event": None}, HoldAnswer.UNLAWFUL),
        ({"release__event": "unknown", "release__bail": "set_unpaid"}, HoldAnswer.OPEN),
        (
            {"release__event": None, "release__bail": None, "charges": [{"status": "dismissed"}]},
            HoldAnswer.UNLAWFUL,
        ),
        ({"release__event": None, "release__bail": None, "charges": []}, HoldAnswer.OPEN),
        ({"release__at": "2026-12-01T18:00-05:00"}, HoldAnswer.NOT_DUE),
        ({"release__at": "2026-12-01"}, HoldAnswer.OPEN),
        ({"release__at": None}, HoldAnswer.UNLAWFUL),
        ({"release__stated_ground": None}, HoldAnswer.OPEN),
        ({"release__stated_ground": "processing"}, HoldAnswer.UNSETTLED),
        ({"release__stated_ground": "court"}, HoldAnswer.UNSETTLED),
        ({"release__stated_ground": "none_given"}, HoldAnswer.UNLAWFUL),
        ({"custody__custodian": "ice"}, HoldAnswer.FEDERAL_CUSTODY),
        ({"custody__custodian": "us_marshals"}, HoldAnswer.FEDERAL_CUSTODY),
        ({"custody__custodian": "county_sheriff"}, HoldAnswer.OPEN),
        (
            {"custody__custodian": "county_sheriff", "custody__ice_contract_bed": True},
            HoldAnswer.FEDERAL_CUSTODY,
        ),
        (
            {"custody__custodian": "suffolk_sheriff", "custody__ice_contract_bed": True},
            HoldAnswer.UNLAWFUL,
        ),
        ({"custody__custodian": ["suffolk_sheriff", "trial_court"]}, HoldAnswer.UNLAWFUL),
        ({"custody__custodian": "department_of_correction"}, HoldAnswer.UNSETTLED),
        (
            {"custody__state": "released", "release__still_held": False},
            HoldAnswer.RELEASED,
        ),
        (
            {
                "custody__state": "released",
                "release__still_held": None,
                "release__handed_over": None,
            },
            HoldAnswer.OPEN,
        ),
        (
            {
                "custody__state": "released",
                "release__still_held": False,
                "release__handed_over": True,
            },
            HoldAnswer.FEDERAL_CUSTODY,
        ),
    ],
)
def test_the_answer_on_holding(changes: dict[str, Any], answer: HoldAnswer) -> None:
    assert _assessed(**changes).hold.answer is answer


def test_a_breach_without_a_stated_ground_is_arguable() -> None:
    assessment = _assessed(release__stated_ground="none_given")
    assert _said(assessment, "ma.lunn") == (Outcome.BROKEN, Strength.ARGUABLE)


def test_processing_that_is_done_is_no_ground() -> None:
    assessment = _assessed(
        release__stated_ground="processing", release__processing_done_at="2026-12-01T15:00-05:00"
    )
    assert _said(assessment, "boston.hold") == (Outcome.BROKEN, Strength.ARGUABLE)


def test_box_two_leaves_state_law_unsettled_and_starts_no_clock() -> None:
    assessment = _assessed(custody__custodian="suffolk_sheriff", papers=[{**DETAINER, "box": 2}])
    assert _said(assessment, "ma.lunn") == (Outcome.UNSETTLED, None)
    assert _detainer_clocks(assessment) == []


DETAINER_CLOCKS = {"us.form_clock", "us.regulation_clock"}


def _detainer_clocks(assessment: Assessment) -> list[str]:
    """Which rules count the hours of a detainer. State law's own hours run whatever the paper."""
    return [run.rule for run in assessment.clocks if run.rule in DETAINER_CLOCKS]


def test_a_detainer_starts_both_clocks() -> None:
    assert set(_detainer_clocks(_assessed())) == DETAINER_CLOCKS


def test_a_cancelled_detainer_starts_no_clock() -> None:
    assert _detainer_clocks(_assessed(papers=[{**DETAINER, "cancelled": True}])) == []


@pytest.mark.parametrize("form", ["I-247G", "I-247N"])
def test_a_form_that_asks_for_notice_only_starts_no_clock(form: str) -> None:
    assert _detainer_clocks(_assessed(papers=[{"form": form, "cancelled": False}])) == []


def test_no_clock_runs_while_another_hold_is_live() -> None:
    assert _detainer_clocks(_assessed(holds=[{"kind": "probation", "live": True}])) == []


LATE = {
    "custody__arrested_at": "2026-11-30T16:00-05:00",
    "custody__probable_cause": False,
    "custody__exigency": False,
    "release__event": "none",
    "release__bail": "not_set",
    "release__at": None,
}


def test_24_hours_without_a_court_make_release_due_and_the_answer_rests_on_it() -> None:
    assessment = _assessed(**LATE)
    assert _said(assessment, "ma.probable_cause") == (Outcome.BROKEN, Strength.STRONG)
    assert assessment.hold.answer is HoldAnswer.UNLAWFUL
    assert assessment.hold.rests_on == ("boston.hold", "ma.lunn", "ma.probable_cause")
    assert dict(assessment.hold.stands_without) == {
        "boston.hold": True,
        "ma.lunn": True,
        "ma.probable_cause": False,
    }


def test_then_the_stated_ground_does_not_matter() -> None:
    for ground in ("processing", "court", "none_given", None):
        assessment = _assessed(**LATE, release__stated_ground=ground)
        assert _said(assessment, "boston.hold") == (Outcome.BROKEN, Strength.STRONG)


def test_24_hours_to_the_minute_are_not_more_than_24_hours() -> None:
    on_time = {**LATE, "custody__arrested_at": "2026-11-30T17:00-05:00"}
    assert _said(_assessed(**on_time), "ma.probable_cause")[0] is Outcome.NOT_YET


def test_an_emergency_that_nobody_asked_about_leaves_it_open() -> None:
    assessment = _assessed(**{**LATE, "custody__exigency": None})
    assert _said(assessment, "ma.probable_cause")[0] is Outcome.OPEN
    assert assessment.hold.answer is HoldAnswer.OPEN


def test_once_a_judge_has_seen_the_person_the_hours_make_nothing_due() -> None:
    assessment = _assessed(**LATE, custody__seen_by_judge=True)
    assert _said(assessment, "ma.probable_cause")[0] is Outcome.BROKEN
    assert assessment.hold.answer is HoldAnswer.NOT_DUE


REFUSED = {
    "release__event": "none",
    "release__bail": "set_unpaid",
    "release__at": None,
    "release__bail_refused_because_of_paper": True,
}


def test_bail_refused_over_the_paper_makes_release_due_and_is_arguable() -> None:
    assessment = _assessed(**REFUSED)
    assert assessment.hold.answer is HoldAnswer.UNLAWFUL
    assert "ma.bail_refused" in assessment.hold.rests_on
    for rule in ("ma.bail_refused", "boston.hold", "ma.lunn"):
        assert _said(assessment, rule) == (Outcome.BROKEN, Strength.ARGUABLE)


@pytest.mark.parametrize("domestic", ["abuse_or_strangulation", "order_violation"])
def test_while_bail_has_to_wait_its_refusal_breaks_nothing(domestic: str) -> None:
    assessment = _assessed(
        **REFUSED,
        custody__domestic=domestic,
        client__minor=False,
        custody__arrested_at="2026-12-01T11:01-05:00",
    )
    assert _said(assessment, "ma.domestic_bail")[0] is Outcome.NOT_YET
    assert _said(assessment, "ma.bail_refused")[0] is Outcome.NOT_YET
    assert assessment.hold.answer is HoldAnswer.NOT_DUE


def test_six_hours_after_the_arrest_only_the_order_still_waits() -> None:
    for domestic, outcome in (
        ("abuse_or_strangulation", Outcome.PROTECTS),
        ("order_violation", Outcome.NOT_YET),
    ):
        assessment = _assessed(custody__domestic=domestic, client__minor=False)
        assert _said(assessment, "ma.domestic_bail")[0] is outcome


TAKEN = {
    "custody__state": "released",
    "release__still_held": False,
    "release__handed_over": True,
}


def test_taken_at_release_from_boston_police_is_unsettled_as_a_hand_over() -> None:
    assessment = _assessed(**TAKEN)
    assert _said(assessment, "boston.transfer")[0] is Outcome.UNSETTLED
    assert _said(assessment, "ma.handover")[0] is Outcome.UNSETTLED


HANDED = {"kind": "transfer", "by": "boston_police", "to": "ice", "at": "2026-12-01T15:00-05:00"}


@pytest.mark.parametrize(
    ("papers", "outcome"),
    [
        ([DETAINER], Outcome.BROKEN),
        ([DETAINER, WARRANT], Outcome.ALLOWS),
        ([DETAINER, {**WARRANT, "seen": False}], Outcome.OPEN),
        ([DETAINER, {"form": "court_order", "seen": True, "judicial_order": True}], Outcome.ALLOWS),
        ([DETAINER, {"form": "court_order", "seen": True}], Outcome.OPEN),
        ([DETAINER, {**WARRANT, "form": "state_warrant"}], Outcome.BROKEN),
        ([DETAINER, {"form": "immigration_judge_order", "seen": True}], Outcome.UNSETTLED),
    ],
)
def test_a_hand_over_needs_a_judicial_order(papers: list[Any], outcome: Outcome) -> None:
    assessment = _assessed(
        custody__custodian="ice", release__still_held=False, acts=[HANDED], papers=papers
    )
    assert _said(assessment, "boston.transfer")[0] is outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2019-12-10T12:00-05:00", Outcome.NOT_IN_FORCE),
        ("2019-12-11T00:00-05:00", Outcome.UNSETTLED),
        ("2019-12-18T23:59-05:00", Outcome.UNSETTLED),
        ("2019-12-19T00:00-05:00", Outcome.BROKEN),
        (None, Outcome.OPEN),
    ],
)
def test_the_law_of_the_day_of_the_act_counts(day: str | None, outcome: Outcome) -> None:
    assessment = _assessed(
        custody__custodian="ice",
        custody__arrested_at="2019-11-01" if day else None,
        release__still_held=False,
        acts=[{**HANDED, "at": day}],
    )
    assert _said(assessment, "boston.transfer")[0] is outcome


def test_an_act_by_somebody_else_is_not_boston_s() -> None:
    act = {**HANDED, "by": "suffolk_sheriff", "kind": "release_time", "purpose": "civil"}
    assessment = _assessed(custody__custodian="suffolk_sheriff", acts=[act])
    assert _said(assessment, "boston.information")[0] is Outcome.NOT_COVERED
    assert _said(assessment, "ma.notice")[0] is Outcome.UNSETTLED


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ({"purpose": "civil", "unit": "ero"}, Outcome.BROKEN),
        ({"purpose": "civil", "unit": "hsi"}, Outcome.UNSETTLED),
        ({"purpose": "mixed", "unit": "ero"}, Outcome.UNSETTLED),
        ({"purpose": "criminal", "unit": "hsi"}, Outcome.ALLOWS),
        ({"kind": "status_information", "purpose": "civil", "unit": "ero"}, Outcome.ALLOWS),
        ({"unit": "ero"}, Outcome.OPEN),
    ],
)
def test_what_boston_may_tell_turns_on_the_purpose(told: dict[str, Any], outcome: Outcome) -> None:
    assessment = _assessed(acts=[{**HANDED, "kind": "release_time", **told}])
    assert _said(assessment, "boston.information")[0] is outcome


def test_a_serious_charge_changes_no_outcome_and_warns() -> None:
    act = {**HANDED, "kind": "release_time", "purpose": "civil", "unit": "ero"}
    assessment = _assessed(acts=[act], charges=[{"status": "open", "serious_violent": True}])
    assert _said(assessment, "boston.information")[0] is Outcome.BROKEN
    assert any("serious violent crime" in warning for warning in assessment.warnings)


def test_each_spell_is_judged_by_its_own_holder() -> None:
    spells = [
        {"custodian": "boston_police", "from": "2026-12-01T06:00", "until": "2026-12-01T15:30"},
        {"custodian": "suffolk_sheriff", "from": "2026-12-01T15:30"},
    ]
    assessment = _assessed(custody__custodian="suffolk_sheriff", custody__spells=spells)
    assert _said(assessment, "boston.hold")[0] is Outcome.BROKEN
    assert assessment.hold.rests_on == ("ma.lunn",)


def test_a_spell_that_ended_before_release_broke_nothing() -> None:
    spells = [
        {"custodian": "boston_police", "from": "2026-12-01T06:00", "until": "2026-12-01T13:00"},
        {"custodian": "suffolk_sheriff", "from": "2026-12-01T13:00"},
    ]
    assessment = _assessed(custody__custodian="suffolk_sheriff", custody__spells=spells)
    assert _said(assessment, "boston.hold")[0] is not Outcome.BROKEN


def test_a_hold_that_is_over_is_still_told_as_broken() -> None:
    assessment = _assessed(
        custody__state="released",
        release__still_held=False,
        release__held_until="2026-12-01T16:00-05:00",
    )
    assert assessment.hold.answer is HoldAnswer.RELEASED
    assert _said(assessment, "ma.lunn")[0] is Outcome.BROKEN


def test_ice_itself_is_always_allowed() -> None:
    for custodian in ("boston_police", "ice", None):
        assert _assessed(custody__custodian=custodian).ice.outcome is Outcome.ALLOWS


def test_what_was_declined_is_not_asked_and_what_nobody_knew_comes_last() -> None:
    assessment = _assessed(
        release__stated_ground="declined",
        holds=[{"kind": "parole"}],
        custody__exigency="unknown",
        custody__probable_cause="unknown",
    )
    asked = [question.question for question in assessment.ask_next]
    assert "release.stated_ground" not in asked
    assert asked[0] == "holds"
    assert asked[-1] in ("custody.exigency", "custody.probable_cause")
