"""The reading view says what the page says, as headings, paragraphs and lists."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.aloud import Part
from desktop.domain.letters import NameOnPaper
from desktop.domain.signoff import Role, SignOff
from desktop.letters.aloud import read_aloud
from desktop.letters.pdf import draw, printed_on
from desktop.letters.template import kinds, languages
from tests.letters.drawn import PAID, REAL, drawn, letter_of
from tests.letters.gallery import GALLERY
from tests.letters.paper_read import read_by_tags
from tests.letters.samples import LANGUAGES, card, sample

ROOT = Path(__file__).parents[2]
SHEETS = ("plain", "side_by_side")
EVERY = [
    (each, sheet) for each in LANGUAGES for sheet in SHEETS if (each, sheet) != ("en", SHEETS[1])
]


def heard(*told: object) -> str:
    return "".join(f"{each.label}{each.text}" for each in read_aloud(*told))  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "sheet"), EVERY)
def test_it_says_what_the_page_says(language: str, sheet: str) -> None:
    letter = sample(language, 2)
    assert heard(letter, sheet) == read_by_tags(draw(letter, sheet=sheet))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_ten_cards_it_says_one(language: str) -> None:
    for letter in (card(language), card(language, confirmed=True)):
        assert heard(letter, "wallet") == read_by_tags(printed_on(letter, None, "wallet"))


@pytest.mark.parametrize("name", ["nothing known", "ICE", "let go"])
def test_it_says_the_letter_of_every_situation(name: str) -> None:
    for language in languages("rights"):
        letter = GALLERY[name].letter(language, name=NameOnPaper.INITIALS)
        assert heard(letter) == read_by_tags(draw(letter))


@pytest.mark.parametrize("kind", kinds())
def test_it_says_every_kind_on_every_sheet(kind: str) -> None:
    for real in REAL:
        if real.kind == kind:
            letter = letter_of(kind, real.language)
            assert heard(letter, real.sheet) == read_by_tags(drawn(real)), real


def test_a_signed_letter_says_who_signed() -> None:
    letter = PAID.letter()
    signed = SignOff("Ruth Okafor", Role.ATTORNEY, date(2026, 11, 24), letter.digest())
    assert heard(letter, "plain", signed) == read_by_tags(draw(letter, signed))


def test_headings_leave_out_no_level_and_steps_carry_their_numbers() -> None:
    told = read_aloud(sample("ar", 2))
    levels = [each.level for each in told if each.part is Part.HEADING]
    assert levels[:4] == [1, 2, 2, 2] and levels[4] == 3
    labels = [each.label for each in told if each.part is Part.ITEM]
    assert labels[:7] == ["1", "2", "3", "4", "•", "•", "5"]
    depths = [each.level for each in told if each.part is Part.ITEM]
    assert depths[3:6] == [1, 2, 2]


def test_every_word_has_its_language_and_its_weight() -> None:
    step = next(each for each in read_aloud(sample("ar")) if each.label == "1")
    assert step.from_the_right and step.language == "ar"
    assert [(words.language, words.strong) for words in step.words] == [
        *(("ar", False), ("en", True), ("ar", False)),
    ]


def test_what_keeps_a_line_s_direction_is_there_for_the_eye_and_not_for_the_ear() -> None:
    call = next(each for each in read_aloud(sample("ar")) if each.key == "call.number")
    seen = "".join(words.text for words in call.words)
    assert "\u2068(617)\u00a0555-0100\u2069" in seen
    assert "الرقم (617)\u00a0555-0100." in call.text


def test_every_passage_can_be_found_by_its_key() -> None:
    letter = sample("fr", confirmed=True)
    keys = {each.key for each in read_aloud(letter)}
    assert {block.key for block in letter.blocks} <= keys


def test_nothing_that_draws_is_imported_to_read() -> None:
    program = (
        "import sys; from tests.letters.samples import sample;"
        "from desktop.letters.aloud import read_aloud; read_aloud(sample('ar'));"
        "print([m for m in ('reportlab', 'uharfbuzz', 'PIL') if m in sys.modules])"
    )
    command = [sys.executable, "-c", program]
    seen = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert seen.stdout.strip() == b"[]"
