"""How long nobody touched the computer: asked of a real X server, reckoned as Windows counts."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from desktop.system.idle import elapsed, whole_computer

has_x = pytest.mark.skipif(not shutil.which("Xvfb"), reason="no X server is installed here")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sits at."""
    call = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as screen:
        assert screen.stdout is not None
        yield f":{screen.stdout.readline().strip()}"
        screen.terminate()


@has_x
def test_an_x_server_tells_how_long_nobody_touched_it(display: str) -> None:
    seconds = whole_computer({"DISPLAY": display})
    assert seconds is not None
    time.sleep(0.3)
    assert 0.25 < seconds() < 30
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype, x.XCloseDisplay.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
    x.XResetScreenSaver.argtypes = (ctypes.c_void_p,)
    touched = x.XOpenDisplay(display.encode())
    x.XResetScreenSaver(touched)  # what the server does itself at each key and each move
    x.XCloseDisplay(touched)
    assert seconds() < 0.25


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"},
        {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"},
    ],
)
@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="these tell by themselves")
def test_where_nobody_can_tell_nothing_is_told(environment: dict[str, str]) -> None:
    assert whole_computer(environment) is None


@pytest.mark.parametrize(
    ("now", "then", "seconds"),
    [(90_000, 30_000, 60.0), (5_000, 2**32 - 5_000, 10.0), (0, 0, 0.0)],
)
def test_windows_count_goes_round_after_49_days(now: int, then: int, seconds: float) -> None:
    assert elapsed(now, then) == seconds
