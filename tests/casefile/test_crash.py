"""What was said to be kept is there after a kill, a power cut, and a drive that filled up.

A few of each here; hundreds by ``python -m tests.soak.kills``, ``tests.soak.power``
and ``tests.soak.full``.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.casefile.conftest import ROOT

EACH_OF_SEVEN = "14"
SEED = "5"


@pytest.mark.skipif(sys.platform != "linux", reason="the driver's functions are seen on Linux only")
@pytest.mark.parametrize("how", ["kills", "power", "full"])
def test_nothing_that_was_said_to_be_kept_is_lost(how: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.soak.{how}", EACH_OF_SEVEN, SEED],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1].endswith("nothing lost")
