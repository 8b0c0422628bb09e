"""Chinese lines: they may end after any character, but for marks that cling to a neighbour.

The Japanese printers' word for these rules has become everybody's. They are
the part of UAX #14 that has to do with wide characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NEVER_FIRST = frozenset(
    "、。，．：；！？）］｝〕〉》」』】〗〙〛｣｠’”…‥—―～〜·・ー々〻〟％‰℃°¢)]},.:;!?%"
)
_NEVER_LAST = frozenset("（［｛〔〈《「『【〖〘〚｢｟“‘￥＄￡＃〝([{$£#")
_SHUT = frozenset("\u00a0\u202f\u2060\u200d\ufeff")
# A figure stays with what it counts, and so do the parts of a time.
_COUNTED = frozenset("年月日号號点點时時分秒岁歲条條款页頁")
_STEERING = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CLOSING = "\u202c\u2069\u200e\u200f"
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f"
    "\uff00-\uffef\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_TOUCHING = re.compile(f"([^\\s{_STEERING}])([{_STEERING}]*)(?=([^\\s{_STEERING}]))")


def has_wide(text: str) -> bool:
    """Whether any character of a text is as wide as it is tall."""
    return _WIDE.search(text) is not None


@lru_cache(8192)
def is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def clings(character: str) -> bool:
    """Whether a wide mark stays with what stands before it, even behind a space."""
    return character in _NEVER_FIRST and is_wide(character)


def breaks_between_wide(text: str) -> Iterator[int]:
    """Where a line may begin inside a run of characters that no space parts."""
    for touching in _TOUCHING.finditer(text):
        before, steering, after = touching.groups()
        if _may_part(before, after):
            # What closes an isolate stays with its text, what opens one goes along.
            closing = len(steering) - len(steering.lstrip(_CLOSING))
            yield touching.end(1) + closing


def _may_part(before: str, after: str) -> bool:
    if not (is_wide(before) or is_wide(after)) or before in _SHUT or after in _SHUT:
        return False
    if after in _NEVER_FIRST or before in _NEVER_LAST or unicodedata.category(after) == "Mn":
        return False
    return not (before.isdigit() and after in _COUNTED)
