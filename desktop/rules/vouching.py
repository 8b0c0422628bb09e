"""Which rules rest on a pack that nobody vouches for, be it through a term or another rule."""

from __future__ import annotations

from desktop.rules.compiled import Law
from desktop.rules.conditions import RuleSays, Term
from desktop.rules.inside import everything_of


def not_vouched_for(law: Law) -> frozenset[str]:
    """The rules that no letter for a client may rest on."""
    doubtful = [pack for pack in law.packs if not pack.used.vouched_for]
    if not doubtful:
        return frozenset()
    terms = {name for pack in doubtful for name in pack.terms}
    rules = {rule.id for pack in doubtful for rule in pack.rules}
    needs = {
        rule.id: {
            *(("term", part.name) for part in everything_of(rule) if isinstance(part, Term)),
            *(("rule", part.rule) for part in everything_of(rule) if isinstance(part, RuleSays)),
        }
        for rule in law.rules.values()
    }
    while True:
        bad = {("term", name) for name in terms} | {("rule", name) for name in rules}
        more = {rule for rule, needed in needs.items() if needed & bad} - rules
        if not more:
            return frozenset(rules)
        rules |= more
