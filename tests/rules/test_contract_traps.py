"""Traps of the contract and of the law: the table beside this file, and what fits no table."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment
from desktop.domain.moments import moment
from desktop.domain.problems import Problem
from desktop.library.shelves import Library
from desktop.rules.assess import assess

BOOK = Library().book
TABLE = yaml.safe_load(Path(__file__).with_name("traps.yaml").read_text(encoding="utf-8"))
PIECES: dict[str, Any] = TABLE["pieces"]
DETAINER, WARRANT = PIECES["detainer"], PIECES["warrant"]
NOT_DUE, LATE, DRUNK = PIECES["not_due"], PIECES["late"], PIECES["drunk"]
LEFT, TAKEN, WITH_ICE = PIECES["left"], PIECES["taken"], PIECES["with_ice"]
NOON = TABLE["marisol"]["release.at"]
Changes = dict[str, Any]


def said(changes: Changes) -> Assessment:
    """The assessment of the case with some answers changed; None takes an answer away."""
    document: dict[str, Any] = {"format": "amparo-case/1"}
    for place, value in deepcopy({**TABLE["marisol"], **changes}).items():
        section, _, name = place.partition(".")
        if name:
            document.setdefault(section, {})[name] = value
        elif value is not None:
            document[section] = value
    as_of = moment(document["as_of"]).earliest
    assert as_of is not None
    return assess(read_case(document), BOOK, as_of)


def outcome(assessment: Assessment, rule: str) -> str:
    finding = assessment.finding(rule)
    assert finding is not None
    strength = f" {finding.strength.value}" if finding.strength else ""
    return finding.outcome.value + strength


def _rows(name: str, key: str) -> list[Any]:
    return [pytest.param(row["case"], row[key], id=row["trap"]) for row in TABLE[name]]


@pytest.mark.parametrize(("changes", "answer"), _rows("answers", "hold"))
def test_the_answer_on_holding(changes: Changes, answer: str) -> None:
    assert said(changes).hold.answer.value == answer


@pytest.mark.parametrize(("changes", "expected"), _rows("findings", "says"))
def test_what_a_rule_says(changes: Changes, expected: dict[str, str]) -> None:
    assessment = said(changes)
    assert {rule: outcome(assessment, rule) for rule in expected} == expected


# ------------------------------------------------------------------ spells

MORNING, SHERIFF = PIECES["morning"], PIECES["sheriff"]


def _passed_on(until: object) -> Changes:
    spells = [{**MORNING, "until": until}, {**SHERIFF, "from": until}]
    return {**SHERIFF_NOW, "custody.spells": spells}


SHERIFF_NOW = {"custody.custodian": "suffolk_sheriff"}
TO_ICE = {
    **WITH_ICE,
    "custody.spells": [{**MORNING, "until": "2026-12-01T13:00"}, {"custodian": "ice"}],
}
IN_DOUBT = {
    "as_of": "2019-12-20",
    "custody.arrested_at": "2019-12-18T06:00",
    "release.at": "2019-12-18T12:00",
}
SPELLS: list[tuple[str, Changes, str]] = [
    ("passed on an hour after release", _passed_on("2026-12-01T13:00"), "broken strong"),
    ("passed on to ICE", TO_ICE, "broken strong"),
    ("nobody knows when", _passed_on("unknown"), "open"),
    ("some time that day", _passed_on("2026-12-01"), "open"),
    ("on a day of doubt", {**_passed_on("2019-12-18T13:00"), **IN_DOUBT}, "unsettled"),
]


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(c, e, id=n) for n, c, e in SPELLS])
def test_a_past_holder_is_judged_by_its_own_time(changes: Changes, expected: str) -> None:
    assert outcome(said(changes), "boston.hold") == expected


def test_a_spell_that_ended_as_release_fell_due_broke_nothing() -> None:
    assert not outcome(said(_passed_on(NOON)), "boston.hold").startswith("broken")


# ------------------------------------------------------------------ what is asked


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"release.stated_ground": None}, "release.stated_ground"),
        ({**LEFT, "release.handed_over": None}, "release.handed_over"),
        ({"release.event": ["none", "recognizance"], "release.bail": None}, "release.event"),
        ({"release.event": "unknown", "release.bail": "set_unpaid"}, "release.event"),
        ({"release.at": "2026-12-01"}, "release.at"),
        ({**LATE, "custody.arrested_at": "2026-11-30"}, "custody.arrested_at"),
        ({**LATE, "custody.exigency": None}, "custody.exigency"),
        ({"papers": [{**WARRANT, "seen": None}]}, "papers"),
        ({"holds": [], "complete": ["papers"]}, "holds"),
        ({"custody.custodian": None}, "custody.custodian"),
        ({"custody.custodian": "county_sheriff"}, "custody.ice_contract_bed"),
        (
            {"release.stated_ground": "processing", "release.processing_done_at": "2026-12-01"},
            "release.processing_done_at",
        ),
    ],
)
def test_the_answer_that_is_missing_is_asked_for(changes: Changes, key: str) -> None:
    assessment = said(changes)
    assert assessment.hold.answer.value == "open"
    assert key in assessment.hold.asks
    assert key in [question.question for question in assessment.ask_next]


def test_what_was_declined_is_not_asked_and_stays_open() -> None:
    assessment = said({"release.stated_ground": "declined"})
    assert assessment.hold.answer.value == "open"
    asked = [question.question for question in assessment.ask_next]
    assert "release.stated_ground" not in asked
    assert set(asked).isdisjoint(assessment.hold.asks)


def test_a_bed_for_ice_is_asked_of_a_county_jail_only() -> None:
    for custodian in ("boston_police", "suffolk_sheriff", "trial_court"):
        asked = said({"custody.custodian": custodian, "papers": [], "complete": []}).ask_next
        assert "custody.ice_contract_bed" not in [question.question for question in asked]


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize(
    "changes",
    [
        NOT_DUE,
        WITH_ICE,
        {"holds": [{"live": True}]},
        {"papers": [{**DETAINER, "cancelled": True}]},
        {"papers": [{**DETAINER, "box": 2}]},
        {"papers": [{"form": "I-247N"}]},
        {"custody.custodian": "county_sheriff", "custody.ice_contract_bed": True},
        TAKEN,
    ],
)
def test_no_clock_of_a_detainer_runs(changes: Changes) -> None:
    running = {clock.rule for clock in said(changes).clocks}
    assert running.isdisjoint({"us.form_clock", "us.regulation_clock"})


def test_the_answer_names_what_it_rests_on() -> None:
    hold = said({**DRUNK, "custody.sober_at": "2026-12-01T16:00-05:00"}).hold
    assert hold.rests_on == ("boston.hold", "ma.lunn", "ma.protective_custody")
    assert dict(hold.stands_without) == {
        "boston.hold": True,
        "ma.lunn": True,
        "ma.protective_custody": False,
    }


def test_only_a_rule_that_really_made_release_due_is_named() -> None:
    refused = {"release.bail_refused_because_of_paper": True}
    hold = said({**LATE, **refused, "custody.seen_by_judge": True}).hold
    assert hold.answer.value == "unlawful"
    assert hold.rests_on == ("boston.hold", "ma.lunn", "ma.bail_refused")


def test_each_act_has_its_own_conclusion() -> None:
    assessment = said({})
    assert assessment.transfer.outcome.value == "protects"
    assert assessment.transfer.rules == ("boston.transfer",)
    assert assessment.notify.outcome.value == "unsettled"
    assert assessment.notify.rules == ("ma.notice",)
    assert assessment.ice.outcome.value == "allows"


def test_oddities_of_a_paper_change_nothing() -> None:
    plain = said({"papers": [{"form": "I-205"}]})
    odd = said(
        {"papers": [{"form": "I-205", "box": 1, "issued_by": "court", "attached": ["I-200"]}]}
    )
    assert len(odd.contradictions) == 3
    assert [f.outcome for f in odd.findings] == [f.outcome for f in plain.findings]


@pytest.mark.parametrize(
    "paper",
    [{"box": 1}, {"form": ["I-247A", "I-200"], "box": 1}, {"form": "unknown", "box": 2}],
)
def test_a_form_that_nobody_knows_may_have_boxes(paper: dict[str, Any]) -> None:
    assert said({"papers": [paper]}).contradictions == ()


def test_a_paper_of_unknown_form_may_be_the_one_attached() -> None:
    papers = [{**DETAINER, "attached": ["I-200"]}, {"form": ["I-200", "I-205"]}]
    assert said({"papers": papers}).contradictions == ()


def test_boston_is_no_town_with_a_police_of_its_own_kind() -> None:
    with pytest.raises(Problem, match="boston_police"):
        said({"custody.custodian": "municipal_police", "custody.town": "Boston"})
