"""A word must be one of those that are known; of any other the nearest known one is named."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from desktop.domain.documents import nearest
from desktop.rules.strict_yaml import Located, PackRefused


@dataclass
class KnownWords:
    """Refuses what a pack writes in other words, with the place where it stands."""

    place: str

    def value(self, line: int, word: object, words: Iterable[Hashable]) -> Hashable:
        for known in words:
            if known == word and isinstance(known, bool) is isinstance(word, bool):
                return known
        raise self.unknown(line, "word", word, [str(known) for known in words])

    def only(self, node: Located, *keys: str) -> None:
        for key in node:
            if key not in (*keys, "label"):
                raise self.unknown(node.line, "key", key, (*keys, "label"))

    def unknown(self, line: int, what: str, word: object, known: Iterable[str]) -> PackRefused:
        guess = nearest(str(word), known)
        right = f"Did you mean {guess}" if guess else "See the vocabulary"
        return self.refused(line, f"no {what} is called {word!r}", right)

    def refused(self, line: int, wrong: str, right: str) -> PackRefused:
        return PackRefused(f"{self.place}, line {line}" if line else self.place, wrong, right)
