"""How hard a Spanish text reads: Fernández Huerta and INFLESZ, with the English in it masked.

Both say 100 for the easiest and 0 for the hardest; 75 is a text for everybody
who finished primary school.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_STRONG, _WEAK, _WEAK_STRESSED = "aáeéoó", "iuü", "íú"
_VOWELS = re.compile(f"[{_STRONG}{_WEAK}{_WEAK_STRESSED}]+")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.?!:;]+(?=[\s)]|$)|\n")
_SAID_IN_ENGLISH = re.compile(r"“[^”]*”")
_GLOSS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_LAW = re.compile(r"§|Mass\.|C\.F\.R|G\.L\.|note|Code|Form|list|Commission|I-247|\d{4}")
_MOMENT = re.compile(
    r"(?:el )?(?:\w+ )?\d+\sde\s\w+(?: de \d{4})?(?:, \d+:\d\d\s[ap]\.\sm\.)?", re.UNICODE
)
_NUMBER = re.compile(r"\b[A-Z]-\d+\w*|\$?\d[\d,.:-]*\d|\$?\d|_+")


@dataclass(frozen=True)
class Measured:
    """Words, sentences and syllables of a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        return self.words / max(1, self.sentences)

    @property
    def fernandez_huerta(self) -> float:
        return 206.84 - 60 * self.syllables / self.words - 1.02 * self.words_a_sentence

    @property
    def inflesz(self) -> float:
        return 206.835 - 62.3 * self.syllables / self.words - self.words_a_sentence


def measure(text: str) -> Measured:
    sentences = [_WORD.findall(sentence) for sentence in _SENTENCE_END.split(_masked(text))]
    words = [word for sentence in sentences for word in sentence]
    return Measured(len(words), sum(map(bool, sentences)), sum(map(syllables, words)))


def syllables(word: str) -> int:
    """Vowels next to each other are one syllable unless both are strong or one is stressed."""
    plain = re.sub(r"([qg])u(?=[eéií])", r"\1", word.lower())
    plain = re.sub(r"y$", "i", plain)
    return max(1, sum(_in_group(group) for group in _VOWELS.findall(plain)))


def _in_group(group: str) -> int:
    breaks = (
        (one in _STRONG and other in _STRONG) or one in _WEAK_STRESSED or other in _WEAK_STRESSED
        for one, other in pairwise(group)
    )
    return 1 + sum(breaks)


def _masked(text: str) -> str:
    """Without citations and without what stands in English; what explains it stays."""
    read = _SAID_IN_ENGLISH.sub("", text)
    read = _GLOSS.sub(lambda gloss: "" if _LAW.search(gloss[0]) else f". {gloss[0]}", read)
    return _NUMBER.sub("uno", _MOMENT.sub("entonces", read))
