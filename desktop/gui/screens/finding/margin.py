"""The margin of a finding: source and grade in words, what would change it, is it needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, Cite, Finding, Outcome, Verdict
from desktop.domain.questions import BY_KEY
from desktop.gui.kit.outcomes import OUTCOMES
from desktop.gui.kit.spoken_times import MONTHS
from desktop.gui.kit.who import called, opening
from desktop.gui.screens.finding.state import SourceShown
from desktop.language.marks import N_

GRADES = {
    "V": N_("we read the text itself"),
    "P1": N_("we read the text on an official site"),
    "P2": N_("we read the text on a copy that is not official"),
    "VQ": N_("we know its wording as somebody quotes it"),
    "Q": N_("we know its wording as somebody quotes it"),
    "S": N_("reported by others; nobody here has read it"),
    "I": N_("our own inference; no authority says it so"),
    "INF": N_("our own inference; no authority says it so"),
    "M": N_("from memory; nobody here has checked it"),
    "NF": N_("looked for and not found, which proves little"),
}
PRINTS = {
    "A": N_("yes, with its paragraph"),
    "B": N_("yes, without its paragraph"),
    "C": N_("never in a letter to a client"),
}
_FIRST = 5  # more open facts than this are counted, not listed


def sources_shown(finding: Finding) -> tuple[SourceShown, ...]:
    return tuple(_source(cite) for cite in finding.cites)


def _source(cite: Cite) -> SourceShown:
    grade = GRADES.get(cite.grade)
    checked = N_("{day}; read again before relying on it") if cite.stale else "{day}"
    return SourceShown(
        cite.text,
        (
            (N_("Grade"), f"{cite.grade} · {grade}" if grade else cite.grade),
            (N_("Status"), cite.status),
            (N_("Checked"), checked.format(day=_day(cite.checked_on))),
            (N_("Prints"), f"{cite.print_level} · {PRINTS[cite.print_level]}"),
        ),
    )


def changes_shown(finding: Finding, case: Case) -> tuple[tuple[str, str, str], ...]:
    """What would change the outcome: what is missing, or an exception that turns up."""
    return tuple(_changes(finding, case))


def _changes(finding: Finding, case: Case) -> Iterator[tuple[str, str, str]]:
    if finding.outcome is Outcome.OPEN:
        asks = [key for key in finding.asks if key in BY_KEY]
        for key in asks[:_FIRST]:
            yield opening(BY_KEY[key].ask.format(person=called(case))), "", key
        if len(asks) > _FIRST:
            more = N_("and {n} facts more").format(n=len(asks) - _FIRST)
            yield opening(more), "", ""
        words = [OUTCOMES[outcome].word for outcome in finding.possible]
        if len(words) > 1:
            can_be = N_("It can still become: {words}.").format(words=", ".join(words))
            yield "", can_be, ""
        return
    if finding.outcome in (Outcome.BROKEN, Outcome.PROTECTS, Outcome.UNSETTLED):
        for exception in finding.exceptions:
            if exception.verdict is not Verdict.HOLDS:
                yield opening(exception.label), N_("If so, the rule would allow it."), ""


def stands_shown(finding: Finding, assessment: Assessment) -> str:
    """Whether the answer on holding would stand without this rule."""
    stands = dict(assessment.hold.stands_without)
    if finding.rule not in stands:
        return N_("The answer on holding does not rest on this rule.")
    others = [
        found.title
        for found in map(assessment.finding, assessment.hold.rests_on)
        if found is not None and found.rule != finding.rule
    ]
    if stands[finding.rule] and others:
        return N_("Yes. “{other}” carries the same answer.").format(other=others[0])
    if stands[finding.rule]:
        return N_("Yes. The answer stays the same without it.")
    return N_("No. Without this rule the answer on holding would be another.")


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
