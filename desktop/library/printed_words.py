"""Printed words and form numbers, found in what somebody typed or a scanner read.

A number is found although I, l and 1, O and 0, S and 5 were mixed up or its hyphen is
gone. Words are found although a letter is missing, wrong or changed places: one such
slip in a short title, two in a long one, none in words that could stand anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LOOKALIKES = {
    "I": "[Il1|!]",
    "0": "[0OoQ]",
    "O": "[Oo0]",
    "1": "[1Il|!]",
    "2": "[2Zz]",
    "5": "[5Ss]",
    "6": "[6Gb]",
    "8": "[8B]",
}
_ALIKE = str.maketrans("1|!i05", "llllos")
_GAP = r"[ \t._\-\u2010-\u2015]{0,3}"
# Not part of a longer word, a sum of money, or a telephone number such as 1-860-555-0100.
_BEFORE = r"(?<![A-Za-z0-9$])(?<![0-9][.\-])"
_AFTER = r"(?![A-Za-z0-9])(?![\s.)\-]{0,3}[0-9]{3}[\s.\-]?[0-9]{4}(?![0-9]))"


@dataclass(frozen=True)
class Paper:
    """The words on a paper, as they were typed or scanned."""

    text: str

    @cached_property
    def squeezed(self) -> str:
        return _squeezed(self.text)

    @cached_property
    def found(self) -> dict[str, bool]:
        """Which printed words were looked for, and whether they stand here, slips allowed."""
        return {}


def number_pattern(number: str) -> re.Pattern[str]:
    """A form's number as people and scanners write it."""
    signs = [sign for sign in number if sign not in "- "]
    *parts, last = (f"(?i:{_LOOKALIKES.get(sign, re.escape(sign))})" for sign in signs)
    # "I-247 a paper" has the number I-247; "I-247 A", "I-247a" and "i 247 a" have I-247A.
    closing = f"{_GAP}{last}"
    if signs[-1] == "A":
        closing = rf"(?:[.\-]?{last}|{_GAP}A|{_GAP}a(?=\s*(?:$|[^\sA-Za-z0-9])))"
    return re.compile(_BEFORE + _GAP.join(parts) + closing + _AFTER, re.MULTILINE)


@dataclass(frozen=True)
class Printed:
    """Words as a paper prints them."""

    words: str

    @cached_property
    def squeezed(self) -> str:
        return _squeezed(self.words)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        words = r"\s+".join(re.escape(word) for word in self.words.split())
        return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)

    @property
    def slips(self) -> int:
        """How many slips still let them be told from other words."""
        return (len(self.squeezed) >= 12) + (len(self.squeezed) >= 24)

    def stand_on(self, paper: Paper) -> bool:
        """Whether the paper has them, letter for letter."""
        return bool(self._whole.search(paper.text))

    def nearly_stand_on(self, paper: Paper) -> bool:
        """Whether the paper has them, slips allowed."""
        if self.words not in paper.found:
            paper.found[self.words] = self.stand_on(paper) or (
                self.slips > 0 and _nearly_in(self.squeezed, paper.squeezed, self.slips)
            )
        return paper.found[self.words]


def _squeezed(text: str) -> str:
    """Letters and digits only, without case or accents, and with look-alikes made alike."""
    flat = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return "".join(sign for sign in flat if sign.isalnum())


def _nearly_in(words: str, text: str, slips: int) -> bool:
    """A slip spoils at most two neighbouring pieces of the words: one of the others is intact."""
    pieces = 2 * slips + 1
    bounds = [len(words) * piece // pieces for piece in range(pieces + 1)]
    for start, end in pairwise(bounds):
        place = text.find(words[start:end])
        while place >= 0:
            window = text[max(0, place - start - slips) : place - start + len(words) + slips]
            if fewest_slips(words, window, most=slips) <= slips:
                return True
            place = text.find(words[start:end], place + 1)
    return False


def fewest_slips(words: str, text: str, *, most: int, anywhere: bool = True) -> int:
    """The fewest slips between the words and a text, or any stretch of it; looks no further
    once there are more than ``most``."""
    older: list[int] = []
    before = [0 if anywhere else across for across in range(len(text) + 1)]
    for down, letter in enumerate(words, 1):
        row = [down]
        for across, other in enumerate(text, 1):
            cost = min(before[across - 1] + (letter != other), before[across] + 1, row[-1] + 1)
            if down > 1 and across > 1 and words[down - 2] == other and letter == text[across - 2]:
                cost = min(cost, older[across - 2] + 1)  # two letters changed places
            row.append(cost)
        older, before = before, row
        if min(*older, *before) > most:
            break
    return min(before) if anywhere else before[-1]
