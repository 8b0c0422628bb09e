"""What a rule must not contain: words that never come, tests that never count.

Each check is exact: it compares diagrams, so it neither overlooks a case nor
complains of one that cannot be. What stands on purpose is waived with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from desktop.domain.findings import Outcome
from desktop.domain.vocabulary import AGENCIES
from desktop.rules.compiled import Law, recompiling
from desktop.rules.conditions import IsIn
from desktop.rules.example import Waiver
from desktop.rules.inside import everything_of
from desktop.rules.pack import PolicyPack
from desktop.rules.proof import limbs
from desktop.rules.proof.fault import Fault
from desktop.rules.proof.meaning import meaning
from desktop.rules.rule import Rule, RuleException, every_exception, exception_diagram

_NO_LAW = (Outcome.NOT_IN_FORCE, Outcome.UNSETTLED)


def faults(law: Law, pack: PolicyPack) -> Iterator[Fault]:
    """Everything of this kind that is wrong with a pack."""
    for rule in pack.rules:
        yield from _versions(rule)
        yield from _outcomes(law, rule)
        yield from _exceptions(law, rule)
        yield from _redundant(law, rule)
    for name in pack.terms:
        yield from _redundant_in_term(law, pack, name)
    looked_at = {key for rule in law.rules.values() for key in _keys_of(rule)}
    for question in pack.questions:
        if question.key not in looked_at:
            place = f"{pack.used.id}/questions.yaml, {question.key}"
            yield Fault(place, "is asked, and no rule looks at it", "take it out")


def _keys_of(rule: Rule) -> Iterator[str]:
    """The keys of the case to which a rule looks."""
    for part in everything_of(rule):
        if isinstance(part, IsIn):
            yield part.variable.asks
    yield from (day.starts for day in rule.dates)
    if rule.clock is not None:
        yield rule.clock.starts


def outcomes_of(law: Law, rule: Rule) -> frozenset[Outcome]:
    """Every outcome that a rule can give, "open" left aside."""
    found = law.forest.attainable(law.roots[rule.id], lambda variable: frozenset(variable.cells))
    outcomes = {leaf[0] for leaf in found.leaves if isinstance(leaf, tuple)}
    if rule.looks_at == "acts":
        outcomes.add(rule.otherwise)
        outcomes |= {version.outcome for version in rule.versions if version.outcome in _NO_LAW}
        if rule.unclear_for or rule.no_act_unsettled_when is not None:
            outcomes.add(Outcome.UNSETTLED)
        if rule.binds and set(AGENCIES) - {*rule.binds, *rule.unclear_for}:
            outcomes.add(Outcome.NOT_COVERED)
    return frozenset(outcomes)


def _outcomes(law: Law, rule: Rule) -> Iterator[Fault]:
    possible = {outcome.value for outcome in outcomes_of(law, rule)}
    for word in sorted(possible - set(rule.explains)):
        yield Fault(rule.place, f"can say {word}, which explains does not tell", "add it there")
    for word in sorted(set(rule.explains) - possible - {Outcome.OPEN.value}):
        right = "take it out of explains, or mend the rule"
        yield Fault(rule.place, f"explains {word}, which can never come", right)
    for key, words in (("for_client", rule.for_client), ("next_steps", rule.next_steps)):
        for word in sorted(set(words) - possible - {Outcome.OPEN.value}):
            wrong = f"has words under {key} for {word}, which can never come"
            yield Fault(rule.place, wrong, "take them out, or mend the rule")
    if rule.for_client and not any(cite.print_level in "AB" for cite in rule.cites):
        wrong = "has words for a client, and every source of it is for staff only"
        yield Fault(rule.place, wrong, "take them out until somebody has opened a source")
    shown = {example.outcome.value for example in rule.examples}
    for word in sorted(possible - shown):
        yield Fault(rule.place, f"no example comes out as {word}", "add one from the law")


def _versions(rule: Rule) -> Iterator[Fault]:
    if rule.versions and rule.versions[0].start is not None:
        wrong = f"does not say what the law was before {rule.versions[0].start}"
        yield Fault(rule.place, wrong, "begin with a version that has no start")
    for one, other in pairwise(rule.versions):
        if other.start is None:
            yield Fault(rule.place, "has two versions without a start", "say since when")
        elif one.start is not None and other.start <= one.start:
            wrong = f"the version of {other.start} does not follow that of {one.start}"
            yield Fault(rule.place, wrong, "put versions in order, one a day")
        if one.outcome is other.outcome:
            wrong = f"the version of {other.start} says the same as the one before it"
            yield Fault(rule.place, wrong, "join the two")


def _exceptions(law: Law, rule: Rule) -> Iterator[Fault]:
    own = law.roots[rule.id]

    def removed(exception: RuleException) -> Iterator[tuple[str, RuleException | None]]:
        yield "removed", None

    for where, _, unless in limbs.exceptions_rewritten(rule.unless, removed):
        _, without = next(recompiling(law, {rule.id: replace(rule, unless=unless)}))
        if without.roots[rule.id] == own:
            yield Fault(rule.place, f"{where} is dead: without it nothing changes", "take it out")
    for level in _levels(rule.unless):
        for one, other in combinations(level, 2):
            both = law.forest.every(
                [exception_diagram(each, law.forest, law.roots) for each in (one, other)]
            )
            if one.outcome is not other.outcome and both != law.forest.no:
                wrong = f"{one.id} ({one.outcome}) and {other.id} ({other.outcome}) can both apply"
                yield Fault(rule.place, wrong, "nest one in the other")
    for exception in every_exception(rule.unless):
        if exception not in rule.unless and exception.outcome is not Outcome.ALLOWS:
            wrong = f"{exception.id} stands in another exception, so its outcome is never said"
            yield Fault(rule.place, wrong, "leave its outcome out")


def _levels(exceptions: tuple[RuleException, ...]) -> Iterator[tuple[RuleException, ...]]:
    yield exceptions
    for exception in exceptions:
        yield from _levels(exception.unless)


def _redundant(law: Law, rule: Rule) -> Iterator[Fault]:
    found = [*limbs.without_a_test(rule), *limbs.rules_rewritten(rule, limbs.without_a_limb)]
    own = meaning(law, rule)
    dead = []
    for where, told, changed in found:
        _, other = next(recompiling(law, {rule.id: changed}))
        if meaning(other, changed) == own:
            dead.append((where, told))
    yield from _unless_waived(rule.place, dead, rule.waives)


def _redundant_in_term(law: Law, pack: PolicyPack, name: str) -> Iterator[Fault]:
    meant = pack.terms[name].meaning
    own = law.condition(meant)
    dead = [
        ("means", told)
        for told, changed in limbs.rewritten(meant, limbs.without_a_limb)
        if law.condition(changed) == own
    ]
    place = f"{pack.used.id}/terms.yaml, {name}"
    yield from _unless_waived(place, dead, pack.term_waives.get(name, ()))


def _unless_waived(
    place: str, dead: Sequence[tuple[str, str]], waivers: Sequence[Waiver]
) -> Iterator[Fault]:
    waived = {waiver.what for waiver in waivers if waiver.kind == "limb"}
    for where, told in dead:
        if told not in waived:
            wrong = f"{where}: “{told}” is redundant: without it nothing changes"
            yield Fault(place, wrong, "take it out, or waive it with a reason")
    for told in sorted(waived - {told for _, told in dead}):
        yield Fault(place, f"waives “{told}”, which is not redundant", "take the waiver out")
