"""What a rule says, whatever its words: two rules with equal meaning differ in wording only.

The diagram holds nearly all of it. Outside the diagram stand what a rule says of
acts when nobody did any, how many hours a clock counts, and which days are kept.
"""

from __future__ import annotations

from desktop.rules.compiled import Law
from desktop.rules.rule import Rule


def meaning(law: Law, rule: Rule) -> tuple[object, ...]:
    """Comparable among laws that were compiled in one forest."""
    days = law.holidays and (law.holidays.observed, law.holidays.actual)
    clock = rule.clock
    hours = clock and (
        *(clock.starts, clock.counts, clock.hours, frozenset(clock.when), days),
        clock.where and law.condition(clock.where),
    )
    part_in_answers = (rule.decides_holding, rule.makes_release_due, rule.tells_of_ice_itself)
    what_it_says = (rule.town, law.roots[rule.id], _no_act(law, rule))
    return (rule.act, rule.looks_at, part_in_answers, *what_it_says, hours, frozenset(rule.dates))


def _no_act(law: Law, rule: Rule) -> tuple[object, ...]:
    if rule.looks_at != "acts":
        return ()
    doubt = rule.no_act_unsettled_when
    return (
        frozenset(rule.act_kinds),
        frozenset(rule.binds),
        frozenset(rule.unclear_for),
        frozenset(rule.also_acts_by),
        rule.counts_the_arrest,
        rule.otherwise,
        tuple((version.start, version.outcome) for version in rule.versions),
        None if doubt is None else law.condition(doubt),
    )
