"""Starting: without a display one line says what to do instead; nothing heavy before the paint."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app import main
from desktop.system.display import has_display

ROOT = Path(__file__).resolve().parents[3]
HEAVY = "sqlite_utils sqlcipher3 cryptography reportlab uharfbuzz pypdfium2 pydantic yaml".split()

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks a screen")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@linux
def test_without_a_display_one_line_points_to_the_demonstration(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert main(["amparo"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "python3 packaging/start.py demo" in told


@linux
def test_a_display_that_nobody_listens_at_is_none(bare: pytest.MonkeyPatch):
    bare.setenv("DISPLAY", ":4711")
    assert not has_display()


@linux
def test_a_wayland_door_that_somebody_listens_at_is_a_display(
    bare: pytest.MonkeyPatch, tmp_path: Path
):
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv("WAYLAND_DISPLAY", "w")
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "w"))
        assert not has_display()
        door.listen()
        assert has_display()


def test_the_first_paint_needs_nothing_heavy(tmp_path: Path):
    program = f"""
import sys
from PySide6.QtWidgets import QApplication
from desktop.app import build_window
from desktop.gui.kit import theme
from desktop.system.clock import Clock
from desktop.workflow.clinic import Clinic
from pathlib import Path
app = QApplication([])
theme.apply(app)
window = build_window(Clinic(Path(sys.argv[1]), Clock()), lambda: None)
window.show()
app.processEvents()
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == ""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a child takes over instead")
def test_locking_closes_the_file_and_begins_anew_in_the_same_place(tmp_path: Path):
    program = """
import os
import sys
from pathlib import Path
from desktop.app import _start_anew
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import new_keys
from desktop.system.clock import Clock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
folder = Path(sys.argv[1])
clinic = Clinic(folder, Clock())
if clinic.access.has_file:
    clinic.access.unlock(clinic.access.derive("violet ladder copper seventeen"))
    print("opened again by", os.getpid())
else:
    print("made by", os.getpid(), flush=True)
    keys = new_keys("Ines", "violet ladder copper seventeen", CHEAPEST)
    clinic.access.set_up(PreparedKeys(keys))
    _start_anew(clinic)
clinic.access.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "file")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    first, second = done.stdout.splitlines()
    assert first.replace("made by", "opened again by") == second
