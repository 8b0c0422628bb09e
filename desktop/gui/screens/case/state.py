"""Everything the case screen shows at one moment, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.gui.kit.asked import Asked
from desktop.gui.kit.bar_shown import BarShown
from desktop.gui.kit.custody_shown import CustodyShown
from desktop.gui.kit.form_shown import SectionShown
from desktop.gui.kit.outcomes import Shown


@dataclass(frozen=True)
class NextShown:
    """The question that stands above the form. ``adds`` offers a thing to put on a list."""

    asked: Asked
    settles: str
    who: str
    say: str
    adds: str = ""


@dataclass(frozen=True)
class AnswerShown:
    """The one loud sentence, the sentence under it, and on what it rests."""

    shown: Shown
    sentence: str
    lead: str
    strength: str
    rests_on: str
    rules: str  # how many rules, where there is no room for their names
    rule: str  # the finding that "Why" opens; empty when there is none


@dataclass(frozen=True)
class ActShown:
    """One of the five acts, never merged. ``rule`` is the finding that its row opens."""

    act: str
    name: str
    shown: Shown
    strength: str
    text: str
    rule: str

    @property
    def spoken(self) -> str:
        """The whole row, for listeners."""
        word = f"{self.shown.word}, {self.strength}" if self.strength else self.shown.word
        return f"{self.name}. {word}. {self.text}"


@dataclass(frozen=True)
class CaseShown:
    """The state of the screen."""

    bar: BarShown
    next: NextShown | None
    nothing_left: str
    sections: tuple[SectionShown, ...]
    answer: AnswerShown
    acts: tuple[ActShown, ...]
    call: str
    letter: str
    warnings: tuple[str, ...]
    custody: CustodyShown
