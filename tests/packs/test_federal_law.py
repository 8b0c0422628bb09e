"""Federal law whole: every rule of the contract, in some case, with somebody who could know."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.places import COUNTRY_NAMES
from desktop.domain.vocabulary import LISTS
from desktop.library.shelves import Library
from desktop.rules.conditions import IsIn
from desktop.rules.inside import everything_of
from desktop.rules.rule import Rule
from desktop.rules.variables import ANOTHER, Heard
from desktop.system.resources import resource

LAW = Library().book.law()
(PACK,) = (pack for pack in Library().packs if pack.used.id == "us")
RULES = {rule.id: rule for rule in PACK.rules}
CONTRACT = (
    "request new_seizure notice_only withdrawn_form served warrant_attached gonzalez cancelled "
    "borrowed administrative court_warrant removal_warrant form_clock regulation_clock "
    "charging_decision laken_riley bond long_detention final_order expedited consulate citizen "
    "fear child parent pregnancy victim habeas hold_room bond_stay bail_first places ice_itself"
).split()
CASES: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(resource("packs").glob("us/cases/*.json"))
]
# The State Department's list as the law record has it; China with Macao and Hong Kong, the
# United Kingdom with its dependencies and territories.
LISTED = """
Albania; Algeria; Antigua and Barbuda; Armenia; Azerbaijan; Bahamas; Barbados; Belarus; Belize;
Brunei; Bulgaria; China; Costa Rica; Cyprus; Czech Republic; Dominica; Fiji; Gambia; Georgia; Ghana;
Grenada; Guyana; Hungary; Jamaica; Kazakhstan; Kiribati; Kuwait; Kyrgyzstan; Malaysia; Malta;
Mauritius; Moldova; Mongolia; Nigeria; Philippines; Poland; Romania; Russia; Saint Kitts and Nevis;
Saint Lucia; Saint Vincent; Seychelles; Sierra Leone; Singapore; Slovakia; Tajikistan; Tanzania;
Tonga; Trinidad and Tobago; Tunisia; Turkmenistan; Tuvalu; Ukraine; United Kingdom; Uzbekistan;
Zambia; Zimbabwe
"""
WITH_THEM = """
Hong Kong; Macao; Guernsey; Isle of Man; Jersey; Anguilla; Bermuda; British Indian Ocean Territory;
British Virgin Islands; Cayman Islands; Falkland Islands; Gibraltar; Montserrat; Pitcairn;
Saint Helena; South Georgia and the South Sandwich Islands; Turks and Caicos Islands
"""
each_rule = pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)


def test_every_rule_of_the_contract_is_here_and_no_other() -> None:
    assert set(RULES) == {f"us.{name}" for name in CONTRACT}


@each_rule
def test_every_rule_stands_in_some_case(rule: Rule) -> None:
    told = {"findings", "clocks", "never"}
    assert any(rule.id in case["expect"].get(key, {}) for case in CASES for key in told)


@each_rule
def test_somebody_could_know_each_fact_that_a_rule_looks_at(rule: Rule) -> None:
    tests = [part for part in everything_of(rule) if isinstance(part, IsIn)]
    keys = {test.variable.asks for test in tests if not isinstance(test.variable, Heard)}
    for key in keys - {"as_of"} - set(LISTS):
        assert LAW.questions[key].who_knows, key


def _codes(names: str) -> set[str]:
    by_name = {name: code for code, name in COUNTRY_NAMES.items()}
    return {by_name[" ".join(name.split())] for name in names.split(";")}


def test_the_consular_list_is_the_state_department_s() -> None:
    (listed,) = RULES["us.consulate"].unless
    named = {
        str(cell)
        for part in everything_of(RULES["us.consulate"])
        if isinstance(part, IsIn) and part.variable.asks == "client.nationality"
        for cell in part.accepted
    }
    assert len(_codes(LISTED)) == 57
    assert named - {"US", ANOTHER} == _codes(LISTED) | _codes(WITH_THEM)
    assert listed.outcome.value == "alert"


# ------------------------------------------------------------------ holidays

YEARS = range(2014, 2031)
assert PACK.holidays is not None
OBSERVED, ACTUAL = PACK.holidays.observed, PACK.holidays.actual


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(last.weekday())


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_are_those_of_the_statute(year: int) -> None:
    days = {date(year, *day) for day in ((1, 1), (7, 4), (11, 11), (12, 25))}
    days |= {_nth(year, *day) for day in ((1, 0, 3), (2, 0, 3), (9, 0, 1), (10, 0, 2), (11, 3, 4))}
    days |= {_last_monday_of_may(year), *([date(year, 6, 19)] if year >= 2021 else [])}
    assert {day for day in ACTUAL if day.year == year} == days


def test_a_holiday_on_a_weekend_is_observed_on_the_day_beside_it() -> None:
    beside = {5: -1, 6: 1}
    moved = {day + timedelta(beside.get(day.weekday(), 0)) for day in ACTUAL}
    assert moved == OBSERVED
    assert all(day.weekday() < 5 for day in OBSERVED)


@pytest.mark.parametrize("year", YEARS)
def test_holidays_of_the_state_and_its_counties_count(year: int) -> None:
    patriots = _nth(year, 4, 0, 3)
    for day in (patriots, date(year, 3, 17), date(year, 6, 17)):
        assert day not in OBSERVED | ACTUAL
