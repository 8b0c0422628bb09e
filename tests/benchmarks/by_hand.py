"""Fifteen shipped rules as plain Python ``if``s: the floor that an engine is measured against.

Only for cases in which everything is known and one custody is spoken of. No reasons,
no packs, no dates of law beyond those written in: what a program without an engine
would hold.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.domain.case import Case
from tests.benchmarks.by_hand_acts import FEDERAL, IN_FORCE, ON_ACTS, at, outcomes_of_acts

DAY, HALF, SIX = timedelta(hours=24), timedelta(hours=12), timedelta(hours=6)
POLICE = {"boston_police", "municipal_police", "state_police", "transit_police", "campus_police"}
JAILS = POLICE | {"suffolk_sheriff", "county_sheriff"}
BY_INFERENCE = {
    "boston_department",
    "boston_affiliate",
    "probation",
    "district_attorney",
    "youth_services",
    "other",
}
OFFICERS_FORMS = {"I-247A", "I-247G", "I-247D", "I-247N", "I-247X", "I-247", "I-200", "I-205"}
ACT_2014 = datetime(2014, 8, 20, 4, tzinfo=UTC)
LUNN = datetime(2017, 7, 24, 4, tzinfo=UTC)
RULE_3_1 = datetime(2004, 9, 7, 4, tzinfo=UTC)
RULES = (
    *"boston.hold ma.lunn ma.court_hold ma.handover ma.probable_cause".split(),
    *"ma.protective_custody ma.domestic_bail ma.bail_refused".split(),
    *"us.request us.administrative us.court_warrant".split(),
    *ON_ACTS,
)


def outcomes(case: Case, as_of: datetime) -> dict[str, str]:
    """What each of the fifteen says."""
    told = case.answers
    custodian = told["custody.custodian"]
    held = told["custody.state"] == "in_custody"
    end = as_of if held else at(told.get("release.held_until"))
    due_at = at(told.get("release.at"))
    handed = told.get("release.handed_over")
    kept = held or (not handed and end > due_at)
    event = told["release.event"] if due_at <= as_of else "none"
    ground = told["release.stated_ground"]
    if ground == "processing" and at(told["release.processing_done_at"]) <= as_of:
        ground = "none_given"
    ice_bed = custodian == "county_sheriff" and told["custody.ice_contract_bed"]
    bound = custodian not in FEDERAL
    said: dict[str, str] = {}

    # What the papers are.
    request = officers = warrant = state_warrant = lent = False
    for paper in case.entries("papers"):
        about = paper.answers
        form, named = about["form"], about.get("names_client")
        live = about.get("cancelled") is not True
        if form == "I-247A":
            box = about.get("box")
            request |= live and box != "2"
            lent |= live and box == "2" and named is True
        elif form in ("I-247", "I-247D", "I-247X"):
            request |= live
        elif form in ("AO 442", "unknown"):
            if about.get("issued_by") == "court" and about.get("criminal") is True:
                warrant |= named is True
        elif form == "state_warrant":
            state_warrant |= named is True
        officers |= form in OFFICERS_FORMS or about.get("issued_by") == "immigration_officer"
    other_hold = state_warrant or any(hold.get("live") is True for hold in case.entries("holds"))
    said["us.request"] = "alert" if request else "not_covered"
    said["us.administrative"] = "alert" if officers else "not_covered"
    said["us.court_warrant"] = "allows" if warrant else "not_covered"

    # Hours and bail.
    since_arrest = end - at(told["custody.arrested_at"])
    basis, cause = told["custody.arrest_basis"], told["custody.probable_cause"]
    if end < RULE_3_1:
        said["ma.probable_cause"] = "not_in_force"
    elif custodian not in POLICE or basis not in ("warrantless", "immigration_paper_only"):
        said["ma.probable_cause"] = "not_covered"
    elif not cause and since_arrest <= DAY:
        said["ma.probable_cause"] = "not_yet"
    elif cause:
        said["ma.probable_cause"] = "protects"
    else:
        said["ma.probable_cause"] = "allows" if told["custody.exigency"] else "broken strong"
    if custodian not in POLICE or basis != "protective_custody":
        said["ma.protective_custody"] = "not_covered"
    elif since_arrest > HALF or end > at(told["custody.sober_at"]):
        said["ma.protective_custody"] = "broken arguable"
    else:
        said["ma.protective_custody"] = "not_yet"
    domestic, seen = told["custody.domestic"], told["custody.seen_by_judge"]
    if custodian not in JAILS or domestic == "none":
        said["ma.domestic_bail"] = "not_covered"
    elif domestic == "abuse_or_strangulation":
        if told["client.minor"]:
            said["ma.domestic_bail"] = "not_covered"
        else:
            said["ma.domestic_bail"] = "protects" if seen or since_arrest >= SIX else "not_yet"
    else:
        said["ma.domestic_bail"] = "protects" if seen else "not_yet"
    if custodian not in JAILS or ice_bed:
        said["ma.bail_refused"] = "not_covered"
    elif said["ma.domestic_bail"] == "not_yet":
        said["ma.bail_refused"] = "not_yet"
    elif end < LUNN:
        said["ma.bail_refused"] = "unsettled"
    elif told["release.bail_refused_because_of_paper"]:
        said["ma.bail_refused"] = "broken arguable"
    else:
        said["ma.bail_refused"] = "protects"

    # Holding.
    no_cause = said["ma.probable_cause"] == "broken strong"
    ran_out = no_cause or said["ma.protective_custody"] == "broken arguable"
    ran_out = ran_out and not seen and custodian != "trial_court"
    hours_or_bail = ran_out or said["ma.bail_refused"] == "broken arguable"
    due = event != "none" or hours_or_bail
    another_ground = ground in ("processing", "court") and not hours_or_bail
    arguable = (ground == "none_given" and not hours_or_bail) or (event == "none" and not no_cause)
    doubtful = not case.entries("papers") or another_ground
    if end < ACT_2014:
        said["boston.hold"] = "not_in_force"
    elif custodian not in ("boston_police", "boston_department", "boston_affiliate"):
        said["boston.hold"] = "not_covered"
    elif not due:
        said["boston.hold"] = "not_yet"
    elif other_hold or warrant:
        said["boston.hold"] = "allows"
    elif end < IN_FORCE or custodian != "boston_police" or doubtful:
        said["boston.hold"] = "unsettled"
    elif kept:
        said["boston.hold"] = "broken arguable" if arguable else "broken strong"
    else:
        said["boston.hold"] = "protects"
    if not bound or ice_bed:
        said["ma.lunn"] = "not_covered"
    elif not due:
        said["ma.lunn"] = "not_yet"
    elif other_hold or warrant:
        said["ma.lunn"] = "allows"
    elif end < LUNN or custodian == "department_of_correction" or lent or doubtful:
        said["ma.lunn"] = "unsettled"
    elif kept:
        weak = arguable or custodian in BY_INFERENCE
        said["ma.lunn"] = "broken arguable" if weak else "broken strong"
    else:
        said["ma.lunn"] = "protects"
    if custodian not in ("trial_court", "probation"):
        said["ma.court_hold"] = "not_covered"
    elif not due:
        said["ma.court_hold"] = "not_yet"
    elif other_hold or warrant:
        said["ma.court_hold"] = "allows"
    elif end < LUNN or custodian == "probation" or said["ma.lunn"] == "unsettled":
        said["ma.court_hold"] = "unsettled"
    elif said["ma.lunn"].startswith("broken"):
        said["ma.court_hold"] = "broken arguable" if arguable else "broken strong"
    else:
        said["ma.court_hold"] = "protects"
    if not bound:
        said["ma.handover"] = "not_covered"
    elif not due:
        said["ma.handover"] = "not_yet"
    elif told["release.ice_present"] or handed:
        said["ma.handover"] = "unsettled"
    else:
        said["ma.handover"] = "not_covered"
    said.update(outcomes_of_acts(case, as_of))
    return said
