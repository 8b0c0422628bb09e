"""Writing the register of law, format ``amparo-sources/1``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from desktop.domain.grades import GRADE_NAMES
from desktop.domain.register import Register, SourceEntry
from desktop.domain.standing import Standing

FORMAT = "amparo-sources/1"


def register_document(register: Register) -> dict[str, object]:
    """The register as plain values, ready for JSON."""
    return {
        "format": FORMAT,
        "as_of": register.as_of.isoformat(),
        "sources": [_source(entry) for entry in register.sources],
        "not_law": [_plain(asdict(entry)) for entry in register.not_law],
        "known_false": [_plain(asdict(entry)) for entry in register.known_false],
    }


def _source(entry: SourceEntry) -> dict[str, object]:
    return {
        "pack": entry.pack,
        "id": entry.id,
        "text": entry.text,
        "says": entry.says,
        "grade": entry.grade,
        "grade_means": GRADE_NAMES[entry.grade],
        "print": entry.print_level,
        "checked_on": entry.checked_on.isoformat(),
        "checked_by": entry.checked_by,
        "status": entry.status,
        "standing": entry.standing and _standing(entry.standing),
        "history": [_standing(standing) for standing in entry.history],
        "address": entry.address,
        "stale_after": entry.stale_after.isoformat(),
        "stale": entry.is_stale,
        "cited_by": list(entry.cited_by),
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {"on": standing.since, "status": standing.status, "note": standing.note}


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
