"""What the case file hands back: rows for the list, records to work on, lines of the journal.

Nothing here knows how it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True)
class Note:
    """What somebody at the clinic wrote down about a case."""

    text: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Keeping:
    """How long one case is kept. ``until`` None: as long as the clinic's settings say."""

    until: date | None
    on_hold: bool


class Counted(StrEnum):
    """What reports count, each by one thing alone."""

    CASES = "cases"
    CASES_BY_LANGUAGE = "cases_by_language"
    CASES_BY_HOLDER = "cases_by_holder"
    LETTERS = "letters"
    LETTERS_BY_LANGUAGE = "letters_by_language"
    LETTERS_BY_KIND = "letters_by_kind"


@dataclass(frozen=True)
class Tally:
    """How many in a quarter of a year ("2026-Q4"). ``word`` is empty where it is not known."""

    quarter: str
    what: Counted
    word: str
    number: int


@dataclass(frozen=True)
class BackupRow:
    """A backup that was made and checked, and where it was put then."""

    at: datetime
    place: str
    bytes: int


class Deed(StrEnum):
    """What the journal can say that somebody did. A closed list, so that no content gets in."""

    MADE_FILE = "made_file"
    OPENED_FILE = "opened_file"
    OPENED_BY_RECOVERY = "opened_by_recovery"
    BROUGHT_UP_TO_DATE = "brought_up_to_date"
    CHANGED_SETTINGS = "changed_settings"
    ADDED_MEMBER = "added_member"
    CHANGED_ROLE = "changed_role"
    REMOVED_MEMBER = "removed_member"
    CHANGED_PASSPHRASE = "changed_passphrase"
    CHANGED_RECOVERY_CODE = "changed_recovery_code"
    CHANGED_KEY = "changed_key"
    MADE_BACKUP = "made_backup"
    RESTORED_BACKUP = "restored_backup"
    ADDED_CASE = "added_case"
    OPENED_CASE = "opened_case"
    CHANGED_CASE = "changed_case"
    ADDED_NOTE = "added_note"
    CONFIRMED_TRANSLATION = "confirmed_translation"
    WITHDREW_CONFIRMATION = "withdrew_confirmation"
    SIGNED_LETTER = "signed_letter"
    SAVED_LETTER = "saved_letter"
    PRINTED_LETTER = "printed_letter"
    SENT_CASE = "sent_case"
    RECEIVED_CASE = "received_case"
    IMPORTED_CASE = "imported_case"
    CHANGED_KEEPING = "changed_keeping"
    PUT_ON_HOLD = "put_on_hold"
    LIFTED_HOLD = "lifted_hold"
    PURGED_CASE = "purged_case"
    FORGOT_SENSITIVE = "forgot_sensitive"


@dataclass(frozen=True)
class JournalLine:
    """Who did what, when, to which case, letter or member; never what stands in it.

    ``case_id`` is None where no case was meant, and where the case was purged since.
    """

    number: int
    at: datetime
    who: str
    did: Deed
    case_id: str | None
    letter: int | None
    whom: str | None = None
    copies: int | None = None
