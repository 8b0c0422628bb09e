"""What a letter sees of a case. The only module of the letters that reads one for a condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome, Strength
from desktop.domain.moments import Moment, day_of
from desktop.domain.silence import OneOf
from desktop.domain.vocabulary import FEDERAL
from desktop.letters.subjects import MISSING, NAMED_EVENTS, RULES, SAYABLE, UNKNOWN

# Up to so many open facts a letter says what follows either way; with more it speaks in general.
FEW = 2
_BAIL_OR_RELEASE = {"event", "bail"}

Sight = Mapping[str, frozenset[str]]


def sight_of(case: Case, assessment: Assessment) -> dict[str, frozenset[str]]:
    """The words that are true of this case, subject by subject."""
    seen = {subject: frozenset({look(case, assessment)}) for subject, look in _LOOKS.items()}
    asked = asked_of(assessment)
    seen["asked"] = frozenset(asked or ("nothing",))
    facts = {"event" if word in _BAIL_OR_RELEASE else word for word in asked}
    seen["open_facts"] = frozenset({"few" if 1 <= len(facts) <= FEW else "many"})
    for rule in RULES:
        finding = assessment.finding(rule)
        seen[rule] = frozenset({finding.outcome.value if finding else MISSING})
    return seen


def asked_of(assessment: Assessment) -> tuple[str, ...]:
    """What the rules on holding still ask and a person in a cell can find out."""
    if assessment.hold.answer is not HoldAnswer.OPEN:
        return ()
    return tuple(word for key, word in SAYABLE.items() if key in assessment.hold.asks)


def event_of(case: Case, now: datetime) -> str:
    """What made release due: the event, a paid bail, or the end of every charge."""
    when = case.get("release.at")
    if isinstance(when, Moment) and when.earliest is not None and when.earliest > now:
        return "none"
    event = case.text("release.event")
    if event is not None and event != "none":
        return event
    if case.text("release.bail") == "posted":
        return "bail_posted"
    return _end_of_charges(case) or event or UNKNOWN


def _end_of_charges(case: Case) -> str | None:
    charges = case.entries("charges")
    if not charges or not case.is_whole("charges"):
        return None
    statuses = {charge.get("status") for charge in charges}
    if not statuses <= {"dismissed", "nolle_prosequi", "acquitted", "diverted", "served"}:
        return None
    if "served" in statuses:
        return "sentence_served"
    return "diversion" if "diverted" in statuses else "charges_ended"


def _due(case: Case, assessment: Assessment) -> str:
    event = event_of(case, assessment.as_of)
    if event in NAMED_EVENTS:
        return event
    if event not in ("none", UNKNOWN):
        return "ended"
    if _outcome(assessment, "ma.bail_refused") is Outcome.BROKEN:
        return "bail_refused"
    return "hours" if _outcome(assessment, "ma.probable_cause") is Outcome.BROKEN else "none"


def _due_time(case: Case, assessment: Assessment) -> str:
    when = case.get("release.at")
    return "known" if isinstance(when, Moment) and _says_a_day(when) else UNKNOWN


def _says_a_day(when: Moment) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return day_of(when.earliest) == day_of(when.latest)


def _strength(case: Case, assessment: Assessment) -> str:
    if assessment.hold.answer is not HoldAnswer.UNLAWFUL:
        return "none"
    strengths = [finding.strength for finding in assessment.resting]
    return "strong" if Strength.STRONG in strengths else "arguable"


def _federal_holder(case: Case, assessment: Assessment) -> str:
    custodian = case.text("custody.custodian")
    if custodian == "county_sheriff" and case.get("custody.ice_contract_bed") is True:
        return "bed"
    if custodian == "ice" or case.get("release.handed_over") is True:
        return "ice"
    return "other" if custodian in FEDERAL else "none"


def _bail(case: Case, assessment: Assessment) -> str:
    bail = case.get("release.bail")
    if isinstance(bail, OneOf):
        return "set" if "not_set" not in bail.words else UNKNOWN
    return bail if isinstance(bail, str) else UNKNOWN


def _minor(case: Case, assessment: Assessment) -> str:
    if isinstance(case.get("client.minor"), bool):
        return _yes_no("client.minor")(case, assessment)
    born = case.get("client.date_of_birth")
    if not isinstance(born, Moment) or born.earliest is None:
        return UNKNOWN
    today, birthday = day_of(assessment.as_of), day_of(born.earliest)
    had_it = (today.month, today.day) >= (birthday.month, birthday.day)
    return "yes" if today.year - birthday.year - (not had_it) < 18 else "no"


def _papers_and_holds(case: Case, assessment: Assessment) -> str:
    lists = ("papers", "holds")
    none = all(case.is_whole(name) and not case.entries(name) for name in lists)
    return "empty" if none else "other"


def _clocks(case: Case, assessment: Assessment) -> str:
    ends = clock_ends(assessment)
    if ends is None:
        return "none"
    return "same" if ends[0] == ends[1] else "two"


def clock_ends(assessment: Assessment) -> tuple[datetime, datetime] | None:
    """When the two counts of a detainer end: the form's way, and the regulation's.

    Where a count has two readings the later end is said: it is never a power to hold.
    """
    ends: dict[str, datetime] = {}
    for clock in assessment.clocks:
        ends[clock.rule] = max(clock.ends, ends.get(clock.rule, clock.ends))
    if not {"us.form_clock", "us.regulation_clock"} <= set(ends):
        return None
    return ends["us.form_clock"], ends["us.regulation_clock"]


def _boston_actor(rule: str) -> Callable[[Case, Assessment], str]:
    """Which of Boston's own people holds, or did the act that a rule speaks of."""
    words = {"boston_police": "police", "boston_department": "department"}

    def look(case: Case, assessment: Assessment) -> str:
        custodian = case.text("custody.custodian")
        if custodian in words:
            return words[custodian]
        finding = assessment.finding(rule)
        told = (Outcome.BROKEN, Outcome.ALLOWS, Outcome.UNSETTLED, Outcome.PROTECTS)
        if finding is None or finding.outcome not in told:
            return "nobody"
        return words.get(finding.binds or "", "nobody")

    return look


