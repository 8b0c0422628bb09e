"""Everything the paper helper shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.drawings import Drawing
from desktop.domain.silence import Answer
from desktop.gui.kit.bar_shown import BarShown


@dataclass(frozen=True)
class SuggestionShown:
    """What the paper looks like. ``caution`` says what does not fit together."""

    title: str
    sureness: str
    by_court: bool | None
    says: tuple[str, ...]
    ask: tuple[str, ...]
    caution: str
    add: str


@dataclass(frozen=True)
class OtherShown:
    """A paper that can be drawn instead."""

    form: str
    name: str
    what: str


@dataclass(frozen=True)
class PapersShown:
    """The state of the screen: what was told, what it looks like, one paper beside another."""

    bar: BarShown
    signer: Answer
    names_court: Answer
    suggestion: SuggestionShown | None
    drawings: tuple[Drawing, ...]
    others: tuple[OtherShown, ...]
