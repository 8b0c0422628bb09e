"""Form numbers that were nearly written: one slip away from a number that we know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.library.printed_words import Paper, fewest_slips

_LIKE_A_NUMBER = re.compile(
    r"(?<![A-Za-z0-9$])([A-Za-z1|!0]{1,4})[ \t.\-\u2010-\u2015]{0,3}([0-9A-Za-z]{2,5})"
    r"(?![A-Za-z0-9])(?![\s.)\-]{0,3}[0-9]{3}[\s.\-]?[0-9]{4})"
)
_AS_DIGITS = str.maketrans("OQSZIL|!", "00521111")
_AS_LETTERS = str.maketrans("1|!0L", "IIIOI")


def nearly_written(paper: Paper, known: Iterable[str]) -> tuple[str, ...]:
    """Those of the known numbers that stand on the paper with exactly one slip."""
    written = {
        _plain(*found.groups())
        for found in _LIKE_A_NUMBER.finditer(paper.text)
        if sum(sign.isdigit() for sign in found.group(2)) >= 2
    }
    return tuple(number for number in known if any(_slips(number, other) == 1 for other in written))


def _slips(number: str, written: str) -> int:
    letters, _, rest = number.replace("-", " ").partition(" ")
    return fewest_slips(_plain(letters, rest), written, most=1, anywhere=False)


def _plain(letters: str, rest: str) -> str:
    """Both as they are meant: look-alikes made alike, a closing letter left alone."""
    rest = rest.upper()
    last = rest[-1:] if rest[-1:].isalpha() else ""
    digits = rest[: len(rest) - len(last)].translate(_AS_DIGITS)
    return letters.upper().translate(_AS_LETTERS) + digits + last
