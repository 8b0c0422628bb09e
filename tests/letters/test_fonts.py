"""The fonts of the letters: there, licensed, and able to write every language that we print."""

from __future__ import annotations

import pytest

from desktop.letters.saying import voice_of
from desktop.letters.template import kinds, languages, template_of, texts_of
from desktop.letters.typesetting.scripts import LATIN
from desktop.letters.typesetting.setting import fonts_of
from desktop.letters.typography import FAMILY_OF
from desktop.system.resources import resource

LANGUAGES = sorted({language for kind in kinds() for language in languages(kind)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_weights_have_every_character_of_the_language_s_texts(language: str) -> None:
    fonts = fonts_of(language)
    for kind in (each for each in kinds() if language in languages(each)):
        for key, text in texts_of(template_of(kind), language).by_key.items():
            for character in set(text.body) - set("\n"):
                for bold in (False, True):
                    assert fonts.choice(character, LATIN, bold=bold), (key, character)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_family_and_a_way_to_say_times(language: str) -> None:
    assert language in FAMILY_OF and voice_of(language).weekdays


def test_each_family_lies_there_with_its_licence() -> None:
    for family in set(FAMILY_OF.values()):
        for file in (family.regular, family.bold):
            assert resource("fonts", "letters", file).is_file()
        licence = resource("fonts", "letters", f"{family.regular.split('-')[0]}-OFL.txt")
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")
