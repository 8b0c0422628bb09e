"""How one case differs from another, in the words of the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.documents import read_case
from desktop.language.marks import N_
from desktop.rules.reading_facts import facts_of

_NOT_TOLD = N_("not told")
_THE_SAME = N_("the same facts")


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """The facts of a case that another case does not tell, or tells otherwise."""
    old, new = facts_of(read_case(before)), facts_of(read_case(after))
    changed = [f"{label}: {words}" for label, words in new.items() if old.get(label) != words]
    gone = [f"{label}: {_NOT_TOLD}" for label in old if label not in new]
    return "; ".join(changed + gone) or _THE_SAME


def own_facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The same as facts of a case file, to be written into an example."""
    own: dict[str, Any] = {}
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            inner = {name: new.get(name) for name in (*old, *new) if old.get(name) != new.get(name)}
            if inner:
                own[key] = inner
        elif old != new:
            own[key] = [] if new is None and isinstance(old, list) else new
    return own
