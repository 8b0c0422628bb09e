"""What was worked out before, by what was known then; all let go before it is too much."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

_MOST = 20_000
_Kept = TypeVar("_Kept")


class Kept(Generic[_Kept]):
    """Results by what they hang on."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: dict[Hashable, _Kept] = {}
        self.get = self._kept.get

    def keep(self, key: Hashable, made: _Kept) -> _Kept:
        if len(self._kept) >= self._most:
            self._kept.clear()
        self._kept[key] = made
        return made
