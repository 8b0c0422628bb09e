"""Facts that do not go together: told in words, never fatal.

Where facts cannot be true together, the rules that read them must say "open":
the contradicting answers are set aside, as if nobody had given them. Oddities of
a paper are told and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from desktop.domain.case import Case, Entry
from desktop.domain.findings import Contradiction
from desktop.domain.moments import Moment
from desktop.domain.silence import OneOf, Silence
from desktop.domain.vocabulary import FEDERAL, FORMS, ICE, IMMIGRATION_FORMS, LISTS
from desktop.rules.cells import cells_of, is_under_18
from desktop.rules.listed_crimes import is_listed

_ENDED = ("dismissed", "nolle_prosequi", "acquitted", "diverted", "served")
_COURTS = ("AO 442", "AO 93", "AO 91", "state_warrant")


@dataclass(frozen=True)
class _Found:
    told: Contradiction
    set_aside: tuple[str, ...]


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


def _all(case: Case, as_of: datetime) -> Iterator[_Found]:
    for look in _LOOKS:
        yield from look(case, as_of)


def _without(case: Case, key: str) -> Case:
    if key not in LISTS:
        return case.with_answer(key, Silence.NOT_ASKED)
    return replace(case.with_entries(key, ()), complete=case.complete - {key})


def _impossible(about: tuple[str, ...], text: str, *set_aside: str) -> _Found:
    return _Found(Contradiction(about, text), set_aside or about)


def _told(about: tuple[str, ...], text: str) -> _Found:
    return _Found(Contradiction(about, text), ())


def _times(case: Case, as_of: datetime) -> Iterator[_Found]:
    orders = (
        (
            "custody.arrested_at",
            "custody.arrived_at",
            "The arrival is before the arrest.",
        ),
        ("custody.arrested_at", "release.at", "Release is before the arrest."),
        (
            "custody.arrested_at",
            "custody.sober_at",
            "Sober again is before the arrest.",
        ),
        (
            "custody.arrested_at",
            "custody.ice_custody_since",
            "ICE custody is before the arrest.",
        ),
        (
            "release.at",
            "release.held_until",
            "The person left before release fell due.",
        ),
    )
    for first, then, text in orders:
        if _before(case.get(then), case.get(first)):
            yield _impossible((then, first), f"{text} Which time is right?")
    for index, act in enumerate(case.entries("acts")):
        if act.get("kind") != "arrest" and _before(act.get("at"), case.get("custody.arrested_at")):
            about = (f"acts[{index}].at", "custody.arrested_at")
            text = "What officers did is before the arrest. Which time is right?"
            yield _impossible(about, text, "acts", "custody.arrested_at")
    if case.text("release.event") in ("charges_ended", "acquitted"):
        for index, charge in enumerate(case.entries("charges")):
            if _before(case.get("release.at"), charge.get("at")):
                about = ("release.at", f"charges[{index}].at")
                text = "Release is before the day on which a charge ended. Which time is right?"
                yield _impossible(about, text, "release.at", "charges")


def _state(case: Case, as_of: datetime) -> Iterator[_Found]:
    custodian = case.text("custody.custodian")
    state, still = case.text("custody.state"), case.get("release.still_held")
    handed = case.get("release.handed_over")
    if custodian in FEDERAL:
        return
    known = custodian is not None
    if known and state == "in_custody" and still is False:
        text = "The person is held now, and is said to be no longer held. Which is right?"
        yield _impossible(("custody.state", "release.still_held"), text)
    if state == "released" and still is True:
        text = "The person was let go, and is said to be still held. Which is right?"
        yield _impossible(("custody.state", "release.still_held"), text)
    if known and handed is True and (state == "in_custody" or still is True):
        text = "ICE took the person, and a state or city agency is said to hold them still."
        other = "custody.state" if state == "in_custody" else "release.still_held"
        about = (other, "release.handed_over")
        yield _impossible(about, text, *about, "custody.state", "release.still_held")


def _taken_at_release(case: Case, as_of: datetime) -> Iterator[_Found]:
    left = case.get("release.held_until")
    if case.get("release.handed_over") is True and _before(case.get("release.at"), left):
        text = "ICE took the person at the moment of release, and the person was kept longer."
        yield _impossible(("release.handed_over", "release.held_until"), text)


def _transfer(case: Case, as_of: datetime) -> Iterator[_Found]:
    custodian = case.text("custody.custodian")
    held = case.text("custody.state") == "in_custody" or case.get("release.still_held") is True
    if custodian is None or custodian in FEDERAL or not held or case.entries("spells"):
        return
    for index, act in enumerate(case.entries("acts")):
        when = act.get("at")
        past = not isinstance(when, Moment) or when.earliest is None or when.earliest <= as_of
        if act.get("kind") == "transfer" and act.get("to") == ICE and past:
            about = (f"acts[{index}]", "custody.custodian")
            text = "The person was handed to ICE, and a state or city agency holds them now."
            yield _impossible(about, text, "acts", "custody.custodian")


def _event(case: Case, as_of: datetime) -> Iterator[_Found]:
    event = case.text("release.event")
    if event is None:
        return
    charges = case.entries("charges")
    alive = [c for c in charges if c.get("status") in ("open", "sentenced")]
    if event in ("charges_ended", "acquitted") and alive:
        text = "Every charge is said to have ended, and one of them is open. Which is right?"
        yield _impossible(("release.event", "charges"), text)
    ended = all(charge.get("status") in _ENDED for charge in charges)
    past = all(not _after(charge.get("at"), as_of) for charge in charges)
    if event == "none" and charges and case.is_whole("charges") and ended and past:
        text = "Every charge has ended, and nothing is said to have made release due."
        yield _impossible(("release.event", "charges"), text)
    bail = case.text("release.bail")
    if (event == "none" and bail == "posted") or (
        event == "bail_posted" and bail in ("set_unpaid", "not_set")
    ):
        text = "One answer says that bail is paid, another that it is not. Which is right?"
        yield _impossible(("release.event", "release.bail"), text)


def _papers(case: Case, as_of: datetime) -> Iterator[_Found]:
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
            yield _told((f"{place}.form", f"{place}.issued_by"), text)
        if form in _COURTS and isinstance(issuer, str) and issuer != "court":
            text = f"{form} is a court's paper, and another issuer is named."
            yield _told((f"{place}.form", f"{place}.issued_by"), text)
        could_be = cells_of(form, FORMS)
        boxed = isinstance(paper.get("box"), str | OneOf)
        if boxed and could_be.isdisjoint(("I-247A", "unknown")):
            named = f"Form {form}" if isinstance(form, str) else "This paper"
            yield _told((f"{place}.box",), f"{named} has no boxes 1 and 2.")
        attached = paper.get("attached")
        if isinstance(attached, tuple) and case.is_whole("papers") and "unknown" not in listed:
            for missing in sorted(set(attached) - listed):
                text = f"{missing} is said to be attached, and is not in the list of papers."
                yield _told((f"{place}.attached", "papers"), text)


def _age(case: Case, as_of: datetime) -> Iterator[_Found]:
    born, minor = case.get("client.date_of_birth"), case.get("client.minor")
    if not isinstance(born, Moment) or not isinstance(minor, bool):
        return
    if minor not in is_under_18(born, as_of):
        text = "The date of birth and the answer on being under 18 do not agree."
        yield _impossible(("client.minor", "client.date_of_birth"), text)


def _listed_crime(case: Case, as_of: datetime) -> Iterator[_Found]:
    """A charge is known by its kind; the answer that it is none of those is set aside."""
    if case.get("immigration.listed_crime") is not False:
        return
    for index, charge in enumerate(case.entries("charges")):
        if is_listed(charge):
            about = ("immigration.listed_crime", f"charges[{index}].kind")
            text = "A charge is on the list of 8 U.S.C. 1226(c), and another answer says none is."
            yield _impossible(about, text, "immigration.listed_crime")


def _spells(case: Case, as_of: datetime) -> Iterator[_Found]:
    spells = case.entries("spells")
    for index, (one, other) in enumerate(pairwise(spells)):
        if _before(other.get("from"), one.get("until")):
            about = (
                f"custody.spells[{index}].until",
                f"custody.spells[{index + 1}].from",
            )
            text = "Two custodians are said to have held the person at one time."
            yield _impossible(about, text, "spells")
    custodian = case.text("custody.custodian")
    if spells and custodian is not None and _names_another(spells[-1], custodian):
        about = (f"custody.spells[{len(spells) - 1}].custodian", "custody.custodian")
        text = "The last spell names another custodian than the one who holds now."
        yield _impossible(about, text, "spells", "custody.custodian")


def _names_another(spell: Entry, custodian: str) -> bool:
    named = spell.get("custodian")
    return isinstance(named, str) and named != custodian


def _before(first: object, then: object) -> bool:
    """Whether the first moment surely lies before the other."""
    if not isinstance(first, Moment) or not isinstance(then, Moment):
        return False
    return first.latest is not None and then.earliest is not None and first.latest < then.earliest


def _after(when: object, as_of: datetime) -> bool:
    return isinstance(when, Moment) and when.earliest is not None and when.earliest > as_of


_Look = Callable[[Case, datetime], Iterator[_Found]]
_LOOKS: tuple[_Look, ...] = (
    _times,
    _state,
    _taken_at_release,
    _transfer,
    _event,
    _papers,
    _age,
    _listed_crime,
    _spells,
)
