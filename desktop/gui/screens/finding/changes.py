"""What would change a finding: the facts that are missing, or the ones that would turn it over."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, Finding, HoldAnswer, Outcome, WouldChange
from desktop.gui.kit.outcomes import OUTCOMES, STRENGTHS
from desktop.gui.kit.who import called, opening
from desktop.gui.screens.finding.state import ChangeShown
from desktop.language.marks import N_

_MOST = 6  # more than these are counted, not listed
# Who holds and which day counts turn nearly every rule over; what can be asked today comes first.
_LAST = ("custody.custodian", "as_of")
YES, NO = N_("yes"), N_("no")


def changes_shown(finding: Finding, assessment: Assessment, case: Case) -> tuple[ChangeShown, ...]:
    if finding.outcome is Outcome.OPEN:
        return tuple(_missing(finding, assessment, case))
    return tuple(_turning(finding, assessment))


def _missing(finding: Finding, assessment: Assessment, case: Case) -> Iterator[ChangeShown]:
    asks = [question for key in finding.asks if (question := assessment.question_of(key))]
    for question in asks[:_MOST]:
        asked = opening(question.ask.format(person=called(case)))
        yield ChangeShown(asked, "", question.key)
    if len(asks) > _MOST:
        yield ChangeShown(N_("And {n} facts more.").format(n=len(asks) - _MOST), "")
    words = [OUTCOMES[outcome].word for outcome in finding.possible]
    if len(words) > 1:
        yield ChangeShown("", N_("It can still become: {words}.").format(words=", ".join(words)))


def _turning(finding: Finding, assessment: Assessment) -> Iterator[ChangeShown]:
    found = [change for change in assessment.what_would_change if change.of == finding.rule]
    found.sort(key=lambda change: (change.fact in _LAST, change.outcome is Outcome.OPEN))
    for change in found[:_MOST]:
        yield ChangeShown(_what(change), _then(change))
    if len(found) > _MOST:
        yield ChangeShown(N_("And {n} facts more.").format(n=len(found) - _MOST), "")


def _what(change: WouldChange) -> str:
    about = opening(change.about)
    if about.endswith("?"):
        return f"{about} {opening(_listed(change.values))}"
    if change.values == (YES,):
        return about
    if change.values == (NO,):
        return N_("Not so: {what}").format(what=change.about)
    return N_("{what}: {values}").format(what=about, values=_listed(change.values))


def _listed(values: tuple[str, ...]) -> str:
    if len(values) > 3:
        named = ", ".join(values[:2])
        return N_("{named} or {n} others").format(named=named, n=len(values) - 2)
    if len(values) == 1:
        return values[0]
    return N_("{named} or {last}").format(named=", ".join(values[:-1]), last=values[-1])


def _then(change: WouldChange) -> str:
    if change.outcome in (Outcome.OPEN, HoldAnswer.OPEN):
        return N_("Then other facts would be missing.")
    word = OUTCOMES[Outcome(change.outcome)].word.lower()
    if change.strength is not None:
        word = f"{word}, {STRENGTHS[change.strength]}"
    return N_("Then: {outcome}.").format(outcome=word)
