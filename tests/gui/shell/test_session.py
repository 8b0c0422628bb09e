"""The person leaves the computer: each system's way of saying so, as far as this one can say it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from desktop.gui.shell.session_windows import person_leaves

ROOT = Path(__file__).resolve().parents[3]
LEAVES = """
PrepareForSleep - yes
Lock - yes
PropertiesChanged Active no
PropertiesChanged LockedHint yes
ActiveChanged - yes
""".strip().splitlines()
STAYS = """
PrepareForSleep - no
PropertiesChanged LockedHint no
PropertiesChanged Active yes
ActiveChanged - no
""".strip().splitlines()

has_bus = pytest.mark.skipif(
    not shutil.which("dbus-daemon"), reason="no message bus is installed here"
)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a real message bus that nobody else is on."""
    place = f"--address=unix:path={tmp_path}/bus"
    call = ["dbus-daemon", "--session", "--nofork", "--print-address=1", place]
    with subprocess.Popen(call, stdout=PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def run(role: str, bus: str) -> subprocess.Popen[str]:
    """One of the stand-ins, or the program's own watch, on that bus and without a screen."""
    told = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
    environment = {**os.environ, **told, "PYTHONPATH": str(ROOT), "DISPLAY": ""}
    program = [sys.executable, str(Path(__file__).with_name("lock_by_bus.py")), role]
    made = subprocess.Popen(program, stdin=PIPE, stdout=PIPE, text=True, env=environment)
    assert made.stdout is not None
    if role != "idle":
        assert made.stdout.readline() == "ready\n"
    return made


@has_bus
def test_gnome_tells_how_long_nobody_touched_the_computer(bus: str) -> None:
    with run("idle", bus) as alone:
        assert alone.communicate()[0] == "nobody tells\n"
    with run("gnome", bus) as gnome, run("idle", bus) as asks:
        assert asks.communicate()[0] == "7.0\n"
        gnome.communicate("enough\n")


@has_bus
def test_sleep_a_lock_and_another_user_are_heard_and_nothing_else(bus: str) -> None:
    with run("logind", bus) as logind, run("watch", bus) as watch:
        assert logind.stdin and logind.stdout and watch.stdin and watch.stdout
        for line in (*STAYS, *LEAVES, STAYS[-1]):
            logind.stdin.write(f"{line}\n")
            logind.stdin.flush()
            assert logind.stdout.readline() == "sent\n"
            if line in LEAVES:
                assert watch.stdout.readline() == "left\n", line
        watch.stdin.write("enough\n")
        watch.stdin.flush()
        assert watch.stdout.read() == ""
        logind.kill()


@pytest.mark.parametrize(
    ("message", "what", "leaves"),
    [
        (0x02B1, 0x7, True),  # the session is locked
        (0x02B1, 0x8, False),  # and unlocked
        (0x02B1, 0x2, True),  # another user takes the screen
        (0x02B1, 0x1, False),  # and gives it back
        (0x02B1, 0x4, True),  # a remote screen is taken away
        (0x02B1, 0x6, True),  # signed out
        (0x0218, 0x4, True),  # the computer sleeps
        (0x0218, 0x7, False),  # and wakes
        (0x0218, 0xA, False),  # plugged in
        (0x0100, 0x7, False),  # a key
    ],
)
def test_windows_says_so_in_numbers(message: int, what: int, leaves: bool) -> None:
    assert person_leaves(message, what) is leaves
