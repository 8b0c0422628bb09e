"""How many small mistakes the examples would notice, and those that they would not.

A mutant that means the same as the rule is no mistake. One that the author lets
stand has a reason in the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.rules.compiled import Law, recompiled
from desktop.rules.conditions import Term
from desktop.rules.example import Waiver
from desktop.rules.pack import PolicyPack
from desktop.rules.proof.examples import Trial, wrong
from desktop.rules.proof.limbs import rule_with_term
from desktop.rules.proof.meaning import meaning
from desktop.rules.proof.mutants import mutants_of, mutants_of_term
from desktop.rules.rule import Rule


@dataclass(frozen=True)
class Survivor:
    """A mistake that no example and no case notices: where, which, and the law that makes it."""

    place: str
    told: str
    law: Law
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """What became of the mutants of a pack."""

    killed: int
    same: int
    waived: int
    survivors: tuple[Survivor, ...]
    waived_for_nothing: tuple[tuple[str, Waiver], ...]

    @property
    def share(self) -> float:
        """The killed among those that are neither equivalent nor waived."""
        live = self.killed + len(self.survivors)
        return self.killed / live if live else 1.0


@dataclass(frozen=True)
class _Mistake:
    """A mutant ready to be tried: the rules that it changes, and where its waivers stand."""

    place: str
    told: str
    law: Law
    same: bool
    rules: tuple[str, ...]


def score(law: Law, pack: PolicyPack, trials: Sequence[Trial]) -> Score:
    """The mutants of a pack's rules and terms under all examples and cases that are known."""
    by_rule = {
        rule: [trial for trial in trials if rule in trial.rules or trial.hold] for rule in law.rules
    }
    killed = same = waived = 0
    survivors: list[Survivor] = []
    unused = {
        (place, waiver)
        for place, waivers in _waivers(pack).items()
        for waiver in waivers
        if waiver.kind == "mutant"
    }
    for mistake in _mistakes(law, pack):
        if mistake.same:
            same += 1
        elif _noticed(mistake, by_rule):
            killed += 1
        elif used := [
            waiver
            for waiver in _waivers(pack)[mistake.place]
            if waiver.kind == "mutant" and mistake.told.startswith(waiver.what)
        ]:
            waived += 1
            unused -= {(mistake.place, waiver) for waiver in used}
        else:
            survivors.append(Survivor(mistake.place, mistake.told, mistake.law, mistake.rules))
    left = sorted(unused, key=lambda found: (found[0], found[1].what))
    return Score(killed, same, waived, tuple(survivors), tuple(left))


def _mistakes(law: Law, pack: PolicyPack) -> Iterator[_Mistake]:
    for rule in pack.rules:
        yield from _of_rule(law, rule)
    for term in pack.terms.values():
        yield from _of_term(law, term, f"{pack.used.id}/terms.yaml, {term.name}")


def _of_rule(law: Law, rule: Rule) -> Iterator[_Mistake]:
    own = meaning(law, rule)
    seen: set[tuple[object, ...]] = set()
    for mutant in mutants_of(rule):
        changed = recompiled(law, {rule.id: mutant.rule})
        means = meaning(changed, mutant.rule)
        if means not in seen:
            seen.add(means)
            rules = _changed_roots(law, changed, (rule.id,))
            yield _Mistake(rule.place, mutant.told, changed, means == own, rules)


def _of_term(law: Law, term: Term, place: str) -> Iterator[_Mistake]:
    own = law.condition(term)
    seen: set[int] = set()
    for told, means in mutants_of_term(term):
        node = law.condition(means)
        if node not in seen:
            seen.add(node)
            changed = law_with_term(law, replace(term, meaning=means))
            yield _Mistake(place, told, changed, node == own, _changed_roots(law, changed, ()))


def law_with_term(law: Law, term: Term) -> Law:
    """The law with one term meaning something else."""
    rules = {
        rule.id: changed
        for rule in law.rules.values()
        if (changed := rule_with_term(rule, term.name, term.meaning)) != rule
    }
    packs = [replace(pack, terms=_terms_with(pack.terms, term)) for pack in law.packs]
    return recompiled(law, rules, packs)


def _terms_with(terms: Mapping[str, Term], term: Term) -> Mapping[str, Term]:
    ...


def _changed_roots(law: Law, changed: Law, first: tuple[str, ...]) -> tuple[str, ...]:
    """The rules that say something else, those first that were changed themselves."""
    others = tuple(
        rule for rule in law.rules if rule not in first and law.roots[rule] != changed.roots[rule]
    )
    return (*first, *others)


def _noticed(mistake: _Mistake, by_rule: Mapping[str, Sequence[Trial]]) -> bool:
    return any(
        next(wrong(mistake.law, trial, (rule,)), None) is not None
        for rule in mistake.rules
        for trial in by_rule[rule]
    )


def _waivers(pack: PolicyPack) -> Mapping[str, tuple[Waiver, ...]]:
    of_rules = {rule.place: rule.waives for rule in pack.rules}
    of_terms = {
        f"{pack.used.id}/terms.yaml, {name}": waivers for name, waivers in pack.term_waives.items()
    }
    return {**of_rules, **of_terms}
