"""How sure we are of a statement of law, and what may therefore be printed of it.

The codes are those of the law record. A is printed with its pinpoint, B without a
paragraph number, C never for a client.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.language.marks import N_

LEVELS = ("A", "B", "C")

GRADE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "V": N_("read at its source"),
        "P1": N_("read at its official source"),
        "P2": N_("read in a copy that is not the official one"),
        "VQ": N_("read as others quote it"),
        "Q": N_("read as others quote it"),
        "S": N_("known from reports only"),
        "I": N_("follows from other sources"),
        "INF": N_("follows from other sources"),
        "M": N_("from memory; nobody has opened it"),
        "NF": N_("looked for and not found"),
        "design": N_("a choice of this program, not law"),
    }
)

_HIGHEST = {
    **dict.fromkeys(("V", "P1", "P2"), "A"),
    **dict.fromkeys(("VQ", "Q", "I", "INF"), "B"),
    **dict.fromkeys(("S", "M", "NF", "design"), "C"),
}
# The record on city and town law gives levels of its own; these are the highest that it gives.
_HIGHEST_OF_A_TOWN = {**_HIGHEST, "VQ": "A", "S": "B"}


def may_print_at(grade: str, level: str, *, of_a_town: bool = False) -> bool:
    """Whether something of that grade may be printed at that level."""
    highest = (_HIGHEST_OF_A_TOWN if of_a_town else _HIGHEST)[grade]
    return LEVELS.index(level) >= LEVELS.index(highest)


def needs_company(grade: str) -> bool:
    """Whether it may stand only beside a source at level A or B: "by the same reasoning"."""
    return grade in ("I", "INF")
