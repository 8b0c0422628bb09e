"""The program's own environment, .venv in the checkout: made once, renewed when a lock changes.

A note inside it says for which checkout and Python it was made and which lock files it
holds. The note is away while something is being installed, so an environment without
one was interrupted, or was never whole, and is made anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Sequence
from pathlib import Path

from starting.system import need_venv
from starting.telling import CannotStart, Progress

NOTE = "amparo-installed.txt"
BEGINS = re.compile(r"(?:Collecting|Processing) (\S+)")


class Environment:
    """The environment of one checkout."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root / ".venv"
        self._programs = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self._note = self.folder / NOTE
        self._log = self.folder / "install.log"

    @property
    def python(self) -> Path:
        return self._programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def amparo(self) -> Path:
        return self._programs / ("amparo.exe" if os.name == "nt" else "amparo")

    def prepare(self, locks: Sequence[Path]) -> bool:
        """Have installed exactly what the lock files say; whether anything had to be done."""
        wanted = [self._digest(lock) for lock in locks]
        held = self._held()
        if set(wanted) <= set(held):
            return False
        if not held:
            self._make()
        self._note.unlink(missing_ok=True)
        try:
            self._install(locks)
        except CannotStart:
            self._keep(held)
            raise
        self._keep(wanted)
        return True

    def _held(self) -> list[str]:
        """What is installed; nothing when the environment is not this checkout's, or not whole."""
        if not (self._note.exists() and self.python.exists()):
            return []
        made_for, *digests = self._note.read_text("utf-8").splitlines()
        return [made_for, *digests] if made_for == self._made_for() else []

    def _keep(self, digests: Iterable[str]) -> None:
        lines = dict.fromkeys([self._made_for(), *digests])
        self._note.write_text("\n".join(lines) + "\n", "utf-8")

    def _made_for(self) -> str:
        return f"{self._root} with Python {sys.version.split()[0]} of {sys.base_prefix}"

    def _digest(self, lock: Path) -> str:
        text = lock.read_bytes() + (self._root / "pyproject.toml").read_bytes()
        return f"{lock.name} {hashlib.sha256(text).hexdigest()}"

    def _make(self) -> None:
        need_venv()
        try:
            venv.create(self.folder, clear=True, with_pip=True, symlinks=os.name != "nt")
        except (OSError, subprocess.CalledProcessError) as why:
            raise CannotStart(f"No environment can be made in {self.folder}: {why}") from why

    def _install(self, locks: Sequence[Path]) -> None:
        chosen = [word for lock in locks for word in ("--requirement", str(lock))]
        pinned = ["--require-hashes", "--no-deps", "--only-binary=:all:", *chosen]
        itself = ["--no-deps", "--no-build-isolation", "--editable", str(self._root)]
        progress, began = Progress("Installing what Amparo needs, once"), time.monotonic()
        self._log.write_text("", "utf-8")
        for words in (pinned, itself):
            if self._pip(words, progress):
                progress.done("not done")
                raise CannotStart(f"{self._last_error()} (all of it: {self._log})")
        progress.done(f"done in {time.monotonic() - began:.0f} s")

    def _pip(self, words: list[str], progress: Progress) -> int:
        command = [str(self.python), "-m", "pip", "install", "--no-input", *words]
        command += ["--disable-pip-version-check", "--progress-bar=off"]
        with (
            self._log.open("a", encoding="utf-8") as log,
            subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            ) as pip,
        ):
            for line in pip.stdout or ():
                log.write(line)
                if begins := BEGINS.match(line):
                    progress.step(begins[1].partition("==")[0])
        return pip.returncode

    def _last_error(self) -> str:
        lines = self._log.read_text("utf-8").splitlines()
        errors = [line for line in lines if line.startswith("ERROR:")]
        return (errors or lines or ["pip failed"])[-1]
