"""Every clock of the law record is here, with its hours, and none is taken for a power to hold."""

from __future__ import annotations

import pytest

from desktop.domain.documents import read_case
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.rule import Rule

BOOK = Library().book
RULES = {rule.id: rule for pack in Library().packs for rule in pack.rules}
CLOCKS = {rule.id: rule.clock for rule in RULES.values() if rule.clock is not None}
# The hours of each; what ends on a day and not at an hour stands in DATES.
HOURS = {
    "ma.lunn": 0,
    "us.form_clock": 48,
    "us.regulation_clock": 48,
    "us.charging_decision": 48,
    "us.hold_room": 12,
    "ma.probable_cause": 24,
    "ma.domestic_bail": 6,
    "ma.six_hour_statements": 6,
    "ma.telephone": 1,
    "ma.protective_custody": 12,
}
DATES = {"ma.claim_deadlines"}
OF_THE_DETAINER = ("us.form_clock", "us.regulation_clock", "us.charging_decision")
KEPT_PAST_BAIL = {
    "format": "amparo-case/1",
    "as_of": "2026-07-02T17:00-04:00",
    "complete": ["papers", "holds", "charges", "acts"],
    "custody": {
        "state": "in_custody",
        "custodian": "boston_police",
        "arrested_by": "boston_police",
        "arrested_at": "2026-07-02T06:00-04:00",
        "arrived_at": "2026-07-02T06:30-04:00",
        "arrest_basis": "warrantless",
        "probable_cause": True,
        "exigency": False,
        "domestic": "none",
        "seen_by_judge": False,
    },
    "charges": [{"status": "open", "kind": "other"}],
    "release": {
        "event": "bail_posted",
        "at": "2026-07-02T15:00-04:00",
        "still_held": True,
        "stated_ground": "immigration",
        "ice_present": False,
        "handed_over": False,
    },
    "papers": [
        {"form": "I-247A", "box": 1, "cancelled": False, "names_client": True, "seen": True}
    ],
}


def test_every_clock_of_the_record_and_no_other() -> None:
    assert {rule: clock.hours for rule, clock in CLOCKS.items()} == HOURS
    assert {rule.id for rule in RULES.values() if rule.dates} == DATES


@pytest.mark.parametrize("rule", OF_THE_DETAINER)
def test_a_clock_that_could_be_taken_for_a_power_says_that_it_gives_none(rule: str) -> None:
    clock = CLOCKS[rule]
    for note in filter(None, (clock.note, clock.note_other_reading)):
        assert "It gives nobody power to hold" in note


@pytest.mark.parametrize("rule", ["us.form_clock", "us.regulation_clock"])
def test_the_48_hours_of_a_paper_are_explained_with_the_caution(rule: str) -> None:
    told: Rule = RULES[rule]
    assert "give nobody power to hold" in told.explains["alert"]
    assert "They give nobody the power to keep you" in told.for_client["alert"]


def test_side_by_side_with_both_readings_of_a_holiday() -> None:
    case = read_case(KEPT_PAST_BAIL)
    assert case.as_of is not None and case.as_of.earliest is not None
    found = assess(case, BOOK, case.as_of.earliest)
    ends = {(run.rule, run.ends.strftime("%m-%d %H:%M")) for run in found.clocks}
    assert {("ma.lunn", "07-02 15:00"), ("us.form_clock", "07-04 15:00")} <= ends
    observed, its_own_day = (
        ("us.regulation_clock", "07-07 15:00"),
        ("us.regulation_clock", "07-06 15:00"),
    )
    assert {observed, its_own_day} <= ends
