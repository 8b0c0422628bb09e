"""A folder says what lives there, a module has one idea, and a name says which."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
WORN_OUT = re.compile(r"(Manager|Helper|Handler|Processor|Data|Utils?)$")
_ABOUT_250 = 260
FLOORS = {
    "language", "domain", "system", "casefile", "letters", "rules", "library", "workflow", "gui",
}  # fmt: skip


@pytest.mark.parametrize("folder", ["desktop", "packaging", "tests"])
def test_no_module_is_named_for_nothing(folder: str) -> None:
    words = {path: set(path.with_suffix("").name.split("_")) for path in modules(folder)}
    folders = {path: set(path.parts[:-1]) for path in words}
    assert [path for path in words if SAYS_NOTHING & (words[path] | folders[path])] == []


def test_no_class_is_a_manager() -> None:
    classes = [
        (path, node.name)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    assert [named for named in classes if WORN_OUT.search(named[1])] == []


@pytest.mark.parametrize("folder", ["desktop", "packaging", "tests"])
def test_every_module_says_what_the_reader_could_not_guess(folder: str) -> None:
    silent = [path for path, tree in modules(folder).items() if not ast.get_docstring(tree)]
    assert [path for path in silent if (ROOT / path).read_text("utf-8")] == []


def test_no_module_of_the_rules_engine_has_two_ideas() -> None:
    lines = {
        path: (ROOT / path).read_text("utf-8").count("\n") for path in modules("desktop/rules")
    }
    assert {path: number for path, number in lines.items() if number > _ABOUT_250} == {}


def test_the_program_stands_on_its_named_floors() -> None:
    folders = {path.parts[1] for path in modules() if len(path.parts) > 2}
    assert folders <= FLOORS


def test_only_the_four_entrances_lie_beside_the_floors() -> None:
    beside = {path.name for path in modules() if path.parent == Path("desktop")}
    assert beside <= {"__init__.py", "__main__.py", "app.py", "cli.py"}


@pytest.mark.parametrize("folder", ["desktop", "packaging", "resources", "tests"])
def test_the_frame_of_the_repository_stands(folder: str) -> None:
    assert (ROOT / folder).is_dir()


def test_packaging_never_becomes_an_importable_package() -> None:
    """It would hide the library of that name from pytest and pip."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
