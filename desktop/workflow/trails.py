"""What was done to a case since its file was opened, so that it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.case import Case


@dataclass(frozen=True)
class Step:
    """Something that can be taken back: the case before it, and what it was in words."""

    before: Case
    words: str


@dataclass
class Trail:
    """What was done to one case since its file was opened, and what of it was taken back."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
