"""The one check command: every check runs, each says how it went, one failure fails all.

    python packaging/check.py                 all of them
    python packaging/check.py types floors    only those named

The tests come last, and pytest has the last word unless something failed. Where the system
can (Linux), they run without any network: what needs one fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
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


# A network of its own, with no interface in it; who is not root needs a user space for that.
ALONE = (["unshare", "--net"], ["unshare", "--net", "--map-current-user"])


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
        alone = without_network()
        print("tests, without a network" if alone else "tests", flush=True)
        command = [*alone, *command]
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


def without_network() -> list[str]:
    """What to put before a command so that it has no network; nothing where that cannot be."""
    for words in ALONE:
        with suppress(OSError):
            if not subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
                return words
    return []


def _environment() -> dict[str, str]:
    return {**os.environ, **OFFSCREEN}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
