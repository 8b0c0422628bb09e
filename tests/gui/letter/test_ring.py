"""Where a passage stands on the page, in every language and on every sheet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.gui.kit.page_images import Box, find_texts
from desktop.letters.pdf import draw, sheets
from desktop.letters.template import languages
from tests.letters.drawn import PAID, Real, drawn, letter_of
from tests.letters.gallery import GALLERY

LANGUAGES = languages("rights")
EACH_SHEET = pytest.mark.parametrize(
    ("language", "sheet"),
    [(language, sheet) for language in LANGUAGES for sheet in sheets("rights", language)],
)
_NEXT_LINE = 0.012  # of a page: what rises above a line of text, or hangs under it


def _ends_before(one: Box, other: Box) -> bool:
    return (one.page, one.bottom) < (other.page, other.top + _NEXT_LINE)


@EACH_SHEET
def test_every_passage_is_found_one_under_the_other(language: str, sheet: str) -> None:
    letter = letter_of("rights", language)
    found = find_texts(drawn(Real("rights", language, sheet)), [p.text for p in letter.passages])
    named = dict(zip((each.key for each in letter.passages), found, strict=True))
    assert [key for key, boxes in named.items() if not boxes] == []
    apart = [
        key
        for (key, one), (_, other) in pairwise(named.items())
        if not _ends_before(one[-1], other[0])
    ]
    assert apart == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_with_a_note_after_it_is_found(language: str) -> None:
    letter = GALLERY["a source not checked lately"].letter(language)
    noted = [each.text for each in letter.passages if each.stale]
    assert noted
    assert all(find_texts(draw(letter), noted))


@pytest.mark.parametrize("language", languages("wallet"))
def test_the_card_that_is_read_aloud_is_the_one_that_is_found(language: str) -> None:
    letter = letter_of("wallet", language)
    found = find_texts(drawn(Real("wallet", language, "wallet")), [p.text for p in letter.passages])
    assert all(found)
    assert {box.page for boxes in found for box in boxes} == {0, 1}


def test_a_line_that_stands_there_twice_is_found_twice_and_no_third_time() -> None:
    letter = PAID.letter("ar")
    step = "\u2068Harborlight Legal Clinic\u2069"
    first, second, *_ = find_texts(draw(letter), [step] * 2)
    assert first != second
    title = find_texts(draw(letter), [letter.title] * 2)
    assert title[0] and not title[1]
