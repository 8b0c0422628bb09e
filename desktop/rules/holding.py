"""The answer on holding: one word a person can repeat on the telephone.

Worked out as a diagram of its own, so that "open" is said only when a missing
fact could really change it.
"""

from __future__ import annotations

from collections.abc import Hashable

from desktop.domain.findings import HoldAnswer, Holding, Outcome
from desktop.rules.compiled import Law
from desktop.rules.conditions import RuleSays
from desktop.rules.judging import Standpoint
from desktop.rules.lawbook import LawBook
from desktop.rules.snapshot import Snapshot

# The terms by which packs say who holds, when release is due and what else can hold a person,
# in the order in which they are looked at; and whether the term has to hold or to fail.
_LOOKED_AT = (
    ("federal_custody", True, HoldAnswer.FEDERAL_CUSTODY),
    ("let_go", True, HoldAnswer.RELEASED),
    ("release_due", False, HoldAnswer.NOT_DUE),
    ("other_lawful_hold", True, HoldAnswer.OTHER_BASIS),
    ("court_arrest_warrant", True, HoldAnswer.COURT_WARRANT),
)
_EVENT = "release_event_happened"


def holding_of(book: LawBook, snapshot: Snapshot, without: tuple[str, ...]) -> Holding:
    """The answer, the rules it rests on, and whether it stands without each of them."""
    law = book.law(without)
    leaves, asks = Standpoint.of(law, snapshot, snapshot.now).leaves(diagram_of_the_answer(law))
    answer = _one(leaves)
    rests_on = _rests_on(book, without, snapshot, answer)
    stands = tuple(
        (rule, answer_on_holding(book.law((*without, rule)), snapshot) is answer)
        for rule in rests_on
    )
    return Holding(answer, rests_on, stands, asks)


def doubts_left(law: Law, snapshot: Snapshot) -> dict[str, float]:
    """For each key that can change the answer, how unsure it stays once that is known."""
    return Standpoint.of(law, snapshot, snapshot.now).doubts_left(diagram_of_the_answer(law))


def answer_on_holding(law: Law, snapshot: Snapshot) -> HoldAnswer:
    """The answer alone, without what it rests on."""
    leaves, _ = Standpoint.of(law, snapshot, snapshot.now).leaves(diagram_of_the_answer(law))
    return _one(leaves)


def _one(leaves: frozenset[Hashable]) -> HoldAnswer:
    (first, *others) = leaves
    return HoldAnswer.OPEN if others or not isinstance(first, HoldAnswer) else first


def diagram_of_the_answer(law: Law) -> int:
    """The answer on holding as a diagram whose leaves are its words."""
    return law.once("the answer on holding", lambda: _made(law))


def _made(law: Law) -> int:
    """The answers in their order: each said only when every one before it is known not to hold."""
    forest, terms = law.forest, law.terms
    if any(term not in terms for term, _, _ in _LOOKED_AT):
        return forest.leaf(HoldAnswer.OPEN)
    root = forest.leaf(HoldAnswer.UNSETTLED)
    unlawful = forest.leaf(HoldAnswer.UNLAWFUL)
    for rule in _rules_on_holding(law):
        broken = RuleSays(rule, frozenset((Outcome.BROKEN.value,)), rule)
        root = forest.choose(law.condition(broken), unlawful, root)
    for term, has_to_hold, answer in reversed(_LOOKED_AT):
        holds, said = law.condition(terms[term]), forest.leaf(answer)
        root = forest.choose(holds, said, root) if has_to_hold else forest.choose(holds, root, said)
    return root


def _rules_on_holding(law: Law) -> tuple[str, ...]:
    return tuple(rule.id for rule in law.rules.values() if rule.decides_holding)


_SAYING = {
    HoldAnswer.UNLAWFUL: Outcome.BROKEN,
    HoldAnswer.UNSETTLED: Outcome.UNSETTLED,
    HoldAnswer.NOT_DUE: Outcome.NOT_YET,
    HoldAnswer.OTHER_BASIS: Outcome.ALLOWS,
    HoldAnswer.COURT_WARRANT: Outcome.ALLOWS,
}


def _rests_on(
    book: LawBook, without: tuple[str, ...], snapshot: Snapshot, answer: HoldAnswer
) -> tuple[str, ...]:
    """Rules on holding that say the answer and, where no event did, what made release due."""
    law = book.law(without)
    wanted = _SAYING.get(answer)
    if wanted is None:
        return ()
    standpoint = Standpoint.of(law, snapshot, snapshot.now)
    saying = [
        rule
        for rule in _rules_on_holding(law)
        if {said[0] for said in standpoint.says(rule)[0]} == {wanted}
    ]
    if answer is HoldAnswer.UNLAWFUL and _EVENT in law.terms:
        leaves, _ = standpoint.leaves(law.condition(law.terms[_EVENT]))
        if leaves != {True}:
            saying += _made_release_due(book, without, snapshot)
    return tuple(saying)


def _made_release_due(
    book: LawBook, without: tuple[str, ...], snapshot: Snapshot
) -> tuple[str, ...]:
    """The broken rules each of which, without the others, makes release due."""
    law = book.law(without)
    standpoint = Standpoint.of(law, snapshot, snapshot.now)
    broken = [
        rule.id
        for rule in law.rules.values()
        if rule.makes_release_due
        and {said[0] for said in standpoint.says(rule.id)[0]} == {Outcome.BROKEN}
    ]

    def alone(rule: str) -> bool:
        others = book.law((*without, *(other for other in broken if other != rule)))
        due = others.condition(others.terms["release_due"])
        return Standpoint.of(others, snapshot, snapshot.now).leaves(due)[0] == {True}

    return tuple(rule for rule in broken if len(broken) == 1 or alone(rule))
