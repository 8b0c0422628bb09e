"""What else one comes to the case file for, besides its cases: a line each, in one menu."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language.marks import N_


@dataclass(frozen=True)
class Errand:
    """A line of the menu, and the screen that it leads to."""

    words: str
    screen: str


# A group for each list, divided by a line.
ERRANDS: tuple[tuple[Errand, ...], ...] = (
    (
        Errand(N_("Move a case to another computer…"), "sending"),
        Errand(N_("Receive a case…"), "receiving"),
        Errand(N_("Import intakes…"), "importing"),
    ),
)
