"""The level of each character of a paragraph, and the order in which a line shows its runs."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.letters.typesetting.bidi.classes import (
    ISOLATES,
    REMOVED,
    class_of,
    first_strong,
    matching_pdi,
)
from desktop.letters.typesetting.bidi.explicit import ExplicitLevels, run_sequences
from desktop.letters.typesetting.bidi.resolving import resolve

# I1, I2: what a direction adds to an even and to an odd level.
_ADDED = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})
_HANGING = frozenset({"WS", "PDI", "BN", *ISOLATES, *REMOVED})


def base_level(text: str) -> int:
    """0 or 1: the direction that a paragraph's first letter gives it."""
    classes = [class_of(character) for character in text]
    return first_strong(classes, 0, len(classes)) or 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character: an odd one runs from the right."""
    original = [class_of(character) for character in text]
    closed_at = matching_pdi(original)
    explicit = ExplicitLevels(original, base, closed_at)
    found = list(explicit.levels)
    for run in run_sequences(original, explicit.levels, base, closed_at):
        resolved = resolve(text, run, original, explicit.classes)
        for place, name in zip(run.places, resolved, strict=True):
            found[place] += _ADDED[run.level % 2][name]
    for place, name in enumerate(original):
        if name in REMOVED:
            found[place] = found[place - 1] if place else base
    return found


def line_levels(text: str, found: Sequence[int], base: int, start: int, end: int) -> list[int]:
    """The levels of one line (L1): what hangs at its end follows the paragraph."""
    line, hangs = list(found[start:end]), True
    for index in range(end - start - 1, -1, -1):
        name = class_of(text[start + index])
        if name in ("B", "S"):
            line[index], hangs = base, True
        elif hangs and name in _HANGING:
            line[index] = base
        else:
            hangs = False
    return line


def from_the_left(found: Sequence[int]) -> list[int]:
    """L2: the order, from the left, of parts with these levels."""
    order = list(range(len(found)))
    lowest = min((level for level in found if level % 2), default=0)
    for level in range(max(found, default=0), lowest - 1, -1) if lowest else ():
        start = None
        for index in range(len(order) + 1):
            if index < len(order) and found[order[index]] >= level:
                start = index if start is None else start
            elif start is not None:
                order[start:index] = reversed(order[start:index])
                start = None
    return order
