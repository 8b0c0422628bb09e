"""What differs between two assessments of one case: outcomes, the reasons for them, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.findings import (
    Assessment,
    Finding,
    HoldAnswer,
    Outcome,
    Reason,
    Strength,
    Verdict,
)


class Step(NamedTuple):
    """A last step of the reasons, and whether it holds."""

    text: str
    verdict: Verdict


@dataclass(frozen=True)
class Said:
    """What one side says; ``outcome`` is None where that side has no such rule."""

    outcome: Outcome | HoldAnswer | None
    strength: Strength | None = None
    says: str = ""


@dataclass(frozen=True)
class Changed:
    """A finding that the two sides do not say alike, and the steps that only one of them takes."""

    rule: str
    title: str
    act: str
    left: Said
    right: Said
    only_left: tuple[Step, ...] = ()
    only_right: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Differences:
    """``hold`` is both answers on holding, alike or not."""

    hold: tuple[HoldAnswer, HoldAnswer]
    findings: tuple[Changed, ...]
    asked_no_more: tuple[str, ...]
    asked_now: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        same = self.hold[0] is self.hold[1]
        return same and not (self.findings or self.asked_no_more or self.asked_now)


def differences(left: Assessment, right: Assessment) -> Differences:
    """What the right side says otherwise than the left."""
    asked = [[ranked.question for ranked in side.ask_next] for side in (left, right)]
    return Differences(
        hold=(left.hold.answer, right.hold.answer),
        findings=tuple(_changed(left, right)),
        asked_no_more=tuple(key for key in asked[0] if key not in asked[1]),
        asked_now=tuple(key for key in asked[1] if key not in asked[0]),
    )


def _changed(left: Assessment, right: Assessment) -> Iterator[Changed]:
    rules = dict.fromkeys(found.rule for side in (left, right) for found in side.findings)
    for rule in rules:
        before, after = left.finding(rule), right.finding(rule)
        told = _said(before), _said(after)
        found = after or before
        if found is None or told[0] == told[1]:
            continue
        steps = _steps(before), _steps(after)
        yield Changed(
            rule,
            found.title,
            found.act,
            *told,
            tuple(step for step in steps[0] if step not in steps[1]),
            tuple(step for step in steps[1] if step not in steps[0]),
        )


def _said(finding: Finding | None) -> Said:
    if finding is None:
        return Said(None)
    return Said(finding.outcome, finding.strength, finding.says)


def _steps(finding: Finding | None) -> list[Step]:
    """Each step with its verdict: a step that now fails is another step."""
    if finding is None:
        return []
    return [Step(step.text, step.verdict) for step in _leaves(finding.reasons)]


def _leaves(reasons: tuple[Reason, ...]) -> Iterator[Reason]:
    for reason in reasons:
        if reason.reasons:
            yield from _leaves(reason.reasons)
        else:
            yield reason
