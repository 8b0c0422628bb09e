"""What the system lacks is named, with the line that brings it."""

from __future__ import annotations

import pytest
from starting.commands import ROOT
from starting.system import QT_LIBRARIES, in_short, line_to_install, missing_libraries


def only(*present: str):
    def load(name: str) -> None:
        if name not in present:
            raise OSError(name)

    return load


def test_a_missing_library_is_found_by_trying_to_load_it() -> None:
    present = [name for name in QT_LIBRARIES if name != "libEGL.so.1"]
    assert missing_libraries(only(*present), "linux") == ("libEGL.so.1",)


def test_nothing_is_missing_where_all_can_be_loaded() -> None:
    assert missing_libraries(only(*QT_LIBRARIES), "linux") == ()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_bring_all_of_it(platform: str) -> None:
    assert missing_libraries(only(), platform) == ()


def test_debian_is_told_the_one_line_that_installs_it() -> None:
    line = line_to_install(["libegl1", "libxcb-cursor0"], debian=True)
    assert line == "sudo apt-get install libegl1 libxcb-cursor0"


def test_another_linux_is_told_what_debian_calls_it() -> None:
    assert "(in Debian: libegl1)" in line_to_install(["libegl1"], debian=False)


def test_many_names_are_told_in_short() -> None:
    assert in_short(["libEGL.so.1"]) == "libEGL.so.1"
    assert in_short(["libEGL.so.1", "libGL.so.1", "libxcb.so.1"]) == "libEGL.so.1 and 2 more"


@pytest.mark.parametrize("package", QT_LIBRARIES.values())
def test_the_checks_on_a_clean_machine_install_the_same(package: str) -> None:
    assert package in (ROOT / ".ci" / "run").read_text("utf-8").split()
