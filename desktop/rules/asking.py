"""What to ask next: the question whose answer would settle most, and who could know."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.case import Case
from desktop.domain.findings import Finding, Holding, NextQuestion, Outcome
from desktop.domain.questions_where_needed import PRIVATE
from desktop.domain.silence import Silence
from desktop.rules.compiled import Law
from desktop.rules.holding import doubts_left
from desktop.rules.snapshot import Snapshot

_PRIVATE = frozenset(question.key for question in PRIVATE)


def questions_of(
    law: Law, snapshot: Snapshot, case: Case, hold: Holding, findings: Sequence[Finding]
) -> tuple[NextQuestion, ...]:
    """Open questions, best first: those that decide holding, then by how many findings wait.

    What is for a private talk comes after what anybody can be asked. What was declined is
    never asked again; what nobody here knew comes last.
    """
    waiting: dict[str, list[str]] = {key: [] for key in hold.asks}
    for finding in findings:
        if finding.outcome is Outcome.OPEN:
            for key in finding.asks:
                waiting.setdefault(key, []).append(finding.rule)
    left = doubts_left(law, snapshot) if hold.asks else {}
    order = law.place_of

    def rank(key: str) -> tuple[bool, bool, float, bool, int, int]:
        return (
            _is_unknown(case, key),
            key not in hold.asks,
            round(left.get(key, 99.0), 9),
            key in _PRIVATE,
            -len(waiting[key]),
            order.get(key, len(order)),
        )

    asked = sorted((key for key in waiting if not _is_declined(case, key)), key=rank)
    return tuple(NextQuestion(key, tuple(waiting[key]), _who_knows(law, key)) for key in asked)


def _who_knows(law: Law, key: str) -> tuple[str, ...]:
    question = law.questions.get(key)
    return question.who_knows if question else ()


def _is_declined(case: Case, key: str) -> bool:
    return case.get(key) is Silence.WITHHELD or key in case.declined_lists


def _is_unknown(case: Case, key: str) -> bool:
    return case.get(key) is Silence.NOT_KNOWN or key in case.unknown_lists
