"""Shows that everything pinned fits together on every system, and writes the lock files.

    python packaging/resolve.py            each system and Python, from the lock files
    python packaging/resolve.py --write    resolves pyproject.toml anew and writes them

pip can choose wheels for another system but reads "needed on Windows only" with the
eyes of the system it runs on. So what each wheel asks for is read again here, with
the other system's eyes, until nothing is missing and nothing is too much.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import locks
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


def pins(chosen: dict[Place, dict[str, Wheel]]) -> tuple[locks.Pin, ...]:
    """One pin a package, with a hash for each wheel that some place chose."""
    words = {
        f"sys_platform == '{word}'": frozenset(
            _key(place) for place in chosen if place.system.sys_platform == word
        )
        for word in sorted({place.system.sys_platform for place in chosen})
    }
    return tuple(
        _pin(
            name,
            {_key(place): found[name] for place, found in chosen.items() if name in found},
            words,
        )
        for name in sorted({name for found in chosen.values() for name in found})
    )


def _pin(
    name: str,
    wheels: dict[tuple[str, str], Wheel],
    words: dict[str, frozenset[tuple[str, str]]],
) -> locks.Pin:
    versions = {wheel.version for wheel in wheels.values()}
    if len(versions) > 1:
        raise DoesNotFit(f"{name}: {', '.join(sorted(versions))}; pin one in pyproject.toml")
    shown = next(iter(wheels.values())).name
    where = locks.marker(frozenset(wheels), words)
    digests = tuple(sorted({wheel.digest for wheel in wheels.values()}))
    return locks.Pin(shown, versions.pop(), where, digests)


def _key(place: Place) -> tuple[str, str]:
    return place.system.title, place.python


def roots() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What pyproject.toml asks for: to run (and to be installed), and for tests besides."""
    told = tomllib.loads((locks.HERE.parent / "pyproject.toml").read_text("utf-8"))
    run = (*told["project"]["dependencies"], *told["build-system"]["requires"])
    return run, (*run, *told["project"]["optional-dependencies"]["test"])


def show(wanted: tuple[str, ...], held: tuple[str, ...]) -> dict[Place, dict[str, Wheel]]:
    """Resolve each place, printing a table as it goes; what fails says why below it."""
    chosen, failed = {}, []
    print(f"{'':24}" + "".join(f"{'Python ' + python:>16}" for python in PYTHONS))
    for system in SYSTEMS:
        print(f"{system.title:24}", end="", flush=True)
        for place in (place for place in PLACES if place.system is system):
            try:
                chosen[place] = place.wheels(wanted, held)
                print(f"{len(chosen[place]):>9} wheels", end="", flush=True)
            except DoesNotFit as why:
                failed.append(f"{system.title}, Python {place.python}: {why}")
                print(f"{'no':>16}", end="", flush=True)
        print()
    if failed:
        raise DoesNotFit("\n".join(failed))
    return chosen


def main(words: list[str]) -> int:
    """Show the table; with --write, keep what was found."""
    run, test = roots()
    try:
        if "--write" in words:
            _write(run, show(test, ()))
            return 0
        held = (*locks.read(locks.PROGRAM), *locks.read(locks.TESTS))
        found = pins(show(test, tuple(f"{pin.name}=={pin.version}" for pin in held)))
    except DoesNotFit as why:
        print(why, file=sys.stderr)
        return 1
    agrees = set(found) == set(held)
    print("The lock files agree." if agrees else "The lock files are behind: run with --write.")
    return 0 if agrees else 1


def _write(run: tuple[str, ...], chosen: dict[Place, dict[str, Wheel]]) -> None:
    to_run = {name for place, found in chosen.items() for name, _ in place.needed(run, found)}
    every = pins(chosen)
    titles = [system.title for system in SYSTEMS]
    mine = [pin for pin in every if canonicalize_name(pin.name) in to_run]
    others = [pin for pin in every if canonicalize_name(pin.name) not in to_run]
    locks.write(locks.PROGRAM, "What the program runs on.", titles, mine)
    locks.write(locks.TESTS, "What its tests need besides locked.txt.", titles, others)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
