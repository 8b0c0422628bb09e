"""Everything the screen of one finding shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.findings import Advice, Verdict
from desktop.gui.kit.bar_shown import BarShown
from desktop.gui.kit.outcomes import Shown
from desktop.gui.kit.reasons_shown import ReasonShown


@dataclass(frozen=True)
class FindingRow:
    """A finding in the list."""

    rule: str
    title: str
    detail: str
    shown: Shown

    @property
    def spoken(self) -> str:
        return f"{self.title}. {self.shown.word}. {self.detail}"


@dataclass(frozen=True)
class FindingGroup:
    """Findings on one act."""

    title: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True)
class ExceptionShown:
    """An exception that was looked at, and how it came out."""

    text: str
    verdict: Verdict
    said: str


@dataclass(frozen=True)
class SourceShown:
    """Where the rule stands; each line is a head with its words.

    ``more`` is what there is to know of how the source stands, beyond its line.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    more: str = ""


@dataclass(frozen=True)
class ChangeShown:
    """What would change the finding, and what then; ``fact`` is the row where it is answered."""

    what: str
    then: str
    fact: str = ""


@dataclass(frozen=True)
class FindingShown:
    """The state of the screen."""

    bar: BarShown
    groups: tuple[FindingGroup, ...]
    rule: str
    shown: Shown
    strength: str
    about: str
    question: str
    says: str
    reasons: tuple[ReasonShown, ...]
    exceptions: tuple[ExceptionShown, ...]
    answer: str
    advice: Advice
    sources: tuple[SourceShown, ...]
    changes: tuple[ChangeShown, ...]
    stands: str
