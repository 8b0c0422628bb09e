"""The arrest that began a custody, as an act like those in the list of acts."""

from __future__ import annotations

from types import MappingProxyType

from desktop.domain.case import Case, Entry
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import SCALARS
from desktop.rules.cells import BOTH, YES, Cells, cells_of

_BASES = SCALARS["custody.arrest_basis"].words
# What an arrest on such a basis was for. Protective custody is no arrest.
_PURPOSES = {"warrant": "criminal", "warrantless": "criminal", "immigration_paper_only": "civil"}


def the_arrest(case: Case) -> tuple[Entry, Cells] | None:
    """The arrest, and whether there was one; None where the custody began without."""
    bases = cells_of(case.get("custody.arrest_basis"), _BASES)
    purposes = {_PURPOSES[str(basis)] for basis in bases if basis in _PURPOSES}
    if not purposes:
        return None
    told: dict[str, Answer] = {
        "kind": "arrest",
        "by": case.get("custody.arrested_by"),
        "at": case.get("custody.arrested_at"),
        "purpose": _one_or_several(purposes),
    }
    said = {name: answer for name, answer in told.items() if not isinstance(answer, Silence)}
    return Entry(MappingProxyType(said)), YES if bases <= set(_PURPOSES) else BOTH


def _one_or_several(words: set[str]) -> Answer:
    return words.pop() if len(words) == 1 else OneOf(tuple(sorted(words)))
