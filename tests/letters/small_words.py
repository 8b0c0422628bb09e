"""Small words and letters of the two Creoles, by which their texts are told from their neighbours.

French and Portuguese share most of their long words: what differs is the words between those,
and the spelling (Haitian: the official orthography of 1979; Cape Verdean: the official alphabet).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "ht": frozenset(
        "a an nan la lan yo sa se li l m mwen w ou nou n y ap pa p t te ta ka pou poukisa ki kiyès"
        " kisa kijan kilè kilès ak epi oswa men si lè depi anvan apre pandan jiska toutotan sou"
        " san kont dapre akòz nan yon youn chak tout okenn pèsonn anyen lòt menm kèk plis sèlman"
        " toujou poko deja ankò tou kounye jodi touswit isit la konsa lakay gen dwe bezwen vle di"
        " fè bay ba ale vin rive kote moun bagay èske wi non petèt kanmenm pi".split()
    ),
    "kea": frozenset(
        "a bo bu bus e el es kel kes la li m n nha nhas nhos nu nos s se u l di na pa ku sen ti"
        " ta ka sta dja inda gósi y ô má si ma ki kuzê ken kal undi modi pamodi óra kantu timenti"
        " antis dipôs sobri sima sô tanbê un otu otus tudu ninhun algun alguns algen ningen nada"
        " más mésmu é éra staba ten pode debe devia kre fla faze bai ben da dexa sai asin nen nau"
        " sin oji lógu talvês nunka pur isu te kada kóntra desdi entri".split()
    ),
}
"""Words that a sentence can hardly do without."""
_FOREIGN_LETTERS = {
    "ht": re.compile(r"[^\W\d_]*(?:[qxçéêëîïôöâäûüù]|c(?!h)|(?<!o)u(?!i))[^\W\d_]*"),
    "kea": re.compile(r"[^\W\d_]*[cqwçãõàèìòùü][^\W\d_]*"),
}
# Names that every letter leaves as they are.
_AS_THEY_ARE = frozenset("massachusetts boston detainer habeas opat draft ice".split())


def words_of(text: str) -> list[str]:
    """The words of a text, apart from names."""
    found = re.findall(r"[^\W\d_]+", text.lower())
    return [word for word in found if word not in _AS_THEY_ARE]


def share_of_small_words(text: str, language: str) -> float:
    """How much of a text is the small words of a language, from 0 to 1."""
    words = words_of(text)
    return sum(word in SMALL_WORDS[language] for word in words) / max(1, len(words))


def misspelt(text: str, language: str) -> set[str]:
    """Words with letters that the language's alphabet has not."""
    return {word for word in words_of(text) if _FOREIGN_LETTERS[language].fullmatch(word)}
