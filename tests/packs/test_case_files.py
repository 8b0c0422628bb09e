"""The worked cases as a collection: where each comes from, and that they leave nothing out."""

from __future__ import annotations

import json
import re
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.vocabulary import AGENCIES
from desktop.library.shelves import Library
from desktop.system.resources import resource

PATHS = sorted(resource("packs").glob("*/cases/*.json"))
CASES: list[dict[str, Any]] = [json.loads(path.read_text(encoding="utf-8")) for path in PATHS]
CITY = [
    rule.id for pack in Library().packs if pack.used.id == "us-ma-boston" for rule in pack.rules
]
# A row of the three briefs' tables, or else the page and section of the law record or contract.
ROW = re.compile(
    r"\b(BTA-\d\d[sxyv]?|R\d\d[ab]?|F\d\d[ab]?|MUNI [A-Z]\w+"
    r"|(?:federal|municipal|state) brief [\d.]+|corrections [\d.]+"
    r"|contract \d+a?(?:\.\d+)?|decisions)"
)
each_case = pytest.mark.parametrize("case", CASES, ids=[path.stem for path in PATHS])


@each_case
def test_a_case_names_the_row_that_it_comes_from(case: dict[str, Any]) -> None:
    assert ROW.match(case["source"])


@each_case
def test_a_case_says_in_one_sentence_why(case: dict[str, Any]) -> None:
    why = case["why"]
    assert why[0].isupper() and why.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", why.replace("8 U.S.C. ", ""))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_case_bears_its_file_s_name(path: Path) -> None:
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == path.stem


def test_no_two_cases_bear_one_name() -> None:
    names = [path.stem for path in PATHS]
    assert sorted(names) == sorted(set(names))


def test_no_case_says_what_another_says_of_the_same_facts() -> None:
    """Two cases may share facts where each asks something of its own."""
    for one, other in permutations(CASES, 2):
        if one["case"] == other["case"]:
            assert not _expected(one) <= _expected(other), (one["name"], other["name"])


def _expected(case: dict[str, Any]) -> set[tuple[str, str]]:
    """What a case expects, as pairs of a rule, or whatever else is looked at, and the outcome."""
    told: set[tuple[str, str]] = set()
    for key, value in case["expect"].items():
        each = value if isinstance(value, dict) else {key: value}
        told |= {(f"{key} {name}", json.dumps(word)) for name, word in each.items()}
    return told


def _rules_named() -> set[str]:
    named: set[str] = set()
    for case in CASES:
        for key in ("findings", "never", "clocks"):
            named |= set(case["expect"].get(key, {}))
    return named


def test_every_rule_of_the_city_stands_in_some_case() -> None:
    assert set(CITY) - _rules_named() == set()


def _agencies(case: dict[str, Any]) -> set[str]:
    custody = case.get("custody", {})
    acts, spells = case.get("acts", []), custody.get("spells", [])
    told = [custody.get("custodian"), custody.get("arrested_by")]
    told += [act.get(key) for act in acts for key in ("by", "to")]
    told += [spell.get("custodian") for spell in spells]
    return {agency for agency in told if isinstance(agency, str)}


def test_every_agency_occurs_in_some_case() -> None:
    assert set(AGENCIES) - set().union(*(_agencies(case["case"]) for case in CASES)) == set()
