"""All that a letter for a client may look at, and the words for what it sees.

A letter is read in jails. What it says or leaves out for one person must not
tell another reader that person's status, country, charge or fear: so the
conditions of passages can name only these subjects. Add a subject with that
in mind, or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.findings import HoldAnswer, Outcome
from desktop.domain.vocabulary import AGENCIES, SCALARS

UNKNOWN = "unknown"
MISSING = "missing"
POLICE = (
    "boston_police",
    "municipal_police",
    "state_police",
    "transit_police",
    "campus_police",
)
RULES = (
    "boston.hold",
    "boston.arrest",
    "boston.transfer",
    "boston.information",
    "ma.lunn",
    "ma.handover",
    "ma.probable_cause",
    "ma.bail_refused",
    "ma.telephone",
    "ma.grounds",
)
# What can be asked by the person who is held, in the order in which it helps them. The order
# of the screen's questions would not do: it weighs findings that a letter may not tell of.
SAYABLE = {
    "custody.custodian": "custodian",
    "custody.ice_contract_bed": "ice_bed",
    "release.handed_over": "handed_over",
    "release.event": "event",
    "release.bail": "bail",
    "release.stated_ground": "ground",
    "papers": "papers",
    "holds": "holds",
    "charges": "charges",
}
_EVENTS = SCALARS["release.event"].words
# All of these but one have words to say; whether ICE took a person is not for them to ask.
QUESTIONS = tuple(word for word in SAYABLE.values() if word != "handed_over")
NAMED_EVENTS = (
    "bail_posted",
    "recognizance",
    "charges_ended",
    "acquitted",
    "diversion",
    "released_to_adult",
)
_YES_NO = ("yes", "no", UNKNOWN)
_OUTCOMES = (*(outcome.value for outcome in Outcome), MISSING)
_ACTORS = ("police", "department", "nobody")

# Every subject and the words that can be said of it.
SUBJECTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "hold": tuple(answer.value for answer in HoldAnswer),
        "strength": ("strong", "arguable", "none"),
        "custodian": (*AGENCIES, UNKNOWN),
        "arrested_by": (*AGENCIES, UNKNOWN),
        "town": ("known", UNKNOWN),
        "federal_holder": ("ice", "bed", "other", "none"),
        "state": ("in_custody", "released", UNKNOWN),
        "seen_by_judge": _YES_NO,
        "ice_present": _YES_NO,
        "minor": _YES_NO,
        "event": (*_EVENTS, UNKNOWN),
        "bail": ("not_set", "set_unpaid", "posted", "set", UNKNOWN),
        "due": (*NAMED_EVENTS, "ended", "hours", "bail_refused", "none"),
        "due_time": ("known", UNKNOWN),
        "asked": (*SAYABLE.values(), "nothing"),
        "open_facts": ("few", "many"),
        "papers_and_holds": ("empty", "other"),
        "notice_form": ("yes", "no"),
        "clocks": ("none", "two", "same"),
        "transfer_by": _ACTORS,
        "information_by": _ACTORS,
        "past_hold": ("broken", "other"),
        "claim_dates": ("yes", "no"),
        "name": ("printed", "left_out"),
        "stale": ("yes", "no"),
        "translation": ("none", "draft", "confirmed"),
        **dict.fromkeys(RULES, _OUTCOMES),
    }
)

# Words that stand for several words of a subject, so that a condition reads as it is said.
GROUPS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("asked", "a_question"): QUESTIONS,
        ("hold", "local"): tuple(
            answer.value
            for answer in HoldAnswer
            if answer not in (HoldAnswer.FEDERAL_CUSTODY, HoldAnswer.RELEASED)
        ),
        ("custodian", "any_police"): POLICE,
        ("custodian", "boston_agency"): (
            "boston_police",
            "boston_department",
            "boston_affiliate",
        ),
    }
)
