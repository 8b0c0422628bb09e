"""What the case file hands back: rows for the list, records to work on, lines of the journal.

Nothing here knows how it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.case import Case


@dataclass(frozen=True)
class CaseRow:
    """One line of the list of cases. ``holder`` is an agency's word, None while nobody knows."""

    id: str
    code: str
    name: str | None
    holder: str | None
    language: str | None
    changed_at: datetime
    revision: int


@dataclass(frozen=True)
class CaseRecord:
    """A case as it is kept, at one revision."""

    id: str
    code: str
    case: Case
    revision: int
    changed_at: datetime


@dataclass(frozen=True)
class LetterRow:
    """A letter that was handed over; its bytes are asked for by ``number``."""

    number: int
    case_id: str
    revision: int
    kind: str
    language: str
    sheet: str
    digest: str
    at: datetime


class Deed(StrEnum):
    """What the journal can say that somebody did. A closed list, so that no content gets in."""

    MADE_FILE = "made_file"
    OPENED_FILE = "opened_file"
    OPENED_BY_RECOVERY = "opened_by_recovery"
    OPENED_CASE = "opened_case"
    CHANGED_CASE = "changed_case"
    SAVED_LETTER = "saved_letter"
    PRINTED_LETTER = "printed_letter"


@dataclass(frozen=True)
class JournalLine:
    """Who did what, when, to which case or letter; never what stands in it."""

    number: int
    at: datetime
    who: str
    did: Deed
    case_id: str | None
    letter: int | None
