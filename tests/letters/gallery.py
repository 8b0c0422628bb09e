"""The situations that the tests of letters go through: every passage stands in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.domain.findings import Finding, HoldAnswer, KeyDate, Outcome, Strength
from tests.letters.situations import (
    BOSTON_BROKEN,
    BROKEN,
    SAME_CLOCKS,
    TWO_CLOCKS,
    Situation,
    cite,
    finding,
    held,
    unlawful,
)

_ARGUABLE = (finding("ma.lunn", Outcome.BROKEN, strength=Strength.ARGUABLE),)
_NOT_YET = (finding("boston.hold", Outcome.NOT_YET), finding("ma.lunn", Outcome.NOT_YET))
_SEVEN = (
    *("custody.custodian", "release.event", "release.bail", "release.stated_ground"),
    *("papers", "holds", "charges"),
)
_CLAIM = (KeyDate("ma.claim_deadlines", "presentment received", date(2028, 11, 24)),)


def _due(event: str, at: str | None = "2026-11-24T02:10-05:00") -> dict[str, object]:
    return {"event": event, "still_held": True, **({"at": at} if at else {})}


def _boston(rule: str, outcome: Outcome) -> tuple[Finding, ...]:
    """Boston's police, with one finding put in place of its like."""
    rest = tuple(found for found in BOSTON_BROKEN if found.rule != rule)
    return (*rest, finding(rule, outcome, binds="boston_police"))


