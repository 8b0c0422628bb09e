"""The schemas that we ship say exactly what the program reads and writes."""

from __future__ import annotations

import json
from typing import Any

import pytest
import write_schemas
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types

from desktop.domain.assessment_document import assessment_document
from desktop.domain.documents import read_case, write_case
from desktop.domain.problems import CaseRefused
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from tests.rules.known_cases import with_less_known

FILES = sorted(resource("schema").glob("*.json"))
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in FILES}
CASE = Draft202012Validator(SCHEMAS["amparo-case-1.schema.json"])
ASSESSMENT = Draft202012Validator(SCHEMAS["amparo-assessment-1.schema.json"])
WORKED = sorted(resource("packs").glob("*/cases/*.json"))
BOOK = Library().book
HEAD = {"format": "amparo-case/1"}


def wrong(validator: Draft202012Validator, document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def case_of(path: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))["case"]
    return told


def test_the_schemas_are_those_that_would_be_written_today() -> None:
    """Otherwise: python packaging/write_schemas.py"""
    assert {path.name: path.read_text("utf-8") for path in FILES} == write_schemas.written()


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", WORKED, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_worked_case_and_its_assessment_are_valid(path: Any) -> None:
    document = case_of(path)
    assert wrong(CASE, document) == []
    case = read_case(document)
    assert wrong(CASE, write_case(case)) == []
    assert case.as_of is not None and case.as_of.earliest is not None
    found = assessment_document(assess(case, BOOK, case.as_of.earliest))
    assert wrong(ASSESSMENT, json.loads(json.dumps(found))) == []


def test_the_case_that_comes_along_is_valid() -> None:
    assert wrong(CASE, json.loads(resource("demo", "case.json").read_text("utf-8"))) == []


@settings(max_examples=60, deadline=None)
@given(with_less_known())
def test_a_case_with_much_or_little_known_is_valid(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    for document in pair:
        assert wrong(CASE, document) == []


NEITHER_TAKES = [
    {"format": "amparo-case/2"},
    {},
    {**HEAD, "custody": {"custodain": "ice"}},
    {**HEAD, "custdy": {}},
    {**HEAD, "custody": {"custodian": "boston_polise"}},
    {**HEAD, "custody": {"custodian": []}},
    {**HEAD, "papers": [{"form": "I-247a"}]},
    {**HEAD, "papers": [{"box": 3}]},
    {**HEAD, "papers": {}},
    {**HEAD, "release": {"still_held": "yes"}},
    {**HEAD, "release": {"at": "tomorrow"}},
    {**HEAD, "release": {"at": {"since": "2026-12-01"}}},
    {**HEAD, "complete": ["paper"]},
    {**HEAD, "said": {"release.event": {"by": "dsk"}}},
    {**HEAD, "spells": []},
    {**HEAD, "as_of": 5},
    [],
]
BOTH_TAKE = [
    HEAD,
    {**HEAD, "custody": {"custodian": ["ice", "suffolk_sheriff"], "town": "unknown"}},
    {**HEAD, "release": {"at": {"from": "2026-12-01", "to": None}, "event": "declined"}},
    {**HEAD, "papers": [{"form": "I-247A", "box": 1, "grounds": ["c"], "served": None}]},
    {**HEAD, "papers": "unknown", "charges": "declined", "holds": None},
    {**HEAD, "complete": ["acts"], "answers": {"a_question": True, "another": "unknown"}},
    {**HEAD, "custody": None, "as_of": "2026-12-01T14:00-05:00"},
    {**HEAD, "said": {"release.event": {"by": "desk", "sure": "fairly", "at": "2026-12-01"}}},
]


@pytest.mark.parametrize("document", NEITHER_TAKES)
def test_what_the_schema_refuses_the_program_refuses(document: Any) -> None:
    assert wrong(CASE, document)
    with pytest.raises(CaseRefused):
        read_case(document)


@pytest.mark.parametrize("document", BOTH_TAKE)
def test_what_the_schema_takes_the_program_takes(document: dict[str, Any]) -> None:
    assert wrong(CASE, document) == []
    read_case(document)
