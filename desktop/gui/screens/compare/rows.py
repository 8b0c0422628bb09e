"""The rows in which two assessments differ, in words. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.case import Case
from desktop.domain.differences import Differences, Said, Step
from desktop.domain.findings import Assessment, HoldAnswer, Verdict
from desktop.gui.kit.outcomes import ACTS, HOLDING, OUTCOMES, STRENGTHS
from desktop.gui.kit.who import called, opening
from desktop.gui.screens.compare.state import RowShown, SideShown
from desktop.language.marks import N_

NO_RULE = N_("No such rule")
VERDICTS = {
    Verdict.HOLDS: N_("holds"),
    Verdict.FAILS: N_("does not hold"),
    Verdict.OPEN: N_("not known"),
}
ANSWERS = {
    HoldAnswer.UNLAWFUL: N_("No authority to keep holding"),
    HoldAnswer.NOT_DUE: N_("Release is not due yet"),
    HoldAnswer.OTHER_BASIS: N_("Another lawful hold stands"),
    HoldAnswer.COURT_WARRANT: N_("A court’s warrant stands"),
    HoldAnswer.FEDERAL_CUSTODY: N_("ICE holds"),
    HoldAnswer.UNSETTLED: N_("The law is not settled"),
    HoldAnswer.RELEASED: N_("Nobody holds now"),
    HoldAnswer.OPEN: N_("Facts are missing"),
}
ALIKE = N_("Both say the same.")
ONE, SEVERAL = N_("1 finding differs."), N_("{n} findings differ.")
ASKED, NOT_ASKED = N_("Asked only at the right: {ask}"), N_("Asked only at the left: {ask}")


def rows_of(found: Differences) -> tuple[RowShown, ...]:
    """The answer on holding first, alike or not; then each finding that differs."""
    left, right = found.hold
    return (
        RowShown(ACTS["hold"], _answer(left), _answer(right)),
        *(
            RowShown(
                N_("{act}: {title}").format(act=ACTS.get(each.act, each.act), title=each.title),
                _side(each.left, each.only_left),
                _side(each.right, each.only_right),
            )
            for each in found.findings
        ),
    )


def told_of(found: Differences) -> str:
    if found.is_empty:
        return ALIKE
    count = len(found.findings)
    return ONE if count == 1 else SEVERAL.format(n=count)


def questions_of(
    found: Differences, case: Case, left: Assessment, right: Assessment
) -> tuple[str, ...]:
    """What only one side has to ask."""
    return (
        *_asks(NOT_ASKED, found.asked_no_more, case, left),
        *_asks(ASKED, found.asked_now, case, right),
    )


def _asks(told: str, keys: tuple[str, ...], case: Case, side: Assessment) -> Iterator[str]:
    for key in keys:
        question = side.question_of(key)
        if question is not None:
            yield told.format(ask=opening(question.ask.format(person=called(case))))


def _answer(answer: HoldAnswer) -> SideShown:
    return SideShown(HOLDING[answer], ANSWERS[answer])


def _side(said: Said, steps: tuple[Step, ...]) -> SideShown:
    if said.outcome is None or isinstance(said.outcome, HoldAnswer):
        return SideShown(None, NO_RULE)
    shown = OUTCOMES[said.outcome]
    word = f"{shown.word}, {STRENGTHS[said.strength]}" if said.strength else shown.word
    told = tuple(f"{opening(step.text)}: {VERDICTS[step.verdict]}." for step in steps)
    return SideShown(shown, word, said.says, told)
