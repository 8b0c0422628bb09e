"""The few marks that a passage's text may hold, read into pieces with a role.

Steps, points and paragraphs outside; words to say aloud, weight and citations
inside. What came from a case stands isolated and is never read for marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

ISOLATE, FROM_LEFT, POP = "\u2068", "\u2066", "\u2069"
_JOINERS = "\u200c\u200d"
_SPACES = re.compile(r"[ \t\r\n\v\f\u2028\u2029\x85]+")
_CONTROLS = ("Cc", "Cf", "Cs", "Co", "Cn")


class Role(Enum):
    """Why a piece of text looks different from its neighbours."""

    PLAIN = "plain"
    SAY = "say"
    WEIGHT = "weight"
    CITE = "cite"


class Shape(Enum):
    """What a line of a passage is."""

    PARAGRAPH = "paragraph"
    STEP = "step"
    POINT = "point"


@dataclass(frozen=True)
class Span:
    """A stretch of text in one role, as it is read: a citation has its brackets."""

    text: str
    role: Role


@dataclass(frozen=True)
class Line:
    """A paragraph, a step or a point of a passage."""

    shape: Shape
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


_IN_ENGLISH = (Role.SAY, Role.CITE)
_ENGLISH_WORDS = re.compile("[A-Za-z]")
_OPENERS = re.compile(r"(?P<step>\d+\. )|(?P<point>- )")
_MARKS = re.compile(
    f"(?P<value>{ISOLATE}[^{POP}]*{POP})"
    r"|(?P<cite>\[cite: (?P<where>[^\]]+)\])"
    r"|(?P<say>[“”])"
    r"|(?P<weight>\*\*)"
)


def isolated(value: str) -> str:
    """A value from outside, as it may stand in a text: on one line, and apart."""
    words = _SPACES.sub(" ", unicodedata.normalize("NFC", value)).strip()
    return f"{ISOLATE}{''.join(filter(_may_stand, words))}{POP}"


def _may_stand(character: str) -> bool:
    """Joiners are part of names in some scripts; other controls only disturb a line."""
    return character in _JOINERS or unicodedata.category(character) not in _CONTROLS


def is_english(span: Span) -> bool:
    """Words for an officer, or where law stands: in English in every letter."""
    return span.role in _IN_ENGLISH and _ENGLISH_WORDS.search(span.text) is not None


def steered(spans: Sequence[Span], *, backwards: bool) -> list[Span]:
    """In a line from the right English stands apart, so that it cannot come out scattered."""
    if not backwards:
        return list(spans)
    return [
        Span(f"{FROM_LEFT}{span.text}{POP}", span.role) if is_english(span) else span
        for span in spans
    ]


def without_isolates(text: str) -> str:
    return text.replace(ISOLATE, "").replace(FROM_LEFT, "").replace(POP, "")


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a passage, each with its pieces."""
    lines = []
    for raw in text.splitlines():
        opener = _OPENERS.match(raw)
        shape = Shape.PARAGRAPH
        if opener is not None:
            shape = Shape.STEP if opener["step"] else Shape.POINT
        lines.append(Line(shape, spans_of(raw[opener.end() :] if opener else raw)))
    return tuple(lines)


def spans_of(text: str) -> tuple[Span, ...]:
    """The pieces of one line. Words to say aloud keep their quotation marks."""
    pieces: list[Span] = []
    said, weighty, position = False, False, 0

    def add(piece: str, role: Role | None = None) -> None:
        if piece:
            usual = Role.SAY if said else Role.WEIGHT if weighty else Role.PLAIN
            pieces.append(Span(piece, role or usual))

    for mark in _MARKS.finditer(text):
        add(text[position : mark.start()])
        position = mark.end()
        if mark["value"]:
            add(mark["value"])
        elif mark["cite"]:
            add(f"({mark['where']})", Role.CITE)
        elif mark["say"] == "“":
            said = True
            add("“")
        elif mark["say"] == "”":
            add("”")
            said = False
        else:
            weighty = not weighty
    add(text[position:])
    return tuple(_joined(pieces))


def plain(text: str) -> str:
    """A passage as it is read aloud: no marks, no isolates, its lines kept."""
    return "\n".join(without_isolates(line.text) for line in lines_of(text))


def citations_in(text: str) -> tuple[str, ...]:
    """The citations of a text, in order, each once."""
    found = (mark["where"] for mark in _MARKS.finditer(text) if mark["cite"])
    return tuple(dict.fromkeys(without_isolates(cite) for cite in found))


def sayings_in(text: str) -> int:
    """How many times a text gives words to say aloud; -1 when its marks do not pair."""
    depth, count = 0, 0
    for mark in _MARKS.finditer(text):
        if mark["say"]:
            depth += 1 if mark["say"] == "“" else -1
            count += mark["say"] == "“"
        if depth not in (0, 1):
            return -1
    return count if depth == 0 else -1


def _joined(pieces: Iterable[Span]) -> Iterable[Span]:
    last: Span | None = None
    for piece in pieces:
        if last is not None and last.role is piece.role:
            last = Span(last.text + piece.text, piece.role)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
