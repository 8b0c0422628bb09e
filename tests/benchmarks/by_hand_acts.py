"""The four of the fifteen rules that look at what officers did, as plain ``if``s."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment

FEDERAL = {"ice", "us_marshals", "other_federal"}
PASSED = datetime(2019, 12, 11, 5, tzinfo=UTC)
IN_FORCE = datetime(2019, 12, 19, 5, tzinfo=UTC)
ACT_2026 = datetime(2026, 8, 5, 4, tzinfo=UTC)
ON_ACTS = ("boston.transfer", "boston.information", "boston.question", "ma.notice")


def outcomes_of_acts(case: Case, as_of: datetime) -> dict[str, str]:
    """What each of the four says over all acts."""
    judge = any(p.get("form") == "immigration_judge_order" for p in case.entries("papers"))
    read = any(
        p.get("form") == "AO 442" and p.get("names_client") is True and p.get("seen") is True
        for p in case.entries("papers")
    )
    heard: dict[str, list[str]] = {rule: [] for rule in ON_ACTS}
    for act in case.entries("acts"):
        kind, by = act.get("kind"), act.get("by")
        city = by in ("boston_police", "boston_department", "boston_affiliate")
        if kind == "transfer" and city:
            heard["boston.transfer"].append(_transfer(act, judge, read))
        elif kind in _TOLD:
            if city:
                heard["boston.information"].append(_information(act))
            if by not in FEDERAL and act.get("to") in ("ice", "other_federal"):
                old = at(act.get("at")) < ACT_2026
                heard["ma.notice"].append("allows" if old else "unsettled")
        elif kind == "status_question" and city:
            heard["boston.question"].append(_question(act))
    return together(case, as_of, heard)


def together(case: Case, as_of: datetime, heard: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The gravest word over all acts; where nobody did such a thing, by who holds."""
    custodian = case.answers["custody.custodian"]
    handed = case.answers.get("release.handed_over")
    said: dict[str, str] = {}
    for rule, told_of_acts in heard.items():
        words = [word for word in told_of_acts if word != "not_covered"]
        if words:
            said[rule] = min(words, key=_GRAVITY.index)
        elif rule == "ma.notice":
            today = "allows" if as_of < ACT_2026 else "unsettled"
            said[rule] = "not_covered" if custodian in FEDERAL else today
        elif custodian in _LOOKS_AT[rule]:
            if as_of < PASSED:
                said[rule] = "not_in_force"
            elif as_of < IN_FORCE or (rule == "boston.transfer" and handed):
                said[rule] = "unsettled"
            else:
                said[rule] = "protects"
        else:
            unclear = custodian in ("boston_department", "boston_affiliate")
            said[rule] = "unsettled" if unclear else "not_covered"
    return said


_TOLD = ("release_time", "personal_information", "status_information")
_LOOKS_AT = {
    "boston.transfer": ("boston_police", "boston_department"),
    "boston.information": ("boston_police", "boston_department"),
    "boston.question": ("boston_police", "boston_department"),
    "ma.notice": (),
}
_GRAVITY = [
    "broken strong",
    "broken arguable",
    "unsettled",
    "allows",
    "protects",
    "not_in_force",
]


def _transfer(act: Entry, judge: bool, read: bool) -> str:
    when, to = at(act.get("at")), act.get("to")
    if when < PASSED:
        return "not_in_force"
    if to not in ("ice", "other_federal"):
        return "not_covered"
    if read or act.get("judicial_order") is True:
        return "allows"
    if when < IN_FORCE or act.get("by") == "boston_affiliate" or judge or to == "other_federal":
        return "unsettled"
    return "broken strong"


def _information(act: Entry) -> str:
    when, to, purpose = at(act.get("at")), act.get("to"), act.get("purpose")
    if when < PASSED:
        return "not_in_force"
    if to not in ("ice", "other_federal"):
        return "not_covered"
    if act.get("kind") == "status_information" or purpose == "criminal":
        return "allows"
    if when < IN_FORCE or act.get("by") == "boston_affiliate" or to == "other_federal":
        return "unsettled"
    if purpose == "mixed" or act.get("unit") == "hsi":
        return "unsettled"
    return "broken strong"


def _question(act: Entry) -> str:
    when, purpose = at(act.get("at")), act.get("purpose")
    if when < PASSED:
        return "not_in_force"
    if act.get("certification") is True or purpose == "criminal":
        return "allows"
    if when < IN_FORCE or act.get("by") == "boston_affiliate" or purpose == "mixed":
        return "unsettled"
    return "broken arguable"


def at(answer: object) -> datetime:
    assert isinstance(answer, Moment) and answer.earliest is not None
    return answer.earliest
