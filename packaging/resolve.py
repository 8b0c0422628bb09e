"""Shows that everything pinned fits together on every system, and writes the lock files.

    python packaging/resolve.py            each system and Python, from the lock files
    python packaging/resolve.py --write    resolves pyproject.toml anew and writes them

Needs the network, so no test runs it.
"""

from __future__ import annotations

import sys
import tomllib

import locks
from packaging.utils import canonicalize_name
from places import PLACES, PYTHONS, SYSTEMS, DoesNotFit, Place, Wheel


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
