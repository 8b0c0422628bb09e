"""Everything the screen of two assessments shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.gui.kit.bar_shown import BarShown
from desktop.gui.kit.outcomes import Shown


@dataclass(frozen=True)
class SideShown:
    """What one side says of one thing; ``steps`` are those that only this side takes."""

    shown: Shown | None
    word: str
    says: str = ""
    steps: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        return " ".join(part for part in (f"{self.word}.", self.says, *self.steps) if part)


@dataclass(frozen=True)
class RowShown:
    """One thing that the two sides say, the same or not."""

    title: str
    left: SideShown
    right: SideShown

    @property
    def spoken(self) -> str:
        return f"{self.title}. {self.left.spoken} / {self.right.spoken}"


@dataclass(frozen=True)
class CompareShown:
    """``sides`` are what can be chosen for either; ``told`` says in one line what differs."""

    bar: BarShown
    sides: tuple[tuple[str, str], ...]
    left: str
    right: str
    told: str
    rows: tuple[RowShown, ...]
    questions: tuple[str, ...]
