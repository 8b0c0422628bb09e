"""What a letter to a custodian may look at beyond what every letter may, and puts into its slots.

It is read by those who hold the person: it asks for release and for reasons, and holds
nothing on status, country or fear. What a form shows them they have in their hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.case import Case, Entry
from desktop.domain.findings import Assessment, HoldAnswer, Outcome, Strength
from desktop.domain.letters import Asked
from desktop.domain.moments import Moment, day_of
from desktop.domain.vocabulary import DETAINERS, IMMIGRATION_FORMS
from desktop.letters.saying import Voice
from desktop.letters.subjects import SUBJECTS, UNKNOWN

_BOSTON = "boston_police", "boston_department"
_ONLY_NOTICE = "I-247G", "I-247N"
_WARRANTS = "I-200", "I-205"
_PRINTED = ("A", "B")
_YES_NO = ("yes", "no")
_MORE_RULES = ("boston.question",)
_OUTCOMES = SUBJECTS["ma.lunn"]

FOR_CUSTODIAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **SUBJECTS,
        "immigration_paper": _YES_NO,
        "detainer": ("asks_to_hold", "other", "none"),
        "immigration_warrant": _YES_NO,
        "town_hold": _YES_NO,
        "boston_acts": _YES_NO,
        "born": ("known", UNKNOWN),
        "court": ("named", "left_out"),
        **dict.fromkeys(_MORE_RULES, _OUTCOMES),
    }
)


def sight_for_custodian(
    case: Case, assessment: Assessment, asked: Asked
) -> dict[str, frozenset[str]]:
    """The words that are true of these further subjects."""

    def said(holds: bool) -> frozenset[str]:
        return frozenset({"yes" if holds else "no"})

    boston = case.text("custody.custodian") in _BOSTON
    seen = {
        "immigration_paper": said(any(_is(IMMIGRATION_FORMS, paper) for paper in _papers(case))),
        "detainer": frozenset({_detainer(case)}),
        "immigration_warrant": said(any(_is(_WARRANTS, paper) for paper in _papers(case))),
        "town_hold": said(town_rule(assessment) is not None),
        "boston_acts": said(boston),
        "born": frozenset({"known" if _born(case) else UNKNOWN}),
        "court": frozenset({"named" if asked.names_court else "left_out"}),
    }
    for rule in _MORE_RULES:
        finding = assessment.finding(rule)
        seen[rule] = frozenset({finding.outcome.value if finding else "missing"})
    return seen


def values_for_custodian(
    case: Case, assessment: Assessment, asked: Asked, voice: Voice
) -> dict[str, str | None]:
    """What fills the further slots; None prints as a line to fill in by hand."""
    town = town_rule(assessment)
    return {
        "place": case.text("custody.place"),
        "delivery": asked.delivery,
        "asked_by": asked.asked_by,
        "reply_by": asked.reply_by,
        "paper_list": voice.list_of.join(_paper_names(case)),
        "arrested_at": _moment(case, "custody.arrested_at", voice),
        "arrived_at": _moment(case, "custody.arrived_at", voice),
        "tendered_at": _moment(case, "release.at", voice),
        "since": _since(case, voice),
        "date_of_birth": _born_said(case, voice),
        "town_hold": town,
    }


def town_rule(assessment: Assessment) -> str | None:
    """What a town's own rule on holding says, and where, if it is broken and may be cited."""
    for finding in assessment.findings:
        place, _, act = finding.rule.partition(".")
        own = act == "hold" and place not in ("boston", "ma", "us")
        named = [cite.text for cite in finding.cites if cite.print_level in _PRINTED]
        if own and finding.outcome is Outcome.BROKEN and named:
            return f"{finding.paraphrase} ({named[0]})"
    return None


def is_only_arguable(assessment: Assessment) -> bool:
    if assessment.hold.answer is not HoldAnswer.UNLAWFUL:
        return False
    return all(finding.strength is not Strength.STRONG for finding in assessment.resting)


def _papers(case: Case) -> tuple[Entry, ...]:
    return tuple(
        paper for paper in case.entries("papers") if paper.get("names_client") is not False
    )


def _is(forms: tuple[str, ...], paper: Entry) -> bool:
    return paper.get("form") in forms


def _detainer(case: Case) -> str:
    live = [
        paper
        for paper in _papers(case)
        if _is(DETAINERS, paper) and paper.get("cancelled") is not True
    ]
    if any(not _is(_ONLY_NOTICE, paper) and paper.get("box") != "2" for paper in live):
        return "asks_to_hold"
    return "other" if live else "none"


def _paper_names(case: Case) -> list[str]:
    forms = (str(paper.get("form")) for paper in _papers(case) if _is(IMMIGRATION_FORMS, paper))
    return [f"Form {form}" for form in dict.fromkeys(forms)]


def _moment(case: Case, key: str, voice: Voice) -> str | None:
    when = case.get(key)
    if not isinstance(when, Moment) or when.earliest is None:
        return None
    if when.exact is not None:
        return voice.at_moment(when.exact)
    return voice.on_weekday(day_of(when.earliest))


def _since(case: Case, voice: Voice) -> str | None:
    """English, as all such letters: "since Tuesday", and not "since on Tuesday"."""
    said = _moment(case, "custody.arrested_at", voice)
    return said and said.removeprefix("on ")


def _born(case: Case) -> bool:
    return isinstance(case.get("client.date_of_birth"), Moment)


def _born_said(case: Case, voice: Voice) -> str | None:
    born = case.get("client.date_of_birth")
    if not isinstance(born, Moment) or born.earliest is None:
        return None
    return voice.said_date(day_of(born.earliest))
