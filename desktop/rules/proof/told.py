"""How one case differs from another, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.reading_facts import facts_of

_NOT_TOLD = N_("not told")
_THE_SAME = N_("the same facts")


def differing(
    before: Mapping[str, Any], after: Mapping[str, Any], asked: Mapping[str, Question]
) -> str:
    """The facts of a case that another case does not tell, or tells otherwise."""
    old, new = (facts_of(read_case(case), asked) for case in (before, after))
    changed = [f"{label}: {words}" for label, words in new.items() if old.get(label) != words]
    gone = [f"{label}: {_NOT_TOLD}" for label in old if label not in new]
    return "; ".join(changed + gone) or _THE_SAME


def changed_facts(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, str | None]]:
    """The sections and keys that differ; of a list or a whole section no key is named."""
    for section in dict.fromkeys((*before, *after)):
        old, new = before.get(section), after.get(section)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            for name in dict.fromkeys((*old, *new)):
                if old.get(name) != new.get(name):
                    yield section, name
        elif old != new:
            yield section, None


def own_facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What differs as facts of a case file, to be written into an example."""
    own: dict[str, Any] = {}
    for section, name in changed_facts(before, after):
        if name is None:
            own[section] = after.get(section)
        else:
            own.setdefault(section, {})[name] = after[section].get(name)
    return own


def take_back(
    case: dict[str, Any], before: Mapping[str, Any], section: str, name: str | None
) -> None:
    """Give one section or key the value that it had before, or none."""
    old, held = (before, case) if name is None else (before[section], case[section])
    key = section if name is None else name
    if key in old:
        held[key] = old[key]
    else:
        held.pop(key, None)
