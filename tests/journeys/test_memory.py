"""After the lock nothing of a client is in the memory of any process: the real window, on Linux."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.domain.clinic_settings import ClinicSettings
from desktop.system.clock import Clock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.architecture.sources import ROOT
from tests.tools.marked_case import MEMBER, NOTE, PASSPHRASE, found, marked_case
from tests.tools.memory import memory_of, with_children


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The real window over a file with a marked case in it."""
    keys = new_keys(MEMBER, PASSPHRASE, CHEAPEST)
    clinic = Clinic(tmp_path / "clinic", Clock())
    clinic.access.set_up(PreparedKeys(keys), anywhere=True)
    clinic.housekeeping.choose(ClinicSettings(keep_sensitive=True))
    record = clinic.intake.keep(clinic.intake.open_case(), marked_case())
    clinic.intake.add_note(record.id, NOTE)
    clinic.access.close()
    (tmp_path / "in").write_text(PASSPHRASE, "utf-8")
    (tmp_path / "key").write_text(keys.file_key.data_key.hex())
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    settings = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.locks_again", str(tmp_path)],
        cwd=ROOT,
        env={**settings, "AMPARO_HOME": str(tmp_path / "clinic")},
        text=True,
    ) as running:
        yield running
        running.kill()


def waits_for(path: Path, program: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while not path.exists():
        assert program.poll() is None and time.monotonic() < until, f"never came to {path.name}"
        time.sleep(0.05)


def in_memory(program: subprocess.Popen[str], *others: bytes) -> set[str]:
    """What can be read there of a case, and of other secrets by their place."""
    told: set[str] = set()
    for process in with_children(program.pid):
        for piece in memory_of(process):
            told |= found(piece) | {f"secret {n}" for n, one in enumerate(others) if one in piece}
    return told


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read in another way there")
def test_after_the_lock_nothing_of_a_case_is_in_the_memory_of_any_process(
    program: subprocess.Popen[str], tmp_path: Path
) -> None:
    waits_for(tmp_path / "reads", program)
    key = bytes.fromhex((tmp_path / "key").read_text())
    if os.geteuid() != 0:  # nobody but who administers the computer looks in
        with pytest.raises(PermissionError):
            in_memory(program)
        return
    held = in_memory(program, key)
    assert {"client.name", "papers[].case_number", "member", "secret 0"} <= held
    (tmp_path / "lock").touch()
    waits_for(tmp_path / "locked", program)
    # Who has a way in is known at the door.
    assert in_memory(program, key) <= {"member"}
