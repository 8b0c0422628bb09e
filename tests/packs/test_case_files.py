"""The worked cases as a collection: where each comes from, and that they leave nothing out."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.vocabulary import AGENCIES
from desktop.library.shelves import Library
from desktop.rules.contradictions import told_and_possible
from desktop.rules.judging import look
from desktop.rules.snapshot import Snapshot
from desktop.system.resources import resource

PATHS = sorted(resource("packs").glob("*/cases/*.json"))
CASES: list[dict[str, Any]] = [json.loads(path.read_text(encoding="utf-8")) for path in PATHS]
LIBRARY = Library()
LAW = LIBRARY.book.law()
# The rows of the three tables of rules and of the table of towns. F40 is a printed number's age
# and F42 a source's: no case shows them, the letters' own tests do.
ROWS = (
    {f"BTA-{number:02}" for number in range(14)}
    | {"BTA-01x", "BTA-01y", "BTA-04s", "BTA-04v", "R11a", "R11b"}
    | {f"R{number:02}" for number in range(1, 30) if number != 11}
    | {f"F{number:02}" for number in range(1, 42) if number != 40}
    | {f"MUNI {pack.town}" for pack in LIBRARY.packs if pack.town}
)
EACH_ROW = re.compile(r"BTA-\d\d[sxyv]?|\b[RF]\d\d[ab]?|MUNI [A-Z]\w+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
WHO = {"name", "preferred_name", "language"}
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


def test_no_two_cases_share_outcome_rule_and_changed_fact() -> None:
    """Hours are a change where a rule comes out of them otherwise, who the person is never is."""
    shown = [(case["name"], _shown(case)) for case in CASES]
    same = [(one[0], other[0]) for one, other in permutations(shown, 2) if one[1] <= other[1]]
    assert same == []


def _shown(case: dict[str, Any]) -> set[tuple[Hashable, ...]]:
    """Each thing that a case expects, with its facts and what the rule makes of its hours."""
    read = read_case(case["case"])
    assert read.as_of is not None and read.as_of.earliest is not None
    _, possible = told_and_possible(read, read.as_of.earliest)
    snapshot, facts = Snapshot(possible, read.as_of.earliest), _facts(case["case"])
    shown: set[tuple[Hashable, ...]] = set()
    for key, value in case["expect"].items():
        for name, word in (value if isinstance(value, dict) else {key: value}).items():
            known = look(LAW, LAW.rules[name], snapshot).known if key == "findings" else None
            shown.add((key, name, json.dumps(word), known, facts))
    return shown


def _facts(node: Any) -> Hashable:
    """The facts without hours, without the order of a list, and without who the person is."""
    if isinstance(node, dict):
        return tuple((key, _facts(node[key])) for key in sorted(node) if key not in WHO)
    if isinstance(node, list):
        return tuple(sorted(repr(_facts(entry)) for entry in node))
    return node[:10] if isinstance(node, str) and MOMENT.match(node) else node


def _rules_named() -> set[str]:
    named: set[str] = set()
    for case in CASES:
        for key in ("findings", "never", "clocks"):
            named |= set(case["expect"].get(key, {}))
    return named


def test_every_rule_of_every_pack_stands_in_some_case() -> None:
    assert LAW.rules.keys() - _rules_named() == set()


def test_every_row_of_the_law_record_s_tables_is_the_source_of_some_case() -> None:
    named = {row for case in CASES for row in EACH_ROW.findall(case["source"])}
    assert ROWS - named == set()


def _agencies(case: dict[str, Any]) -> set[str]:
    custody = case.get("custody", {})
    acts, spells = case.get("acts", []), custody.get("spells", [])
    told = [custody.get("custodian"), custody.get("arrested_by")]
    told += [act.get(key) for act in acts for key in ("by", "to")]
    told += [spell.get("custodian") for spell in spells]
    return {agency for agency in told if isinstance(agency, str)}


def test_every_agency_occurs_in_some_case() -> None:
    assert set(AGENCIES) - set().union(*(_agencies(case["case"]) for case in CASES)) == set()
