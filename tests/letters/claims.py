"""When each passage prints, said a second time and in another way: from the facts themselves.

The letter's own conditions are sentences about subjects; these are functions
over a case and its assessment. Where the two disagree one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, Outcome
from tests.letters.situations import Situation

Claim = Callable[[Situation], bool]
POLICE = {
    "boston_police",
    "municipal_police",
    "state_police",
    "transit_police",
    "campus_police",
}
CITY = {"boston_police", "boston_department"}
SAYABLE = {
    "custody.custodian": 1,
    "custody.ice_contract_bed": 2,
    "release.handed_over": 3,
    "release.event": 4,
    "release.bail": 4,
    "release.stated_ground": 5,
    "papers": 6,
    "holds": 7,
    "charges": 8,
}


def hold(situation: Situation) -> str:
    return situation.assessment.hold.answer.value


def holder(situation: Situation) -> str | None:
    return situation.case.text("custody.custodian")


def local(situation: Situation) -> bool:
    return hold(situation) not in ("federal_custody", "released")


def outcome(situation: Situation, rule: str) -> Outcome | None:
    found = situation.assessment.finding(rule)
    return found.outcome if found else None


def broken(situation: Situation, *rules: str) -> bool:
    return any(outcome(situation, rule) is Outcome.BROKEN for rule in rules)


def by_city(situation: Situation, rule: str) -> bool:
    found = situation.assessment.finding(rule)
    did = found is not None and found.outcome is not Outcome.OPEN and found.binds in CITY
    return holder(situation) in CITY or did


def asked(situation: Situation, *keys: str) -> bool:
    return hold(situation) == "open" and bool(set(keys) & set(situation.assessment.hold.asks))


def few(situation: Situation) -> bool:
    known = {SAYABLE[key] for key in situation.assessment.hold.asks if key in SAYABLE}
    return 1 <= len(known) <= 2


def no_event(case: Case) -> bool:
    return case.text("release.event") in (None, "none") and case.text("release.bail") != "posted"


def clocks(assessment: Assessment) -> set[object]:
    rules = {clock.rule for clock in assessment.clocks}
    whole = rules == {"us.form_clock", "us.regulation_clock"}
    return {clock.ends for clock in assessment.clocks} if whole else set()


def answers(word: str) -> Claim:
    return lambda s: hold(s) == word


def held_by(*agencies: str) -> Claim:
    return lambda s: local(s) and holder(s) in agencies


def if_then(*keys: str, also: Claim = lambda s: True) -> Claim:
    prison = "department_of_correction"
    return lambda s: asked(s, *keys) and few(s) and holder(s) != prison and also(s)


def bail_is_set(situation: Situation) -> bool:
    return not isinstance(situation.case.get("release.bail"), str) and "set_unpaid" in str(
        situation.case.get("release.bail")
    )


def in_federal_hands(situation: Situation) -> bool:
    return hold(situation) == "federal_custody" and holder(situation) in (
        "ice",
        "county_sheriff",
    )


def in_force(situation: Situation) -> bool:
    return outcome(situation, "boston.hold") not in (None, Outcome.NOT_IN_FORCE)


def of_the_amendment(situation: Situation) -> bool:
    """Not before December 2019, when the city's rules on questions and information came."""
    return outcome(situation, "boston.information") is not Outcome.NOT_IN_FORCE


def released(situation: Situation) -> bool:
    return situation.case.text("custody.state") == "released"


