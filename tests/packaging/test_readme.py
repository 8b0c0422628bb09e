"""What the README tells people to type is there."""

from __future__ import annotations

import re
import shlex

import pytest

from desktop import VERSION
from desktop.cli import main
from tests.architecture.sources import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^    python3 packaging/start\.py ([a-z]+ .*[^ ])$", README, re.MULTILINE)
EXAMPLES = [line for line in COMMANDS if not line.startswith(("test", "demo"))]


def test_the_readme_has_examples_of_every_command() -> None:
    assert {line.split()[0] for line in EXAMPLES} == {"assess", "letter", "identify", "packs"}


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_works_as_it_stands(line: str, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = [word.replace("resources/", f"{ROOT}/resources/") for word in shlex.split(line)]
    assert main(words) == 0


@pytest.mark.parametrize("name", re.findall(r"`((?:packaging|resources|tests)/[\w./-]+)`", README))
def test_what_the_readme_names_exists(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_newest_change_is_of_this_version() -> None:
    versions = re.findall(r"^## \[(\d[\d.]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert versions[0] == VERSION


def test_every_shipped_font_has_its_licence_beside_it_and_in_the_notice() -> None:
    notice = (ROOT / "resources" / "NOTICE.md").read_text("utf-8")
    for font in (ROOT / "resources" / "fonts").rglob("*.ttf"):
        licence = f"{font.name.partition('-')[0]}-OFL.txt"
        assert font.with_name(licence).exists()
        assert licence in notice
