"""A rule: one paragraph of law as conditions, in the fixed order in which they are tested.

Not in force, not covered, not yet, an exception, unsettled, broken, otherwise:
the first that is the case is what the rule says.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from desktop.domain.findings import Cite, Outcome, Strength
from desktop.domain.names import AGENCIES_SPOKEN
from desktop.domain.vocabulary import AGENCIES, FEDERAL
from desktop.language.marks import N_
from desktop.rules.conditions import All, Always, AnyOf, Condition, IsIn, compiled
from desktop.rules.diagram import Forest
from desktop.rules.example import Example, Waiver
from desktop.rules.variables import Fact, LawDate

LooksAt = Literal["custody", "acts", "case"]
GovernedBy = Literal["custody", "act", "release", "as_of"]
Said = tuple[Outcome, Strength | None]

ACTOR = Fact("actor", AGENCIES, "custody.custodian")


@dataclass(frozen=True)
class Version:
    """What the rule was from one day on: no law, unsettled law, or the rule as written."""

    start: date | None
    outcome: Outcome | None
    label: str


@dataclass(frozen=True)
class RuleException:
    """A named way out. Exceptions are unordered; priority comes by nesting only."""

    id: str
    label: str
    when: Condition
    cite: str | None
    outcome: Outcome = Outcome.ALLOWS
    unless: tuple[RuleException, ...] = ()


@dataclass(frozen=True)
class ClockKind:
    """How a rule counts hours, from which moment and where it says what, and the words beside."""

    starts: str
    counts: Literal["flat", "without_weekends_and_holidays"]
    hours: int
    note: str
    note_other_reading: str
    when: tuple[Outcome, ...]
    where: Condition | None = None
    """What has to be so besides; one rule may have a limb that counts no hours."""


HOLD_BEGAN = "hold_began"
"""A start that no question asks for: when the wrongful hold began, at the earliest."""


@dataclass(frozen=True)
class DateKind:
    """A day to keep: how long after which start, and where the rule says what."""

    what: str
    starts: str
    count: int
    unit: Literal["years", "months", "days"]
    when: tuple[Outcome, ...]


@dataclass(frozen=True)
class Rule:
    """One rule of a pack, as read; nothing here is computed."""

    id: str
    pack: str
    title: str
    act: str
    looks_at: LooksAt
    act_kinds: tuple[str, ...]
    decides_holding: bool
    makes_release_due: bool
    tells_of_ice_itself: bool
    governed_by: GovernedBy
    versions: tuple[Version, ...]
    binds: tuple[str, ...]
    unclear_for: tuple[str, ...]
    also_acts_by: tuple[str, ...]
    """Whose acts the rule looks at, though it binds them not: ICE on a city's land."""
    counts_the_arrest: bool
    """Whether the arrest that began the custody is looked at beside the acts that were told."""
    applies_when: Condition
    due_when: Condition
    unless: tuple[RuleException, ...]
    unsettled_when: tuple[Condition, ...]
    no_act_unsettled_when: Condition | None
    broken_when: Condition | None
    strength: Strength
    arguable_when: Condition | None
    otherwise: Outcome
    paraphrase: str
    explains: Mapping[str, str]
    for_client: Mapping[str, str]
    """By outcome: plain words that may be said to the client, and may not where there are none."""
    next_steps: Mapping[str, tuple[str, ...]]
    remedies: tuple[str, ...]
    cites: tuple[Cite, ...]
    clock: ClockKind | None
    dates: tuple[DateKind, ...]
    warns: tuple[tuple[Condition, str], ...]
    place: str = field(default="", compare=False)
    examples: Sequence[Example] = ()
    waives: tuple[Waiver, ...] = ()
    town: str = ""
    within: Condition | None = None
    """That it is the town's own police; None where the rule is of no town."""

    @property
    def binds_everyone(self) -> bool:
        return not self.binds

    @cached_property
    def covered(self) -> Condition:
        if self.binds_everyone:
            return Always("binds whoever acts")
        officer = IsIn(ACTOR, self.heeded, self.reach)
        return officer if self.within is None else All((officer, self.within), self.reach)

    @cached_property
    def reach(self) -> str:
        """Whom the rule binds, in words."""
        if set(self.binds) == set(AGENCIES) - set(FEDERAL):
            return N_("the rule is for state and local officers")
        if self.town:
            return N_("the rule binds {town} police").replace("{town}", self.town)
        told = N_("the rule binds {agencies}").replace("{agencies}", _listed(self.binds))
        if self.also_acts_by:
            watched = N_(", and looks at what is done by {others}")
            told += watched.replace("{others}", _listed(self.also_acts_by))
        return told

    @cached_property
    def law_date(self) -> LawDate:
        changes = tuple(version.start for version in self.versions if version.start is not None)
        return LawDate(self.governed_by, changes)

    def stretches(self, outcome: Outcome) -> frozenset[object]:
        """The cells of the governing date in which the rule was of that kind."""
        return self._stretches.get(outcome, frozenset())

    @cached_property
    def _stretches(self) -> Mapping[Outcome | None, frozenset[object]]:
        offset = 0 if self.versions and self.versions[0].start is None else 1
        found: dict[Outcome | None, frozenset[object]] = {}
        for cell, version in enumerate(self.versions, offset):
            found[version.outcome] = found.get(version.outcome, frozenset()) | {cell}
        return found

    @cached_property
    def bound(self) -> frozenset[Hashable]:
        """Whom the rule surely binds."""
        return frozenset(self.binds or AGENCIES)

    @cached_property
    def reached(self) -> frozenset[Hashable]:
        """Whom the rule binds, or may bind."""
        return self.bound | frozenset(self.unclear_for)

    @cached_property
    def heeded(self) -> frozenset[Hashable]:
        """Whose acts count: those whom the rule binds or may bind, and others whom it watches."""
        return self.reached | frozenset(self.also_acts_by)

    @cached_property
    def gates(self) -> tuple[Condition, ...]:
        """What has to hold before anything else counts: the law, whom it binds, when it is due."""
        gates: list[Condition] = []
        gone = self.stretches(Outcome.NOT_IN_FORCE)
        if gone:
            was_law = N_("the rule was law on the day that counts")
            gates.append(IsIn(self.law_date, frozenset(self.law_date.cells) - gone, was_law))
        gates += [self.covered, self.applies_when, self.due_when]
        return tuple(gate for gate in gates if not isinstance(gate, Always))

    @cached_property
    def doubts(self) -> tuple[Condition, ...]:
        """Everything that makes the rule unsettled: the law of that day, the actor, the facts."""
        doubts: list[Condition] = []
        unsettled_stretches = self.stretches(Outcome.UNSETTLED)
        if unsettled_stretches:
            label = "; ".join(v.label for v in self.versions if v.outcome is Outcome.UNSETTLED)
            doubts.append(IsIn(self.law_date, unsettled_stretches, label))
        if self.unclear_for:
            reach = f"it is not settled whether the rule binds {_listed(self.unclear_for)}"
            doubts.append(IsIn(ACTOR, frozenset(self.unclear_for), reach))
        return (*doubts, *self.unsettled_when)


