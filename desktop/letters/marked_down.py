"""The few shapes of Markdown in which a pack's reading copy is written, one line each.

Not Markdown at large: headings, tables, numbered and bulleted items under each other, and
lines of text. The program wrote it itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from desktop.letters.markup import ISOLATE, POP

_HEADING = re.compile(r"(?P<level>#+) (?P<text>.*)")
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>-|\d+\.) (?P<text>.*)")
_INLINE = re.compile(r"\\(?P<kept>.)|(?P<weight>\*\*)|\*(?P<term>[^*]+)\*|(?P<other>[`“”])")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_BULLET = "•"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title's."""

    level: int
    text: str


@dataclass(frozen=True)
class Text:
    """A line of text; ``indent`` is the column in which it begins."""

    indent: int
    text: str


@dataclass(frozen=True)
class Item:
    """A numbered or bulleted line; its text begins in the column ``body``."""

    indent: int
    body: int
    mark: str
    text: str


@dataclass(frozen=True)
class Table:
    """Rows of cells, under a row of heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Text | Item | Table


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a reading copy, with the marks that passages of letters use inside."""
    for is_table, lines in groupby(text.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            heads, _, *rows = (_cells(line) for line in lines)
            yield Table(heads, tuple(rows))
        else:
            yield from (_block(line) for line in lines if line.strip(" -"))


def _block(line: str) -> Block:
    if heading := _HEADING.fullmatch(line):
        return Heading(len(heading["level"]), _inline(heading["text"]))
    if item := _ITEM.fullmatch(line):
        indent = len(item["indent"])
        mark = _BULLET if item["mark"] == "-" else item["mark"]
        return Item(indent, indent + len(item["mark"]) + 1, mark, _inline(item["text"]))
    return Text(len(line) - len(line.lstrip()), _inline(line.strip()))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_inline(cell.strip()) for cell in _BETWEEN_CELLS.split(line)[1:-1])


def _inline(text: str) -> str:
    """Terms stand in single quotation marks; what letters read as a mark stands apart."""

    def told(found: re.Match[str]) -> str:
        if found["weight"]:
            return found["weight"]
        if found["term"]:
            return f"‹{found['term']}›"
        kept = found["kept"] or found["other"]
        return "" if kept == "`" else f"{ISOLATE}{kept}{POP}"

    return _INLINE.sub(told, text)
