"""A case as the flat facts that other engines take, with what follows already worked out.

What is not known is left out: that is how each of them is told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment
from desktop.domain.silence import Silence

Flat = dict[str, Any]
SCALARS = (
    "custody.state custody.arrest_basis custody.probable_cause custody.exigency custody.domestic "
    "custody.seen_by_judge release.bail_refused_because_of_paper release.ice_present "
    "release.handed_over client.minor"
).split()
CLOCKS = ("custody.arrested_at", "custody.sober_at")


def custody_of(case: Case, as_of: datetime) -> Flat:
    """What rules on custody look at. Never changed after; rules said are added under "said"."""
    facts: Flat = {}
    flat: Flat = {"f": facts, "hours": {}, "law": {"as_of": as_of.timestamp()}, "said": {}}
    for key in SCALARS:
        _put(facts, key.replace(".", "_"), case.get(key))
    custodian = case.get("custody.custodian")
    _put(facts, "actor", custodian)
    if custodian == "county_sheriff":
        _put(facts, "custody_ice_contract_bed", case.get("custody.ice_contract_bed"))
    elif "actor" in facts:
        facts["custody_ice_contract_bed"] = False
    _follows(case, as_of, flat)
    for name in ("papers", "holds"):
        flat[name] = [_told(entry) for entry in case.entries(name)]
    return flat


def _follows(case: Case, as_of: datetime, flat: Flat) -> None:
    facts, state = flat["f"], case.get("custody.state")
    due, left = _at(case.get("release.at")), _at(case.get("release.held_until"))
    end = as_of if state == "in_custody" else left if state == "released" else None
    event, ground = case.get("release.event"), case.get("release.stated_ground")
    if due is not None:
        flat["law"]["release"] = due.timestamp()
    if due is not None or isinstance(case.get("release.at"), Silence):
        _put(facts, "release_event", "none" if due is not None and due > as_of else event)
    done = _at(case.get("release.processing_done_at"))
    if done is not None or isinstance(case.get("release.processing_done_at"), Silence):
        idle = ground == "processing" and done is not None and done <= as_of
        _put(facts, "release_stated_ground", "none_given" if idle else ground)
    if end is not None:
        flat["law"]["custody"] = end.timestamp()
        for key in CLOCKS:
            start = _at(case.get(key))
            if start is not None:
                hours = (end - start).total_seconds() / 3600
                flat["hours"][key.replace(".", "_")] = hours
        handed = facts.get("release_handed_over")
        if state == "in_custody" or handed is True:
            facts["kept"] = state == "in_custody"
        elif handed is False and due is not None:
            facts["kept"] = end > due


def acts_of(case: Case) -> Iterator[tuple[str, Flat]]:
    """Each act's kind, and what rules on acts look at."""
    papers = [_told(paper) for paper in case.entries("papers")]
    warrant = any(
        p["form"] == "AO 442" and p["names_client"] is True and p["seen"] is True for p in papers
    )
    for act in case.entries("acts"):
        when = _at(act.get("at"))
        told = _told(act)
        told["judicial_order"] = told["judicial_order"] or warrant
        law = {"act": when.timestamp()} if when is not None else {}
        facts = {"actor": told["by"]}
        yield told["kind"], {"f": facts, "act": told, "law": law, "papers": papers, "said": {}}


def _told(entry: Entry) -> Flat:
    return {field: answer for field, answer in entry.answers.items() if _is_plain(answer)}


def _put(facts: Flat, name: str, answer: object) -> None:
    if _is_plain(answer):
        facts[name] = answer


def _is_plain(answer: object) -> bool:
    """Not a silence, nor several words of which one is meant: nobody else can be told those."""
    return isinstance(answer, bool | str) and not isinstance(answer, Silence)


def _at(answer: object) -> datetime | None:
    return answer.exact if isinstance(answer, Moment) else None