CLAIMS: Mapping[str, Claim] = {
    "now.unlawful": answers("unlawful"),
    "now.not_due": answers("not_due"),
    "now.other_basis": answers("other_basis"),
    "now.court_warrant": answers("court_warrant"),
    "now.federal": answers("federal_custody"),
    "now.unsettled": answers("unsettled"),
    "now.released": answers("released"),
    "now.open": lambda s: not released(s) and asked(s, *SAYABLE),
    "now.open.general": lambda s: hold(s) == "open" and not released(s) and not asked(s, *SAYABLE),
    "now.open.let_go": lambda s: hold(s) == "open" and released(s),
    "answer.unlawful.strong": lambda s: (
        hold(s) == "unlawful" and s.assessment.findings[0].strength != "arguable"
    ),
    "answer.unlawful.arguable": lambda s: (
        hold(s) == "unlawful" and s.assessment.findings[0].strength == "arguable"
    ),
    "answer.not_due": answers("not_due"),
    "answer.not_due.bail": lambda s: (
        hold(s) == "not_due" and s.case.text("release.bail") == "set_unpaid"
    ),
    "answer.other_basis": answers("other_basis"),
    "answer.court_warrant": answers("court_warrant"),
    "answer.federal.ice": lambda s: hold(s) == "federal_custody" and holder(s) == "ice",
    "answer.federal.bed": lambda s: hold(s) == "federal_custody" and holder(s) == "county_sheriff",
    "answer.federal.other": lambda s: hold(s) == "federal_custody" and holder(s) == "us_marshals",
    "answer.unsettled": answers("unsettled"),
    "answer.unsettled.no_paper": lambda s: (
        hold(s) == "unsettled" and {"papers", "holds"} <= s.case.complete
    ),
    "answer.released": answers("released"),
    "answer.released.past": lambda s: hold(s) == "released" and broken(s, "ma.lunn", "boston.hold"),
    "answer.open": lambda s: hold(s) == "open" and few(s),
    "answer.open.many": lambda s: hold(s) == "open" and not few(s),
    "why.notice_only": lambda s: local(s) and bool(s.case.entries("papers")),
    "why.lunn": local,
    "why.lunn_limits": local,
    "custodian.boston_police": lambda s: held_by("boston_police")(s) and in_force(s),
    "custodian.boston_police.state_law": lambda s: held_by("boston_police")(s) and not in_force(s),
    "custodian.boston_office": held_by("boston_department", "boston_affiliate"),
    "custodian.sheriff": held_by("suffolk_sheriff", "county_sheriff"),
    "custodian.court": held_by("trial_court", "probation"),
    "custodian.state_police": held_by("state_police"),
    "custodian.transit_police": held_by("transit_police"),
    "custodian.campus_police": held_by("campus_police"),
    "custodian.town_plain": lambda s: (
        held_by("municipal_police")(s) and s.case.text("custody.town") is not None
    ),
    "custodian.town_unknown": lambda s: (
        held_by("municipal_police")(s) and s.case.text("custody.town") is None
    ),
    "custodian.state_prison": held_by("department_of_correction"),
    "custodian.youth": held_by("youth_services"),
    "custodian.other": held_by("other", "district_attorney"),
    "custodian.not_boston": lambda s: (
        local(s)
        and s.case.text("custody.arrested_by") == "boston_police"
        and holder(s) not in (*CITY, "boston_affiliate", None)
    ),
    "ifthen.prison": lambda s: hold(s) == "open" and holder(s) == "department_of_correction",
    "ifthen.general": lambda s: hold(s) == "open" and not few(s) and holder(s) is None,
    "ifthen.general.holder_known": lambda s: (
        hold(s) == "open" and not few(s) and holder(s) not in (None, "department_of_correction")
    ),
    "ifthen.custodian": if_then("custody.custodian"),
    "ifthen.ice_bed": if_then("custody.ice_contract_bed"),
    "ifthen.handed_over": if_then("release.handed_over", also=released),
    "ifthen.bail": if_then("release.event", "release.bail", also=bail_is_set),
    "ifthen.event": if_then("release.event", "release.bail", also=lambda s: not bail_is_set(s)),
    "ifthen.ground": if_then("release.stated_ground"),
    "ifthen.court_warrant": if_then("papers"),
    "ifthen.other_hold": if_then("holds"),
    "ifthen.charges": if_then("charges"),
    "handover.words": local,
    "handover.boston": lambda s: (
        by_city(s, "boston.transfer")
        and outcome(s, "boston.transfer") in (Outcome.PROTECTS, Outcome.BROKEN, Outcome.OPEN)
        and (local(s) or broken(s, "boston.transfer"))
    ),
    "handover.boston_order": lambda s: (
        by_city(s, "boston.transfer")
        and outcome(s, "boston.transfer") in (Outcome.ALLOWS, Outcome.UNSETTLED)
    ),
    "handover.boston_done": lambda s: broken(s, "boston.transfer"),
    "handover.other": lambda s: local(s) and holder(s) not in CITY,
    "handover.at_release": lambda s: (
        local(s)
        and (
            s.case.get("release.ice_present") is True
            or outcome(s, "ma.handover") is Outcome.UNSETTLED
        )
    ),
    "question.boston": lambda s: held_by("boston_police")(s) and of_the_amendment(s),
    "ice.itself": lambda s: hold(s) != "federal_custody",
    "ice.if_taken": lambda s: hold(s) != "federal_custody",
    "bail.first": lambda s: local(s) and no_event(s.case),
    "bail.fee": lambda s: (
        local(s) and no_event(s.case) and s.case.get("custody.seen_by_judge") is not True
    ),
    "minor.adult": lambda s: local(s) and s.case.get("client.minor") is True,
    "minor.questions": lambda s: local(s) and s.case.get("client.minor") is True,
    "federal.place": answers("federal_custody"),
    "federal.habeas": in_federal_hands,
    "federal.bond": in_federal_hands,
    "federal.reasons": in_federal_hands,
    "federal.how": in_federal_hands,
    "clock.two": lambda s: len(clocks(s.assessment)) == 2,
    "clock.same": lambda s: len(clocks(s.assessment)) == 1,
    "clock.caution": lambda s: bool(clocks(s.assessment)),
    "clock.state": lambda s: local(s) and bool(clocks(s.assessment)),
    "notice.general": lambda s: local(s) and holder(s) not in CITY,
    "notice.boston": lambda s: (
        by_city(s, "boston.information")
        and of_the_amendment(s)
        and (local(s) or broken(s, "boston.information"))
    ),
    "notice.boston_done": lambda s: broken(s, "boston.information"),
    "station.ground": local,
    "station.phone": lambda s: (
        local(s) and holder(s) in POLICE and s.case.get("custody.seen_by_judge") is not True
    ),
    "station.phone_late": lambda s: broken(s, "ma.telephone"),
    "station.injury": lambda s: local(s) and holder(s) in POLICE,
    "court.interpreter": local,
    "court.plea": lambda s: hold(s) != "federal_custody",
    "court.judge": local,
    "after.call": lambda s: hold(s) != "federal_custody",
    "after.write": lambda s: hold(s) != "federal_custody",
    "after.claim": lambda s: bool(s.assessment.dates),
    "after.complain_boston": lambda s: broken(s, "boston.hold", "boston.arrest", "boston.transfer"),
    "after.complain_state": lambda s: (
        holder(s) in POLICE and broken(s, "boston.hold", "ma.lunn", "ma.telephone", "ma.grounds")
    ),
    "about.stale": lambda s: any(
        source.stale for found in s.assessment.findings for source in found.cites
    ),
}
ALWAYS = frozenset(
    "about.elsewhere about.is about.is_not about.keep about.private call.clinic call.lawyer "
    "call.number call.recorded opening.purpose question.say question.truth sign.ice sign.other "
    "station.interpreter tell.children tell.citizen tell.consulate tell.fear tell.harm "
    "tell.health tell.intro tell.proof why.court_paper why.paper".split()
)
# Decided by what the advocate chose, not by the case.
CHOSEN = frozenset({"opening.name", "about.translation_draft", "about.translation_by"})
