"""One file starts everything, and says in one line when it cannot."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import start
from starting.commands import COMMANDS, DEMO_CASE

START = Path(start.__file__)
SUITABLE = [
    ((3, 11, 2), "linux-x86_64", ""),
    ((3, 12, 1), "win-amd64", ""),
    ((3, 13, 0), "macosx-10.13-universal2", "12.7.6"),
    ((3, 11, 9), "macosx-12.0-arm64", "15.1"),
]
UNSUITABLE = [
    ((3, 6, 15), "linux-x86_64", "", "this is 3.6.15. Install python3.13"),
    ((3, 14, 0), "linux-x86_64", "", "this is 3.14.0. Install python3.13"),
    ((2, 7, 18), "macosx-10.9-x86_64", "12.1", "this is 2.7.18. Install Python 3.13 from"),
    ((3, 10, 1), "win-amd64", "", "then: py -3.13 packaging\\start.py"),
    ((3, 12, 1), "win32", "", "needs a 64-bit Python for Intel or AMD"),
    ((3, 12, 1), "win-arm64", "", "this one is for win-arm64"),
    ((3, 11, 2), "linux-aarch64", "", "this one is for linux-aarch64"),
    ((3, 12, 1), "macosx-10.13-universal2", "11.6", "needs macOS 12 or newer; this is macOS 11.6"),
]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, START, *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("version", "build", "macos"), SUITABLE)
def test_a_suitable_python_is_not_spoken_to(version, build, macos) -> None:
    assert start.unsuitable(version, build, macos) is None


@pytest.mark.parametrize(("version", "build", "macos", "said"), UNSUITABLE)
def test_an_unsuitable_python_is_told_in_one_line_what_to_install(
    version, build, macos, said
) -> None:
    line = start.unsuitable(version, build, macos)
    assert line is not None
    assert said in line
    assert "\n" not in line


def test_a_python_that_is_too_old_can_read_the_file() -> None:
    ast.parse(START.read_text("utf-8"), feature_version=(3, 6))


def test_what_an_old_python_reads_imports_the_rest_only_after_the_refusal() -> None:
    tree = ast.parse(START.read_text("utf-8"))
    imported = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name.name for node in imported for name in node.names}
    assert names == {"os", "platform", "sys", "sysconfig"}


def test_help_names_every_way_to_start() -> None:
    told = run("--help")
    assert told.returncode == 0
    for word in COMMANDS:
        assert word.startswith("-") or f"start.py {word}" in told.stdout


def test_without_a_screen_it_says_so_and_points_to_the_demonstration(monkeypatch) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can lack a screen")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = run()
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "python3 packaging/start.py demo" in told.stderr


def test_the_demonstration_has_its_case() -> None:
    assert "invented" in DEMO_CASE.read_text("utf-8")
