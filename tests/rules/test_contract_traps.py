"""Traps of the contract and of the law, each a small change to a case that is known whole.

What is expected comes from the contract's text (sections 1, 4 to 6a), never from
the engine. Boston police hold Marisol, an invented person, after her bail was paid.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment
from desktop.domain.moments import moment
from desktop.domain.problems import Problem
from desktop.library.shelves import Library
from desktop.rules.assess import assess

BOOK = Library().book
DETAINER = {"form": "I-247A", "box": 1, "cancelled": False, "names_client": True, "seen": True}
COURT = {"issued_by": "court", "criminal": True, "names_client": True, "seen": True}
WARRANT = {"form": "AO 442", **COURT}
ORDER = {"form": "court_order", "seen": True, "judicial_order": True}
JUDGE = {"form": "immigration_judge_order", "seen": True}
NOON = "2026-12-01T12:00-05:00"
MARISOL: dict[str, Any] = {
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["papers", "holds", "charges", "acts"],
    "custody.state": "in_custody",
    "custody.custodian": "boston_police",
    "custody.arrested_at": "2026-12-01T06:00-05:00",
    "custody.arrest_basis": "warrantless",
    "custody.probable_cause": True,
    "custody.exigency": False,
    "custody.domestic": "none",
    "custody.seen_by_judge": False,
    "charges": [{"status": "open"}],
    "holds": [],
    "release.event": "bail_posted",
    "release.bail": "posted",
    "release.at": NOON,
    "release.still_held": True,
    "release.stated_ground": "immigration",
    "release.ice_present": False,
    "release.handed_over": False,
    "release.bail_refused_because_of_paper": False,
    "papers": [DETAINER],
    "acts": [],
}
NOT_DUE = {"release.event": "none", "release.bail": "set_unpaid", "release.at": None}
NOBODY_SAID = {"release.event": None, "release.bail": None, "release.at": None}
LATE = {
    **NOT_DUE,
    "custody.arrested_at": "2026-11-30T16:00-05:00",
    "custody.probable_cause": False,
}
DRUNK = {
    **NOT_DUE,
    "custody.arrest_basis": "protective_custody",
    "custody.sober_at": "2026-12-01T18:00-05:00",
}
LEFT = {"custody.state": "released", "release.still_held": False}
TAKEN = {**LEFT, "release.handed_over": True}
WITH_ICE = {"custody.custodian": "ice", "release.still_held": None}
HANDED = {"kind": "transfer", "by": "boston_police", "to": "ice", "at": "2026-12-01T13:00-05:00"}
TOLD = {**HANDED, "kind": "release_time", "purpose": "civil", "unit": "ero"}
QUESTION = {**HANDED, "kind": "status_question", "purpose": "civil", "certification": False}
Changes = dict[str, Any]


def said(changes: Changes) -> Assessment:
    """The assessment of the case with some answers changed; None takes an answer away."""
    document: dict[str, Any] = {"format": "amparo-case/1"}
    for place, value in deepcopy({**MARISOL, **changes}).items():
        section, _, name = place.partition(".")
        if name:
            document.setdefault(section, {})[name] = value
        elif value is not None:
            document[section] = value
    as_of = moment(document["as_of"]).earliest
    assert as_of is not None
    return assess(read_case(document), BOOK, as_of)


def outcome(assessment: Assessment, rule: str) -> str:
    finding = assessment.finding(rule)
    assert finding is not None
    strength = f" {finding.strength.value}" if finding.strength else ""
    return finding.outcome.value + strength


def days(day: str) -> Changes:
    """The case moved to another day, to the hour."""
    return {
        "as_of": f"{day}T17:00",
        "custody.arrested_at": f"{day}T06:00",
        "release.at": f"{day}T12:00",
    }


# ------------------------------------------------------------------ the answer on holding

ANSWERS: list[tuple[str, Changes, str]] = [
    ("as it stands", {}, "unlawful"),
    # The order in which answers are looked at.
    ("federal before not due and other basis", {**WITH_ICE, **NOT_DUE}, "federal_custody"),
    ("federal before a live hold", {**WITH_ICE, "holds": [{"live": True}]}, "federal_custody"),
    ("released before not due", {**LEFT, **NOT_DUE}, "released"),
    ("released before a live hold", {**LEFT, "holds": [{"live": True}]}, "released"),
    ("not due before a live hold", {**NOT_DUE, "holds": [{"live": True}]}, "not_due"),
    (
        "other basis before a court's warrant",
        {"holds": [{"live": True}], "papers": [DETAINER, WARRANT]},
        "other_basis",
    ),
    (
        "a court's warrant before unsettled",
        {"papers": [WARRANT], "release.stated_ground": "processing"},
        "court_warrant",
    ),
    ("a live hold before no paper at all", {"papers": [], "holds": [{"live": True}]}, "other_basis"),
    # Courts' papers, by what they are and what we have read.
    ("a warrant of a court issued by an officer", {"papers": [{**WARRANT, "issued_by": "immigration_officer"}]}, "unlawful"),
    ("a warrant whose issuer nobody read", {"papers": [{**WARRANT, "issued_by": None}]}, "open"),
    ("a warrant seen, and whom it names not known", {"papers": [{**WARRANT, "names_client": "unknown"}]}, "open"),
    ("a claim of a warrant that nobody has seen", {"papers": [{**WARRANT, "seen": None}]}, "open"),
    ("a claim that it is no warrant for the client, unseen", {"papers": [{**WARRANT, "seen": None, "names_client": False}]}, "open"),
    ("AO 442 or of unknown form", {"papers": [{**WARRANT, "form": ["AO 442", "unknown"]}]}, "court_warrant"),
    ("AO 442 or AO 93", {"papers": [{**WARRANT, "form": ["AO 442", "AO 93"]}]}, "open"),
    ("AO 91 or AO 93", {"papers": [{**WARRANT, "form": ["AO 91", "AO 93"]}]}, "unlawful"),
    ("a court's order is no warrant", {"papers": [{**ORDER, **COURT}]}, "unlawful"),
    ("an immigration judge's order", {"papers": [{**JUDGE, **COURT}]}, "unlawful"),
    ("a detainer that claims to be a court's", {"papers": [{**DETAINER, **COURT}]}, "unlawful"),
    ("a state warrant for somebody else", {"papers": [{**WARRANT, "form": "state_warrant", "names_client": False}]}, "unlawful"),
    ("a state warrant is another basis, never a court's warrant", {"papers": [{**WARRANT, "form": "state_warrant"}]}, "other_basis"),
    # Lists: what we know of, never all there is.
    ("papers are whole and absent", {"papers": None}, "unsettled"),
    ("no paper, and other holds not asked for", {"papers": [], "complete": ["papers", "acts"]}, "open"),
    ("papers unknown, and called whole", {"papers": "unknown"}, "open"),
    ("holds declined, and called whole", {"holds": "declined"}, "open"),
    ("a hold that may be live", {"holds": [{"live": "unknown"}]}, "open"),
    ("one hold over, another live", {"holds": [{"live": False}, {"live": True}]}, "other_basis"),
    # Three ways to say that release is due.
    ("one of two events", {"release.event": ["recognizance", "acquitted"], "release.bail": None}, "unlawful"),
    ("perhaps nothing, and bail is paid", {"release.event": ["none", "bail_posted"]}, "unlawful"),
    ("bail is paid at a time to come", {"release.event": None, "release.at": "2026-12-01T18:00"}, "not_due"),
    ("something happens tomorrow, nobody knows what", {**NOBODY_SAID, "release.at": "2026-12-02"}, "not_due"),
    ("every charge dropped", {**NOBODY_SAID, "charges": [{"status": "nolle_prosequi"}]}, "unlawful"),
    ("every charge dropped, bail unpaid", {**NOBODY_SAID, "release.bail": "set_unpaid", "charges": [{"status": "dismissed"}]}, "unlawful"),
    ("one dropped, one sentenced", {**NOBODY_SAID, "charges": [{"status": "dismissed"}, {"status": "sentenced"}]}, "open"),
    ("one dropped, one served", {**NOBODY_SAID, "charges": [{"status": "dismissed"}, {"status": "served"}]}, "unlawful"),
    ("diverted", {**NOBODY_SAID, "charges": [{"status": "diverted"}]}, "unlawful"),
    ("dropped or acquitted", {**NOBODY_SAID, "charges": [{"status": ["dismissed", "acquitted"]}]}, "unlawful"),
    ("dropped, and perhaps there are more", {**NOBODY_SAID, "charges": [{"status": "dismissed"}], "complete": ["papers", "holds"]}, "open"),
    ("dropped tomorrow", {**NOBODY_SAID, "charges": [{"status": "dismissed", "at": "2026-12-02"}]}, "open"),
    ("no charge at all ends nothing", {**NOBODY_SAID, "charges": []}, "open"),
    ("something else happened", {"release.event": "other", "release.bail": None}, "unlawful"),
    ("unpaid bail", NOT_DUE, "not_due"),
    # Hours and refused bail.
    ("bail refused by a court's officers", {**NOT_DUE, "custody.custodian": "trial_court", "release.bail_refused_because_of_paper": True}, "not_due"),
    ("bail refused, ground not known", {**NOT_DUE, "release.bail_refused_because_of_paper": True, "release.stated_ground": None}, "unlawful"),
    ("nobody asked whether bail was refused", {**NOT_DUE, "release.bail_refused_because_of_paper": None}, "open"),
    ("24 hours, held by a court now", {**LATE, "custody.custodian": "trial_court"}, "not_due"),
    ("24 hours, perhaps seen by a judge", {**LATE, "custody.seen_by_judge": None}, "open"),
    ("24 hours, a true emergency", {**LATE, "custody.exigency": True}, "not_due"),
    ("24 hours, cause not known", {**LATE, "custody.probable_cause": "unknown"}, "open"),
    ("24 hours, on a warrant or without", {**LATE, "custody.arrest_basis": ["warrant", "warrantless"]}, "open"),
    ("24 hours, on the paper alone", {**LATE, "custody.arrest_basis": "immigration_paper_only"}, "unlawful"),
    ("24 hours, some time yesterday", {**LATE, "custody.arrested_at": "2026-11-30"}, "open"),
    ("24 hours, yesterday noon or sooner", {**LATE, "custody.arrested_at": {"to": "2026-11-30T12:00"}}, "unlawful"),
    ("24 hours, yesterday noon or later", {**LATE, "custody.arrested_at": {"from": "2026-11-30T12:00"}}, "open"),
    ("12 hours of protective custody, to the minute", {**DRUNK, "custody.arrested_at": "2026-12-01T05:00-05:00"}, "not_due"),
    ("12 hours to the minute, perhaps sober before", {**DRUNK, "custody.arrested_at": "2026-12-01T05:00-05:00", "custody.sober_at": None}, "open"),
    ("12 hours and a minute", {**DRUNK, "custody.arrested_at": "2026-12-01T04:59-05:00"}, "unlawful"),
    ("sober this very minute", {**DRUNK, "custody.sober_at": "2026-12-01T17:00-05:00"}, "not_due"),
    ("sober an hour ago", {**DRUNK, "custody.sober_at": "2026-12-01T16:00-05:00"}, "unlawful"),
    # The ground they give.
    ("work to finish, and it is done", {"release.stated_ground": "processing", "release.processing_done_at": NOON}, "unlawful"),
    ("work to finish, done later", {"release.stated_ground": "processing", "release.processing_done_at": "2026-12-01T18:00"}, "unsettled"),
    ("immigration or no reason at all", {"release.stated_ground": ["immigration", "none_given"]}, "unlawful"),
    ("work to finish or a court", {"release.stated_ground": ["processing", "court"]}, "unsettled"),
    ("immigration or a court", {"release.stated_ground": ["immigration", "court"]}, "open"),
    # Who holds.
    ("a city department", {"custody.custodian": "boston_department"}, "unlawful"),
    ("the state prison", {"custody.custodian": "department_of_correction"}, "unsettled"),
    ("a jail or the state prison", {"custody.custodian": ["suffolk_sheriff", "department_of_correction"]}, "open"),
    ("an answer on beds for ICE, of Boston police", {"custody.ice_contract_bed": True}, "unlawful"),
    ("a county jail, for the county", {"custody.custodian": "county_sheriff", "custody.ice_contract_bed": False}, "unlawful"),
    ("lent by ICE to a jail", {"custody.custodian": "suffolk_sheriff", "papers": [{**DETAINER, "box": 2}]}, "unsettled"),
    ("lent by ICE, and the paper cancelled", {"custody.custodian": "suffolk_sheriff", "papers": [{**DETAINER, "box": 2, "cancelled": True}]}, "unlawful"),
    ("lent by ICE, perhaps cancelled", {"custody.custodian": "suffolk_sheriff", "papers": [{**DETAINER, "box": 2, "cancelled": None}]}, "open"),
    ("lent by ICE to Boston police: the city's rule is broken", {"papers": [{**DETAINER, "box": 2}]}, "unlawful"),
    # Hand-over.
    ("taken at release", TAKEN, "federal_custody"),
    ("let go, nobody asked about ICE", {**LEFT, "release.handed_over": None}, "open"),
    ("taken, and nobody said whether held still", {**TAKEN, "custody.state": None, "release.still_held": None}, "federal_custody"),
    ("no longer held, state not asked", {**LEFT, "custody.state": None}, "released"),
    ("with ICE now, no longer held by the city", {**WITH_ICE, "release.still_held": False}, "federal_custody"),
    # The law of that day.
    ("the day before Lunn", days("2017-07-23"), "unsettled"),
    ("the day of Lunn", days("2017-07-24"), "unlawful"),
    # Facts that cannot be true together.
    ("taken, and still held", {"release.handed_over": True}, "open"),
    ("let go, and still held", {"custody.state": "released"}, "open"),
    ("left before release was due", {**LEFT, "release.held_until": "2026-12-01T11:00"}, "released"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "answer"), [pytest.param(c, a, id=name) for name, c, a in ANSWERS]
)
def test_the_answer_on_holding(changes: Changes, answer: str) -> None:
    assert said(changes).hold.answer.value == answer


# ------------------------------------------------------------------ what rules say

FINDINGS: list[tuple[str, Changes, dict[str, str]]] = [
    # Whom a rule looks at.
    ("a court's officers", {"custody.custodian": "trial_court"}, {"ma.lunn": "broken strong", "ma.court_hold": "broken strong", "boston.hold": "not_covered"}),
    ("a sheriff", {"custody.custodian": "suffolk_sheriff"}, {"ma.lunn": "broken strong", "boston.hold": "not_covered"}),
    ("a city department", {"custody.custodian": "boston_department"}, {"boston.hold": "unsettled", "ma.lunn": "broken arguable"}),
    ("a federal officer", {"custody.custodian": "other_federal", "release.still_held": None}, {"ma.lunn": "not_covered", "boston.hold": "not_covered", "us.ice_itself": "allows"}),
    # Which law, by the day that counts.
    ("before the first Trust Act", days("2014-08-19"), {"boston.hold": "not_in_force", "ma.lunn": "unsettled"}),
    ("the first Trust Act's day", days("2014-08-20"), {"boston.hold": "unsettled"}),
    ("the last day of doubt", days("2019-12-18"), {"boston.hold": "unsettled", "ma.lunn": "broken strong"}),
    ("the first day of force", days("2019-12-19"), {"boston.hold": "broken strong"}),
    (
        "over since the day of doubt",
        {**days("2019-12-18"), **LEFT, "as_of": "2026-12-01T17:00", "release.held_until": "2019-12-18T20:00"},
        {"boston.hold": "unsettled", "ma.lunn": "broken strong"},
    ),
    (
        "over since some time in those two days",
        {**days("2019-12-18"), **LEFT, "as_of": "2026-12-01T17:00", "release.held_until": {"from": "2019-12-18", "to": "2019-12-19"}},
        {"boston.hold": "open"},
    ),
    (
        "over, nobody knows when",
        {**days("2019-12-18"), **LEFT, "as_of": "2026-12-01T17:00"},
        {"boston.hold": "open", "ma.lunn": "open"},
    ),
    # Acts.
    ("handed over by one of two", {**WITH_ICE, "acts": [{**HANDED, "by": ["boston_police", "suffolk_sheriff"]}]}, {"boston.transfer": "open"}),
    ("handed over by one of two that are bound", {**WITH_ICE, "acts": [{**HANDED, "by": ["boston_police", "boston_department"]}]}, {"boston.transfer": "broken strong"}),
    ("handed over by a school officer", {**WITH_ICE, "acts": [{**HANDED, "by": "boston_affiliate"}]}, {"boston.transfer": "unsettled"}),
    ("handed over by a sheriff", {**WITH_ICE, "acts": [{**HANDED, "by": "suffolk_sheriff"}]}, {"boston.transfer": "not_covered"}),
    ("handed to a court", {"acts": [{**HANDED, "to": "trial_court"}]}, {"boston.transfer": "protects"}),
    ("handed to other federal officers", {**WITH_ICE, "acts": [{**HANDED, "to": "other_federal"}]}, {"boston.transfer": "unsettled"}),
    ("one hand-over ordered, another not", {**WITH_ICE, "papers": [{**ORDER, "judicial_order": None}], "acts": [{**HANDED, "judicial_order": True}, {**HANDED, "judicial_order": False}]}, {"boston.transfer": "broken strong"}),
    ("one ordered, and perhaps more", {**WITH_ICE, "papers": [ORDER], "complete": ["papers"], "acts": [HANDED]}, {"boston.transfer": "open"}),
    ("one not ordered, and perhaps more", {**WITH_ICE, "complete": ["papers"], "acts": [HANDED]}, {"boston.transfer": "broken strong"}),
    ("a warrant that we have read, and somebody says there was no order", {**WITH_ICE, "papers": [WARRANT], "acts": [{**HANDED, "judicial_order": False}]}, {"boston.transfer": "allows"}),
    ("an immigration judge's order and a court's", {**WITH_ICE, "papers": [JUDGE, ORDER], "acts": [HANDED]}, {"boston.transfer": "allows"}),
    ("an immigration judge's order, and perhaps a court's", {**WITH_ICE, "papers": [JUDGE], "complete": ["acts"], "acts": [HANDED]}, {"boston.transfer": "open"}),
    ("a warrant for somebody else", {**WITH_ICE, "papers": [{**WARRANT, "form": "state_warrant"}], "acts": [HANDED]}, {"boston.transfer": "broken strong"}),
    ("taken at release from Boston police", TAKEN, {"boston.transfer": "unsettled", "ma.handover": "unsettled", "boston.hold": "protects"}),
    ("taken at release from a sheriff", {**TAKEN, "custody.custodian": "suffolk_sheriff"}, {"boston.transfer": "not_covered", "ma.handover": "unsettled"}),
    ("taken at release, and it was an act of transfer", {**TAKEN, "acts": [HANDED]}, {"boston.transfer": "broken strong"}),
    ("handed over, no day told", {**WITH_ICE, "acts": [{**HANDED, "at": None}]}, {"boston.transfer": "broken strong"}),
    ("handed over, no day told, no arrest either", {**WITH_ICE, "custody.arrested_at": None, "acts": [{**HANDED, "at": None}]}, {"boston.transfer": "open"}),
    ("nobody did anything, and a sheriff holds", {"custody.custodian": "suffolk_sheriff"}, {"boston.transfer": "not_covered", "boston.information": "not_covered", "boston.question": "not_covered"}),
    ("nobody did anything, and Boston police hold", {}, {"boston.transfer": "protects", "boston.information": "protects", "boston.question": "protects"}),
    ("nobody did anything, and nobody knows who holds", {"custody.custodian": None}, {"boston.transfer": "open"}),
    ("nobody asked what was done", {"custody.custodian": "suffolk_sheriff", "complete": []}, {"boston.transfer": "open"}),
    # What was told and asked.
    ("told to investigators", {"acts": [{**TOLD, "unit": "hsi"}]}, {"boston.information": "unsettled"}),
    ("told, unit not known", {"acts": [{**TOLD, "unit": None}]}, {"boston.information": "open"}),
    ("status told to investigators", {"acts": [{**TOLD, "kind": "status_information", "unit": "hsi"}]}, {"boston.information": "allows"}),
    ("told for both, to investigators", {"acts": [{**TOLD, "purpose": "mixed", "unit": "hsi"}]}, {"boston.information": "unsettled"}),
    ("told to marshals", {"acts": [{**TOLD, "to": "us_marshals"}]}, {"boston.information": "protects"}),
    ("told by the housing authority", {"acts": [{**TOLD, "by": "boston_affiliate"}]}, {"boston.information": "unsettled"}),
    ("one telling lawful, one not", {"acts": [{**TOLD, "purpose": "criminal"}, TOLD]}, {"boston.information": "broken strong"}),
    ("asked for immigration", {"acts": [QUESTION]}, {"boston.question": "broken arguable"}),
    ("asked for immigration, or to certify a victim", {"acts": [{**QUESTION, "certification": None}]}, {"boston.question": "open"}),
    ("asked to certify a victim", {"acts": [{**QUESTION, "certification": True}]}, {"boston.question": "allows"}),
    ("asked for both", {"acts": [{**QUESTION, "purpose": "mixed", "certification": False}]}, {"boston.question": "unsettled"}),
    ("an old act and a new one", {"custody.arrested_at": "2018-01-01", "acts": [{**TOLD, "at": "2018-05-01"}, TOLD]}, {"boston.information": "broken strong"}),
    ("an old act alone", {"custody.arrested_at": "2018-01-01", "acts": [{**TOLD, "at": "2018-05-01"}]}, {"boston.information": "not_in_force", "ma.notice": "allows"}),
    ("an act in the days of doubt", {"custody.arrested_at": "2018-01-01", "acts": [{**TOLD, "at": {"from": "2019-12-11", "to": "2019-12-18"}}]}, {"boston.information": "unsettled"}),
    ("the last minute before the act of 2026, written in UTC", {"custody.arrested_at": "2026-08-01", "acts": [{**TOLD, "at": "2026-08-05T03:59Z"}]}, {"ma.notice": "allows"}),
    ("the first minute of it, written in UTC", {"custody.arrested_at": "2026-08-01", "acts": [{**TOLD, "at": "2026-08-05T04:00Z"}]}, {"ma.notice": "unsettled"}),
    ("some time about it", {"custody.arrested_at": "2026-08-01", "acts": [{**TOLD, "at": {"from": "2026-08-04", "to": "2026-08-05"}}]}, {"ma.notice": "open"}),
    # Hours.
    ("24 hours on the clock in spring are 23", {**LATE, "custody.arrested_at": "2026-03-07T13:00", "as_of": "2026-03-08T13:30"}, {"ma.probable_cause": "not_yet"}),
    ("23 hours and a half on the clock in autumn are more than 24", {**LATE, "custody.arrested_at": "2026-10-31T13:00", "as_of": "2026-11-01T12:30"}, {"ma.probable_cause": "broken strong"}),
    ("six hours to the minute: the wait is over", {"custody.domestic": "abuse_or_strangulation", "client.minor": False, "custody.arrested_at": "2026-12-01T11:00-05:00"}, {"ma.domestic_bail": "protects"}),
    ("a minute before", {"custody.domestic": "abuse_or_strangulation", "client.minor": False, "custody.arrested_at": "2026-12-01T11:01-05:00"}, {"ma.domestic_bail": "not_yet"}),
    ("an adult by the date of birth", {"custody.domestic": "abuse_or_strangulation", "client.date_of_birth": "1990-01-01"}, {"ma.domestic_bail": "protects"}),
    ("a child by the date of birth", {"custody.domestic": "abuse_or_strangulation", "client.date_of_birth": "2010-01-01"}, {"ma.domestic_bail": "not_covered"}),
    ("an order broken, a day ago", {"custody.domestic": "order_violation", "custody.arrested_at": "2026-11-29T11:00-05:00"}, {"ma.domestic_bail": "not_yet"}),
    ("hours ran out, and a judge has seen the person", {**LATE, "custody.seen_by_judge": True}, {"ma.probable_cause": "broken strong", "ma.lunn": "not_yet"}),
    # The ground.
    ("no reason given", {"release.stated_ground": "none_given"}, {"boston.hold": "broken arguable", "ma.lunn": "broken arguable"}),
    ("nobody asked for the reason", {"release.stated_ground": None}, {"boston.hold": "open", "ma.lunn": "open"}),
    ("a court, and bail refused for the paper", {**NOT_DUE, "release.bail_refused_because_of_paper": True, "release.stated_ground": "court"}, {"ma.lunn": "broken arguable"}),
    # Papers by their form.
    ("a removal warrant called a court's", {"papers": [{"form": "I-205", **COURT}]}, {"us.administrative": "alert", "us.court_warrant": "not_covered", "us.removal_warrant": "alert"}),
    ("one of two administrative forms", {"papers": [{"form": ["I-200", "I-205"]}]}, {"us.administrative": "alert", "us.removal_warrant": "open"}),
    ("a notice, and no request", {"papers": [{"form": "I-247G"}]}, {"us.notice_only": "alert", "us.request": "not_covered", "us.form_clock": "not_covered", "us.regulation_clock": "not_covered"}),
    ("an older request", {"papers": [{"form": "I-247D", "cancelled": False}]}, {"us.form_clock": "not_covered", "us.regulation_clock": "alert"}),
    ("no paper seen or listed, and perhaps one", {"papers": [], "complete": []}, {"us.administrative": "open", "us.court_warrant": "open"}),
    # The act of 2026.
    ("before its reported signing", days("2026-08-04"), {"ma.protect_act": "not_in_force"}),
    ("from that day on, a court's officers are still bound", {"custody.custodian": "trial_court", **days("2026-08-05")}, {"ma.protect_act": "unsettled", "ma.court_hold": "broken strong"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"), [pytest.param(c, e, id=name) for name, c, e in FINDINGS]
)
def test_what_a_rule_says(changes: Changes, expected: dict[str, str]) -> None:
    assessment = said(changes)
    assert {rule: outcome(assessment, rule) for rule in expected} == expected


# ------------------------------------------------------------------ spells

MORNING = {"custodian": "boston_police", "from": "2026-12-01T06:00"}
SHERIFF = {"custodian": "suffolk_sheriff"}


def _passed_on(until: Any, **changes: Any) -> Changes:
    spells = [{**MORNING, "until": until}, {**SHERIFF, "from": until}]
    return {"custody.custodian": "suffolk_sheriff", "custody.spells": spells, **changes}


SPELLS: list[tuple[str, Changes, str]] = [
    ("passed on an hour after release", _passed_on("2026-12-01T13:00"), "broken strong"),
    ("passed on to ICE", {**_passed_on("2026-12-01T13:00"), **WITH_ICE, "custody.spells": [{**MORNING, "until": "2026-12-01T13:00"}, {"custodian": "ice"}]}, "broken strong"),
    ("nobody knows when", _passed_on("unknown"), "open"),
    ("some time that day", _passed_on("2026-12-01"), "open"),
    ("on a day of doubt", {**days("2019-12-18"), **_passed_on("2019-12-18T13:00"), "as_of": "2019-12-20"}, "unsettled"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(c, e, id=n) for n, c, e in SPELLS])
def test_a_past_holder_is_judged_by_its_own_time(changes: Changes, expected: str) -> None:
    assert outcome(said(changes), "boston.hold") == expected


def test_a_spell_that_ended_as_release_fell_due_broke_nothing() -> None:
    assert not outcome(said(_passed_on(NOON)), "boston.hold").startswith("broken")


# ------------------------------------------------------------------ what is asked


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"release.stated_ground": None}, "release.stated_ground"),
        ({**LEFT, "release.handed_over": None}, "release.handed_over"),
        ({"release.event": ["none", "recognizance"], "release.bail": None}, "release.event"),
        ({"release.event": "unknown", "release.bail": "set_unpaid"}, "release.event"),
        ({"release.at": "2026-12-01"}, "release.at"),
        ({**LATE, "custody.arrested_at": "2026-11-30"}, "custody.arrested_at"),
        ({**LATE, "custody.exigency": None}, "custody.exigency"),
        ({"papers": [{**WARRANT, "seen": None}]}, "papers"),
        ({"holds": [], "complete": ["papers"]}, "holds"),
        ({"custody.custodian": None}, "custody.custodian"),
        ({"custody.custodian": "county_sheriff"}, "custody.ice_contract_bed"),
        (
            {"release.stated_ground": "processing", "release.processing_done_at": "2026-12-01"},
            "release.processing_done_at",
        ),
    ],
)
def test_the_answer_that_is_missing_is_asked_for(changes: Changes, key: str) -> None:
    assessment = said(changes)
    assert assessment.hold.answer.value == "open"
    assert key in assessment.hold.asks
    assert key in [question.question for question in assessment.ask_next]


def test_what_was_declined_is_not_asked_and_stays_open() -> None:
    assessment = said({"release.stated_ground": "declined"})
    assert assessment.hold.answer.value == "open"
    assert assessment.ask_next == ()


def test_a_bed_for_ice_is_asked_of_a_county_jail_only() -> None:
    for custodian in ("boston_police", "suffolk_sheriff", "trial_court"):
        asked = said({"custody.custodian": custodian, "papers": [], "complete": []}).ask_next
        assert "custody.ice_contract_bed" not in [question.question for question in asked]


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize(
    "changes",
    [
        NOT_DUE,
        WITH_ICE,
        {"holds": [{"live": True}]},
        {"papers": [{**DETAINER, "cancelled": True}]},
        {"papers": [{**DETAINER, "box": 2}]},
        {"papers": [{"form": "I-247N"}]},
        {"custody.custodian": "county_sheriff", "custody.ice_contract_bed": True},
        TAKEN,
    ],
)
def test_no_clock_of_a_detainer_runs(changes: Changes) -> None:
    assert said(changes).clocks == ()


def test_the_answer_names_what_it_rests_on() -> None:
    hold = said({**DRUNK, "custody.sober_at": "2026-12-01T16:00-05:00"}).hold
    assert hold.rests_on == ("boston.hold", "ma.lunn", "ma.protective_custody")
    assert dict(hold.stands_without) == {
        "boston.hold": True,
        "ma.lunn": True,
        "ma.protective_custody": False,
    }


def test_only_a_rule_that_really_made_release_due_is_named() -> None:
    refused = {"release.bail_refused_because_of_paper": True}
    hold = said({**LATE, **refused, "custody.seen_by_judge": True}).hold
    assert hold.answer.value == "unlawful"
    assert hold.rests_on == ("boston.hold", "ma.lunn", "ma.bail_refused")


def test_each_act_has_its_own_conclusion() -> None:
    assessment = said({})
    assert assessment.transfer.outcome.value == "protects"
    assert assessment.transfer.rules == ("boston.transfer",)
    assert assessment.notify.outcome.value == "unsettled"
    assert assessment.notify.rules == ("ma.notice",)
    assert assessment.ice.outcome.value == "allows"


def test_oddities_of_a_paper_change_nothing() -> None:
    plain = said({"papers": [{"form": "I-205"}]})
    odd = said({"papers": [{"form": "I-205", "box": 1, "issued_by": "court", "attached": ["I-200"]}]})
    assert len(odd.contradictions) == 3
    assert [f.outcome for f in odd.findings] == [f.outcome for f in plain.findings]


@pytest.mark.parametrize(
    "paper",
    [{"box": 1}, {"form": ["I-247A", "I-200"], "box": 1}, {"form": "unknown", "box": 2}],
)
def test_a_form_that_nobody_knows_may_have_boxes(paper: dict[str, Any]) -> None:
    assert said({"papers": [paper]}).contradictions == ()


def test_a_paper_of_unknown_form_may_be_the_one_attached() -> None:
    papers = [{**DETAINER, "attached": ["I-200"]}, {"form": ["I-200", "I-205"]}]
    assert said({"papers": papers}).contradictions == ()


def test_boston_is_no_town_with_a_police_of_its_own_kind() -> None:
    with pytest.raises(Problem, match="boston_police"):
        said({"custody.custodian": "municipal_police", "custody.town": "Boston"})
