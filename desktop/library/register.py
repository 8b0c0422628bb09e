"""Puts the register together: the sources of the packs, and two lists beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from desktop.domain.register import KnownFalse, NotLaw, Register, SourceEntry
from desktop.rules.pack import PolicyPack
from desktop.rules.rule import Rule, every_exception
from desktop.rules.standing import standing_on
from desktop.system.resources import resource


def register_of(packs: Sequence[PolicyPack], on: date, folder: Path | None = None) -> Register:
    """The register under these packs as of a day."""
    shelf = folder or resource("register")
    not_law = tomllib.loads((shelf / "not_law.toml").read_text(encoding="utf-8"))["entry"]
    false = tomllib.loads((shelf / "known_false.toml").read_text(encoding="utf-8"))["claim"]
    return Register(
        as_of=on,
        sources=tuple(entry for pack in packs for entry in _sources(pack, on)),
        not_law=tuple(NotLaw(**row) for row in not_law),
        known_false=tuple(KnownFalse(**row) for row in false),
    )


def _sources(pack: PolicyPack, on: date) -> Iterator[SourceEntry]:
    for source_id, cite in pack.sources.items():
        record = pack.records[source_id]
        stale_after = cite.checked_on + timedelta(days=cite.stale_after)
        yield SourceEntry(
            pack=pack.used.id,
            id=source_id,
            text=cite.text,
            says=record.says,
            grade=cite.grade,
            print_level=cite.print_level,
            checked_on=cite.checked_on,
            checked_by=record.checked_by,
            status=" ".join(cite.status.split()),
            address=record.address,
            stale_after=stale_after,
            is_stale=on > stale_after,
            standing=standing_on(cite.history, on),
            history=cite.history,
            cited_by=tuple(rule.id for rule in pack.rules if source_id in _named_by(rule)),
        )


def _named_by(rule: Rule) -> set[str]:
    exceptions = (exception.cite for exception in every_exception(rule.unless))
    return {cite.source for cite in rule.cites} | {cite for cite in exceptions if cite}
