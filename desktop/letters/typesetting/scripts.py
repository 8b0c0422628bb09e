"""Which script a stretch of text is written in, as a shaper wants to know it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

LATIN = "Latn"
_OPENING = ("Ps", "Pi")
_ISOLATES, _POP = "\u2066\u2067\u2068", "\u2069"
# Where each block begins; None: marks, figures and signs, which go with their neighbours.
_BLOCKS: tuple[tuple[int, str | None], ...] = (
    (0x0000, None),
    (0x0030, LATIN),  # western figures, in every language of ours
    (0x003A, None),
    (0x0041, LATIN),
    (0x005B, None),
    (0x0061, LATIN),
    (0x007B, None),
    (0x00AA, LATIN),
    (0x00AB, None),
    (0x00BA, LATIN),
    (0x00BB, None),
    (0x00C0, LATIN),
    (0x00D7, None),
    (0x00D8, LATIN),
    (0x00F7, None),
    (0x00F8, LATIN),
    (0x02B9, None),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, None),
    (0x0600, "Arab"),
    (0x0700, None),
    (0x0750, "Arab"),
    (0x0780, None),
    (0x08A0, "Arab"),
    (0x0900, "Deva"),
    (0x0964, None),
    (0x0966, "Deva"),
    (0x0980, None),
    (0x1E00, LATIN),
    (0x1F00, "Grek"),
    (0x2000, None),
    (0x2E80, "Hani"),
    (0x2FE0, None),
    (0x3005, "Hani"),
    (0x3006, None),
    (0x3007, "Hani"),
    (0x3008, None),
    (0x3021, "Hani"),
    (0x302A, None),
    (0x3041, "Hira"),
    (0x30A1, "Kana"),
    (0x30FB, None),
    (0x30FD, "Kana"),
    (0x3105, "Bopo"),
    (0x3130, None),
    (0x3400, "Hani"),
    (0xA000, None),
    (0xF900, "Hani"),
    (0xFB00, LATIN),
    (0xFB07, None),
    (0xFB50, "Arab"),
    (0xFE00, None),
    (0xFE70, "Arab"),
    (0xFEFD, None),
    (0xFF21, LATIN),
    (0xFF3B, None),
    (0xFF41, LATIN),
    (0xFF5B, None),
    (0x20000, "Hani"),
    (0x323B0, None),
)
_STARTS = tuple(start for start, _ in _BLOCKS)


@lru_cache(8192)
def script_of(character: str) -> str | None:
    """The script of a letter; None for what every script shares."""
    return _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1]


def scripts(text: str) -> list[str]:
    """The script of each character. A shared one goes with the letter before it, or after.

    Opening brackets and quotation marks go with what they open. What stands isolated is
    looked at by itself, and says nothing of the marks behind it.
    """
    own = [script_of(character) for character in text]
    ahead: list[str | None] = []  # the next letter's script, inside the same isolate
    following: str | None = None
    behind: list[str | None] = []
    for character, script in zip(reversed(text), reversed(own), strict=True):
        if character == _POP:
            behind.append(following)
            following = None
        elif character in _ISOLATES and behind:
            following = behind.pop()
        following = script or following
        ahead.append(following)
    ahead.reverse()
    return list(_filled(text, own, ahead))


def _filled(text: str, own: Sequence[str | None], ahead: Sequence[str | None]) -> Iterator[str]:
    last = next((script for script in ahead if script), LATIN)
    outside: list[str] = []
    for index, (character, script) in enumerate(zip(text, own, strict=True)):
        opens = script is None and unicodedata.category(character) in _OPENING
        last = script or (opens and ahead[index]) or last
        yield last
        if character in _ISOLATES:
            outside.append(last)
            inside = ahead[index + 1] if index + 1 < len(text) else None
            last = inside or last
        elif character == _POP and outside:
            last = outside.pop()
