"""Times, custody and release that do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.vocabulary import FEDERAL, ICE
from desktop.rules.contradiction import Found, after, before, impossible

_ENDED = ("dismissed", "nolle_prosequi", "acquitted", "diverted", "served")


def times(case: Case, as_of: datetime) -> Iterator[Found]:
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
        if before(case.get(then), case.get(first)):
            yield impossible((then, first), f"{text} Which time is right?")
    for index, act in enumerate(case.entries("acts")):
        if act.get("kind") != "arrest" and before(act.get("at"), case.get("custody.arrested_at")):
            about = (f"acts[{index}].at", "custody.arrested_at")
            text = "What officers did is before the arrest. Which time is right?"
            yield impossible(about, text, "acts", "custody.arrested_at")
    if case.text("release.event") in ("charges_ended", "acquitted"):
        for index, charge in enumerate(case.entries("charges")):
            if before(case.get("release.at"), charge.get("at")):
                about = ("release.at", f"charges[{index}].at")
                text = "Release is before the day on which a charge ended. Which time is right?"
                yield impossible(about, text, "release.at", "charges")


def held_or_not(case: Case, as_of: datetime) -> Iterator[Found]:
    custodian = case.text("custody.custodian")
    state, still = case.text("custody.state"), case.get("release.still_held")
    handed = case.get("release.handed_over")
    if custodian in FEDERAL:
        return
    known = custodian is not None
    if known and state == "in_custody" and still is False:
        text = "The person is held now, and is said to be no longer held. Which is right?"
        yield impossible(("custody.state", "release.still_held"), text)
    if state == "released" and still is True:
        text = "The person was let go, and is said to be still held. Which is right?"
        yield impossible(("custody.state", "release.still_held"), text)
    if known and handed is True and (state == "in_custody" or still is True):
        text = "ICE took the person, and a state or city agency is said to hold them still."
        other = "custody.state" if state == "in_custody" else "release.still_held"
        about = (other, "release.handed_over")
        yield impossible(about, text, *about, "custody.state", "release.still_held")


def taken_at_release(case: Case, as_of: datetime) -> Iterator[Found]:
    left = case.get("release.held_until")
    if case.get("release.handed_over") is True and before(case.get("release.at"), left):
        text = "ICE took the person at the moment of release, and the person was kept longer."
        yield impossible(("release.handed_over", "release.held_until"), text)


def handed_to_ice(case: Case, as_of: datetime) -> Iterator[Found]:
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
            yield impossible(about, text, "acts", "custody.custodian")


def what_ended_it(case: Case, as_of: datetime) -> Iterator[Found]:
    event = case.text("release.event")
    if event is None:
        return
    charges = case.entries("charges")
    alive = [c for c in charges if c.get("status") in ("open", "sentenced")]
    if event in ("charges_ended", "acquitted") and alive:
        text = "Every charge is said to have ended, and one of them is open. Which is right?"
        yield impossible(("release.event", "charges"), text)
    ended = all(charge.get("status") in _ENDED for charge in charges)
    past = all(not after(charge.get("at"), as_of) for charge in charges)
    if event == "none" and charges and case.is_whole("charges") and ended and past:
        text = "Every charge has ended, and nothing is said to have made release due."
        yield impossible(("release.event", "charges"), text)
    bail = case.text("release.bail")
    if (event == "none" and bail == "posted") or (
        event == "bail_posted" and bail in ("set_unpaid", "not_set")
    ):
        text = "One answer says that bail is paid, another that it is not. Which is right?"
        yield impossible(("release.event", "release.bail"), text)
