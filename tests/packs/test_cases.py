"""Every worked case that lies beside a pack comes out as its author said it must."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment
from desktop.domain.letters import NameOnPaper
from desktop.domain.moments import moment
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from desktop.workflow.drafting import Drafting

PATHS = sorted(resource("packs").glob("*/cases/*.json"))
BOOK = Library().book


@cache
def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def _assessed(path: Path) -> Assessment:
    case = read_case(_read(path)["case"])
    assert case.as_of is not None and case.as_of.earliest is not None
    return assess(case, BOOK, case.as_of.earliest)


def _expected(key: str) -> list[Any]:
    return [
        pytest.param(path, _read(path)["expect"][key], id=path.stem)
        for path in PATHS
        if key in _read(path)["expect"]
    ]


def _words(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def test_the_worked_cases_are_here() -> None:
    assert len(PATHS) >= 150 + 34  # ours, and those that came with the law record


@pytest.mark.parametrize(("path", "expected"), _expected("findings"))
def test_each_rule_says_what_it_must(path: Path, expected: dict[str, Any]) -> None:
    found = _assessed(path)
    said = {rule: found.finding(rule) for rule in expected}
    wrong = {
        rule: finding and finding.outcome.value
        for rule, finding in said.items()
        if finding is None or finding.outcome.value not in _words(expected[rule])
    }
    assert wrong == {}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_rule_says_what_it_must_never_say(path: Path) -> None:
    for rule, outcome in _read(path)["expect"].get("never", {}).items():
        finding = _assessed(path).finding(rule)
        assert finding is None or finding.outcome.value not in _words(outcome)


@pytest.mark.parametrize(("path", "expected"), _expected("hold"))
def test_the_answer_on_holding(path: Path, expected: str) -> None:
    assert _assessed(path).hold.answer.value in _words(expected)


@pytest.mark.parametrize(("path", "expected"), _expected("stands_without"))
def test_the_answer_stands_without_each_rule(path: Path, expected: dict[str, bool]) -> None:
    assert dict(_assessed(path).hold.stands_without) == expected


@pytest.mark.parametrize(("path", "expected"), _expected("clocks"))
def test_the_clocks_end_when_they_must(path: Path, expected: dict[str, Any]) -> None:
    for rule, ends in expected.items():
        found = [clock.ends for clock in _assessed(path).clocks if clock.rule == rule]
        accepted = {moment(end).exact for end in _words(ends)}
        assert found and accepted & set(found), rule


@pytest.mark.parametrize(("path", "expected"), _expected("asks_any"))
def test_what_is_missing_is_asked(path: Path, expected: list[str]) -> None:
    asked = [question.question for question in _assessed(path).ask_next]
    for prefix in expected:
        assert any(key.startswith(prefix) for key in asked), prefix


@pytest.mark.parametrize(("path", "expected"), _expected("paper"))
def test_each_paper_is_read_by_its_form(path: Path, expected: dict[str, bool]) -> None:
    read = {paper.form: paper.court_issued for paper in _assessed(path).papers}
    assert {form: read[form] for form in expected} == expected


def _letter_text(path: Path) -> str:
    case = read_case(_read(path)["case"])
    letter = Drafting().draft(case, _assessed(path), "rights", "en", NameOnPaper.NONE)
    return " ".join(passage.text for passage in letter.passages).lower()


@pytest.mark.parametrize(("path", "expected"), _expected("letter_has"))
def test_the_letter_says_what_it_must(path: Path, expected: list[str]) -> None:
    text = _letter_text(path)
    assert [words for words in expected if words.lower() not in text] == []


@pytest.mark.parametrize(("path", "expected"), _expected("letter_lacks"))
def test_the_letter_does_not_say_what_it_must_not(path: Path, expected: list[str]) -> None:
    text = _letter_text(path)
    assert [words for words in expected if words.lower() in text] == []
