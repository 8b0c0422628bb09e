"""The words on every page: DRAFT while nobody signed, and that a translation is a draft."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.letters import Letter
from desktop.letters.told import DRAFT, DRAFT_AFTER, draft_marks, needs_english
from desktop.letters.typesetting.setting import Furniture, Told
from desktop.letters.typography import FROM_THE_RIGHT


def furniture_of(letters: Iterable[Letter], *, signed: bool) -> Furniture:
    """For pages on which these letters stand side by side, or the only one."""
    letters = tuple(letters)
    return Furniture(
        box=_columns(letters, DRAFT, signed=signed),
        box_after=_columns(letters, DRAFT_AFTER, signed=signed),
        foot=tuple((letter.mark("mark.foot"), letter.language) for letter in letters),
        page=letters[-1].mark("mark.page"),
        mirrored=all(letter.language in FROM_THE_RIGHT for letter in letters),
    )


def _columns(letters: tuple[Letter, ...], draft: str, *, signed: bool) -> tuple[Told, ...]:
    """One column for each letter; none where there is nothing to say."""
    unconfirmed = any(needs_english(letter) for letter in letters)
    columns = (
        tuple(
            (line, letter.language)
            for line in draft_marks(letter, signed=signed, unconfirmed=unconfirmed, draft=draft)
        )
        for letter in letters
    )
    return tuple(column for column in columns if column)
