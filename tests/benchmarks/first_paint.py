"""From the start of the process to the first paint: the program beside a bare PySide6 window.

    python tests/benchmarks/first_paint.py [turns]        target: less than 1.5 times

On the screen where there is one, otherwise offscreen. Twice: at the first start, and at
the locked door of a case file.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.system.clock import Clock  # noqa: E402 - the checkout is on the path from here on
from desktop.workflow.clinic import Clinic  # noqa: E402
from tests.benchmarks.interleaved import Command, by_turns, times_as_long  # noqa: E402


def main(turns: int) -> None:
    """Print the times and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        empty, kept = Path(folder, "empty"), Path(folder, "kept")
        clinic = Clinic(kept, Clock())
        clinic.access.set_up(clinic.access.prepare("Ines Invented", "seven invented words"))
        clinic.access.close()
        took = by_turns(
            {
                "bare window": _window("bare", empty),
                "bare window, text centred": _window("centred", empty),
                "Amparo, first start": _window("amparo", empty),
                "Amparo, locked case file": _window("amparo", kept),
            },
            turns,
        )
    for bare in ("bare window", "bare window, text centred"):
        for name in ("Amparo, first start", "Amparo, locked case file"):
            print(f"{name}: {times_as_long(took[name], took[bare]):.2f} times a {bare}")


def _window(which: str, home: Path) -> Command:
    settings = {"AMPARO_HOME": str(home), "PYTHONPATH": str(ROOT)}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        settings["QT_QPA_PLATFORM"] = "offscreen"
    painted = str(Path(__file__).with_name("painted.py"))
    return Command([sys.executable, painted, which], "painted", settings)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 15)
