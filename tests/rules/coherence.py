"""Mends what chance puts together and the world does not: a whole case that can be true.

What is left after it and still does not go together is told as a contradiction; the
tests count how often.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from desktop.domain.moments import day_of, moment
from desktop.domain.vocabulary import FEDERAL, IMMIGRATION_FORMS

Document = dict[str, Any]
_ENDS_BY = {
    "charges_ended": ("dismissed", "nolle_prosequi", "acquitted"),
    "acquitted": ("acquitted",),
    "sentence_served": ("served", "dismissed"),
    "diversion": ("diverted", "dismissed"),
}


def coherent(case: Document, chance: Random) -> Document:
    """The case mended in place, each answer in the light of those before it."""
    for mend in _MENDS:
        mend(case, chance)
    return case


def _agencies(case: Document, chance: Random) -> None:
    custody, release = case["custody"], case["release"]
    custody["ice_contract_bed"] &= custody["custodian"] == "county_sheriff"
    if custody["custodian"] in FEDERAL:
        release.pop("still_held")
        return
    release["still_held"] = custody["state"] == "in_custody"
    release["handed_over"] &= custody["state"] == "released"


def _event(case: Document, chance: Random) -> None:
    release = case["release"]
    event = release["event"] = chance.choice(("none", "none", release["event"], release["event"]))
    if event == "bail_posted":
        release["bail"] = "posted"
    elif release["bail"] == "posted":
        release["bail"] = "set_unpaid"
    for charge in case["charges"]:
        if event in _ENDS_BY:
            charge["status"] = chance.choice(_ENDS_BY[event])
    if event in ("sentence_served", "diversion") and case["charges"]:
        case["charges"][0]["status"] = _ENDS_BY[event][0]
    if event not in _ENDS_BY and case["charges"]:
        case["charges"][0]["status"] = "open"


def _times(case: Document, chance: Random) -> None:
    custody, release, now = case["custody"], case["release"], _utc(case["as_of"])
    released = custody["state"] == "released"
    custody["arrested_at"] = min(custody["arrested_at"], now)
    for key in ("arrived_at", "sober_at", "ice_custody_since"):
        custody[key] = max(custody[key], custody["arrested_at"])
    release["at"] = max(release["at"], custody["arrested_at"])
    if released or release["event"] == "none":
        release["at"] = min(release["at"], now)
    release["held_until"] = max(min(release["held_until"], now), release["at"])
    if release["handed_over"]:
        release["held_until"] = release["at"]
    if released:
        custody["arrived_at"] = min(custody["arrived_at"], release["held_until"])
    else:
        release.pop("held_until")
    for charge in case["charges"]:
        charge["at"] = min(charge["at"], release["at"], now)
    for act in case["acts"]:
        act["at"] = max(min(act["at"], now), custody["arrested_at"])


def _acts(case: Document, chance: Random) -> None:
    custody = case["custody"]
    is_here = custody["custodian"] not in FEDERAL and custody["state"] == "in_custody"
    for act in case["acts"]:
        if is_here and act["kind"] == "transfer" and act["to"] == "ice":
            act["kind"] = "release_time"
        act["judicial_order"] = _ordered(case, act["judicial_order"])


def _ordered(case: Document, said: bool) -> bool:
    """Whether a hand-over was ordered, as the papers that we have read allow."""
    papers = case["papers"]
    seen = [paper for paper in papers if paper["seen"]]
    if any(paper["form"] == "AO 442" and paper["names_client"] for paper in seen):
        return True
    if any(paper["form"] == "court_order" and paper["judicial_order"] for paper in seen):
        return True
    return said and any(p["form"] in ("AO 442", "court_order", "unknown") for p in papers)


def _papers(case: Document, chance: Random) -> None:
    forms = [paper["form"] for paper in case["papers"]]
    for paper in case["papers"]:
        form = paper["form"]
        paper["seen"] = True  # what is ticked on it or attached to it is whole then
        if form in IMMIGRATION_FORMS:
            paper["issued_by"] = paper["signed_by"] = "immigration_officer"
        if form in ("AO 442", "AO 93", "AO 91", "state_warrant"):
            paper["issued_by"], paper["signed_by"] = "court", chance.choice(("judge", "clerk"))
        if form == "immigration_judge_order":
            paper["issued_by"] = paper["signed_by"] = "immigration_judge"
        if form != "I-247A":
            paper.pop("box")
        paper["attached"] = [other for other in forms if chance.random() < 0.3]


def _common(case: Document, chance: Random) -> None:
    """Half of it is what clinics see most, or the draw would be of rarities only."""
    custody, release = case["custody"], case["release"]
    if chance.random() < 0.5:
        custody["custodian"] = chance.choice(("boston_police", "boston_police", "suffolk_sheriff"))
        release["handed_over"] = False
    for paper in case["papers"]:
        if chance.random() < 0.5:
            paper["form"] = chance.choice(("I-247A", "I-200", "I-205", "AO 442", "I-247G"))
        if paper["form"] == "AO 442" and chance.random() < 0.7:
            paper["criminal"] = paper["names_client"] = True
    for hold in case["holds"]:
        hold["live"] &= chance.random() < 0.5
    for act in case["acts"]:
        if chance.random() < 0.5:
            act["kind"] = chance.choice(("transfer", "release_time", "status_question"))
            act["by"], act["to"] = chance.choice(("boston_police", "boston_department")), "ice"


def _holds(case: Document, chance: Random) -> None:
    """The days of a hold are those since it began, save where it is still to begin."""
    now = moment(case["as_of"]).exact
    assert now is not None
    for hold in case["holds"]:
        if chance.random() < 0.5:
            hold["at"] = (now - timedelta(days=hold["days"])).isoformat()
        began = moment(hold["at"]).exact
        assert began is not None
        if day_of(began) <= day_of(now):
            hold["days"] = (day_of(now) - day_of(began)).days


def _age(case: Document, chance: Random) -> None:
    client = case["client"]
    now = moment(case["as_of"]).earliest
    assert now is not None
    born, today = date.fromisoformat(client["date_of_birth"]), day_of(now)
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    client["minor"] = years < 18


def _listed_crime(case: Document, chance: Random) -> None:
    if any(charge["kind"] != "other" for charge in case["charges"]):
        case["immigration"]["listed_crime"] = True


def _spells(case: Document, chance: Random) -> None:
    custody = case["custody"]
    spells = custody.get("spells")
    if not spells:
        return
    turns = sorted([_utc(case["as_of"]), *(min(s["until"], _utc(case["as_of"])) for s in spells)])
    for spell, start, end in zip(spells, [custody["arrested_at"], *turns], turns, strict=False):
        spell["from"], spell["until"] = max(start, custody["arrested_at"]), end
        spell["until"] = max(spell["until"], spell["from"])
    for one, other in pairwise(spells):
        other["from"] = one["until"]
    spells[-1].pop("until")
    spells[-1]["custodian"] = custody["custodian"]
    if "town" in custody:
        spells[-1]["town"] = custody["town"]


def _utc(text: str) -> str:
    exact = moment(text).exact
    assert exact is not None
    return exact.isoformat()


_MENDS: tuple[Callable[[Document, Random], None], ...] = (
    _common,
    _agencies,
    _event,
    _times,
    _papers,
    _acts,
    _holds,
    _age,
    _listed_crime,
    _spells,
)
