"""What to do now, in at most two lines: whom to call with which words, and the letter."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, HoldAnswer
from desktop.gui.kit.who import UNKNOWN_HOLDER, called, closed, holder
from desktop.gui.screens.case.answer_state import happened
from desktop.language.marks import N_


def call_shown(case: Case, assessment: Assessment, now: datetime) -> str:
    """Whom to call and what to say; neutral, and never a number that nobody confirmed."""
    who = holder(case)
    name = N_("the desk") if who is UNKNOWN_HOLDER else who.name
    person = called(case)
    event = happened(case, now)
    match assessment.hold.answer:
        case HoldAnswer.UNLAWFUL if event:
            text = N_("Call {who}: “{event}. When will {person} be let go? If not now, why not?”")
        case HoldAnswer.UNLAWFUL:
            text = N_("Call {who}: “When will {person} be let go? If not now, why not?”")
        case HoldAnswer.OPEN:
            return _ask_by_phone(case, assessment, name)
        case HoldAnswer.NOT_DUE if case.text("release.bail") == "set_unpaid":
            return N_("Tell the family: talk to a lawyer before anybody pays bail.")
        case HoldAnswer.NOT_DUE:
            text = N_("Call {who}: “What is {person} waiting for?”")
        case HoldAnswer.OTHER_BASIS | HoldAnswer.COURT_WARRANT:
            return N_("Call the lawyer in that case: “When is it heard, and is the hold in force?”")
        case HoldAnswer.FEDERAL_CUSTODY:
            return N_("Find an immigration lawyer today. Ask: “Where is {person} held?”").format(
                person=person
            )
        case HoldAnswer.RELEASED:
            return N_("Tell {person}: keep every paper, and talk to an immigration lawyer.").format(
                person=person
            )
        case _:
            return N_("Show this case to an attorney now.")
    return closed(text.format(who=name, event=event, person=person))


def _ask_by_phone(case: Case, assessment: Assessment, name: str) -> str:
    for asked in assessment.ask_next:
        question = assessment.question_of(asked.question)
        if question is not None and question.say and "desk" in question.who_knows:
            said = question.say.format(person=called(case))
            return N_("Call {who}: {words}").format(who=name, words=said)
    return N_("Ask what is missing; nothing can be said to anybody before that.")


def letter_shown(case: Case) -> str:
    return N_("Letter to {person}, for an attorney to sign").format(person=called(case))