def _past_hold(case: Case, assessment: Assessment) -> str:
    broken = (_outcome(assessment, rule) for rule in ("boston.hold", "ma.lunn"))
    return "broken" if Outcome.BROKEN in broken else "other"


def _outcome(assessment: Assessment, rule: str) -> Outcome | None:
    finding = assessment.finding(rule)
    return None if finding is None else finding.outcome


def _yes_no(key: str) -> Callable[[Case, Assessment], str]:
    words = {True: "yes", False: "no"}

    def look(case: Case, assessment: Assessment) -> str:
        answer = case.get(key)
        return words[answer] if isinstance(answer, bool) else UNKNOWN

    return look


def _word(key: str) -> Callable[[Case, Assessment], str]:
    return lambda case, assessment: case.text(key) or UNKNOWN


_LOOKS: dict[str, Callable[[Case, Assessment], str]] = {
    "hold": lambda case, assessment: assessment.hold.answer.value,
    "strength": _strength,
    "custodian": _word("custody.custodian"),
    "arrested_by": _word("custody.arrested_by"),
    "town": lambda case, assessment: "known" if case.text("custody.town") else UNKNOWN,
    "federal_holder": _federal_holder,
    "state": _word("custody.state"),
    "seen_by_judge": _yes_no("custody.seen_by_judge"),
    "ice_present": _yes_no("release.ice_present"),
    "minor": _minor,
    "event": lambda case, assessment: event_of(case, assessment.as_of),
    "bail": _bail,
    "due": _due,
    "due_time": _due_time,
    "papers_and_holds": _papers_and_holds,
    "notice_form": lambda case, assessment: (
        "yes" if any(p.get("form") == "I-247G" for p in case.entries("papers")) else "no"
    ),
    "clocks": _clocks,
    "transfer_by": _boston_actor("boston.transfer"),
    "information_by": _boston_actor("boston.information"),
    "past_hold": _past_hold,
    "claim_dates": lambda case, assessment: (
        "yes" if any(d.rule == "ma.claim_deadlines" for d in assessment.dates) else "no"
    ),
}
