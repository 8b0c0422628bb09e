"""Telling a paper by what is printed on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.drawings import Drawing
from desktop.domain.instruments import Identified

if TYPE_CHECKING:
    from desktop.library.instruments import Instruments


class Papers:
    """The paper helper."""

    @cached_property
    def _shelf(self) -> Instruments:
        from desktop.library.instruments import Instruments  # noqa: PLC0415

        return Instruments()

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """The papers that we can draw, in the order of their forms."""
        from desktop.library.drawings import drawings  # noqa: PLC0415

        return drawings()

    def identify(self, text: str) -> Identified:
        """What a paper with this text on it looks like."""
        from desktop.library.telling_papers import identify  # noqa: PLC0415

        return identify(self._shelf, text)
