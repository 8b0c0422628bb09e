"""The letter that every engine sets: a page in Chinese, a page in English, of sample words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.domain.letters import Heading, Letter, Passage
from desktop.letters.markup import Role, Shape, Span, lines_of, spans_of, without_isolates
from tests.letters.samples import sample

LANGUAGE, PARAGRAPHS = "zh-Hans", 2


@dataclass(frozen=True)
class Block:
    """A paragraph for an engine that knows nothing of letters: what it is, and its pieces."""

    what: str
    language: str
    pieces: tuple[tuple[str, bool], ...]
    number: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def letter(number: int) -> Letter:
    """One of many: a name and a case number are its own, everything else is shared."""
    whole = sample(LANGUAGE, PARAGRAPHS)
    assert whole.original is not None
    return replace(_own(whole, number), original=_own(whole.original, number))


def _own(whole: Letter, number: int) -> Letter:
    blocks = tuple(
        replace(block, text=block.text.replace("2026-1000", f"2026-{1000 + number}"))
        if isinstance(block, Passage) and block.key in ("opening.sample", "paragraph.5")
        else block
        for block in whole.blocks
        if block.sheet == 1
    )
    return replace(whole, blocks=blocks, title=f"{whole.title} {number}")


def pages(made: Letter) -> tuple[list[Block], list[Block]]:
    """The same words, page by page."""
    assert made.original is not None
    return list(_blocks(made)), list(_blocks(made.original))


def foot(made: Letter, page: int) -> str:
    return f"{made.mark('mark.foot')}  {made.mark('mark.page').format(page=page, pages=2)}"


def _blocks(made: Letter) -> Iterator[Block]:
    language = made.language
    for mark in ("mark.draft", "mark.translation"):
        for words in made.mark(mark).splitlines():
            yield Block("box", language, _pieces(spans_of(words)))
    yield Block("title", language, ((made.title, True),))
    for block in made.blocks:
        if isinstance(block, Heading):
            yield Block("heading", language, ((block.text, True),))
            continue
        number = block.number
        for index, line in enumerate(lines_of(block.text)):
            label = ""
            if number is not None and (index == 0 or line.shape is Shape.STEP):
                label, number = str(number), number + 1
            what = "point" if line.shape is Shape.POINT else "item" if label else "paragraph"
            yield Block(what, language, _pieces(line.spans), label)
    for key in ("mark.prepared", "mark.reviewed", "mark.date"):
        yield Block("paragraph", language, ((f"{made.mark(key)} ______________________", False),))


def _pieces(spans: tuple[Span, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple(
        (without_isolates(span.text), span.role in (Role.SAY, Role.WEIGHT)) for span in spans
    )
