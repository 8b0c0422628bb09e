"""A case as the text of a revision, and back: what goes in comes out.

A revision holds the case file's own document, which other programs read. Beside
it stand the lists about which somebody was asked "is that all?" and gave no
answer: the document has no place for that when the list already holds something.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.case import Case
from desktop.domain.documents import read_case, write_case
from desktop.domain.problems import CaseRefused

FORMAT = "amparo-revision/1"


def revision_text(case: Case) -> str:
    """The text to keep. Raises CaseRefused for a case that could not be read back."""
    text = json.dumps(
        {
            "format": FORMAT,
            "case": write_case(case),
            "declined": sorted(case.declined_lists),
            "unknown": sorted(case.unknown_lists),
        },
        allow_nan=False,
        separators=(",", ":"),
    )
    read_revision(text)
    return text


def read_revision(text: str) -> Case:
    """The case that a kept text tells. Raises CaseRefused when its words are not known."""
    kept: Mapping[str, object] = json.loads(text)
    if kept["format"] != FORMAT:
        raise CaseRefused("format", "is not known", f'Write "{FORMAT}"')
    return replace(
        read_case(kept["case"]),
        declined_lists=_names(kept["declined"]),
        unknown_lists=_names(kept["unknown"]),
    )


def written(now: datetime) -> str:
    """An instant as the tables keep it: UTC."""
    assert now.tzinfo is not None, "a time without a place"
    return now.astimezone(UTC).isoformat()


def instant(text: str) -> datetime:
    """The instant that a table keeps."""
    return datetime.fromisoformat(text)


def storable(text: str) -> str:
    """Text for a column; half a character, as a paste can leave one, becomes "?"."""
    return text.encode("utf-8", "replace").decode()


def _names(value: object) -> frozenset[str]:
    assert isinstance(value, list)
    return frozenset(map(str, value))
