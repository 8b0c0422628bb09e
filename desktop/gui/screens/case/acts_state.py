"""The five acts, kept apart, always in this order."""

from __future__ import annotations

from desktop.domain.findings import ActConclusion, Assessment, Finding, HoldAnswer, Outcome
from desktop.gui.kit.outcomes import ACTS, HOLDING, OUTCOMES, STRENGTHS
from desktop.gui.screens.case.answer_state import hold_rule
from desktop.gui.screens.case.state import ActShown
from desktop.language.marks import N_

FIVE = ("hold", "transfer", "notify", "question", "ice")


def acts_shown(assessment: Assessment) -> tuple[ActShown, ...]:
    conclusions = {
        "transfer": assessment.transfer,
        "notify": assessment.notify,
        "question": assessment.question,
        "ice": assessment.ice,
    }
    return (
        _holding(assessment),
        *(_act(assessment, name, said) for name, said in conclusions.items()),
    )


def _holding(assessment: Assessment) -> ActShown:
    hold = assessment.hold
    found = next((f for f in map(assessment.finding, hold.rests_on) if f is not None), None)
    rule = found.rule if found else hold_rule(assessment)
    return ActShown(
        act="hold",
        name=ACTS["hold"],
        shown=HOLDING[hold.answer],
        strength=_strength(found) if hold.answer is HoldAnswer.UNLAWFUL else "",
        text=found.says if found else _HOLD_TEXTS[hold.answer],
        rule=rule,
    )


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


def _act(assessment: Assessment, name: str, said: ActConclusion) -> ActShown:
    found = next((f for f in map(assessment.finding, said.rules) if f is not None), None)
    return ActShown(
        act=name,
        name=ACTS[name],
        shown=OUTCOMES[said.outcome],
        strength=_strength(found),
        text=_text(found),
        rule=found.rule if found else "",
    )


def _text(found: Finding | None) -> str:
    if found is None:
        return N_("No rule speaks of this here.")
    return found.says


def _strength(found: Finding | None) -> str:
    if found is None or found.outcome is not Outcome.BROKEN or found.strength is None:
        return ""
    return STRENGTHS[found.strength]
