"""Longer words of another language and larger type cut nothing off."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from desktop.system.resources import RESOURCES


@pytest.mark.parametrize(
    ("scale", "words"), [("1", "longer"), ("1.5", "english"), ("2", "english")]
)
def test_nothing_of_a_case_is_cut_off(tmp_path, scale, words):
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.other_type", str(tmp_path / "file"), scale, words],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == {}
