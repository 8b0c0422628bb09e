"""One thing that is wrong with a pack: where, what, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A failed check, as one line."""

    place: str
    wrong: str
    right: str

    @property
    def line(self) -> str:
        return f"{self.place}: {self.wrong}; {self.right}"
