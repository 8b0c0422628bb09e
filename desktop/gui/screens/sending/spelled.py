"""A code as it is said on the telephone: sign by sign, each by a word that is not misheard."""

from __future__ import annotations

from desktop.language.marks import N_

WORDS = {
    "0": N_("zero"), "1": N_("one"), "2": N_("two"), "3": N_("three"), "4": N_("four"),
    "5": N_("five"), "6": N_("six"), "7": N_("seven"), "8": N_("eight"), "9": N_("nine"),
    "A": N_("Alfa"), "B": N_("Bravo"), "C": N_("Charlie"), "D": N_("Delta"), "E": N_("Echo"),
    "F": N_("Foxtrot"), "G": N_("Golf"), "H": N_("Hotel"), "J": N_("Juliett"), "K": N_("Kilo"),
    "M": N_("Mike"), "N": N_("November"), "P": N_("Papa"), "Q": N_("Quebec"), "R": N_("Romeo"),
    "S": N_("Sierra"), "T": N_("Tango"), "V": N_("Victor"), "W": N_("Whiskey"), "X": N_("X-ray"),
    "Y": N_("Yankee"), "Z": N_("Zulu"),
}  # fmt: skip


def spelled(group: str) -> tuple[str, ...]:
    """The words of a group, in order."""
    return tuple(WORDS[sign] for sign in group)
