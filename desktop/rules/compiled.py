"""All rules of the packs as one forest of diagrams, built once when packs are loaded."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from desktop.domain.question import Question
from desktop.domain.questions import BY_KEY
from desktop.rules.conditions import Condition, IsIn, RuleSays, Term, compiled
from desktop.rules.diagram import Forest
from desktop.rules.inside import everything_in, everything_of
from desktop.rules.pack import Holidays, PolicyPack
from desktop.rules.recalling import Recollection
from desktop.rules.reduced import bits
from desktop.rules.rule import ACTOR, Rule, diagram, every_exception, exception_diagram
from desktop.rules.strict_yaml import PackRefused
from desktop.rules.variables import Heard
from desktop.rules.wanted import asked_with

_Made = TypeVar("_Made")


State = Callable[[Mapping[int, int]], Hashable]
"""How to read off what is known of some variables."""


class LooksAt(NamedTuple):
    """How to read off what is known of a rule's variables, and the questions that vary."""

    state: State
    asks: Callable[[Mapping[int, tuple[str, ...]]], Hashable]


@dataclass(frozen=True, eq=False)
class Law:
    """Packs that are ready to be applied."""

    packs: tuple[PolicyPack, ...]
    rules: Mapping[str, Rule]
    forest: Forest
    roots: Mapping[str, int]
    _made: dict[int, tuple[Condition, int]] = field(default_factory=dict, repr=False)
    _named: dict[str, Any] = field(default_factory=dict, repr=False)
    _exceptions: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False)
    _states: dict[int, tuple[Condition, State]] = field(default_factory=dict, repr=False)
    _looks_at: dict[str, LooksAt] = field(default_factory=dict, repr=False)
    _stands_for: dict[Hashable, int] = field(default_factory=dict, repr=False)
    recollection: Recollection = field(default_factory=Recollection, repr=False)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        return {name: term for pack in self.packs for name, term in pack.terms.items()}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its key: those of the form, then those that packs bring."""
        brought = (question for pack in self.packs for question in pack.questions)
        return {**BY_KEY, **{question.key: question for question in brought}}

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of each question among all, by its key."""
        return {key: place for place, key in enumerate(self.questions)}

    @cached_property
    def holidays(self) -> Holidays | None:
        return next((pack.holidays for pack in self.packs if pack.holidays), None)

    @cached_property
    def needs(self) -> Mapping[str, set[str]]:
        """For each rule those on which it rests."""
        return {rule_id: rests_on(rule) for rule_id, rule in self.rules.items()}

    def condition(self, condition: Condition) -> int:
        """A condition of these packs as a diagram, made when first asked for."""
        if id(condition) not in self._made:
            diagram_of_it = compiled(condition, self.forest, self.roots)
            self._made[id(condition)] = (condition, diagram_of_it)
        return self._made[id(condition)][1]

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What follows from the law alone, a diagram or words, made when first asked for."""
        found: _Made | None = self._named.get(name)
        if found is None:
            found = self._named[name] = make()
        return found

    def exceptions(self, rule: Rule) -> Mapping[str, int]:
        """Each exception of a rule by its id, as a diagram, made when first asked for."""
        found = self._exceptions.get(rule.id)
        if found is None:
            found = self._exceptions[rule.id] = {
                exception.id: exception_diagram(exception, self.forest, self.roots)
                for exception in rule.unless
            }
        return found

    def state_of(self, condition: Condition) -> State:
        """How to read off what is known of all to which a condition looks."""
        found = self._states.get(id(condition))
        if found is None:
            variables = 0
            for part in everything_in(condition):
                variables |= self._variables_in(part)
            found = condition, itemgetter(*bits(variables or 1 << self.forest.number_of(ACTOR)))
            self._states[id(condition)] = found
        return found[1]

    def _variables_in(self, part: Condition) -> int:
        """The variables to which a condition looks, its parts left aside; one bit each."""
        if isinstance(part, IsIn):
            return 1 << self.forest.number_of(part.variable)
        return self.forest.asked_by(self.roots[part.rule]) if isinstance(part, RuleSays) else 0

    def looks_at(self, rule: Rule) -> LooksAt:
        """All on which a finding of the rule rests, in diagrams and in words."""
        found = self._looks_at.get(rule.id)
        if found is None:
            variables = 1 << self.forest.number_of(ACTOR)
            for more in self._looked_at(rule, {rule.id}):
                variables |= more
            numbers = bits(variables)
            varying = dict.fromkeys(self._asked_with(number) for number in numbers)
            varying.pop(None, None)
            found = self._looks_at[rule.id] = LooksAt(itemgetter(*numbers), itemgetter(*varying))
        return found

    def _asked_with(self, number: int) -> int | None:
        """The variable that stands for all with which this one is asked; none if nothing varies."""
        kind = asked_with(self.forest.variable(number))
        return None if kind is None else self._stands_for.setdefault(kind, number)

    def _looked_at(self, rule: Rule, begun: set[str]) -> Iterator[int]:
        """Every variable of the rule and of the rules that it names, one bit each."""
        yield self.forest.asked_by(self.roots[rule.id])
        for root in self.exceptions(rule).values():
            yield self.forest.asked_by(root)
        yield 1 << self.forest.number_of(rule.law_date)
        for part in everything_of(rule):
            yield self._variables_in(part)
            if isinstance(part, RuleSays) and part.rule in self.rules and part.rule not in begun:
                begun.add(part.rule)
                yield from self._looked_at(self.rules[part.rule], begun)


def compile_law(packs: Sequence[PolicyPack], forest: Forest | None = None) -> Law:
    """The packs' rules as diagrams.

    Two laws in one forest can be compared: what means the same is the same number.
    """
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    forest = forest or Forest()
    roots: dict[str, int] = {}
    begun: list[str] = []

    def build(rule_id: str) -> int:
        if rule_id in roots:
            return roots[rule_id]
        if rule_id in begun:
            circle = " - ".join([*begun[begun.index(rule_id) :], rule_id])
            raise PackRefused(circle, "the rules rest on each other in a circle", "Break it")
        begun.append(rule_id)
        for needed in sorted(rests_on(rules[rule_id])):
            build(needed)
        roots[rule_id] = diagram(rules[rule_id], forest, roots)
        begun.pop()
        return roots[rule_id]

    for rule_id in rules:
        build(rule_id)
    _heard_once_only(rules)
    return Law(tuple(packs), rules, forest, roots)


def leaving_out(law: Law, without: Sequence[str]) -> Law:
    """The law without some rules, which never say anything; what rests on them is made anew."""
    rules = {rule_id: rule for rule_id, rule in law.rules.items() if rule_id not in without}
    roots = dict.fromkeys(without, law.forest.leaf(None))
    stale = set(without)
    for rule_id, root in law.roots.items():  # in the order in which they were built
        if rule_id in without:
            continue
        if law.needs[rule_id].isdisjoint(stale):
            roots[rule_id] = root
        else:
            stale.add(rule_id)
            roots[rule_id] = diagram(rules[rule_id], law.forest, roots)
    return Law(law.packs, rules, law.forest, roots)


def _heard_once_only(rules: Mapping[str, Rule]) -> None:
    """What hears other rules may not be heard itself, so that nothing runs in a circle."""
    hears = {rule_id: _heard_by(rule) for rule_id, rule in rules.items()}
    for rule_id, heard in hears.items():
        for other in sorted(heard):
            if hears.get(other):
                wrong = f"hears {other}, which hears other rules itself"
                raise PackRefused(rule_id, wrong, "Name those rules here")


def _heard_by(rule: Rule) -> set[str]:
    variables = (part.variable for part in everything_of(rule) if isinstance(part, IsIn))
    return {variable.rule for variable in variables if isinstance(variable, Heard)}


def recompiling(
    law: Law, rules: Mapping[str, Rule], packs: Sequence[PolicyPack] | None = None
) -> Iterator[tuple[str, Law]]:
    """The law with some rules replaced, and all that rest on them worked out anew, one by one.

    Yields each rule that is worked out, with the law as far as it is. The new rules may
    rest only on those on which the old ones rest.
    """
    changed = {**law.rules, **rules}
    roots = dict(law.roots)
    made = Law(tuple(packs or law.packs), changed, law.forest, roots)
    stale: set[str] = set()
    for rule_id in law.roots:  # in the order in which they were built
        if rule_id in rules or rests_on(changed[rule_id]) & stale:
            stale.add(rule_id)
            roots[rule_id] = diagram(changed[rule_id], law.forest, roots)
            yield rule_id, made


def rests_on(rule: Rule) -> set[str]:
    """The rules that a rule names, itself or through its terms."""
    conditions = [rule.applies_when, rule.due_when, *rule.unsettled_when]
    conditions += [
        c
        for c in (rule.broken_when, rule.arguable_when, rule.no_act_unsettled_when)
        if c is not None
    ]
    conditions += [exception.when for exception in every_exception(rule.unless)]
    conditions += [condition for condition, _ in rule.warns]
    return {named for condition in conditions for named in _named_rules(condition)}


def _named_rules(condition: Condition) -> set[str]:
    if isinstance(condition, RuleSays):
        return {condition.rule}
    if isinstance(condition, Term):
        return _named_rules(condition.meaning)
    parts = getattr(condition, "parts", None) or (
        (condition.part,) if hasattr(condition, "part") else ()
    )
    return {named for part in parts for named in _named_rules(part)}
