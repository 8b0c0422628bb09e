"""What was copied here goes from a real clipboard, after its time and at the lock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
_COPIES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop.gui.shell.clipboard import ClipboardWatch, clear_ours
app = QApplication([])
clipboard = app.clipboard()
watch = ClipboardWatch(clipboard, app, int(sys.argv[1]))
field = QLineEdit("Marisol R.")
field.show()
field.selectAll()
field.copy()
print("copied", clipboard.text(), flush=True)
def end():
    if sys.argv[2] == "lock":
        clear_ours(clipboard)
    print("left", clipboard.text(), flush=True)
    app.quit()
QTimer.singleShot(600, end)
app.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    call = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as screen:
        assert screen.stdout is not None
        yield f":{screen.stdout.readline().strip()}"
        screen.terminate()


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no X server is installed here")
@pytest.mark.parametrize(
    ("kept", "end", "left"),
    [("200", "wait", "left"), ("60000", "lock", "left"), ("60000", "wait", "left Marisol R.")],
)
def test_a_copied_name_goes_after_its_time_and_at_the_lock(
    display: str, kept: str, end: str, left: str
) -> None:
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    environment["QT_QPA_PLATFORM"] = "xcb"
    done = subprocess.run(
        [sys.executable, "-c", _COPIES, kept, end],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    assert [line.strip() for line in done.stdout.splitlines()] == ["copied Marisol R.", left]
