"""Either way: the branches of a proof that stays open though every answer leads to one outcome.

Step-by-step logic says "not known" where a diagram knows better. A bare yes would
hide why, so the open test on which it turns is shown both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.findings import Reason, Verdict
from desktop.language.marks import N_
from desktop.rules.cells import Cells
from desktop.rules.compiled import Law
from desktop.rules.conditions import Condition, IsIn, RuleSays, verdict_of
from desktop.rules.inside import everything_of
from desktop.rules.judging import Standpoint
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.supposing import Supposing
from desktop.rules.variables import Variable

EITHER_WAY = N_("Either way: every answer that is still possible leads to this.")
Proof = Callable[[Standpoint], tuple[Reason, ...]]
"""The steps of a rule from a standpoint, up to the one that decides."""
_DEEP = 3


def either_way(
    law: Law, rule: Rule, snapshot: Snapshot, standpoint: Standpoint, proof: Proof
) -> Reason:
    """The open test shown both ways, each with the steps that follow.

    Bare where the ways part over several acts or spells, of which a proof shows one.
    """
    branches: tuple[Reason, ...] = ()
    if len(standpoint.says(rule.id)[0]) == 1:
        branches = _branches(law, rule, snapshot, standpoint, proof, _DEEP)
    return Reason(EITHER_WAY, Verdict.HOLDS, None, branches)


def is_open(reasons: Iterable[Reason]) -> bool:
    return any(reason.verdict is Verdict.OPEN for reason in reasons)


def _branches(
    law: Law, rule: Rule, snapshot: Snapshot, standpoint: Standpoint, proof: Proof, deep: int
) -> tuple[Reason, ...]:
    """The test that leaves least open when it is known, both ways; what it leaves open, again."""
    best: list[_Way] = []
    for test in _open_tests(law, rule, standpoint):
        ways = [
            _way(law, snapshot, standpoint, proof, test, cells, verdict)
            for cells, verdict in _sides(test, standpoint)
        ]
        if not best or _left_open(ways) < _left_open(best):
            best = ways
        if not _left_open(best):
            break
    told = []
    for way in best:
        steps = way.steps_that_follow
        if deep > 1 and is_open(steps):
            inner = _branches(law, rule, way.snapshot, way.standpoint, proof, deep - 1)
            steps = (Reason(EITHER_WAY, Verdict.HOLDS, None, inner), *steps) if inner else steps
        told.append(Reason(way.test.label, way.verdict, way.test.variable.asks, steps))
    return tuple(told)


@dataclass(frozen=True)
class _Way:
    """A test supposed to come out one way, and the proof from there."""

    test: IsIn
    verdict: Verdict
    snapshot: Snapshot
    standpoint: Standpoint
    steps: tuple[Reason, ...]

    @property
    def steps_that_follow(self) -> tuple[Reason, ...]:
        """The proof without the test itself, which stands over it already."""
        own = (self.test.label, self.verdict)
        return tuple(step for step in self.steps if (step.text, step.verdict) != own)


def _way(
    law: Law,
    snapshot: Snapshot,
    standpoint: Standpoint,
    proof: Proof,
    test: IsIn,
    cells: Cells,
    verdict: Verdict,
) -> _Way:
    supposed = Supposing(snapshot, test.variable, cells)
    seen = Standpoint.of(law, supposed, standpoint.frame)
    return _Way(test, verdict, supposed, seen, proof(seen))


def _left_open(ways: list[_Way]) -> int:
    return sum(is_open(way.steps) for way in ways)


def _sides(test: IsIn, standpoint: Standpoint) -> Iterator[tuple[Cells, Verdict]]:
    cells = standpoint.possible(test.variable)
    yield cells & test.accepted, Verdict.HOLDS
    yield cells - test.accepted, Verdict.FAILS


def _open_tests(law: Law, rule: Rule, standpoint: Standpoint) -> Iterator[IsIn]:
    """The open tests of the rule, and of the rules that it names, each once."""
    seen: set[tuple[Variable, Cells]] = set()
    for part in _with_named_rules(law, rule, {rule.id}):
        if isinstance(part, IsIn) and (part.variable, part.accepted) not in seen:
            seen.add((part.variable, part.accepted))
            if verdict_of(part, standpoint.possible(part.variable)) is Verdict.OPEN:
                yield part


def _with_named_rules(law: Law, rule: Rule, begun: set[str]) -> Iterator[Condition]:
    for part in everything_of(rule):
        yield part
        if isinstance(part, RuleSays) and part.rule in law.rules and part.rule not in begun:
            begun.add(part.rule)
            yield from _with_named_rules(law, law.rules[part.rule], begun)
