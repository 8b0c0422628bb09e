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
DETECTED = [
    pytest.param(language, own_words(body), id=f"{kind}/{language} {key}")
    for kind, language, key, body in TEXTS
    if language in KNOWN and language != SOURCE_LANGUAGE
    if letters_in(own_words(body)) >= LONG_ENOUGH
]


@pytest.mark.parametrize(("language", "words"), DETECTED)
def test_a_passage_is_in_the_language_of_its_file(language: str, words: str) -> None:
    assert detector().detect_language_of(words) == KNOWN[language]


def test_no_chinese_passage_has_a_character_of_the_other_script() -> None:
    in_han = (each for each in TEXTS if each[1] in WRITTEN_IN)
    found = {(kind, lang, key): strangers(body, lang) for kind, lang, key, body in in_han}
    assert {place: strange for place, strange in found.items() if strange} == {}


MOSTLY, WORDS_ENOUGH = 0.4, 12
# For each Creole its passages, and those of the languages that it could be mixed up with.
SPELT = [
    pytest.param(creole, own_words(body), language == creole, id=f"{creole}: {language} {key}")
    for creole in sorted(BY_WORD_LIST)
    for kind, language, key, body in TEXTS
    if language in {*BY_WORD_LIST, "en", "es", "fr", "pt"}
    if len(words_of(own_words(body))) >= WORDS_ENOUGH
]


@pytest.mark.parametrize(("creole", "words", "is_in_it"), SPELT)
def test_a_creole_is_told_by_its_small_words_and_its_alphabet(
    creole: str, words: str, *, is_in_it: bool
) -> None:
    many = share_of_small_words(words, creole) >= MOSTLY
    assert (many and not misspelt(words, creole)) is is_in_it


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
