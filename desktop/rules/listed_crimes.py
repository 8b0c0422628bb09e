"""Whether a person was arrested for a crime on the list of 8 U.S.C. 1226(c), as charges tell it.

The list is longer than the kinds of charges that a case file knows: a charge of another
kind says nothing. An arrest is enough, so what became of the charge does not matter.
"""

from __future__ import annotations

from desktop.domain.case import Case, Entry
from desktop.domain.vocabulary import LISTS
from desktop.rules.cells import BOTH, YES, Cells, cells_of

# LAW: 8 U.S.C. 1226(c)(1)(E). The vocabulary has the words of that list, and one for all else.
LISTED_KINDS = frozenset(LISTS["charges"]["kind"].words) - {"other"}


def is_listed(charge: Entry) -> bool:
    """Whether a charge is surely of a kind on the list."""
    return cells_of(charge.get("kind"), LISTS["charges"]["kind"].words) <= LISTED_KINDS


def listed_crime(case: Case) -> Cells:
    """As answered; else a charge on the list says so."""
    answer = case.get("immigration.listed_crime")
    if isinstance(answer, bool):
        return frozenset((answer,))
    return YES if any(is_listed(charge) for charge in case.entries("charges")) else BOTH
