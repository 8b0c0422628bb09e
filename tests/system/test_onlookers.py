"""Nobody looks into the running program, and a crash leaves nothing of its memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's own /proc")
_KEPT_OUT = """
import ctypes, os, resource, sys
os.chdir(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
from desktop.system.onlookers import keep_out
"""
# Another program of the same user tries to look; without privileges of its own.
_LOOK = """
import os, sys
for name in ("mem", "maps", "environ", "auxv", "fd", "cwd"):
    place = f"/proc/{sys.argv[1]}/{name}"
    try:
        os.listdir(place) if name == "fd" else os.readlink(place) if name == "cwd" else open(place)
        print("saw", name)
    except PermissionError:
        print("kept out", name)
"""


def _python(program: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", program, *arguments]


@linux
def test_every_measure_of_this_system_is_taken() -> None:
    program = _KEPT_OUT + "print(keep_out(), resource.getrlimit(resource.RLIMIT_CORE))"
    told = subprocess.run(
        _python(program, "/"), capture_output=True, text=True, check=True, env=_environment()
    )
    assert told.stdout.strip() == "() (0, 0)"


@linux
@pytest.mark.parametrize("kept_out", [False, True])
def test_another_program_of_the_same_user_sees_no_memory(kept_out: bool) -> None:
    drop = "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n" if os.geteuid() == 0 else ""
    open_again = "ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)\n"  # dropping rights alone closes it
    wait = "print('ready', flush=True); sys.stdin.read()"
    program = _KEPT_OUT + drop + open_again + ("keep_out()\n" if kept_out else "") + wait
    with subprocess.Popen(
        _python(program, "/"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(),
    ) as watched:
        assert watched.stdout is not None and watched.stdin is not None
        assert watched.stdout.readline() == "ready\n"
        look = "import os\n" + drop + _LOOK
        told = subprocess.run(
            _python(look, str(watched.pid)), capture_output=True, text=True, check=True
        ).stdout
        watched.stdin.close()
    assert ("saw" in told) is not kept_out
    assert ("kept out mem" in told) is kept_out


@linux
def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    program = _KEPT_OUT + "keep_out()\nos.abort()"
    ended = subprocess.run(
        _python(program, str(tmp_path)), capture_output=True, check=False, env=_environment()
    )
    assert ended.returncode < 0
    assert list(tmp_path.iterdir()) == []


@linux
def test_what_the_program_makes_is_for_its_user_alone(tmp_path: Path) -> None:
    program = _KEPT_OUT + "keep_out(); os.mkdir('folder'); open('file', 'w').close()"
    subprocess.run(_python(program, str(tmp_path)), check=True, env=_environment())
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {
        "folder": 0o700,
        "file": 0o600,
    }


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
