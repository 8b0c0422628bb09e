"""How many small mistakes the examples would notice, and those that they would not.

A mutant that means the same as the rule is no mistake. One that the author lets
stand has a reason in the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from desktop.rules.compiled import Law, recompiling
from desktop.rules.conditions import Term
from desktop.rules.example import Waiver
from desktop.rules.holding import diagram_of_the_answer
from desktop.rules.pack import PolicyPack
from desktop.rules.proof.examples import (
    Trial,
    wrong,
    wrong_clock,
    wrong_date,
    wrong_finding,
    wrong_hold,
)
from desktop.rules.proof.limbs import rule_with_term, with_term
from desktop.rules.proof.meaning import meaning
from desktop.rules.proof.mutants import mutants_of, mutants_of_term
from desktop.rules.rule import Rule


@dataclass(frozen=True)
class Mistake:
    """A mutant: where it is, which, and the rules and packs as they are with it."""

    place: str
    told: str
    rules: Mapping[str, Rule]
    packs: tuple[PolicyPack, ...]

    def law(self, law: Law) -> Law:
        """The law that makes this mistake."""
        made = Law(self.packs, law.rules, law.forest, law.roots)
        for _, made in recompiling(law, self.rules, self.packs):  # noqa: B007 - the last one
            pass
        return made


_Found = tuple[Mistake | None, Law | None]
"""A mutant, or None for one that means the same; and the law that makes it, where it is known."""


@dataclass
class Score:
    """What became of the mutants of a pack."""

    killed: int = 0
    same: int = 0
    waived: int = 0
    survivors: list[Mistake] = field(default_factory=list)
    idle_waivers: list[tuple[str, Waiver]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The killed among those that are neither equivalent nor waived."""
        live = self.killed + len(self.survivors)
        return self.killed / live if live else 1.0


def score(law: Law, pack: PolicyPack, trials: Sequence[Trial]) -> Score:
    """The mutants of a pack's rules and terms under all examples and cases that hold."""
    trials = [trial for trial in trials if not any(wrong(law, trial))]
    made, waivers = Score(), dict(_waivers(pack))
    idle = {(place, waiver) for place in waivers for waiver in waivers[place]}
    for mistake, whole in chain(_in_rules(law, pack), _in_terms(law, pack)):
        if mistake is None:
            made.same += 1
        elif _noticed(law, mistake, whole, trials):
            made.killed += 1
        elif covers := [
            w for w in waivers.get(mistake.place, ()) if mistake.told.startswith(w.what)
        ]:
            made.waived += 1
            idle -= {(mistake.place, waiver) for waiver in covers}
        else:
            made.survivors.append(mistake)
    made.idle_waivers.extend(sorted(idle, key=lambda found: (found[0], found[1].what)))
    return made


def place_of_term(pack: PolicyPack, name: str) -> str:
    return f"{pack.used.id}/terms.yaml, {name}"


def law_with_term(law: Law, term: Term) -> tuple[dict[str, Rule], tuple[PolicyPack, ...]]:
    """The rules and packs as they are when one term means something else."""
    changed = {
        rule.id: rule_with_term(rule, term.name, term.meaning) for rule in law.rules.values()
    }
    packs = tuple(replace(pack, terms=_terms_with(pack.terms, term)) for pack in law.packs)
    return {rule.id: rule for rule in changed.values() if rule != law.rules[rule.id]}, packs


def _in_rules(law: Law, pack: PolicyPack) -> Iterator[_Found]:
    """The mutants of a pack's rules. Of several that mean the same thing, the first."""
    for rule in pack.rules:
        own = meaning(law, rule)
        seen: set[object] = {own}
        for mutant in mutants_of(rule):
            mistake = Mistake(rule.place, mutant.told, {rule.id: mutant.rule}, law.packs)
            _, changed = next(recompiling(law, mistake.rules))
            means = meaning(changed, mutant.rule)
            if means == own:
                yield None, None
            elif means not in seen:
                yield mistake, None
            seen.add(means)


def _in_terms(law: Law, pack: PolicyPack) -> Iterator[_Found]:
    """The mutants of a pack's terms, which can change what any rule says."""
    own = _all_said(law)
    for name, term in pack.terms.items():
        seen = {own}
        for told, condition in mutants_of_term(term):
            rules, packs = law_with_term(law, replace(term, meaning=condition))
            mistake = Mistake(place_of_term(pack, name), told, rules, packs)
            whole = mistake.law(law)
            says = _all_said(whole)
            if says == own:
                yield None, None
            elif says not in seen:
                yield mistake, whole
            seen.add(says)


def _all_said(law: Law) -> tuple[object, ...]:
    """What all rules mean together, and the answer on holding: what a term can change."""
    rules = (meaning(law, rule) for rule in law.rules.values())
    return (*rules, diagram_of_the_answer(law))


def _terms_with(terms: Mapping[str, Term], term: Term) -> dict[str, Term]:
    changed = {name: with_term(old, term.name, term.meaning) for name, old in terms.items()}
    return {name: new for name, new in changed.items() if isinstance(new, Term)}


def _noticed(law: Law, mistake: Mistake, whole: Law | None, trials: Sequence[Trial]) -> bool:
    """Whether one finding, clock or answer on holding comes out wrong."""
    changed = whole or law
    for rule_id, changed in _worked_out(law, mistake, whole):
        if any(wrong_finding(changed, trial, rule_id) for trial in trials):
            return True
    return any(
        wrong_hold(changed, trial)
        or any(
            wrong_clock(changed, trial, rule_id) or wrong_date(changed, trial, rule_id)
            for rule_id in mistake.rules
        )
        for trial in trials
    )


def _worked_out(law: Law, mistake: Mistake, whole: Law | None) -> Iterator[tuple[str, Law]]:
    """Each rule that may say something else. Most mistakes are noticed in the very first."""
    if whole is None:
        yield from recompiling(law, mistake.rules)
        return
    for rule_id in law.rules:
        if whole.roots[rule_id] != law.roots[rule_id]:
            yield rule_id, whole


def _waivers(pack: PolicyPack) -> Iterator[tuple[str, tuple[Waiver, ...]]]:
    for rule in pack.rules:
        yield rule.place, tuple(w for w in rule.waives if w.kind == "mutant")
    for name, waivers in pack.term_waives.items():
        yield place_of_term(pack, name), tuple(w for w in waivers if w.kind == "mutant")