GALLERY: Mapping[str, Situation] = {
    "boston police, bail paid": unlawful("boston_police", BOSTON_BROKEN, clocks=TWO_CLOCKS),
    "boston police, clocks end together": unlawful(
        "boston_police", BOSTON_BROKEN, clocks=SAME_CLOCKS
    ),
    "boston police, handed to ICE by an act": unlawful(
        "boston_police", _boston("boston.transfer", Outcome.BROKEN)
    ),
    "boston police, a judge's order might be there": unlawful(
        "boston_police", _boston("boston.transfer", Outcome.UNSETTLED)
    ),
    "boston police, told ICE": unlawful(
        "boston_police", _boston("boston.information", Outcome.BROKEN)
    ),
    "boston police, before the city's law": unlawful(
        "boston_police",
        (
            finding("boston.hold", Outcome.NOT_IN_FORCE),
            finding("boston.information", Outcome.NOT_IN_FORCE),
            *BROKEN,
        ),
    ),
    "boston police, under 18": unlawful("boston_police", BOSTON_BROKEN, client={"minor": True}),
    "boston police, phone late": unlawful(
        "boston_police", (*BOSTON_BROKEN, finding("ma.telephone", Outcome.BROKEN))
    ),
    "boston police, ICE at the door": unlawful(
        "boston_police", BOSTON_BROKEN, release={**_due("bail_posted"), "ice_present": True}
    ),
    "boston office": unlawful("boston_department"),
    "sheriff, bail paid": unlawful("suffolk_sheriff", clocks=TWO_CLOCKS, dates=_CLAIM),
    "sheriff, arguable": unlawful("suffolk_sheriff", _ARGUABLE),
    "sheriff, arrested by boston police": unlawful(
        "suffolk_sheriff", custody={"arrested_by": "boston_police"}
    ),
    "court officers": unlawful("trial_court", release=_due("recognizance")),
    "state police": unlawful("state_police", release=_due("charges_ended")),
    "transit police": unlawful("transit_police", release=_due("acquitted")),
    "campus police": unlawful("campus_police", release=_due("diversion")),
    "town police": unlawful(
        "municipal_police", custody={"town": "Quincy"}, release=_due("sentence_served")
    ),
    "town police, town not known": unlawful("municipal_police", release=_due("released_to_adult")),
    "youth services": unlawful("youth_services", release=_due("released_to_adult", None)),
    "district attorney": unlawful("district_attorney", release=_due("recognizance", None)),
    "probation": unlawful("probation", release=_due("charges_ended", None)),
    "another agency": unlawful("other", release=_due("acquitted", None)),
    "transit police, program": unlawful("transit_police", release=_due("diversion", None)),
    "state police, ended": unlawful("state_police", release=_due("other", None)),
    "court officers, bail paid, no time": unlawful(
        "trial_court", release=_due("bail_posted", None)
    ),
    "police, more than a day without a court": unlawful(
        "state_police",
        (*BROKEN, finding("ma.probable_cause", Outcome.BROKEN)),
        release={"event": "none", "still_held": True},
    ),
    "sheriff, bail refused": unlawful(
        "county_sheriff",
        (*BROKEN, finding("ma.bail_refused", Outcome.BROKEN)),
        release={"event": "none", "bail": "set_unpaid", "still_held": True},
    ),
    "a notice-only form": unlawful("suffolk_sheriff", papers=[{"form": "I-247G"}]),
    "a source not checked lately": unlawful(
        "suffolk_sheriff",
        (
            finding(
                "ma.lunn",
                Outcome.BROKEN,
                strength=Strength.STRONG,
                cites=(cite(stale=True),),
            ),
        ),
    ),
    "bail set": held(
        HoldAnswer.NOT_DUE,
        "boston_police",
        (*_NOT_YET, finding("boston.transfer", Outcome.PROTECTS, binds="boston_police")),
        release={"event": "none", "bail": "set_unpaid"},
    ),
    "sheriff, not due, seen by a judge": held(
        HoldAnswer.NOT_DUE,
        "suffolk_sheriff",
        (finding("ma.lunn", Outcome.NOT_YET), finding("ma.handover", Outcome.UNSETTLED)),
        custody={"seen_by_judge": True},
        release={"event": "none", "bail": "not_set"},
    ),
    "another hold": held(
        HoldAnswer.OTHER_BASIS, "suffolk_sheriff", holds=[{"kind": "probation", "live": True}]
    ),
    "a court's warrant": held(HoldAnswer.COURT_WARRANT, "boston_police", _NOT_YET),
    "state prison": held(HoldAnswer.UNSETTLED, "department_of_correction"),
    "no paper at all": held(HoldAnswer.UNSETTLED, "suffolk_sheriff", complete=["papers", "holds"]),
    "ICE": held(HoldAnswer.FEDERAL_CUSTODY, "ice"),
    "ICE, given by boston police": held(
        HoldAnswer.FEDERAL_CUSTODY,
        "ice",
        (
            finding("boston.transfer", Outcome.BROKEN, binds="boston_police"),
            finding("boston.information", Outcome.BROKEN, binds="boston_police"),
        ),
    ),
    "a county jail for ICE": held(
        HoldAnswer.FEDERAL_CUSTODY, "county_sheriff", custody={"ice_contract_bed": True}
    ),
    "U.S. Marshals": held(HoldAnswer.FEDERAL_CUSTODY, "us_marshals"),
    "let go": held(HoldAnswer.RELEASED, "suffolk_sheriff", custody={"state": "released"}),
    "let go, held too long before": held(
        HoldAnswer.RELEASED, "boston_police", BOSTON_BROKEN, custody={"state": "released"}
    ),
    "nothing known": held(HoldAnswer.OPEN, asks=_SEVEN),
    "open, police known": held(HoldAnswer.OPEN, "boston_police", _NOT_YET, asks=_SEVEN[1:]),
    "open, nothing to ask": held(
        HoldAnswer.OPEN, "boston_police", _NOT_YET, asks=("custody.arrested_at",)
    ),
    "open, custodian": held(HoldAnswer.OPEN, asks=("custody.custodian",)),
    "open, papers": held(HoldAnswer.OPEN, "suffolk_sheriff", asks=("papers",)),
    "open, other holds": held(HoldAnswer.OPEN, "suffolk_sheriff", asks=("holds", "papers")),
    "open, charges": held(HoldAnswer.OPEN, "suffolk_sheriff", asks=("charges",)),
    "open, ground": held(HoldAnswer.OPEN, "trial_court", asks=("release.stated_ground",)),
    "open, event": held(
        HoldAnswer.OPEN, "boston_police", _NOT_YET, asks=("release.event", "release.bail")
    ),
    "open, bail": held(
        HoldAnswer.OPEN,
        "suffolk_sheriff",
        asks=("release.bail",),
        release={"bail": ["set_unpaid", "posted"]},
    ),
    "open, ICE bed": held(HoldAnswer.OPEN, "county_sheriff", asks=("custody.ice_contract_bed",)),
    "open, state prison": held(HoldAnswer.OPEN, "department_of_correction", asks=("papers",)),
    "open, let go": held(
        HoldAnswer.OPEN,
        "boston_police",
        _NOT_YET,
        asks=("release.handed_over",),
        custody={"state": "released"},
    ),
}
