"""More facts may decide what was open; they never turn one decided answer into another."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from tests.rules.known_cases import AS_OF, KNOWN_CASES, with_less_known

BOOK = Library().book


def _assessed(document: dict[str, Any]) -> Assessment:
    return assess(read_case(document), BOOK, AS_OF)


@settings(max_examples=150, deadline=None)
@given(with_less_known())
def test_what_is_decided_on_less_stays_decided_on_more(
    pair: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    more, less = (_assessed(document) for document in pair)
    if more.contradictions:
        return
    for before in less.findings:
        after = more.finding(before.rule)
        assert after is not None
        if before.outcome is not Outcome.OPEN:
            assert (before.outcome, before.strength) == (after.outcome, after.strength), before.rule
        else:
            assert after.outcome in before.possible, before.rule
    if less.hold.answer is not HoldAnswer.OPEN:
        assert less.hold.answer is more.hold.answer


@settings(max_examples=60, deadline=None)
@given(KNOWN_CASES)
def test_a_case_without_gaps_or_contradictions_leaves_nothing_open(
    document: dict[str, Any],
) -> None:
    assessment = _assessed(document)
    if assessment.contradictions:
        return
    assert [f.rule for f in assessment.findings if f.outcome is Outcome.OPEN] == []
    assert assessment.hold.answer is not HoldAnswer.OPEN
    assert assessment.ask_next == ()


@settings(max_examples=60, deadline=None)
@given(with_less_known())
def test_what_is_open_is_asked(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assessment = _assessed(pair[1])
    asked = {question.question for question in assessment.ask_next}
    for finding in assessment.findings:
        assert bool(finding.asks) is (finding.outcome is Outcome.OPEN), finding.rule
        assert set(finding.asks) <= asked, finding.rule
    assert bool(assessment.hold.asks) is (assessment.hold.answer is HoldAnswer.OPEN)
