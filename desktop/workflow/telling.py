"""An assessment in words, for a person at a terminal or a memo's first page."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.findings import Assessment, Finding, HoldAnswer, Outcome, Reason, Verdict
from desktop.domain.moments import BOSTON
from desktop.domain.names import SOURCE_NAMES
from desktop.language.marks import N_

HOLD_SENTENCES = {
    HoldAnswer.UNLAWFUL: N_("There is no authority to keep holding the person."),
    HoldAnswer.NOT_DUE: N_("Release is not due yet."),
    HoldAnswer.OTHER_BASIS: N_("Another lawful hold stands."),
    HoldAnswer.COURT_WARRANT: N_("A court's warrant stands."),
    HoldAnswer.FEDERAL_CUSTODY: N_(
        "A federal agency holds the person. State rules do not reach it."
    ),
    HoldAnswer.UNSETTLED: N_("The law is not settled on these facts. An attorney decides."),
    HoldAnswer.RELEASED: N_("Nobody holds the person now."),
    HoldAnswer.OPEN: N_("Facts are missing."),
}
OUTCOME_WORDS = {
    Outcome.BROKEN: N_("Law broken"),
    Outcome.PROTECTS: N_("Protected"),
    Outcome.ALLOWS: N_("Allowed"),
    Outcome.NOT_YET: N_("Not yet"),
    Outcome.NOT_COVERED: N_("Not covered"),
    Outcome.UNSETTLED: N_("Unsettled"),
    Outcome.OPEN: N_("Open"),
    Outcome.NOT_IN_FORCE: N_("Not law"),
    Outcome.ALERT: N_("Take note"),
}
_MARKS = {Verdict.HOLDS: "[yes]", Verdict.FAILS: "[no]", Verdict.OPEN: "[not known]"}


def assessment_text(assessment: Assessment) -> Iterator[str]:
    """The assessment line by line: the answer first, then why, then what to ask."""
    moment = assessment.as_of.astimezone(BOSTON)
    hold = assessment.hold
    yield from (
        f"NOT FOR A CLIENT: nobody vouches for the pack {pack.id}"
        for pack in assessment.packs
        if not pack.vouched_for
    )
    yield f"As of {moment:%A, %B} {moment.day}, {moment:%Y at %I:%M %p}"
    yield ""
    yield f"HOLDING: {HOLD_SENTENCES[hold.answer]}"
    for rule, stands in hold.stands_without:
        other = "stands without it" if stands else "falls without it"
        yield f"  rests on {rule}; the answer {other}"
    for name, conclusion in (
        ("HAND-OVER", assessment.transfer),
        ("NOTICE", assessment.notify),
        ("QUESTIONS", assessment.question),
        ("ICE ITSELF", assessment.ice),
    ):
        rules = ", ".join(conclusion.rules)
        yield f"{name}: {OUTCOME_WORDS[conclusion.outcome]}" + (f" ({rules})" if rules else "")
    for told in assessment.contradictions:
        yield f"CONTRADICTION: {told.text}"
    for warning in assessment.warnings:
        yield f"WARNING: {warning}"
    if assessment.ask_next:
        yield ""
        yield "ASK NEXT"
        for asked in assessment.ask_next[:5]:
            question = assessment.question_of(asked.question)
            words = question.ask.replace("{person}", "the person") if question else asked.question
            knows = ", ".join(SOURCE_NAMES.get(source, source) for source in asked.who_knows)
            yield f"  {words}" + (f" (could know: {knows})" if knows else "")
    yield from _times(assessment)
    yield ""
    yield "FINDINGS"
    for finding in assessment.findings:
        if finding.outcome is not Outcome.NOT_COVERED:
            yield from _finding(finding)
    others = [f.rule for f in assessment.findings if f.outcome is Outcome.NOT_COVERED]
    if others:
        yield f"  Not covered: {', '.join(others)}"


def _times(assessment: Assessment) -> Iterator[str]:
    """The hours that run and the days to keep."""
    if assessment.clocks:
        yield ""
        yield "CLOCKS (estimates; none of them gives power to hold)"
        for clock in assessment.clocks:
            yield f"  {clock.rule}: until {clock.ends:%a %b %d, %I:%M %p}. {clock.note}"
    if assessment.dates:
        yield ""
        yield "DAYS TO KEEP"
        for day in sorted(assessment.dates, key=lambda day: day.on):
            yield f"  {day.on:%B} {day.on.day}, {day.on.year}: {day.what} ({day.rule})"


def _finding(finding: Finding) -> Iterator[str]:
    strength = f", {finding.strength.value}" if finding.strength else ""
    yield f"  {finding.rule}: {OUTCOME_WORDS[finding.outcome]}{strength}"
    yield f"    {finding.says}"
    for cite in finding.cites:
        staff = " (staff only, not for a client's letter)" if cite.print_level == "C" else ""
        stale = " (not checked lately)" if cite.stale else ""
        yield f"    {cite.text}{staff}{stale}"
    for reason in finding.reasons:
        yield from _reason(reason, 6)
    advice = finding.advice
    if advice.for_client:
        yield f"    May be said to the person: {advice.for_client}"
    yield from (f"    Now: {step}" for step in advice.next_steps)
    yield from (f"    Can be asked for: {remedy}" for remedy in advice.remedies)


def _reason(reason: Reason, indent: int) -> Iterator[str]:
    yield " " * indent + f"{_MARKS[reason.verdict]} {reason.text}"
    for step in reason.reasons:
        yield from _reason(step, indent + 2)
