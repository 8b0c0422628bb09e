"""Reading the register of law: every source with its standing, for a person or as a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.grades import GRADE_NAMES
from desktop.domain.register import KnownFalse, NotLaw, Register, SourceEntry
from desktop.rules.standing import standing_words

if TYPE_CHECKING:
    from desktop.library.shelves import Library

_PRINTS = {
    "A": "A, prints with its pinpoint",
    "B": "B, prints without a paragraph",
    "C": "C, never for a client",
}


def register_on(library: Library, on: date) -> Register:
    """The register under the packs on the shelf as of a day. Raises PackRefused."""
    from desktop.library.register import register_of  # noqa: PLC0415 - reads every pack

    return register_of(library.packs, on)


def register_lines(register: Register) -> Iterator[str]:
    """The register for a person to read."""
    yield f"Sources as of {register.as_of}"
    pack = ""
    for entry in register.sources:
        if entry.pack != pack:
            pack = entry.pack
            yield f"\n{pack}"
        yield from _source(entry)
    yield "\nNot law: nothing relies on it"
    for not_law in register.not_law:
        yield from _not_law(not_law)
    yield "\nKnown to be false"
    for claim in register.known_false:
        yield from _claim(claim)


def _source(entry: SourceEntry) -> Iterator[str]:
    yield f"\n  {entry.text}  ({entry.id})"
    yield f"    says: {entry.says}"
    grade = f"{entry.grade}, {GRADE_NAMES[entry.grade]}"
    yield f"    grade: {grade}; print level {_PRINTS[entry.print_level]}"
    yield f"    checked on {entry.checked_on} by {entry.checked_by}"
    stale = "STALE since" if entry.is_stale else "good until"
    yield f"    {stale} {entry.stale_after}"
    yield f"    status: {entry.status}"
    for standing in entry.history:
        known = "on that day" if standing is entry.standing else "at other times"
        yield f"    {known}: {standing_words(standing)}"
    yield f"    where: {entry.address}"
    yield f"    cited by: {', '.join(entry.cited_by) or 'no rule'}"


def _not_law(entry: NotLaw) -> Iterator[str]:
    yield f"\n  {entry.what}"
    yield f"    {entry.status.replace('_', ' ')}, {entry.on}: {entry.note}"
    yield f"    grade: {entry.grade}, {GRADE_NAMES[entry.grade]}; source: {entry.source}"


def _claim(entry: KnownFalse) -> Iterator[str]:
    yield f"\n  “{entry.claim}”"
    yield f"    {entry.truth}"
    yield f"    found at: {entry.found_at}; {entry.row}"
