"""The lock files hold exactly what pyproject.toml asks for, and no address."""

from __future__ import annotations

import tomllib
from pathlib import Path

import locks
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOLD = tomllib.loads((locks.HERE.parent / "pyproject.toml").read_text("utf-8"))
RUN = [*TOLD["project"]["dependencies"], *TOLD["build-system"]["requires"]]
TEST = TOLD["project"]["optional-dependencies"]["test"]
BOTH = pytest.mark.parametrize("path", [locks.PROGRAM, locks.TESTS], ids=lambda path: path.name)


def versions(*paths: Path) -> dict[str, str]:
    return {canonicalize_name(pin.name): pin.version for path in paths for pin in locks.read(path)}


@pytest.mark.parametrize("asked", RUN)
def test_what_the_program_needs_is_locked_as_it_is_asked_for(asked: str) -> None:
    wanted = Requirement(asked)
    assert str(wanted.specifier) == f"=={versions(locks.PROGRAM)[canonicalize_name(wanted.name)]}"


@pytest.mark.parametrize("asked", TEST)
def test_what_tests_need_is_locked_as_it_is_asked_for(asked: str) -> None:
    wanted = Requirement(asked)
    assert str(wanted.specifier) == f"=={versions(locks.TESTS)[canonicalize_name(wanted.name)]}"


def test_nothing_is_locked_twice() -> None:
    assert versions(locks.PROGRAM).keys().isdisjoint(versions(locks.TESTS))


@BOTH
def test_every_pin_has_a_hash(path: Path) -> None:
    assert [pin.name for pin in locks.read(path) if not pin.hashes] == []


@BOTH
def test_no_address_stands_in_a_lock_file(path: Path) -> None:
    assert "://" not in path.read_text("utf-8")


@BOTH
def test_the_file_is_what_would_be_written(path: Path, tmp_path: Path) -> None:
    again = tmp_path / path.name
    what, _, systems = (line[2:] for line in path.read_text("utf-8").splitlines()[:3])
    locks.write(again, what, [systems.removesuffix(".")], locks.read(path))
    assert again.read_bytes() == path.read_bytes()


EVERY = {
    "sys_platform == 'linux'": frozenset({("Linux", "3.11"), ("Linux", "3.12")}),
    "sys_platform == 'win32'": frozenset({("Windows", "3.11"), ("Windows", "3.12")}),
}


def test_what_all_need_has_no_marker() -> None:
    assert locks.marker(frozenset().union(*EVERY.values()), EVERY) == ""


def test_what_one_system_needs_says_so() -> None:
    assert locks.marker(EVERY["sys_platform == 'win32'"], EVERY) == "sys_platform == 'win32'"


def test_what_no_word_can_say_is_refused() -> None:
    with pytest.raises(ValueError, match="no marker"):
        locks.marker(frozenset({("Linux", "3.11")}), EVERY)
