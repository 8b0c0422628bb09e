"""The one check command: every check runs, each says how it went, one failure fails all.

    python packaging/check.py                 all of them
    python packaging/check.py types floors    only those named

The tests come last, and pytest has the last word unless something failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
CHECKS = {
    "format": ["ruff", "format", "--check"],
    "lint": ["ruff", "check", "--quiet"],
    "types": ["mypy", "--no-error-summary"],
    "floors": ["lint-imports"],
    "tests": ["pytest", "--quiet", "--numprocesses=logical", "--dist=worksteal"],
}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}


def main(names: list[str]) -> int:
    """Run the named checks, or all; 0 when every one of them passed."""
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        print(f"No check is called {unknown[0]}. There are: {', '.join(CHECKS)}")
        return 2
    failed = [name for name in CHECKS if name in (names or CHECKS) and not _passes(name)]
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def _passes(name: str) -> bool:
    command = [str(PROGRAMS / CHECKS[name][0]), *CHECKS[name][1:]]
    if name == "tests":
        print("tests", flush=True)
        return not subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode
    began = time.monotonic()
    told = subprocess.run(
        command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    verdict = "FAILED" if told.returncode else "ok"
    print(f"{name:8}{verdict:8}{time.monotonic() - began:5.1f} s", flush=True)
    if told.returncode:
        print(told.stdout + told.stderr, flush=True)
    return not told.returncode


def _environment() -> dict[str, str]:
    return {**os.environ, **OFFSCREEN}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
