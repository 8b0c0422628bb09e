"""Of which town the police are: of a past custody its own town, else the town of the case."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.case import Case, Entry
from desktop.domain.places import CITY_WITH_AGENCIES, known_place
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import TOWN_POLICE

TOWN = "custody.town"


def town_of(case: Case, spell: Entry | None) -> Answer:
    """The town of whoever held in a past spell; or holds now, made the arrest or did something."""
    now = case.get(TOWN)
    spells = case.entries("spells")
    if isinstance(now, Silence) and spells:
        now = spells[-1].get("town")
    if spell is None or not isinstance(spell.get("town"), Silence):
        return now if spell is None else spell.get("town")
    holder = case.get("custody.custodian")
    by_others = isinstance(holder, str) and holder != TOWN_POLICE
    return now if by_others else Silence.NOT_ASKED


def towns_that_come_up(case: Case) -> Iterator[str]:
    """The towns whose police are known to hold, to have held, arrested or done something."""
    acted = any(act.get("by") == TOWN_POLICE for act in case.entries("acts"))
    by = case.get("custody.custodian"), case.get("custody.arrested_by")
    named = [town_of(case, None)] if acted or TOWN_POLICE in by else []
    past = case.entries("spells")[:-1]
    named += [town_of(case, spell) for spell in past if spell.get("custodian") == TOWN_POLICE]
    told = dict.fromkeys(name for name in named if isinstance(name, str))
    yield from (name for name in told if known_place(TOWN, name) != CITY_WITH_AGENCIES)
