"""What a character does to the direction of its line, and which brackets are a pair."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
# X9: they steer what follows and then count for nothing.
REMOVED = frozenset({*EMBEDDINGS, "PDF", "BN"})
NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI", *ISOLATES})

_BACKWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u202b\u202e\u2067"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PAIRS = (
    "() [] {} ༺༻ ༼༽ ᚛᚜ ⁅⁆ ⁽⁾ ₍₎ ⌈⌉ ⌊⌋ 〈〉 ❨❩ ❪❫ ❬❭ ❮❯ ❰❱ ❲❳ ❴❵ ⟅⟆ ⟦⟧ ⟨⟩ ⟪⟫ ⟬⟭ ⟮⟯ ⦃⦄ ⦅⦆ ⦇⦈ ⦉⦊ "
    "⦋⦌ ⦍⦐ ⦏⦎ ⦑⦒ ⦓⦔ ⦕⦖ ⦗⦘ ⧘⧙ ⧚⧛ ⧼⧽ ⸢⸣ ⸤⸥ ⸦⸧ ⸨⸩ ⹕⹖ ⹗⹘ ⹙⹚ ⹛⹜ 〈〉 《》 「」 『』 【】 〔〕 〖〗 〘〙 "
    "〚〛 ﹙﹚ ﹛﹜ ﹝﹞ （） ［］ ｛｝ ｟｠ ｢｣"
).split()
_CLOSER_OF = {pair[0]: pair[1] for pair in _PAIRS}
_CLOSERS = frozenset(_CLOSER_OF.values())
# The old angle brackets are the same characters as the Chinese ones.
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}


def may_run_backwards(text: str) -> bool:
    """Whether anything in the text can turn a line; if not, it runs from left to right."""
    return _BACKWARDS.search(text) is not None


@lru_cache(4096)
def class_of(character: str) -> str:
    """The character's bidirectional class; one that Unicode does not know runs to the right."""
    return unicodedata.bidirectional(character) or "L"


def closer_of(character: str) -> str | None:
    """The bracket that closes this one, if it opens any."""
    closer = _CLOSER_OF.get(_SAME.get(character, character))
    return None if closer is None else _SAME.get(closer, closer)


def as_closer(character: str) -> str | None:
    """The character as it closes a bracket, if it does."""
    same = _SAME.get(character, character)
    return same if same in _CLOSERS else None


def matching_pdi(classes: Sequence[str]) -> dict[int, int]:
    """For each isolate that is closed, where (BD9). A paragraph's end closes none."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for index, name in enumerate(classes):
        if name in ISOLATES:
            open_at.append(index)
        elif name == "PDI" and open_at:
            found[open_at.pop()] = index
        elif name == "B":
            open_at.clear()
    return found


def first_strong(classes: Sequence[str], start: int, end: int) -> int | None:
    """The level that the first letter gives (P2, P3): 0 or 1; inside isolates nothing counts."""
    depth = 0
    for name in classes[start:end]:
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif name == "B":
            return None
        elif depth == 0 and name in ("L", "R", "AL"):
            return 0 if name == "L" else 1
    return None
