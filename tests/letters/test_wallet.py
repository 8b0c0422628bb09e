"""Ten cards on a sheet: all alike, front and back in the same place however the paper turns."""

from __future__ import annotations

import re
from functools import cache

import pytest

from desktop.domain.problems_letters import CardTooSmall
from desktop.letters.markup import isolated, plain
from desktop.letters.pdf import printed_on
from desktop.letters.sheets.wallet import sides_of
from desktop.letters.typesetting.cards import face_of
from tests.letters.paper_read import Pdf, inked, read
from tests.letters.samples import CLINIC, LANGUAGES, card

TRANSLATED = [language for language in LANGUAGES if language != "en"]
WIDTH, HEIGHT, LEFT, BOTTOM = 252, 144, 54, 36
SAFE = 6  # what two passes through a printer may differ by


@cache
def drawn(language: str, *, confirmed: bool = False) -> bytes:
    return printed_on(card(language, confirmed=confirmed), None, "wallet")


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hant", "vi", "ru"])
def test_every_card_keeps_clear_of_where_it_is_cut(language: str) -> None:
    data = drawn(language)
    pages = inked(data)
    assert len(pages) == 2
    for page in pages:
        cards = [each for each in page if each.top < 792 - BOTTOM]
        assert len(cards) > 500
        for each in cards:
            column = int((each.left - LEFT) // WIDTH)
            row = int((each.bottom - BOTTOM) // HEIGHT)
            x, y = LEFT + column * WIDTH, BOTTOM + row * HEIGHT
            assert column in (0, 1) and row in range(5)
            assert x + SAFE <= each.left and each.right <= x + WIDTH - SAFE
            assert y + SAFE <= each.bottom and each.top <= y + HEIGHT - SAFE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ten_are_alike_and_one_is_read_aloud(language: str) -> None:
    pages = Pdf(drawn(language)).written()
    for page in pages:
        again = [each.text for each in page if each.tag == "Artifact" and len(each.text) > 30]
        assert len(again) == 9 and len(set(again)) == 1
        aloud = "".join(each.text for each in page if each.tag not in ("Artifact", "H1"))
        assert sorted(aloud) == sorted(again[0])


def test_the_cards_stand_in_the_middle_so_that_either_way_of_turning_fits() -> None:
    stroke = re.compile(rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S")
    pdf = Pdf(drawn("en"))
    for page in pdf.pages:
        found = stroke.findall(pdf.stream(pdf.reference(page, "Contents")))
        strokes = {tuple(round(float(number), 2) for number in each) for each in found}
        assert len(strokes) == 2 * 3 + 2 * 6 + 2 * 4
        assert {(612 - x2, y, 612 - x1, y2) for x1, y, x2, y2 in strokes} == strokes
        assert {(x, 792 - y2, x2, 792 - y1) for x, y1, x2, y2 in strokes} == strokes


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_officer_s_english_comes_first_and_larger(language: str) -> None:
    front, _ = sides_of(card(language), None)
    pieces = [piece for placed in face_of(front) for piece in placed.row.pieces]
    first, last = pieces[0].line.paragraph, pieces[-2].line.paragraph
    assert first.text.startswith("To the officer")
    assert first.fonts.language == "en"
    own = [piece for piece in pieces if piece.line.paragraph.fonts.language == language]
    assert own and own[0].line.paragraph.style.size < first.style.size
    assert last.style.size >= 5


@pytest.mark.parametrize("language", TRANSLATED)
def test_behind_stand_the_reader_s_words_and_the_english_until_somebody_confirmed_them(
    language: str,
) -> None:
    draft, confirmed = (Pdf(drawn(language, confirmed=each)).written()[1] for each in (False, True))
    english = "Sign nothing from ICE before you talk to a lawyer."
    own = plain(card(language).passages[1].text).splitlines()[1]
    for page, has_english in ((draft, True), (confirmed, False)):
        text = "".join(piece.text for piece in page)
        assert own in text
        assert (english in text) is has_english


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_of_every_card_say_that_it_is_a_draft(language: str) -> None:
    letter = card(language)
    english = letter.original or letter
    pages = Pdf(drawn(language)).written()
    for page, speaks in zip(pages, (english, letter), strict=True):
        text = "".join(piece.text for piece in page)
        assert text.count(plain(speaks.mark("mark.draft.short"))) == 10
        if language != "en":
            assert text.count(plain(letter.mark("mark.translation"))) == 10


def test_a_longer_name_makes_the_card_s_words_smaller_and_none_is_lost() -> None:
    name = "The Harborlight Community Legal Clinic of Greater Boston and the North Shore"
    long = isolated(f"{name}, where the doors are open for everybody who asks for a lawyer")
    sizes = []
    for clinic in (CLINIC, long):
        front, _ = sides_of(card("fr", clinic=clinic), None)
        sizes.append(front.scale.body.size)
    assert sizes[1] < sizes[0]
    text = read(printed_on(card("fr", clinic=long), None, "wallet"))
    assert text.count("Greater Boston and the North Shore") == 3


def test_a_name_that_fits_on_no_card_is_told_and_nothing_is_printed() -> None:
    with pytest.raises(CardTooSmall, match="no room"):
        printed_on(card("fr", clinic=isolated("Harborlight Clinic " * 40)), None, "wallet")


def test_the_steps_of_a_card_are_a_list() -> None:
    pdf = Pdf(drawn("en"))
    tags = [piece.tag for piece in pdf.written()[1]]
    assert tags.count("Lbl") == 4
    heads = [piece for page in pdf.written() for piece in page if piece.tag == "H1"]
    assert len(heads) == 1
