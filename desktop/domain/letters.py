"""A letter before paper: keyed and numbered passages, each with why it is there.

A passage's text is plain words with three marks and nothing else: ``“...”`` are
words to say aloud, ``**...**`` is said with weight, ``[cite: ...]`` is where the
law stands. Lines that open with ``1.`` or ``-`` are steps and points. What was
put into the text from the case stands between U+2068 and U+2069, so that it
can neither turn the line's direction nor be taken for a mark.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import Enum, StrEnum


class NameOnPaper(Enum):
    """How much of the name stands on a letter that somebody carries in a jail."""

    NONE = "none"
    INITIALS = "initials"
    FULL = "full"


class Look(StrEnum):
    """How a passage stands on the page."""

    PANEL = "panel"
    OPENING = "opening"
    NUMBERED = "numbered"


class Reader(StrEnum):
    """Who reads a kind of letter. It decides what the letter may look at, and who may sign it."""

    CLIENT = "client"
    CUSTODIAN = "custodian"
    FILE = "file"


@dataclass(frozen=True)
class ClinicDetails:
    """Whom the reader calls. What is missing prints as a line to fill in by hand."""

    name: str | None = None
    phone: str | None = None
    hours: str | None = None
    email: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Asked:
    """What an advocate chooses for a letter to a custodian, beyond what the case holds.

    ``reply_by`` and ``delivery`` print as they were written. ``names_court``: the letter
    says that a court will be asked, which only an attorney decides.
    """

    reply_by: str | None = None
    delivery: str | None = None
    asked_by: str | None = None
    names_court: bool = False


NOTHING_ASKED = Asked()


@dataclass(frozen=True)
class Law:
    """The law that a passage states: its print level (None: it states none) and where it stands."""

    level: str | None
    note: str


@dataclass(frozen=True)
class Heading:
    """Opens a group of passages. ``language`` is that of its words."""

    key: str
    text: str
    sheet: int
    language: str


@dataclass(frozen=True)
class Passage:
    """One numbered paragraph, or one run of numbered steps.

    ``number`` is that of the paragraph or of its first step; the opening and
    the panel have none. ``stale`` says that its source was not checked lately.
    """

    key: str
    number: int | None
    text: str
    look: Look
    sheet: int
    language: str
    rests_on: tuple[str, ...]
    citations: tuple[str, ...]
    law: Law
    why: tuple[str, ...]
    stale: bool = False


@dataclass(frozen=True)
class Translation:
    """How far a translation can be relied on: a state, and who vouches for it."""

    state: str
    by: str | None = None
    on: str | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.state in ("checked", "certified")


@dataclass(frozen=True)
class Letter:
    """Everything that a sheet of paper will say, in reading order.

    ``marks`` are the words that a sheet sets around the passages: DRAFT, page
    numbers, the line for a stamp. ``original`` is the English letter that a
    translation renders, passage by passage under the same numbers.
    """

    kind: str
    language: str
    title: str
    blocks: tuple[Heading | Passage, ...]
    marks: tuple[tuple[str, str], ...]
    made_at: datetime
    packs: tuple[str, ...] = ()
    facts: str = ""
    translation: Translation | None = None
    original: Letter | None = field(default=None, repr=False)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Passage))

    def passage(self, key: str) -> Passage | None:
        return next((found for found in self.passages if found.key == key), None)

    def mark(self, key: str) -> str:
        return dict(self.marks)[key]

    def digest(self, sheet: str = "plain") -> str:
        """What a sign-off vouches for: facts, packs, text, language and sheet.

        The moment of drafting is left out: the same words an hour later are the same letter.
        """
        form = {"format": "amparo-letter/1", "sheet": sheet, "letter": _canonical(self)}
        text = json.dumps(form, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _canonical(letter: Letter) -> dict[str, object]:
    form = asdict(letter)
    del form["made_at"]
    form["original"] = None if letter.original is None else _canonical(letter.original)
    return form
