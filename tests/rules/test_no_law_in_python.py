"""The law is in the packs. The engine knows no rule, no agency and no day of law by itself."""

from __future__ import annotations

import ast
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment
from desktop.domain.moments import moment
from desktop.domain.vocabulary import AGENCIES
from desktop.library.pack_files import pack_text
from desktop.library.shelves import Library, pack_folders
from desktop.rules.assess import assess
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, opened_from, read_packs
from desktop.rules.strict_yaml import PackRefused
from desktop.system.resources import resource

SHELF = {folder.name: pack_text(folder) for folder in pack_folders(resource("packs"))}
RULE_FILES = [
    (pack, name) for pack, text in SHELF.items() for name in text.files if name.startswith("rules/")
]
BOOK = Library().book
_HEAD = "pack.yaml"
CASES = sorted(resource("packs").glob("*/cases/*.json"))[::30]


@cache
def _said(case: Path, without: tuple[str, ...]) -> Assessment:
    return _assessed(case, BOOK, without)


def _assessed(case: Path, book: LawBook, without: tuple[str, ...] = ()) -> Assessment:
    document = json.loads(case.read_text(encoding="utf-8"))["case"]
    as_of = moment(document["as_of"]).earliest
    assert as_of is not None
    return assess(read_case(document), book, as_of, without)


def _shelf_without(pack: str, name: str) -> list[PackText]:
    files = {other: text for other, text in SHELF[pack].files.items() if other != name}
    return [replace(text, files=files) if text.name == pack else text for text in SHELF.values()]


def _id_of(pack: str, name: str) -> str:
    (rule_id,) = (
        opened_from(SHELF[pack]).rules.keys()
        - opened_from(
            next(text for text in _shelf_without(pack, name) if text.name == pack)
        ).rules.keys()
    )
    return rule_id


@pytest.mark.parametrize(("pack", "name"), RULE_FILES)
def test_a_rule_file_that_is_taken_away_takes_its_finding_along(pack: str, name: str) -> None:
    """A law that still names the rule is refused, by the rule's name."""
    rule_id = _id_of(pack, name)
    try:
        book = LawBook(read_packs(_shelf_without(pack, name)))
    except PackRefused as refused:
        assert rule_id in str(refused)
        return
    for case in CASES:
        found = {finding.rule: finding.outcome for finding in _assessed(case, book).findings}
        assert rule_id not in found
        left_out = {f.rule: f.outcome for f in _said(case, (rule_id,)).findings}
        assert found == left_out


def test_a_shelf_without_rule_files_says_nothing() -> None:
    heads = [replace(text, files={_HEAD: text.files[_HEAD]}) for text in SHELF.values()]
    book = LawBook(read_packs(heads))
    for case in CASES:
        said = _assessed(case, book)
        assert (said.findings, said.clocks, said.dates) == ((), (), ())


# ------------------------------------------------------------ what the engine's own text says

ENGINE = Path(__file__).resolve().parents[2] / "desktop" / "rules"
MODULES = sorted(ENGINE.rglob("*.py"))
A_DAY = re.compile(
    r"\b(19|20)\d\d-\d\d(-\d\d)?\b"
    r"|\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (\d{1,2}, )?(19|20)\d\d\b"
    r"|\b\d{1,2} [A-Z][a-z]+ (19|20)\d\d\b"
)
# "other" is a word of several lists.
NAMES = re.compile(r"\b(" + "|".join(sorted({*AGENCIES} - {"other"})) + r")\b")
RULES = re.compile("|".join(rf"(?<![\w.]){re.escape(name)}\b" for name in BOOK.rule_ids))


def _told(path: Path) -> Iterator[str]:
    """Every text, comment and number of a module, as it is written."""
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type in (tokenize.STRING, tokenize.COMMENT, tokenize.NUMBER):
                yield token.string


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_engine_names_no_rule_and_no_agency(path: Path) -> None:
    named = [text for text in _told(path) if RULES.search(text) or NAMES.search(text)]
    assert named == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_engine_names_no_day_of_law(path: Path) -> None:
    assert [text for text in _told(path) if A_DAY.search(text)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_engine_makes_no_day_of_numbers(path: Path) -> None:
    """Only the first day of all that computers count, older than any of these laws."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    made = [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in ("date", "datetime")
        and any(isinstance(arg, ast.Constant) for arg in call.args)
        and ast.unparse(call) != "date(1970, 1, 1)"
    ]
    assert made == []


@pytest.mark.parametrize(
    ("look", "law"),
    [
        (RULES, '"ma.lunn"'),
        (NAMES, '("boston_police", "ice")'),
        (A_DAY, '"2017-07-24"'),
        (A_DAY, "# since Jan. 29, 2025"),
        (A_DAY, "# from 5 August 2026"),
    ],
)
def test_each_look_finds_what_it_looks_for(look: re.Pattern[str], law: str) -> None:
    assert look.search(law)
