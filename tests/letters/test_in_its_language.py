"""Every passage of a translation is in the language that its file names, and in its script."""

from __future__ import annotations

import pytest

from desktop.letters.template import SOURCE_LANGUAGE, kinds, languages, template_of, texts_of
from tests.letters.small_words import misspelt, share_of_small_words, words_of
from tests.letters.tongues import (
    BY_WORD_LIST,
    KNOWN,
    WRITTEN_IN,
    detector,
    letters_in,
    own_words,
    strangers,
)

LONG_ENOUGH = 45  # letters; a detector guesses at less
TEXTS = [
    (kind, language, key, text.body)
    for kind in kinds()
    for language in languages(kind)
    for key, text in texts_of(template_of(kind), language).by_key.items()
]


@pytest.mark.parametrize("language", sorted(KNOWN.keys() - {SOURCE_LANGUAGE}))
def test_each_passage_is_in_the_language_of_its_file(language: str) -> None:
    own = {(kind, key): own_words(body) for kind, told, key, body in TEXTS if told == language}
    found = {
        place: detector().detect_language_of(words)
        for place, words in own.items()
        if letters_in(words) >= LONG_ENOUGH
    }
    assert found
    assert {each: named for each, named in found.items() if named != KNOWN[language]} == {}


def test_no_chinese_passage_has_a_character_of_the_other_script() -> None:
    in_han = (each for each in TEXTS if each[1] in WRITTEN_IN)
    found = {(kind, lang, key): strangers(body, lang) for kind, lang, key, body in in_han}
    assert {place: strange for place, strange in found.items() if strange} == {}


MOSTLY, WORDS_ENOUGH = 0.4, 12
COULD_BE_MIXED_UP = {*BY_WORD_LIST, "en", "es", "fr", "pt"}


@pytest.mark.parametrize("creole", sorted(BY_WORD_LIST))
def test_a_creole_is_told_by_its_small_words_and_its_alphabet(creole: str) -> None:
    mistaken = []
    for kind, language, key, body in TEXTS:
        words = own_words(body)
        if language in COULD_BE_MIXED_UP and len(words_of(words)) >= WORDS_ENOUGH:
            many = share_of_small_words(words, creole) >= MOSTLY
            if (many and not misspelt(words, creole)) is not (language == creole):
                mistaken.append((kind, language, key))
    assert mistaken == []


def test_no_language_of_the_letters_goes_unchecked() -> None:
    assert {language for _, language, _, _ in TEXTS} <= {*KNOWN, *BY_WORD_LIST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Fale com um advogado antes de assinar qualquer papel que lhe derem."),
        ("pt", "Hable con un abogado antes de firmar cualquier papel que le entreguen."),
        ("fr", "Talk to a lawyer before you sign any paper that they hand to you."),
        ("ru", "Поговоріть з адвокатом, перш ніж підписувати будь-який папір."),
        ("so", "Pale ak yon avoka anvan ou siyen nenpòt papye yo ba ou."),
    ],
)
def test_a_passage_in_another_language_is_found(language: str, text: str) -> None:
    assert detector().detect_language_of(text) != KNOWN[language]


def test_the_two_scripts_of_chinese_are_told_apart() -> None:
    assert strangers("這個人", "zh-Hans") and not strangers("這個人", "zh-Hant")
    assert strangers("这个人", "zh-Hant") and not strangers("这个人", "zh-Hans")
