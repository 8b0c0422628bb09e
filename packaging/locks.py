"""The pinned wheels: one file for the program, one for what its tests need besides.

Every line is complete (version, the systems that need it, a hash for each wheel), so
pip installs exactly these and asks no resolver. No address of a registry stands in
them: where wheels come from is the business of the computer that installs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = HERE / "locked.txt"
TESTS = HERE / "locked-test.txt"

HEAD = """\
# {what}
# Written by packaging/resolve.py --write; do not edit. Wheels for:
# {systems}.
"""


@dataclass(frozen=True)
class Pin:
    """One package: its version, where it is needed ("" is everywhere), its wheels' hashes."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def __str__(self) -> str:
        marker = f" ; {self.marker}" if self.marker else ""
        hashes = "".join(f" \\\n    --hash=sha256:{digest}" for digest in self.hashes)
        return f"{self.name}=={self.version}{marker}{hashes}\n"


def read(path: Path) -> tuple[Pin, ...]:
    """The pins of a lock file."""
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    entries = "\n".join(lines).replace("\\\n", " ").splitlines()
    return tuple(_pin(entry) for entry in entries if entry.strip())


def write(path: Path, what: str, systems: Iterable[str], pins: Iterable[Pin]) -> None:
    """Write a lock file, by name, so that its history reads well."""
    ordered = sorted(pins, key=lambda pin: pin.name.lower())
    head = HEAD.format(what=what, systems=", ".join(systems))
    path.write_text(head + "".join(map(str, ordered)), "utf-8", newline="\n")


def marker(
    seen: frozenset[tuple[str, str]], every: Mapping[str, frozenset[tuple[str, str]]]
) -> str:
    """The words that pip needs for "only there"; ``every`` holds the places of each word."""
    whole = frozenset().union(*every.values())
    words = [word for word, places in every.items() if seen >= places]
    if seen == whole:
        return ""
    if frozenset().union(*(every[word] for word in words)) != seen:
        raise ValueError(f"no marker says {sorted(seen)}")
    return " or ".join(words)


def _pin(entry: str) -> Pin:
    said, *hashes = re.split(r"\s+--hash=sha256:", entry.strip())
    named, _, where = (part.strip() for part in said.partition(" ; "))
    name, version = named.split("==")
    return Pin(name, version, where, tuple(hashes))
