"""What a sheet must say, worked out from the letter alone, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.letters.markup import lines_of, plain, without_isolates

_CLOSING = ("mark.prepared", "mark.reviewed", "mark.date", "mark.stamp")


def in_one_column(letter: Letter) -> Iterator[str]:
    """For the plain sheet and for large print; behind a draft translation stands its English."""
    yield from _box(letter)
    yield from _body(letter, lambda: _closing(letter))
    if letter.original is not None and _is_draft(letter):
        yield letter.mark("mark.attached")
        yield from _body(letter.original, lambda: iter(()))


def side_by_side(letter: Letter) -> Iterator[str]:
    """English first, line by line; a number is said once."""
    english = letter.original
    assert english is not None
    for each in (english, letter):
        yield from _box(each, is_draft=_is_draft(letter))
    yield english.title
    yield letter.title
    sheet = 1
    for left, right in zip(english.blocks, letter.blocks, strict=True):
        if left.sheet != sheet:
            yield from _closing(english)
            yield english.mark("head.more")
            yield letter.mark("head.more")
            sheet = left.sheet
        if isinstance(left, Heading) and isinstance(right, Heading):
            yield left.text
            yield right.text
        elif isinstance(left, Passage) and isinstance(right, Passage):
            for (label, one), (_, other) in zip(
                _lines(left, english), _lines(right, letter), strict=True
            ):
                yield from (label, one, other)


def _box(letter: Letter, *, is_draft: bool | None = None) -> Iterator[str]:
    yield from plain(letter.mark("mark.draft")).splitlines()
    if _is_draft(letter) if is_draft is None else is_draft:
        yield from plain(letter.mark("mark.translation")).splitlines()


def _is_draft(letter: Letter) -> bool:
    return letter.translation is not None and not letter.translation.is_confirmed


def _closing(letter: Letter) -> Iterator[str]:
    return (letter.mark(key) for key in _CLOSING)


def _body(letter: Letter, close: Callable[[], Iterator[str]]) -> Iterator[str]:
    yield letter.title
    opening = [each for each in letter.passages if each.look is Look.OPENING]
    yield " ".join(plain(passage.text) for passage in opening)
    sheet = 1
    for block in letter.blocks:
        if block.sheet != sheet:
            yield from close()
            yield letter.mark("head.more")
            sheet = block.sheet
        if isinstance(block, Heading):
            yield block.text
        elif block.look is not Look.OPENING:
            for label, text in _lines(block, letter):
                yield from (label, text)


def _lines(passage: Passage, letter: Letter) -> Iterator[tuple[str, str]]:
    """The lines of a passage, each with its number or bullet."""
    number, lines = passage.number, lines_of(passage.text)
    for index, line in enumerate(lines):
        label = ""
        if passage.look is Look.NUMBERED:
            if line.shape.value == "point":
                label = "•"
            elif number is not None and (index == 0 or line.shape.value == "step"):
                label = str(number)
                number += 1
        marked = passage.stale and index == len(lines) - 1
        note = f" [{letter.mark('mark.stale')}]" if marked else ""
        yield label, without_isolates(line.text) + note
