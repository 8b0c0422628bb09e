"""A letter as it is read without paper: headings, paragraphs, lists, each with its language.

For a window, a braille line or a screen reader. The words are those of the
printed sheet, one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_STEERING = dict.fromkeys(range(0x2066, 0x206A))


class Part(StrEnum):
    """What a stretch of the letter is to somebody who hears it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True)
class Words:
    """Words in one language; ``strong`` ones are said with weight.

    What came from a case, and English in a line from the right, stands between marks that keep
    a line's direction (U+2066 to U+2069): a window that shows the words needs them.
    """

    text: str
    language: str
    strong: bool = False


@dataclass(frozen=True)
class Aloud:
    """A heading, a paragraph or an item of a list.

    ``level`` is that of the heading, or how deep the item stands: 1 for a number, 2 for a point
    below it. A paragraph that goes on inside an item has the item's level and no label.
    ``key`` is that of the passage or heading in the letter; empty for what a sheet sets around.
    """

    part: Part
    level: int
    label: str
    words: tuple[Words, ...]
    language: str
    from_the_right: bool
    key: str = ""

    @property
    def text(self) -> str:
        """What is said, without marks that only steer a line."""
        return "".join(words.text for words in self.words).translate(_STEERING)
