"""What a clinic says of a translation: who read it, when, and exactly which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.letters import Translation
from desktop.domain.problems import Problem
from desktop.language.marks import N_


class Standing(StrEnum):
    """How far somebody answers for a translation."""

    CHECKED = "checked"
    CERTIFIED = "certified"


@dataclass(frozen=True)
class Confirmed:
    """``reader`` read it against the English; ``second`` said back what it tells them to do.

    ``words`` is a mark of all its texts and of the English that they render: when either
    changes, nobody has confirmed what would print.
    """

    kind: str
    language: str
    standing: Standing
    reader: str
    second: str
    on: date
    words: str

    @property
    def translation(self) -> Translation:
        """As a letter takes it."""
        return Translation(self.standing.value, self.reader, self.on.isoformat())


class ReadersMissing(Problem):
    """One pair of eyes is not enough for what prints alone."""

    code = "CLINIC-02"
    what = N_("Two readers are needed to confirm a translation.")
    remedy = N_("Write who read it, and who said back what it says without seeing the English.")
