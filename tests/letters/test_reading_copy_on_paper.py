"""A pack's reading copy on paper: every word of it, in its order, under tags, and its digest."""

from __future__ import annotations

import re

import pytest

from desktop.letters.marked_down import Heading, Item, Table, Text, blocks_of
from desktop.letters.markup import without_isolates
from desktop.letters.pdf import draw_reading_copy
from desktop.library.shelves import Library
from desktop.rules.reading_copy import reading_copy
from tests.letters.paper_read import Pdf, inked, read_by_tags
from tests.letters.samples import MADE_AT

PACKS = Library().packs
PACK = next(pack for pack in PACKS if pack.used.id == "us-ma-chelsea")
FOOT = f"{PACK.used.id}, {PACK.used.digest[:12]}"
COPY = reading_copy(PACK, PACKS, "*marks like these*")
DATA = draw_reading_copy(COPY, FOOT, MADE_AT)


def _letters(text: str) -> str:
    return "".join(without_isolates(text).replace("**", "").split())


def _texts(block: Heading | Text | Item | Table) -> list[str]:
    if isinstance(block, Table):
        return [cell for row in (block.heads, *block.rows) for cell in row]
    return [f"{block.mark} {block.text}" if isinstance(block, Item) else block.text]


def test_every_word_is_read_aloud_in_its_order() -> None:
    told = "".join(_letters(text) for block in blocks_of(COPY) for text in _texts(block))
    assert _letters(read_by_tags(DATA)) == told


def test_no_word_of_the_markdown_is_lost_on_the_way() -> None:
    words = re.sub(r"\n\| ---.*|\n---\n|^#+ |[`*\\|‹›-]", "", COPY, flags=re.MULTILINE)
    told = "".join(_letters(text) for block in blocks_of(COPY) for text in _texts(block))
    assert re.sub(r"[•‹›-]", "", told) == "".join(words.split())


def test_the_digest_stands_on_every_page_and_nothing_leaves_the_paper() -> None:
    for page in inked(DATA):
        assert _letters(FOOT) in "".join(ink.text for ink in page).replace(" ", "")
        assert all(ink.left >= 71 and ink.right <= 612 - 71 for ink in page if ink.text.strip())


def test_its_parts_are_headings_lists_and_tables_with_heads() -> None:
    tags = re.findall(rb"/S /(\w+) ", b" ".join(Pdf(DATA).objects.values()))
    blocks = list(blocks_of(COPY))
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tags.count(b"H1") == 1
    assert tags.count(b"H2") == sum(isinstance(b, Heading) and b.level == 2 for b in blocks)
    assert tags.count(b"LI") == sum(isinstance(block, Item) for block in blocks)
    assert tags.count(b"Table") == len(tables)
    assert tags.count(b"TH") == sum(len(table.heads) for table in tables)


def test_the_same_copy_is_the_same_file() -> None:
    assert draw_reading_copy(COPY, FOOT, MADE_AT) == DATA


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("## Rules", Heading(2, "Rules")),
        ("1. **Open** here", Item(0, 3, "1.", "**Open** here")),
        ("   - *due*", Item(3, 5, "•", "‹due›")),
        ("   The finding", Text(3, "The finding")),
        (r"\*no mark\* of `x`", Text(0, "\u2068*\u2069no mark\u2068*\u2069 of x")),
        ("| A | B |\n| --- | --- |\n| 1 | 2 |", Table(("A", "B"), (("1", "2"),))),
    ],
)
def test_each_shape_of_a_line(line: str, block: object) -> None:
    assert list(blocks_of(line)) == [block]
