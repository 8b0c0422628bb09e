"""What was said to be kept is there after the program was killed, or the power went.

A few of each here; hundreds by ``python -m tests.soak.kills`` and ``tests.soak.power``.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.casefile.conftest import ROOT

EACH_OF_SEVEN = "14"
SEED = "5"


@pytest.mark.skipif(sys.platform != "linux", reason="the driver's functions are seen on Linux only")
@pytest.mark.parametrize("how", ["kills", "power"])
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
