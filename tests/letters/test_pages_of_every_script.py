"""However long a letter is in whatever language: no heading alone, no line alone, no signature."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.letters import pdf
from desktop.letters.markup import plain
from desktop.letters.pdf import draw
from desktop.letters.typesetting.flow import Placed
from desktop.letters.typesetting.press import pages_of
from tests.letters.paper_read import Pdf, inked
from tests.letters.samples import LANGUAGES, sample

SHEETS = ("plain", "side_by_side", "large_print")
LENGTHS = range(1, 12, 2)


def pages(language: str, sheet: str, times: int) -> list[list[Placed]]:
    return pages_of(pdf.laid_out(sample(language, times), None, sheet))


def tags(placed: Placed) -> set[str]:
    return {piece.node.tag for piece in placed.row.pieces if piece.node is not None}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["fr", "ar", "zh-Hans", "vi"])
def test_no_page_ends_with_a_heading_or_tears_a_line_off(language: str, sheet: str) -> None:
    for times in LENGTHS:
        for page, following in pairwise(pages(language, sheet, times)):
            assert not any(tag.startswith("H") for tag in tags(page[-1]))
            last, first = page[-1].row, following[0].row
            nodes = {id(piece.node) for piece in last.pieces if piece.node is not None}
            for node in nodes & {id(piece.node) for piece in first.pieces}:
                for side in (page, following):
                    rows = [p for p in side if any(id(x.node) == node for x in p.row.pieces)]
                    assert len(rows) >= 2


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["fr", "ar", "zh-Hans", "vi"])
def test_the_lines_to_sign_on_never_stand_alone(language: str, sheet: str) -> None:
    letter = sample(language, 1)
    signs_in = letter.original if sheet == "side_by_side" else letter
    assert signs_in is not None
    prepared, dated = (plain(signs_in.mark(key)) for key in ("mark.prepared", "mark.date"))
    for times in LENGTHS:
        for page in pages(language, sheet, times):
            texts = [piece.line.paragraph.text for row in page for piece in row.row.pieces]
            if prepared in texts:
                assert texts.index(prepared) >= 2
                assert dated in texts


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "ar"])
def test_an_extractor_that_knows_no_tags_finds_every_paragraph_whole(language: str) -> None:
    letter = sample(language, 2, confirmed=True)
    found = "".join(each.text for page in inked(draw(letter)) for each in page)
    for passage in letter.passages:
        for line in plain(passage.text).splitlines():
            assert "".join(line.split()) in "".join(found.split())


def test_such_an_extractor_finds_arabic_words_whole_if_from_the_left() -> None:
    letter = sample("ar", 1, confirmed=True)
    found = "".join(each.text for page in inked(draw(letter)) for each in page)
    words = [
        word
        for word in plain(letter.passages[-1].text).split()
        if word.isalpha() and word > "\u0600"
    ]
    assert len(words) > 10
    assert [word for word in words if word[::-1] not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_character_code_stands_for_letters_and_none_for_a_part_of_one(language: str) -> None:
    pdf_read = Pdf(draw(sample(language, 1)))
    fonts = [body for body in pdf_read.objects.values() if b"/ToUnicode" in body]
    for font in fonts:
        table = pdf_read.stream(pdf_read.reference(font, "ToUnicode"))
        assert b"200B" not in table
