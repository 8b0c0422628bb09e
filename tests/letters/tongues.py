"""Which language a translated text is in, told without the network.

Haitian and Cape Verdean Creole are unknown to the detector: they have word lists of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from desktop.letters.markup import plain

KNOWN: Mapping[str, Language] = {
    "en": Language.ENGLISH,
    "es": Language.SPANISH,
    "pt": Language.PORTUGUESE,
    "zh-Hans": Language.CHINESE,
    "zh-Hant": Language.CHINESE,
    "vi": Language.VIETNAMESE,
    "ar": Language.ARABIC,
    "so": Language.SOMALI,
    "fr": Language.FRENCH,
    "ru": Language.RUSSIAN,
}
BY_WORD_LIST = frozenset(("ht", "kea"))
# Close to one of ours, so that a text could pass for what it only resembles.
NEIGHBOURS = (
    *(Language.CATALAN, Language.ITALIAN, Language.UKRAINIAN, Language.BELARUSIAN),
    *(Language.BULGARIAN, Language.JAPANESE, Language.PERSIAN, Language.SWAHILI),
)
# The old code pages of the two scripts hold the characters of everyday texts, each its own.
WRITTEN_IN: Mapping[str, str] = {"zh-Hans": "gb2312", "zh-Hant": "big5"}
# Names of papers and offices stay in English in every letter, cited or in brackets.
_NAMES = re.compile(
    r"“[^”]*”|\[cite:[^\]]*\]|\{[^}]*\}|[(（][A-Za-z][^)）]*[)）]"
    r"|I-\d+[A-Z]?|Lunn v\.\sCommonwealth|Trust Act|DRAFT|ICE"
)
_LETTERS = re.compile(r"[^\W\d_]")


def own_words(body: str) -> str:
    """A text without its words for an officer, its citations and its English names."""
    return plain(_NAMES.sub(" ", body))


def letters_in(text: str) -> int:
    """How long a text is; a Han character counts for three letters."""
    return sum(3 if each >= "\u4e00" and each <= "\u9fff" else 1 for each in _LETTERS.findall(text))


@cache
def detector() -> LanguageDetector:
    asked = {*KNOWN.values(), *NEIGHBOURS}
    return LanguageDetectorBuilder.from_languages(*asked).build()


def strangers(text: str, language: str) -> set[str]:
    """Han characters that the other of the two scripts writes, not this one."""
    characters = {each for each in text if "\u4e00" <= each <= "\u9fff"}
    return {each for each in characters if not _has(WRITTEN_IN[language], each)}


def _has(code_page: str, character: str) -> bool:
    try:
        character.encode(code_page)
    except UnicodeEncodeError:
        return False
    return True
