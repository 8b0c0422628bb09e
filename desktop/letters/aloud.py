"""The reading view of a letter: the words of a sheet in the order in which they are read aloud.

Made from the letter itself and not from the page, so that it needs none of what
draws; it says what the page says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.aloud import Aloud, Part, Words
from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Line, Role, Shape, Span, is_english, spans_of, steered
from desktop.letters.template import SOURCE_LANGUAGE
from desktop.letters.told import (
    DRAFT_AFTER,
    STAMP,
    closing_words,
    draft_marks,
    needs_english,
    told_lines,
)
from desktop.letters.typography import FROM_THE_RIGHT

_STRONG = (Role.SAY, Role.WEIGHT)
_BULLET = "•"
_FRONT, _BACK = 1, 2


def read_aloud(
    letter: Letter, sheet: str = "plain", sign_off: SignOff | None = None
) -> tuple[Aloud, ...]:
    """What a listener hears of a letter on a sheet. ``sign_off`` has to be one that counts."""
    ways = {"side_by_side": _side_by_side, "wallet": _card}
    return tuple(ways.get(sheet, _in_one_column)(letter, sign_off))


def _in_one_column(letter: Letter, sign_off: SignOff | None) -> Iterator[Aloud]:
    yield from _marks(letter, sign_off, unconfirmed=needs_english(letter))
    yield from _body(letter, _closing(letter, sign_off))
    if needs_english(letter) and letter.original is not None:
        yield _paragraph(letter.mark("mark.attached"), letter.language)
        yield from _body(letter.original, ())


def _body(letter: Letter, closing: Sequence[Aloud]) -> Iterator[Aloud]:
    yield _heading(1, letter.title, letter.language)
    opening = [each for each in letter.passages if each.look is Look.OPENING]
    sheet, level = 1, 2
    for block in letter.blocks:
        if block.sheet != sheet:
            yield from closing if sheet == 1 else ()
            yield _heading(2, letter.mark("head.more"), letter.language)
            sheet, level = block.sheet, 3
        if isinstance(block, Heading):
            yield _heading(level, block.text, block.language, block.key)
        elif block.look is not Look.OPENING:
            yield from _passage(block, letter)
        elif block is opening[0]:
            yield _opening(opening, letter)
    if sheet == 1:
        yield from closing


def _side_by_side(letter: Letter, sign_off: SignOff | None) -> Iterator[Aloud]:
    """English first, line by line; a number is said once."""
    english, unconfirmed = letter.original, needs_english(letter)
    assert english is not None
    for each in (english, letter):
        yield from _marks(each, sign_off, unconfirmed=unconfirmed)
    for each in (english, letter):
        yield _heading(1, each.title, each.language)
    sheet, level = 1, 2
    for left, right in zip(english.blocks, letter.blocks, strict=True):
        if left.sheet != sheet:
            yield from _closing(english, sign_off) if sheet == 1 else ()
            for each in (english, letter):
                yield _heading(2, each.mark("head.more"), each.language)
            sheet, level = left.sheet, 3
        if isinstance(left, Heading) and isinstance(right, Heading):
            for block in (left, right):
                yield _heading(level, block.text, block.language, block.key)
        elif isinstance(left, Passage) and isinstance(right, Passage):
            both = _passage(left, english), _passage(right, letter, numbered=False)
            for one, other in zip(*both, strict=True):
                yield one
                yield other
    if sheet == 1:
        yield from _closing(english, sign_off)


def _card(letter: Letter, sign_off: SignOff | None) -> Iterator[Aloud]:
    """The ten cards are alike: one is read."""
    english, unconfirmed = letter.original or letter, needs_english(letter)
    signed = sign_off is not None
    yield _heading(1, letter.title, letter.language)
    for passage in _on(english, _FRONT):
        yield from _passage(passage, english)
    yield from _mark(english, signed=signed, unconfirmed=False)
    for passage in _on(letter, _FRONT) if letter is not english else ():
        if passage.language != SOURCE_LANGUAGE:
            yield from _passage(passage, letter)
    yield from _mark(letter, signed=True, unconfirmed=unconfirmed)
    for passage in _on(letter, _BACK):
        yield from _passage(passage, letter)
    for passage in _on(english, _BACK) if unconfirmed else ():
        yield from _passage(passage, english)
    yield from _mark(letter, signed=signed, unconfirmed=unconfirmed)


def _mark(letter: Letter, *, signed: bool, unconfirmed: bool) -> Iterator[Aloud]:
    """What a card says of itself, in one paragraph."""
    marks = draft_marks(letter, signed=signed, unconfirmed=unconfirmed, draft=DRAFT_AFTER)
    if marks:
        yield _paragraph(" ".join(marks), letter.language)


def _on(letter: Letter, side: int) -> list[Passage]:
    return [passage for passage in letter.passages if passage.sheet == side]


def _marks(letter: Letter, sign_off: SignOff | None, *, unconfirmed: bool) -> Iterator[Aloud]:
    for mark in draft_marks(letter, signed=sign_off is not None, unconfirmed=unconfirmed):
        yield _paragraph(mark, letter.language)


def _closing(letter: Letter, sign_off: SignOff | None) -> list[Aloud]:
    words = (*closing_words(letter, sign_off), letter.mark(STAMP))
    return [_paragraph(text, letter.language) for text in words]


def _passage(passage: Passage, letter: Letter, *, numbered: bool = True) -> Iterator[Aloud]:
    lines, number = told_lines(passage, letter), passage.number
    is_list = passage.look is Look.NUMBERED or any(
        line.shape is not Shape.PARAGRAPH for line in lines
    )
    if number is None:
        number = 1
    for index, line in enumerate(lines):
        label, level = "", 1
        if line.shape is Shape.POINT and index:
            label, level = _BULLET, 2
        elif is_list and (index == 0 or line.shape is Shape.STEP):
            label, number = str(number), number + 1
        part = Part.ITEM if is_list else Part.PARAGRAPH
        yield Aloud(
            part,
            level if is_list else 0,
            label if numbered else "",
            _words(line.spans, passage.language),
            passage.language,
            passage.language in FROM_THE_RIGHT,
            passage.key,
        )


def _opening(passages: Sequence[Passage], letter: Letter) -> Aloud:
    """Openings run on, in one paragraph."""
    spans: list[Span] = []
    for passage in passages:
        first: Line = told_lines(passage, letter)[0]
        spans += [*([Span(" ", Role.PLAIN)] if spans else []), *first.spans]
    language = passages[0].language
    words, turned = _words(spans, language), language in FROM_THE_RIGHT
    return Aloud(Part.PARAGRAPH, 0, "", words, language, turned, passages[0].key)


def _heading(level: int, text: str, language: str, key: str = "") -> Aloud:
    words = _words(spans_of(text), language)
    return Aloud(Part.HEADING, level, "", words, language, language in FROM_THE_RIGHT, key)


def _paragraph(text: str, language: str) -> Aloud:
    words = _words(spans_of(text), language)
    return Aloud(Part.PARAGRAPH, 0, "", words, language, language in FROM_THE_RIGHT)


def _words(spans: Sequence[Span], language: str) -> tuple[Words, ...]:
    turned = language in FROM_THE_RIGHT
    return tuple(
        Words(
            span.text,
            SOURCE_LANGUAGE if is_english(own) else language,
            strong=span.role in _STRONG,
        )
        for own, span in zip(spans, steered(spans, backwards=turned), strict=True)
    )
