"""A whole case as one text - every revision, note and letter - and back."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desktop.casefile.codec import instant, read_revision, revision_text, written
from desktop.domain.case import Case
from desktop.domain.problems import CaseRefused
from desktop.domain.problems_moving import BundleNewer, NotABundle
from desktop.domain.records import Keeping, LetterRow, Note

FORMAT = "amparo-moved-case/1"
_ANY = re.compile(r"amparo-moved-case/[1-9]\d{0,3}")
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class MovedCase:
    """A case between two files. Nothing of it stands in a log or a traceback.

    ``keeps_sensitive``: the other clinic keeps sensitive facts, so one that is missing
    here is missing there.
    """

    id: str
    code: str
    keeps_sensitive: bool
    revisions: tuple[tuple[Case, datetime], ...] = field(repr=False)
    notes: tuple[Note, ...] = field(repr=False)
    letters: tuple[tuple[LetterRow, bytes], ...] = field(repr=False)
    keeping: Keeping


def text_of(case: MovedCase) -> bytes:
    """The case as the text that is sealed."""
    told = {
        "format": FORMAT,
        "id": case.id,
        "code": case.code,
        "keeps_sensitive": case.keeps_sensitive,
        "revisions": [[json.loads(revision_text(one)), written(at)] for one, at in case.revisions],
        "notes": [[note.text, note.who, written(note.at)] for note in case.notes],
        "letters": [_letter_document(letter, pdf) for letter, pdf in case.letters],
        "keep_until": None if case.keeping.until is None else case.keeping.until.isoformat(),
        "on_hold": case.keeping.on_hold,
    }
    return json.dumps(told, separators=(",", ":")).encode()


def case_of(content: bytes, name: str) -> MovedCase:
    """The case that a text tells. Raises NotABundle or BundleNewer, with the file's ``name``."""
    try:
        told = json.loads(content)
        if told["format"] != FORMAT:
            newer = _ANY.fullmatch(str(told["format"]))
            raise BundleNewer(name=name) if newer else NotABundle(name=name)
        return _read(told)
    except CaseRefused:
        # Its text quotes the answer that it refuses: not to be passed on.
        raise BundleNewer(name=name) from None
    except (KeyError, TypeError, ValueError, AssertionError, RecursionError):
        raise NotABundle(name=name) from None


def _read(told: dict[str, Any]) -> MovedCase:
    case = MovedCase(
        str(told["id"]),
        str(told["code"]),
        bool(told["keeps_sensitive"]),
        tuple((read_revision(json.dumps(one)), _time(at)) for one, at in told["revisions"]),
        tuple(Note(str(text), str(who), _time(at)) for text, who, at in told["notes"]),
        tuple(_letter(letter, str(told["id"])) for letter in told["letters"]),
        Keeping(
            None if told["keep_until"] is None else date.fromisoformat(told["keep_until"]),
            bool(told["on_hold"]),
        ),
    )
    if not case.revisions or not case.code or not _ID.fullmatch(case.id):
        raise ValueError("no case, or one that nobody could find again")
    if any(not 1 <= letter.revision <= len(case.revisions) for letter, _ in case.letters):
        raise ValueError("a letter about a revision that did not come")
    return case


def _time(text: str) -> datetime:
    read = instant(text)
    if read.tzinfo is None:
        raise ValueError("a time without a place")
    return read


def _letter_document(letter: LetterRow, pdf: bytes) -> dict[str, object]:
    return {
        "revision": letter.revision,
        "kind": letter.kind,
        "language": letter.language,
        "sheet": letter.sheet,
        "digest": letter.digest,
        "at": written(letter.at),
        "pdf": base64.b64encode(pdf).decode(),
    }


def _letter(told: dict[str, Any], case_id: str) -> tuple[LetterRow, bytes]:
    row = LetterRow(
        number=0,  # each file numbers its own letters
        case_id=case_id,
        revision=int(told["revision"]),
        kind=str(told["kind"]),
        language=str(told["language"]),
        sheet=str(told["sheet"]),
        digest=str(told["digest"]),
        at=_time(told["at"]),
    )
    return row, base64.b64decode(told["pdf"], validate=True)
