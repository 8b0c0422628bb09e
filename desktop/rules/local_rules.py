"""When a town's rules are told, and what is told where a town has none.

They bind that town's police, and are told only where the town is known and its police
hold the person, held before, made the arrest or did something.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from desktop.domain.case import Case
from desktop.domain.places import known_place, nearest_place
from desktop.language.marks import N_
from desktop.rules.conditions import IsIn
from desktop.rules.rule import Rule
from desktop.rules.speakable import Speakable
from desktop.rules.towns import TOWN, towns_that_come_up

_NO_RULE = N_("No rule of {town} itself is known here. State law alone is known to protect.")
_NO_TOWN = N_("No city or town of Massachusetts is called “{name}”, so that no local rule is told.")
_MEANT = N_("No city or town of Massachusetts is called “{name}”. Is {town} meant?")


def of_town(rule: Rule, town: str, spoken: Speakable) -> Rule:
    """The rule as one of a town's, if there is a town: it binds officers of that town alone."""
    if not town:
        return rule
    label = N_("they are the police of {town}").replace("{town}", town)
    within = IsIn(spoken.facts[TOWN], frozenset((town,)), label)
    return replace(rule, town=town, within=within)


def towns_told_of(case: Case) -> frozenset[str]:
    """The towns whose rules have a place in an assessment; "", which is no town, always has."""
    known = [known_place(TOWN, name) for name in towns_that_come_up(case)]
    return frozenset(("", *(town for town in known if town)))


def warnings_of_towns(case: Case, with_rules: Collection[str]) -> Iterator[str]:
    """What staff should know of each town that comes up and has no rule of its own here."""
    for name in towns_that_come_up(case):
        known = known_place(TOWN, name)
        if known is None:
            meant = nearest_place(TOWN, name)
            text = _MEANT.replace("{town}", meant) if meant else _NO_TOWN
            yield text.replace("{name}", name)
        elif known not in with_rules:
            yield _NO_RULE.replace("{town}", known)
