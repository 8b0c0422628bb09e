"""English that somebody with six years of school, and afraid, can follow."""

from __future__ import annotations

import pytest

from desktop.letters.markup import plain
from tests.letters.gallery import GALLERY
from tests.letters.grade import measure

LETTERS = {name: situation.letter() for name, situation in GALLERY.items()}
FAMILY = GALLERY["boston police, bail paid"].letter(kind="family")
PASSAGES = sorted(
    {
        (each.key, plain(each.text))
        for letter in (*LETTERS.values(), FAMILY)
        for each in letter.passages
    }
)
EACH = pytest.mark.parametrize(("key", "text"), PASSAGES, ids=[key for key, _ in PASSAGES])
JARGON = ("pursuant", "hereby", "please be advised", "notwithstanding", "aforementioned", "shall")


@EACH
def test_no_passage_is_harder_than_grade_six(key: str, text: str) -> None:
    assert measure(text).grade <= 6.0, key


@EACH
def test_the_sentences_of_a_passage_are_short(key: str, text: str) -> None:
    assert measure(text).words_a_sentence <= 15, key


@pytest.mark.parametrize("name", LETTERS)
def test_a_whole_letter_reads_at_grade_four_or_less(name: str) -> None:
    texts = [plain(passage.text) for passage in LETTERS[name].passages]
    measured = measure("\n".join(texts))
    assert measured.grade <= 4.0
    assert measured.words_a_sentence <= 11


@EACH
def test_no_lawyers_words(key: str, text: str) -> None:
    assert not [word for word in JARGON if word in text.lower()]
