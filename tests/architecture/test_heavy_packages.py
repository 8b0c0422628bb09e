"""The window paints before what it does not need yet is loaded.

sqlite_utils alone costs half of a bare window's start. Each of these packages is
imported when first used, on the floor that the contracts in pyproject.toml give it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "cryptography", "pydantic", "pypdfium2", "reportlab", "sqlcipher3", "sqlite_utils",
    "uharfbuzz", "yaml",
}  # fmt: skip
TELL = "; import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
FIRST_PAINT = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.app import build_window
from desktop.gui.kit import theme
from desktop.system.clock import Clock
from desktop.workflow.clinic import Clinic
app = QApplication([])
theme.apply(app)
window = build_window(Clinic(Path({folder!r}), Clock()), lambda: None)
window.show()
app.processEvents()
assert window.grab().width() > 100
window.close()
del window, app"""


def loaded_by(code: str) -> set[str]:
    """The packages that a fresh Python holds after running ``code``."""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", code + TELL],
        env=offscreen,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


@pytest.mark.parametrize("door", ["desktop.app", "desktop.cli", "desktop.__main__"])
def test_a_door_loads_neither_qt_nor_anything_heavy(door: str) -> None:
    assert loaded_by(f"import {door}") & (HEAVY | {"PySide6"}) == set()


def test_the_first_paint_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = loaded_by(FIRST_PAINT.format(folder=str(tmp_path)))
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()
