"""The systems that the program is for, and what the lock files say of them."""

from __future__ import annotations

import locks
import pytest
import resolve
from packaging.requirements import Requirement
from places import PLACES, SYSTEMS, DoesNotFit, Wheel


def test_every_system_with_every_python_is_resolved() -> None:
    assert len(PLACES) == 4 * 3


@pytest.mark.parametrize("path", [locks.PROGRAM, locks.TESTS], ids=lambda path: path.name)
def test_the_lock_files_were_written_for_them(path) -> None:
    named = ", ".join(system.title for system in SYSTEMS)
    assert path.read_text("utf-8").splitlines()[2] == f"# {named}."


def test_what_only_windows_needs_is_asked_for_there_alone() -> None:
    asks = (Requirement("colorama; sys_platform == 'win32'"), Requirement("ghost; extra == 'x'"))
    found = {"pearl": Wheel("pearl", "1", "0" * 64, asks)}
    wanted = {
        place.system.title: {name for name, _ in place.needed(("pearl==1",), found)}
        for place in PLACES
    }
    assert wanted.pop("Windows x64") == {"pearl", "colorama"}
    assert set(map(frozenset, wanted.values())) == {frozenset({"pearl"})}


def test_one_package_in_two_versions_is_refused() -> None:
    first, second = PLACES[:2]
    chosen = {
        first: {"pearl": Wheel("pearl", "1", "0" * 64, ())},
        second: {"pearl": Wheel("pearl", "2", "1" * 64, ())},
    }
    with pytest.raises(DoesNotFit, match="pearl: 1, 2"):
        resolve.pins(chosen)
