"""A trial: an answer that is tried, or another day's law. It is never kept and never printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.problems import Problem
from desktop.language.marks import N_


@dataclass(frozen=True)
class Trial:
    """``kept`` is the case as the file has it; ``law_of`` the day whose law is read, if another."""

    case_id: str
    kept: Case
    tried: Case
    law_of: datetime | None = None

    @property
    def tries_answers(self) -> bool:
        return self.tried != self.kept

    def with_law_of(self, moment: datetime | None) -> Trial:
        return replace(self, law_of=moment)


class TrialIsOn(Problem):
    """A letter was wanted while something is only tried."""

    code = "TRIAL-01"
    what = N_("Something is only being tried, so there is no letter now.")
    why = N_("A letter says what is known, under the law of its day.")
    remedy = N_("End the trial with F9. Then the letter is made from what was kept.")