def diagram(rule: Rule, forest: Forest, rules: Mapping[str, int]) -> int:
    """The rule as a diagram whose leaves are (outcome, strength)."""

    def leaf(outcome: Outcome, strength: Strength | None = None) -> int:
        return forest.leaf((outcome, strength))

    def made(condition: Condition | None) -> int:
        return forest.no if condition is None else compiled(condition, forest, rules)

    # Made in the order of the tests: what is asked first stands on top, and settles most cases.
    gone = forest.test(rule.law_date, rule.stretches(Outcome.NOT_IN_FORCE))
    covered, applies, due = made(rule.covered), made(rule.applies_when), made(rule.due_when)
    exceptions = [(exception_diagram(e, forest, rules), leaf(e.outcome)) for e in rule.unless]
    doubt, broken, arguable = (
        made(AnyOf(rule.doubts)),
        made(rule.broken_when),
        made(rule.arguable_when),
    )

    breach = forest.choose(
        arguable, leaf(Outcome.BROKEN, Strength.ARGUABLE), leaf(Outcome.BROKEN, rule.strength)
    )
    root = forest.choose(broken, breach, leaf(rule.otherwise))
    root = forest.choose(doubt, leaf(Outcome.UNSETTLED), root)
    for applies_here, allowed in exceptions:
        root = forest.choose(applies_here, allowed, root)
    root = forest.choose(due, root, leaf(Outcome.NOT_YET))
    for gate in (applies, covered):
        root = forest.choose(gate, root, leaf(Outcome.NOT_COVERED))
    return forest.choose(gone, leaf(Outcome.NOT_IN_FORCE), root)


def every_exception(exceptions: tuple[RuleException, ...]) -> Iterator[RuleException]:
    """The exceptions of a rule with those that are nested in them."""
    for exception in exceptions:
        yield exception
        yield from every_exception(exception.unless)


def exception_diagram(exception: RuleException, forest: Forest, rules: Mapping[str, int]) -> int:
    """Where the exception applies: its condition holds and none of its own exceptions does."""
    applies = compiled(exception.when, forest, rules)
    for inner in exception.unless:
        beaten = exception_diagram(inner, forest, rules)
        applies = forest.choose(beaten, forest.no, applies)
    return applies


def _listed(agencies: tuple[str, ...]) -> str:
    names = [AGENCIES_SPOKEN[agency] for agency in agencies]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
