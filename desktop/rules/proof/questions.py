"""What an attorney is asked, so that a mistake which nobody notices would be noticed.

Each question is a case on the line between the rule and the mistaken one. The
outcome is left for the attorney: a pack that answered its own questions would
prove nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.documents import read_case, write_case
from desktop.rules.compiled import Law
from desktop.rules.proof.boundary import Base, boundary, would_tell
from desktop.rules.proof.mutation import Mistake
from desktop.rules.proof.told import differing, own_facts


@dataclass(frozen=True)
class Question:
    """Facts near an example, and the mistakes that an answer would catch."""

    of: str
    near: str
    differs: str
    facts: Mapping[str, Any]
    catches: tuple[str, ...]


@dataclass(frozen=True)
class Unasked:
    """A mistake for which no case was found that shows it."""

    place: str
    told: str


def questions(
    law: Law, survivors: Sequence[Mistake], bases: Sequence[Base]
) -> tuple[tuple[Question, ...], tuple[Unasked, ...]]:
    """A case for each survivor, one for several where it shows several."""
    asked: list[Question] = []
    unasked: list[Unasked] = []
    left = [(mistake, mistake.law(law)) for mistake in survivors]
    while left:
        (first, changed), *left = left
        found = boundary(law, changed, bases, tuple(first.rules))
        if found is None:
            unasked.append(Unasked(first.place, first.told))
            continue
        caught = [pair for pair in left if would_tell(law, pair[1], found.case)]
        left = [pair for pair in left if pair not in caught]
        told = (first, *(mistake for mistake, _ in caught))
        asked.append(
            Question(
                of=found.of,
                near=found.near,
                differs=differing(found.before, found.case, law.questions),
                facts=own_facts(_as_written(found.before), _as_written(found.case)),
                catches=tuple(f"{mistake.place}: {mistake.told}" for mistake in told),
            )
        )
    return tuple(asked), tuple(unasked)


def _as_written(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document as the program itself would write it."""
    return write_case(read_case(document))
