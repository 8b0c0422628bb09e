"""The five acts, kept apart, always in this order."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import ActConclusion, Assessment, Finding, HoldAnswer, Outcome
from desktop.domain.moments import Moment
from desktop.gui.kit.outcomes import ACTS, HOLDING, OUTCOMES, STRENGTHS
from desktop.gui.kit.spoken_times import span_said
from desktop.gui.kit.who import called, holder
from desktop.gui.screens.case.answer_state import event_of, hold_rule
from desktop.gui.screens.case.state import ActShown
from desktop.language.marks import N_

AFTER = {
    "recognizance": N_("{person} was let go on a promise"),
    "bail_posted": N_("bail was paid"),
    "charges_ended": N_("every charge ended"),
    "acquitted": N_("{person} was found not guilty"),
    "sentence_served": N_("the sentence was served"),
    "diversion": N_("{person} was sent to a program"),
    "protective_custody_ended": N_("protective custody ended"),
    "no_probable_cause": N_("no probable cause was found"),
    "released_to_adult": N_("{person} was let go to an adult"),
    "other": N_("release was due"),
}
FIVE = ("hold", "transfer", "notify", "question", "ice")


def acts_shown(case: Case, assessment: Assessment, now: datetime) -> tuple[ActShown, ...]:
    conclusions = {
        "transfer": assessment.transfer,
        "notify": assessment.notify,
        "question": assessment.question,
        "ice": assessment.ice,
    }
    return (
        _holding(case, assessment, now),
        *(_act(case, assessment, name, said) for name, said in conclusions.items()),
    )


def _holding(case: Case, assessment: Assessment, now: datetime) -> ActShown:
    hold = assessment.hold
    found = next(iter(assessment.resting), None)
    rule = found.rule if found else hold_rule(assessment)
    broken = hold.answer is HoldAnswer.UNLAWFUL and _kept(case, now)
    return ActShown(
        act="hold",
        name=ACTS["hold"],
        shown=HOLDING[hold.answer],
        strength=_strength(found) if hold.answer is HoldAnswer.UNLAWFUL else "",
        text=_kept(case, now) if broken else found.says if found else _HOLD_TEXTS[hold.answer],
        rule=rule,
    )


def _kept(case: Case, now: datetime) -> str:
    """Kept 3 h 50 min after bail was paid."""
    event, due = event_of(case), case.get("release.at")
    until = case.get("release.held_until")
    end = until.exact if isinstance(until, Moment) else now
    if event is None or end is None or not isinstance(due, Moment) or due.exact is None:
        return ""
    after = AFTER[event].format(person=called(case))
    return N_("Kept {span} after {event}.").format(span=span_said(end - due.exact), event=after)


_HOLD_TEXTS = {
    HoldAnswer.FEDERAL_CUSTODY: N_("State and city rules on holding do not reach this."),
    HoldAnswer.RELEASED: N_("Nobody holds the person now."),
    HoldAnswer.NOT_DUE: N_("Nothing has made release due yet."),
    HoldAnswer.OTHER_BASIS: N_("Another lawful reason to hold comes first."),
    HoldAnswer.COURT_WARRANT: N_("A court’s warrant comes first."),
    HoldAnswer.UNSETTLED: N_("An attorney decides."),
    HoldAnswer.UNLAWFUL: N_("Kept after release was due."),
    HoldAnswer.OPEN: N_("Depends on facts that are not known yet."),
}


def _act(case: Case, assessment: Assessment, name: str, said: ActConclusion) -> ActShown:
    found = next((f for f in map(assessment.finding, said.rules) if f is not None), None)
    return ActShown(
        act=name,
        name=ACTS[name],
        shown=OUTCOMES[said.outcome],
        strength=_strength(found),
        text=found.says if found and said.binds else _not_bound(case, assessment),
        rule=found.rule if found else "",
    )


def _not_bound(case: Case, assessment: Assessment) -> str:
    """No rule answers: which one does not is of no use to a reader."""
    if assessment.hold.answer is HoldAnswer.FEDERAL_CUSTODY:
        return N_("State and city rules do not reach this.")
    return N_("No rule that is known here binds {who} on this.").format(who=holder(case).name)


def _strength(found: Finding | None) -> str:
    if found is None or found.outcome is not Outcome.BROKEN or found.strength is None:
        return ""
    return STRENGTHS[found.strength]
