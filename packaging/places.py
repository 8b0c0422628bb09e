"""What the program runs on, and which wheels pip would choose there.

pip can choose wheels for another system but reads "needed on Windows only" with the
eyes of the system it runs on. So what each wheel asks for is read again here, with
the other system's eyes, until nothing is missing and nothing is too much.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHONS = ("3.11", "3.12", "3.13")
# In every environment already: sqlite-utils asks for it, only for a command of its own.
THERE_ALREADY = {"pip"}


@dataclass(frozen=True)
class System:
    """A kind of computer that the program runs on, as pip and markers name it."""

    title: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    os_name: str
    machine: str


# pip knows what an older macOS wheel is, but not an older manylinux one.
GLIBC = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1))
LINUX = (*GLIBC, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64")
SYSTEMS = (
    System("Windows x64", ("win_amd64",), "win32", "Windows", "nt", "AMD64"),
    System("macOS 12 Intel", ("macosx_12_0_x86_64",), "darwin", "Darwin", "posix", "x86_64"),
    System("macOS 12 Apple", ("macosx_12_0_arm64",), "darwin", "Darwin", "posix", "arm64"),
    System("Linux x64, glibc 2.28", LINUX, "linux", "Linux", "posix", "x86_64"),
)


@dataclass(frozen=True)
class Wheel:
    """One package as it was chosen for one system."""

    name: str
    version: str
    digest: str
    asks_for: tuple[Requirement, ...]


class DoesNotFit(Exception):
    """Some system has no wheels that fit together; says pip's own last line."""


@dataclass(frozen=True)
class Place:
    """One Python on one system."""

    system: System
    python: str

    def wheels(self, roots: tuple[str, ...], held: Iterable[str] = ()) -> dict[str, Wheel]:
        """Every wheel that ``roots`` need here, and no other."""
        wanted = set(roots)
        while True:
            found = _choose(self.system, self.python, tuple(sorted(wanted)), tuple(held))
            needed = set(self.needed(roots, found))
            missing = {text for name, text in needed if name not in found}
            if not missing:
                names = {name for name, _ in needed}
                return {name: wheel for name, wheel in found.items() if name in names}
            wanted |= missing

    def needed(self, roots: Iterable[str], found: dict[str, Wheel]) -> Iterator[tuple[str, str]]:
        """Name and requirement of all that ``roots`` lead to here, as far as it is found."""
        ahead, seen = [Requirement(root) for root in roots], set()
        while ahead:
            requirement = ahead.pop()
            name = canonicalize_name(requirement.name)
            if name in THERE_ALREADY or not self._applies(requirement):
                continue
            yield name, f"{requirement.name}{requirement.specifier}"
            if name in found and name not in seen:
                seen.add(name)
                ahead.extend(found[name].asks_for)

    def _applies(self, requirement: Requirement) -> bool:
        here = {
            "sys_platform": self.system.sys_platform,
            "platform_system": self.system.platform_system,
            "platform_machine": self.system.machine,
            "os_name": self.system.os_name,
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "extra": "",
        }
        return requirement.marker is None or requirement.marker.evaluate(here)


PLACES = tuple(Place(system, python) for system in SYSTEMS for python in PYTHONS)


@cache
def _choose(
    system: System, python: str, wanted: tuple[str, ...], held: tuple[str, ...]
) -> dict[str, Wheel]:
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "held.txt")
        constraints.write_text("\n".join(held), "utf-8")
        asked = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--report", "-"]
        asked += ["--ignore-installed", "--only-binary=:all:", "--constraint", str(constraints)]
        asked += ["--target", folder, "--implementation", "cp", "--python-version", python]
        asked += [word for tag in system.tags for word in ("--platform", tag)]
        told = subprocess.run([*asked, *wanted], capture_output=True, text=True, check=False)
    if told.returncode:
        raise DoesNotFit((told.stderr.strip().splitlines() or ["pip failed"])[-1])
    chosen = (_wheel(item) for item in json.loads(told.stdout)["install"])
    return {canonicalize_name(wheel.name): wheel for wheel in chosen}


def _wheel(item: dict[str, Any]) -> Wheel:
    told = item["metadata"]
    asks_for = tuple(Requirement(text) for text in told.get("requires_dist", ()))
    digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
    return Wheel(told["name"], told["version"], digest, asks_for)
