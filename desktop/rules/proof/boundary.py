"""A case that shows a difference: two laws say different things of it.

Found in the diagrams, written as facts, and judged again under both laws before
anybody is shown it. Who is asked which outcome is right is never told ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import partial
from itertools import islice
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.findings import HoldAnswer, Outcome
from desktop.domain.moments import start_of
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.clocks import clocks_of
from desktop.rules.compiled import Law
from desktop.rules.contradictions import without_impossible
from desktop.rules.dates import dates_of
from desktop.rules.holding import answer_on_holding, diagram_of_the_answer
from desktop.rules.pack import Holidays
from desktop.rules.proof.case_file import Document, frame_of, put, snapshot_of
from desktop.rules.proof.difference import differences
from desktop.rules.proof.examples import said
from desktop.rules.proof.in_time import at_another_time
from desktop.rules.proof.meaning import meaning
from desktop.rules.proof.told import changed_facts, take_back
from desktop.rules.proof.written import written
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

_BASES, _TRIES = 8, 12
Base = tuple[str, Mapping[str, Any]]
"""A case that is known, by its title."""


@dataclass(frozen=True)
class Boundary:
    """A case on the line: what says something else of it, and the known case that it is near."""

    of: str
    near: str
    before: Mapping[str, Any]
    case: Document


class _Parted(IntEnum):
    """How clearly two laws part over a case."""

    NOT = 0
    ONE_IS_OPEN = 1
    BOTH_DECIDE = 2


def boundary(
    law: Law, other: Law, bases: Sequence[Base], first: Collection[str] = ()
) -> Boundary | None:
    """A case of which a rule, or else the answer on holding, says something else.

    ``first`` are the rules that were changed themselves; others only rest on them.
    """
    for rule_id in sorted(changed_rules(law, other), key=lambda rule_id: rule_id not in first):
        found = boundary_of_rule(law, other, rule_id, bases)
        if found is not None:
            return found
    return _clearest(law, other, None, bases)


def boundary_of_rule(law: Law, other: Law, rule_id: str, bases: Sequence[Base]) -> Boundary | None:
    """A case of which the rule says something else, near one of its own examples if it may be."""
    own = [(example.title, example.case) for example in law.rules[rule_id].examples]
    return _clearest(law, other, rule_id, [*own, *bases])


def _clearest(law: Law, other: Law, of: str | None, bases: Sequence[Base]) -> Boundary | None:
    """The first case over which both decide; else the first that shows any difference."""
    unclear: Boundary | None = None
    for title, document in bases[:_BASES]:
        near = _for_holding if of is None else partial(_for_rule, of)
        for case in near(law, other, document):
            parted = _parted(law, other, of, case)
            if parted is _Parted.NOT or (unclear and parted is _Parted.ONE_IS_OPEN):
                continue
            least = _least_changed(law, other, of, document, case)
            found = Boundary(of or "holding", title, document, least)
            if parted is _Parted.BOTH_DECIDE:
                return found
            unclear = found
    return unclear


def would_tell(law: Law, other: Law, case: Document) -> bool:
    """Whether the case shows a difference between two laws."""
    return any(_parted(law, other, of, case) for of in (*changed_rules(law, other), None))


def changed_rules(law: Law, other: Law) -> tuple[str, ...]:
    """The rules of both laws that do not mean the same in them."""
    return tuple(
        rule_id
        for rule_id, rule in law.rules.items()
        if rule_id in other.rules and meaning(law, rule) != meaning(other, other.rules[rule_id])
    )


def _for_rule(
    rule_id: str, law: Law, other: Law, document: Mapping[str, Any]
) -> Iterator[Document]:
    rule = other.rules[rule_id]
    yield from _parting(law, rule, law.roots[rule_id], other.roots[rule_id], document)
    if rule.looks_at == "acts":
        yield from _with_other_acts(document)
    if rule.clock is not None or rule.dates:
        yield dict(document)
    if rule.clock is not None:
        yield from _around_holidays(law, other, document)
        one, two = (_where_it_runs(each, rule_id) for each in (law, other))
        yield from _parting(law, rule, one, two, document)


def _where_it_runs(law: Law, rule_id: str) -> int:
    clock = law.rules[rule_id].clock
    if clock is None or clock.where is None:
        return law.forest.yes
    return law.condition(clock.where)


def _around_holidays(law: Law, other: Law, document: Mapping[str, Any]) -> Iterator[Document]:
    """The case as it is on the eve of each holiday that only one law knows."""
    one, two = law.holidays, other.holidays
    for day in sorted(_days_off(one) ^ _days_off(two)):
        eve = start_of(day) - timedelta(hours=12)
        yield at_another_time(document, eve)


def _days_off(holidays: Holidays | None) -> frozenset[date]:
    return holidays.observed | holidays.actual if holidays else frozenset()


def _for_holding(law: Law, other: Law, document: Mapping[str, Any]) -> Iterator[Document]:
    one, two = diagram_of_the_answer(law), diagram_of_the_answer(other)
    yield from _parting(law, None, one, two, document)


def _parting(
    law: Law, rule: Rule | None, one: int, two: int, document: Mapping[str, Any]
) -> Iterator[Document]:
    """Cases near a known one at which two diagrams part."""
    snapshot = snapshot_of(document)
    frame = frame_of(rule, snapshot)
    found = differences(law.forest, one, two, lambda variable: snapshot.possible(variable, frame))
    for wanted in islice(found, _TRIES):
        yield written(document, rule, wanted)


def _with_other_acts(document: Mapping[str, Any]) -> Iterator[Document]:
    """The case without any act, by each holder; and its acts of each other kind."""
    for holder in AGENCIES:
        without = deepcopy(dict(document))
        without["acts"] = []
        without["complete"] = sorted({*without.get("complete", ()), "acts"})
        put(without, "custody.custodian", holder)
        yield without
    for kind in LISTS["acts"]["kind"].words:
        other = deepcopy(dict(document))
        for act in other.get("acts", ()):
            act["kind"] = kind
        yield other


def _least_changed(
    law: Law, other: Law, of: str | None, before: Mapping[str, Any], case: Document
) -> Document:
    """The case with every fact taken back that does not matter to the difference."""
    parted = _parted(law, other, of, case)
    for section, name in changed_facts(before, case):
        less = deepcopy(case)
        take_back(less, before, section, name)
        if _parted(law, other, of, less) >= parted:
            case = less
    return case


def _parted(law: Law, other: Law, of: str | None, document: Document) -> _Parted:
    """Whether the laws differ on the case, which must be one that can be."""
    snapshot = snapshot_of(document)
    case = read_case(document)
    if without_impossible(case, snapshot.as_of) != case:
        return _Parted.NOT
    one, two = _said(law, of, snapshot), _said(other, of, snapshot)
    if one == two:
        return _Parted.NOT
    is_open = {one[0], two[0]} & {Outcome.OPEN, HoldAnswer.OPEN}
    return _Parted.ONE_IS_OPEN if is_open else _Parted.BOTH_DECIDE


def _said(law: Law, of: str | None, snapshot: Snapshot) -> tuple[object, ...]:
    """All that an assessment shows of a rule, or the answer on holding."""
    if of is None:
        return (answer_on_holding(law, snapshot),)
    rule = law.rules[of]
    outcome, strength = said(law, rule, snapshot)
    runs = clocks_of(law, rule, outcome, snapshot)
    days = dates_of(law, rule, outcome, snapshot)
    return outcome, strength, *((run.starts, run.ends) for run in runs), *days
