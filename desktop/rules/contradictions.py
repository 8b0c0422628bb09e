"""Facts that do not go together: told in words, never fatal.

Where facts cannot be true together, the rules that read them must say "open":
the contradicting answers are set aside, as if nobody had given them. Oddities of
a paper are told and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import Contradiction
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import LISTS
from desktop.rules import contradictions_in_custody as in_custody
from desktop.rules import contradictions_in_entries as in_entries
from desktop.rules.contradiction import Found


def contradictions(case: Case, as_of: datetime) -> tuple[Contradiction, ...]:
    return told_and_possible(case, as_of)[0]


def without_impossible(case: Case, as_of: datetime) -> Case:
    """The case with answers that cannot be true together set aside."""
    return told_and_possible(case, as_of)[1]


def told_and_possible(case: Case, as_of: datetime) -> tuple[tuple[Contradiction, ...], Case]:
    """What does not go together, and the case without what cannot be true together."""
    told = tuple(_all(case, as_of))
    for found in told:
        for key in found.set_aside:
            case = _without(case, key)
    return tuple([found.told for found in told]), case


def _all(case: Case, as_of: datetime) -> Iterator[Found]:
    for look in _LOOKS:
        yield from look(case, as_of)


def _without(case: Case, key: str) -> Case:
    if key not in LISTS:
        return case.with_answer(key, Silence.NOT_ASKED)
    return replace(case.with_entries(key, ()), complete=case.complete - {key})


_Look = Callable[[Case, datetime], Iterator[Found]]
_LOOKS: tuple[_Look, ...] = (
    in_custody.times,
    in_custody.held_or_not,
    in_custody.taken_at_release,
    in_custody.handed_to_ice,
    in_custody.what_ended_it,
    in_entries.on_papers,
    in_entries.on_age,
    in_entries.on_charges,
    in_entries.between_spells,
)
