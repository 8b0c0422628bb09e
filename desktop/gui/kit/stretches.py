"""Which printed pieces say a text, told by their letters alone.

A page that is read from the right gives its letters back in the order of the eye. The
pieces themselves keep the order in which they were written, so a line of a text is a
stretch of pieces that together have its letters, each as often.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

Letters = Counter[str]


def letters_of(text: str) -> Letters:
    """The letters of a text, without marks, figures and spaces."""
    return Counter(filter(str.isalpha, unicodedata.normalize("NFKC", text)))


def stretches(
    printed: Sequence[Letters], columns: Sequence[Sequence[int]], lines: Sequence[Letters]
) -> Iterator[tuple[int, ...]]:
    """The places of the pieces that say each line of text; none where it is not printed.

    A line that goes on overleaf is cut by what stands beside it, so each of ``columns`` (of
    places) is read for itself where the whole does not tell. The lines come in reading
    order, so equal ones are told apart.
    """
    after = 0
    for line in lines:
        ways = (
            _stretch(printed, column, start, line, more=more)
            for more in (False, True)
            for column in columns
            for start in range(bisect_left(column, after), len(column))
        )
        found = next((way for way in ways if way), ())
        after = found[0] + 1 if found else after
        yield found


def _stretch(
    printed: Sequence[Letters], column: Sequence[int], start: int, line: Letters, *, more: bool
) -> tuple[int, ...]:
    """The places from here on, if they say the line. ``more``: a note may stand after it."""
    if not printed[column[start]]:
        return ()
    left = line
    for end in range(start + 1, len(column) + 1):
        letters = printed[column[end - 1]]
        if more and left != line and left < letters:
            return tuple(column[start:end])
        if not letters <= left:
            return ()
        left = left - letters
        if not left:
            return tuple(column[start:end])
    return ()
