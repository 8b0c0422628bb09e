"""Papers, charges, spells and an age that do not go together with the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment
from desktop.domain.silence import OneOf
from desktop.domain.vocabulary import FORMS, IMMIGRATION_FORMS
from desktop.rules.cells import cells_of, is_under_18
from desktop.rules.contradiction import Found, before, impossible, odd
from desktop.rules.listed_crimes import is_listed

_COURTS = ("AO 442", "AO 93", "AO 91", "state_warrant")


def on_papers(case: Case, as_of: datetime) -> Iterator[Found]:
    papers = case.entries("papers")
    listed = {form for paper in papers for form in cells_of(paper.get("form"), FORMS)}
    for index, paper in enumerate(papers):
        form, issuer = paper.get("form"), paper.get("issued_by")
        place = f"papers[{index}]"
        if form in IMMIGRATION_FORMS and issuer in (
            "court",
            "foreign",
            "immigration_judge",
        ):
            text = f"Form {form} comes from an immigration officer, not from another issuer."
            yield odd((f"{place}.form", f"{place}.issued_by"), text)
        if form in _COURTS and isinstance(issuer, str) and issuer != "court":
            text = f"{form} is a court's paper, and another issuer is named."
            yield odd((f"{place}.form", f"{place}.issued_by"), text)
        could_be = cells_of(form, FORMS)
        boxed = isinstance(paper.get("box"), str | OneOf)
        if boxed and could_be.isdisjoint(("I-247A", "unknown")):
            named = f"Form {form}" if isinstance(form, str) else "This paper"
            yield odd((f"{place}.box",), f"{named} has no boxes 1 and 2.")
        attached = paper.get("attached")
        if isinstance(attached, tuple) and case.is_whole("papers") and "unknown" not in listed:
            for missing in sorted(set(attached) - listed):
                text = f"{missing} is said to be attached, and is not in the list of papers."
                yield odd((f"{place}.attached", "papers"), text)


def on_age(case: Case, as_of: datetime) -> Iterator[Found]:
    born, minor = case.get("client.date_of_birth"), case.get("client.minor")
    if not isinstance(born, Moment) or not isinstance(minor, bool):
        return
    if minor not in is_under_18(born, as_of):
        text = "The date of birth and the answer on being under 18 do not agree."
        yield impossible(("client.minor", "client.date_of_birth"), text)


def on_charges(case: Case, as_of: datetime) -> Iterator[Found]:
    """A charge is known by its kind; the answer that it is none of those is set aside."""
    if case.get("immigration.listed_crime") is not False:
        return
    for index, charge in enumerate(case.entries("charges")):
        if is_listed(charge):
            about = ("immigration.listed_crime", f"charges[{index}].kind")
            text = "A charge is on the list of 8 U.S.C. 1226(c), and another answer says none is."
            yield impossible(about, text, "immigration.listed_crime")


def between_spells(case: Case, as_of: datetime) -> Iterator[Found]:
    spells = case.entries("spells")
    for index, (one, other) in enumerate(pairwise(spells)):
        if before(other.get("from"), one.get("until")):
            about = (
                f"custody.spells[{index}].until",
                f"custody.spells[{index + 1}].from",
            )
            text = "Two custodians are said to have held the person at one time."
            yield impossible(about, text, "spells")
    custodian = case.text("custody.custodian")
    if spells and custodian is not None and _names_another(spells[-1], custodian):
        about = (f"custody.spells[{len(spells) - 1}].custodian", "custody.custodian")
        text = "The last spell names another custodian than the one who holds now."
        yield impossible(about, text, "spells", "custody.custodian")


def _names_another(spell: Entry, custodian: str) -> bool:
    named = spell.get("custodian")
    return isinstance(named, str) and named != custodian
