"""The steps of a finding as a tree of frozen values. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.findings import Verdict
from desktop.language.marks import N_

VERDICTS = {
    Verdict.HOLDS: N_("holds"),
    Verdict.FAILS: N_("does not hold"),
    Verdict.OPEN: N_("open"),
}


@dataclass(frozen=True)
class ReasonShown:
    """One step. ``detail`` is what we know of its fact; ``fact`` is the form's row behind it."""

    text: str
    verdict: Verdict
    detail: str = ""
    fact: str = ""
    steps: tuple[ReasonShown, ...] = ()

    @property
    def spoken(self) -> str:
        """How it came out, before the text."""
        said = f"{VERDICTS[self.verdict]}: {self.text}"
        return f"{said}, {self.detail}" if self.detail else said
