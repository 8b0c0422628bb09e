"""What staff do now and what can be asked for, as rows of a paper for the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.domain.findings import Finding, Outcome
from desktop.letters.markup import isolated

_TO_ACT_ON = (Outcome.BROKEN, Outcome.UNSETTLED, Outcome.ALERT)


def advised(findings: Iterable[Finding], asked_for: str) -> Iterator[str]:
    """A block for each finding that calls for something; ``asked_for`` heads a remedy."""
    for finding in findings:
        if finding.outcome not in _TO_ACT_ON:
            continue
        steps = [f"- {isolated(step)}" for step in finding.advice.next_steps]
        steps += [f"- {asked_for} {isolated(remedy)}" for remedy in finding.advice.remedies]
        if steps:
            yield "\n".join((f"**{isolated(finding.title)}**", *steps))
