"""Findings recalled: where the same is known of all that a rule looks at, it says the same.

A case differs from the one before it in one answer, and most rules do not look at that.
Kept with the law while the program runs: words of the law and states of its variables,
nothing of a person.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop.domain.findings import Cite, Finding, Reason, WouldChange
from desktop.rules.kept import Kept
from desktop.rules.rule import Said


class JudgedBefore(NamedTuple):
    """What a rule said, what it asked, and the place of the frame by which to explain it."""

    said: frozenset[Said]
    asks: tuple[str, ...]
    place: int
    by_nobody: bool


class Found(NamedTuple):
    """A finding with what staff should know beside it, and the day of its sources."""

    finding: Finding
    warnings: tuple[str, ...]
    day: date


class Recollection:
    """What the rules of a law said, how it was explained, and how their sources stood on a day."""

    def __init__(self) -> None:
        self.judged = Kept[JudgedBefore]()
        self.reasons = Kept[Reason]()
        self.findings = Kept[Found]()
        self.changes = Kept[tuple[WouldChange, ...]]()
        self.cites = Kept[tuple[Cite, ...]]()
