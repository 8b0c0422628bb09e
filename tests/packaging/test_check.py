"""The check command runs what it is told, and nothing it does not know."""

from __future__ import annotations

import subprocess
import sys

import check


def test_an_unknown_check_is_refused_with_the_known_ones(capsys) -> None:
    assert check.main(["spelling"]) == 2
    assert "format, lint, types, floors, tests" in capsys.readouterr().out


def test_pytest_is_the_last_to_speak() -> None:
    assert list(check.CHECKS)[-1] == "tests"


def test_where_tests_run_without_a_network_there_is_no_interface_that_is_up() -> None:
    alone = check.without_network()
    told = "import socket; print(*(name for _, name in socket.if_nameindex()))"
    ran = subprocess.run(
        [*alone, sys.executable, "-c", told], capture_output=True, text=True, check=True
    )
    assert not alone or ran.stdout.split() == ["lo"]
