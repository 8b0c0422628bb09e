"""Writing an assessment, format ``amparo-assessment/1``."""

from __future__ import annotations

from desktop.domain.findings import ActConclusion, Assessment, Cite, Finding, Holding, Reason
from desktop.domain.moments import BOSTON

FORMAT = "amparo-assessment/1"


def assessment_document(assessment: Assessment) -> dict[str, object]:
    """The assessment as plain values, ready for JSON."""
    return {
        "format": FORMAT,
        "as_of": assessment.as_of.astimezone(BOSTON).isoformat(timespec="minutes"),
        "packs": [
            {
                "id": pack.id,
                "version": pack.version,
                "digest": pack.digest,
                "vouched_by": pack.vouched_by.value,
            }
            for pack in assessment.packs
        ],
        "findings": [_finding(finding) for finding in assessment.findings],
        "conclusions": {
            "hold": _holding(assessment.hold),
            "transfer": _conclusion(assessment.transfer),
            "notify": _conclusion(assessment.notify),
            "question": _conclusion(assessment.question),
            "ice": _conclusion(assessment.ice),
        },
        "papers": [
            {"form": paper.form, "court_issued": paper.court_issued, "effect": paper.effect}
            for paper in assessment.papers
        ],
        "clocks": [
            {
                "rule": clock.rule,
                "starts": clock.starts.isoformat(timespec="minutes"),
                "ends": clock.ends.isoformat(timespec="minutes"),
                "note": clock.note,
            }
            for clock in assessment.clocks
        ],
        "dates": [
            {"rule": day.rule, "what": day.what, "on": day.on.isoformat()}
            for day in assessment.dates
        ],
        "ask_next": [
            {
                "question": asked.question,
                "would_settle": list(asked.would_settle),
                "who_knows": list(asked.who_knows),
            }
            for asked in assessment.ask_next
        ],
        "contradictions": [
            {"about": list(told.about), "text": told.text} for told in assessment.contradictions
        ],
        "warnings": list(assessment.warnings),
        "what_would_change": [
            {
                "of": change.of,
                "fact": change.fact,
                "about": change.about,
                "values": list(change.values),
                "outcome": change.outcome.value,
                "strength": change.strength.value if change.strength else None,
            }
            for change in assessment.what_would_change
        ],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "title": finding.title,
        "act": finding.act,
        "outcome": finding.outcome.value,
        "strength": finding.strength.value if finding.strength else None,
        "binds": finding.binds,
        "says": finding.says,
        "cites": [_cite(cite) for cite in finding.cites],
        "reasons": [_reason(reason) for reason in finding.reasons],
        "exceptions": [
            {
                "id": looked.id,
                "label": looked.label,
                "verdict": looked.verdict.value,
                "cite": looked.cite,
            }
            for looked in finding.exceptions
        ],
        "asks": list(finding.asks),
        "possible": [outcome.value for outcome in finding.possible],
        "vouched_for": finding.vouched_for,
        "for_client": finding.advice.for_client or None,
        "next_steps": list(finding.advice.next_steps),
        "remedies": list(finding.advice.remedies),
    }


def _cite(cite: Cite) -> dict[str, object]:
    return {
        "text": cite.text,
        "print": cite.print_level,
        "grade": cite.grade,
        "checked_on": cite.checked_on.isoformat(),
        "status": cite.status,
        "stale": cite.stale,
    }


def _reason(reason: Reason) -> dict[str, object]:
    written: dict[str, object] = {"text": reason.text, "verdict": reason.verdict.value}
    if reason.fact is not None:
        written["fact"] = reason.fact
    if reason.reasons:
        written["reasons"] = [_reason(step) for step in reason.reasons]
    return written


def _holding(hold: Holding) -> dict[str, object]:
    return {
        "answer": hold.answer.value,
        "rests_on": list(hold.rests_on),
        "stands_without": dict(hold.stands_without),
        "asks": list(hold.asks),
    }


def _conclusion(conclusion: ActConclusion) -> dict[str, object]:
    return {"outcome": conclusion.outcome.value, "rules": list(conclusion.rules)}
