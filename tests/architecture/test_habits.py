"""What nobody may write, because it fails silently or only on another day."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import at_import, modules, said

CLOCK = Path("desktop/system/clock.py")
ASKS_THE_TIME = (
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
)  # fmt: skip
TRANSLATES = {"_", "gettext", "ngettext", "pgettext", "translate", "QCoreApplication.translate"}


def calls(node: ast.AST) -> Iterator[ast.Call]:
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))


def asks_the_time(tree: ast.AST) -> list[int]:
    return [call.lineno for call in calls(tree) if said(call.func).endswith(ASKS_THE_TIME)]


def alters_silently(tree: ast.AST) -> list[int]:
    """sqlite-utils' options that catch the wrong driver's errors, and so fail or do nothing."""
    return [
        call.lineno
        for call in calls(tree)
        for word in call.keywords
        if word.arg in {"alter", "find_unique_name"}
        or (word.arg == "ignore" and said(call.func).endswith("drop"))
    ]


def translates_at_import(tree: ast.AST) -> list[int]:
    run = (node for node in at_import(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in run if said(call.func) in TRANSLATES]


def test_only_the_clock_asks_the_machine_what_time_it_is() -> None:
    found = {path: asks_the_time(tree) for path, tree in modules().items() if path != CLOCK}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_option_of_sqlite_utils_that_breaks_over_an_encrypted_file() -> None:
    found = {path: alters_silently(tree) for path, tree in modules("desktop/casefile").items()}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_text_is_translated_when_shown_never_when_imported() -> None:
    found = {path: translates_at_import(tree) for path, tree in modules().items()}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("look", "wrong", "right"),
    [
        (asks_the_time, "datetime.now(UTC)", "clock.now()"),
        (asks_the_time, "datetime.date.today()", "case.as_of"),
        (alters_silently, "table.insert(row, alter=True)", "table.insert(row)"),
        (alters_silently, "db['x'].drop(ignore=True)", "table.insert(row, ignore=True)"),
        (translates_at_import, "TITLE = _('Cases')", "TITLE = N_('Cases')"),
        (translates_at_import, "def f(x=_('a')): ...", "def f(x): return _('a')"),
        (translates_at_import, "class C:\n    x = _('a')", "class C:\n    f = lambda x: _(x)"),
    ],
)
def test_each_look_finds_what_it_looks_for(look, wrong: str, right: str) -> None:
    assert look(ast.parse(wrong))
    assert not look(ast.parse(right))
