"""The answer on holding in one sentence for the telephone, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, Finding, HoldAnswer
from desktop.domain.moments import Moment
from desktop.domain.names import WORD_NAMES
from desktop.gui.kit.cites import short
from desktop.gui.kit.outcomes import HOLDING, STRENGTHS
from desktop.gui.kit.spoken_times import moment_said, near_time_said
from desktop.gui.kit.who import called, closed, holder, opening
from desktop.gui.screens.case.state import AnswerShown
from desktop.language.marks import N_

WHAT_HAPPENED = {
    "recognizance": N_("{person} was let go on a promise to come back"),
    "bail_posted": N_("Bail was paid"),
    "charges_ended": N_("Every charge has ended"),
    "acquitted": N_("{person} was found not guilty"),
    "sentence_served": N_("The sentence is served"),
    "diversion": N_("{person} was sent to a program"),
    "protective_custody_ended": N_("Protective custody has ended"),
    "no_probable_cause": N_("No probable cause was found"),
    "released_to_adult": N_("{person} was let go to an adult"),
    "other": N_("Release is due"),
}
NO_SILENCE_IS_NO = N_("What was not answered is never taken for a no.")
_LONG = 32  # a name that may take a line of its own


def answer_shown(case: Case, assessment: Assessment, now: datetime) -> AnswerShown:
    hold = assessment.hold
    resting = assessment.resting
    strength = _strength(resting) if hold.answer is HoldAnswer.UNLAWFUL else ""
    first = resting[0].rule if resting else hold_rule(assessment)
    is_open = hold.answer is HoldAnswer.OPEN
    return AnswerShown(
        shown=HOLDING[hold.answer],
        sentence=closed(_unbroken(case, _SENTENCES[hold.answer](case, assessment))),
        lead=closed(_LEADS[hold.answer](case, assessment, now)),
        strength=opening(strength),
        rests_on=NO_SILENCE_IS_NO if is_open else _rests_on(assessment, resting),
        rules=NO_SILENCE_IS_NO if is_open else _counted(resting),
        rule=first,
    )


def _unbroken(case: Case, sentence: str) -> str:
    """A name is not cut in two by the end of a line."""
    name = called(case)
    return sentence.replace(name, name.replace(" ", "\u00a0")) if len(name) < _LONG else sentence


def happened(case: Case, now: datetime) -> str:
    """What made release due, with its time: "Bail was paid at 2:10 AM"."""
    event = event_of(case)
    if event is None:
        return ""
    text = opening(WHAT_HAPPENED[event].format(person=called(case)))
    when = case.get("release.at")
    if isinstance(when, Moment) and when.exact is not None:
        return N_("{event} at {time}").format(event=text, time=near_time_said(when.exact, now))
    if isinstance(when, Moment):
        return N_("{event}, {time}").format(event=text, time=moment_said(when, now))
    return text


def event_of(case: Case) -> str | None:
    """What made release due; a paid bail says it in either of two places."""
    event = case.text("release.event")
    if event in (None, "none") and case.text("release.bail") == "posted":
        return "bail_posted"
    return event if event in WHAT_HAPPENED else None


def hold_rule(assessment: Assessment) -> str:
    """The first rule on holding, to open when the answer rests on none."""
    return next((found.rule for found in assessment.findings if found.act == "hold"), "")


def facts_missing(assessment: Assessment) -> int:
    return len(assessment.hold.asks)


def _unlawful(case: Case, _assessment: Assessment) -> str:
    who = holder(case)
    return N_("{who} {have} no authority to keep holding {person}.").format(
        who=who.opening, have=who.have, person=called(case)
    )


def _federal(case: Case, _assessment: Assessment) -> str:
    custodian = case.text("custody.custodian")
    who = holder(case) if custodian in ("us_marshals", "other_federal") else None
    name = who.opening if who is not None else N_("ICE")
    verb = N_("hold") if who is not None and who.many else N_("holds")
    return N_("{who} {verb} {person}. State rules do not reach it.").format(
        who=name, verb=verb, person=called(case)
    )


def _open(case: Case, assessment: Assessment) -> str:
    first = _first_question(case, assessment)
    count = facts_missing(assessment)
    if count <= 1:
        return N_("One fact decides: {question}").format(question=first)
    return N_("{n} facts are missing.").format(n=count)


def _first_question(case: Case, assessment: Assessment) -> str:
    asks = assessment.hold.asks
    ranked = [asked.question for asked in assessment.ask_next if asked.question in asks]
    for key in (*ranked, *asks):
        question = assessment.question_of(key)
        if question is not None:
            return opening(question.ask.format(person=called(case)))
    return N_("What else is known?")


def _said(text: str) -> Callable[[Case, Assessment], str]:
    return lambda case, _assessment: text.format(person=called(case))


_SENTENCES: dict[HoldAnswer, Callable[[Case, Assessment], str]] = {
    HoldAnswer.UNLAWFUL: _unlawful,
    HoldAnswer.NOT_DUE: _said(N_("Release is not due yet.")),
    HoldAnswer.OTHER_BASIS: _said(N_("Another lawful hold stands.")),
    HoldAnswer.COURT_WARRANT: _said(N_("A court’s warrant stands.")),
    HoldAnswer.FEDERAL_CUSTODY: _federal,
    HoldAnswer.UNSETTLED: _said(N_("The law is not settled. An attorney decides.")),
    HoldAnswer.RELEASED: _said(N_("Nobody holds {person} now.")),
    HoldAnswer.OPEN: _open,
}


def _lead_unlawful(case: Case, assessment: Assessment, now: datetime) -> str:
    event = happened(case, now)
    left = _what_is_left(assessment)
    parts = [f"{event}." if event else "", left]
    told = " ".join(part for part in parts if part)
    return told or _says(assessment)


def _what_is_left(assessment: Assessment) -> str:
    papers = assessment.papers
    if not papers or any(paper.court_issued is not False for paper in papers):
        return ""
    if len(papers) == 1:
        return N_("All that is left is one ICE paper, and no court issued it.")
    count = {2: N_("two"), 3: N_("three")}.get(len(papers), str(len(papers)))
    return N_("All that is left is {n} ICE papers, and no court issued them.").format(n=count)


def _lead_not_due(case: Case, _assessment: Assessment, _now: datetime) -> str:
    if case.text("release.bail") == "set_unpaid":
        return N_("Bail is set and not paid. An ICE paper adds nothing to that.")
    return N_("Nothing that ends this custody has happened yet.")


def _lead_other(case: Case, _assessment: Assessment, _now: datetime) -> str:
    kinds = [hold.get("kind") for hold in case.entries("holds") if hold.get("live") is True]
    names = [WORD_NAMES["holds.kind"][kind] for kind in kinds if isinstance(kind, str)]
    if not names:
        return N_("It is looked at before any ICE paper.")
    return N_("{names}, in force. ICE papers change nothing about it.").format(
        names=", ".join(names)
    )


def _lead_warrant(case: Case, _assessment: Assessment, _now: datetime) -> str:
    return N_("A court issued it, it names {person}, and one of us has read it.").format(
        person=called(case)
    )


def _lead_federal(case: Case, _assessment: Assessment, _now: datetime) -> str:
    if case.get("release.handed_over") is True:
        return N_("ICE took {person} at the moment of release.").format(person=called(case))
    return N_("Federal rules and courts decide from here.")


def _lead_released(case: Case, _assessment: Assessment, now: datetime) -> str:
    until = case.get("release.held_until")
    if isinstance(until, Moment):
        return N_("Kept until {time}. What was done before still counts.").format(
            time=moment_said(until, now)
        )
    return N_("What was done before still counts.")


def _lead_unsettled(_case: Case, assessment: Assessment, _now: datetime) -> str:
    return _says(assessment)


def _lead_open(case: Case, assessment: Assessment, _now: datetime) -> str:
    """The first question stands here, not in the headline: it is asked above already."""
    if facts_missing(assessment) <= 1:
        return N_("Until then, nothing can be said about holding.")
    return N_("First: {question}").format(question=_first_question(case, assessment))


_LEADS: dict[HoldAnswer, Callable[[Case, Assessment, datetime], str]] = {
    HoldAnswer.UNLAWFUL: _lead_unlawful,
    HoldAnswer.NOT_DUE: _lead_not_due,
    HoldAnswer.OTHER_BASIS: _lead_other,
    HoldAnswer.COURT_WARRANT: _lead_warrant,
    HoldAnswer.FEDERAL_CUSTODY: _lead_federal,
    HoldAnswer.UNSETTLED: _lead_unsettled,
    HoldAnswer.RELEASED: _lead_released,
    HoldAnswer.OPEN: _lead_open,
}


def _says(assessment: Assessment) -> str:
    return next((found.says for found in assessment.resting), "")


def _strength(resting: Sequence[Finding]) -> str:
    """The firmest: each of these rules gives the answer, whatever the others are worth."""
    firmest = resting[0].strength if resting else None
    return STRENGTHS[firmest] if firmest else ""


def _counted(resting: Sequence[Finding]) -> str:
    if len(resting) < 2:
        return N_("one rule") if resting else ""
    return N_("{n} rules").format(n=len(resting))


def _rests_on(assessment: Assessment, resting: Sequence[Finding]) -> str:
    """The sources in short; each once, and whether each would do alone."""
    named = list(dict.fromkeys(short(found.cites[0].text) for found in resting if found.cites))
    if not named:
        return ""
    stands = dict(assessment.hold.stands_without)
    text = named[0]
    if len(named) > 1:
        text = N_("{first} and {last}").format(first=", ".join(named[:-1]), last=named[-1])
    if len(named) > 1 and all(stands.values()):
        return N_("{sources}, each enough by itself").format(sources=text)
    return text
