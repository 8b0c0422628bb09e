"""Which rules rest on a pack that nobody vouches for, be it through a term or another rule."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.rules.compiled import Law
from desktop.rules.conditions import IsIn, RuleSays, Term
from desktop.rules.inside import everything_of
from desktop.rules.rule import Rule
from desktop.rules.variables import Heard


def not_vouched_for(law: Law) -> frozenset[str]:
    """The rules that no letter for a client may rest on."""
    doubtful = [pack for pack in law.packs if not pack.used.vouched_for]
    if not doubtful:
        return frozenset()
    terms = {name for pack in doubtful for name in pack.terms}
    rules = {rule.id for pack in doubtful for rule in pack.rules}
    needs = {rule.id: set(_named_in(rule)) for rule in law.rules.values()}
    while True:
        bad = {("term", name) for name in terms} | {("rule", name) for name in rules}
        more = {rule for rule, needed in needs.items() if needed & bad} - rules
        if not more:
            return frozenset(rules)
        rules |= more


def _named_in(rule: Rule) -> Iterator[tuple[str, str]]:
    for part in everything_of(rule):
        match part:
            case Term(name=name):
                yield "term", name
            case RuleSays(rule=named) | IsIn(variable=Heard(rule=named)):
                yield "rule", named
