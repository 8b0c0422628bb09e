"""The register of law: every source of every pack, and what is taken for law and is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.standing import Standing


@dataclass(frozen=True)
class SourceEntry:
    """One source as its pack has it, as of a day.

    ``cited_by`` are the rules that name it; ``standing`` what of its ``history`` counts on
    that day, ``status`` how it stands as it was last checked.
    """

    pack: str
    id: str
    text: str
    says: str
    grade: str
    print_level: str
    checked_on: date
    checked_by: str
    status: str
    address: str
    stale_after: date
    is_stale: bool
    cited_by: tuple[str, ...]
    standing: Standing | None = None
    history: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class NotLaw:
    """Something pending, reported, not enacted or decided elsewhere: nothing relies on it.

    ``pack_source`` is the source of a pack that stands for it, "pack/source".
    """

    id: str
    what: str
    status: str
    on: date
    note: str
    grade: str
    source: str
    pack_source: str | None = None


@dataclass(frozen=True)
class KnownFalse:
    """A claim that is made and is false. ``limit`` keeps it out of every text."""

    id: str
    claim: str
    truth: str
    found_at: str
    row: str
    limit: str | None = None


@dataclass(frozen=True)
class Register:
    """All of it, as of a day."""

    as_of: date
    sources: tuple[SourceEntry, ...]
    not_law: tuple[NotLaw, ...]
    known_false: tuple[KnownFalse, ...]

    def source(self, pack: str, source_id: str) -> SourceEntry | None:
        named = (each for each in self.sources if (each.pack, each.id) == (pack, source_id))
        return next(named, None)
