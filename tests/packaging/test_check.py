"""The check command runs what it is told, and nothing it does not know."""

from __future__ import annotations

import check


def test_an_unknown_check_is_refused_with_the_known_ones(capsys) -> None:
    assert check.main(["spelling"]) == 2
    assert "format, lint, types, floors, tests" in capsys.readouterr().out


def test_pytest_is_the_last_to_speak() -> None:
    assert list(check.CHECKS)[-1] == "tests"
