"""What else one comes to the case file for, besides its cases: a line each, in one menu."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language.marks import N_


@dataclass(frozen=True)
class Errand:
    """A line of the menu, and the screen that it leads to, at one of its pages."""

    words: str
    screen: str
    page: str = ""


KEEP = Errand(N_("Keep or delete a case…"), "case_file", "keeping")
BACK_UP = Errand(N_("Back up…"), "case_file", "backup")
# A group for each list, divided by a line.
ERRANDS: tuple[tuple[Errand, ...], ...] = (
    (
        Errand(N_("Move a case to another computer…"), "sending"),
        Errand(N_("Receive a case…"), "receiving"),
        Errand(N_("Import intakes…"), "importing"),
    ),
    (
        KEEP,
        BACK_UP,
        Errand(N_("Members…"), "case_file", "members"),
        Errand(N_("My passphrase…"), "case_file", "passphrase"),
        Errand(N_("Recovery sheet…"), "case_file", "sheet"),
        Errand(N_("Journal…"), "case_file", "journal"),
        Errand(N_("Settings…"), "case_file", "settings"),
    ),
    (Errand(N_("Numbers to call…"), "numbers"),),
)
