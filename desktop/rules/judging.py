"""One rule over one case: every frame it looks at, and what they say together."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from desktop.domain.findings import Outcome, Reason, Verdict
from desktop.rules.cells import BOTH, NO, YES, Cells
from desktop.rules.compiled import Law, LooksAt
from desktop.rules.conditions import Condition, IsIn, RuleSays
from desktop.rules.frames import Frame
from desktop.rules.heeded import acts_of, frames_of, what_it_was
from desktop.rules.judged import Judged, asked, gravest, summed, together
from desktop.rules.reasoning import Reasoning
from desktop.rules.recalling import JudgedBefore
from desktop.rules.reduced import bits
from desktop.rules.rule import Rule, Said
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import Heard, Variable
from desktop.rules.wanted import Asks
from desktop.rules.weighing import doubts_left

_NOBODY: Said = (Outcome.NOT_COVERED, None)
_SILENCE = frozenset((None,))  # what a rule says that was left out


class Standpoint:
    """One frame of a case as a law sees it, with everything looked up once."""

    def __init__(self, law: Law, snapshot: Snapshot, frame: Frame) -> None:
        self._law, self.snapshot, self.frame = law, snapshot, frame
        self._known = law.forest.known(self.possible)
        self._left: dict[int, tuple[frozenset[Hashable], tuple[str, ...]]] = {}
        self._keys: dict[int, tuple[str, ...]] = {0: ()}
        self._asks = Asks(self._asks_for)
        self._reasoning = Reasoning(self.possible, self._rule_says)

    @cached_property
    def actor(self) -> str | None:
        """Who is looked at, where it is known."""
        actor = self.frame.actor
        return str(next(iter(actor))) if len(actor) == 1 else None

    @classmethod
    def of(cls, law: Law, snapshot: Snapshot, frame: Frame) -> Standpoint:
        """The one standpoint of this law, case and frame."""
        return snapshot.once((law, frame), cls, law, snapshot, frame)

    def possible(self, variable: Variable) -> Cells:
        """The cells in which the variable may lie, here and under this law."""
        cells = self.snapshot.possible(variable, self.frame)
        if cells is BOTH and type(variable) is Heard:
            return self._heard(variable)
        return cells

    def _heard(self, variable: Heard) -> Cells:
        if variable.rule not in self._law.rules:
            return NO
        words = summed(self._judged(variable).said).words
        if words <= variable.outcomes:
            return YES
        return NO if words.isdisjoint(variable.outcomes) else BOTH

    def _judged(self, variable: Heard) -> Judged:
        return judged_once(self._law, self._law.rules[variable.rule], self.snapshot)

    def leaves(self, root: int) -> tuple[frozenset[Hashable], tuple[str, ...]]:
        """The leaves still attainable, and the keys to ask for; none when one leaf is left."""
        found = self._left.get(root)
        if found is None:
            node = self._known.parting(root)
            found = self._law.forest.decided.get(node)
            if found is None:
                asks, says = self._known.left(node)
                found = self._law.forest.said(says), self.keys(asks)
            self._left[root] = found
        return found

    def keys(self, variables: int) -> tuple[str, ...]:
        """The keys to ask for, so that some variables become known."""
        keys = self._keys.get(variables)
        if keys is None:
            asked = [self._asks[number] for number in bits(variables)]
            keys = self._keys[variables] = tuple(dict.fromkeys(chain.from_iterable(asked)))
        return keys

    def read(self, looks_at: LooksAt) -> tuple[Hashable, Hashable]:
        """What is known from here of what a rule looks at, and what would be asked."""
        return looks_at.state(self._known), looks_at.asks(self._asks)

    def _asks_for(self, number: int) -> tuple[str, ...]:
        variable = self._law.forest.variable(number)
        if isinstance(variable, Heard):
            return self._judged(variable).asks if variable.rule in self._law.rules else ()
        return (self.snapshot.asks(variable, self.frame),)

    def says(self, rule_id: str) -> tuple[frozenset[Said], tuple[str, ...]]:
        leaves, asks = self.leaves(self._law.roots[rule_id])
        found: frozenset[Any] = leaves - _SILENCE if None in leaves else leaves
        return found, asks

    def doubts_left(self, root: int) -> dict[str, float]:
        """For each key to ask, how unsure the leaf stays once the answer is known."""
        left: dict[str, float] = {}
        for number, doubt in doubts_left(self._known, root).items():
            for key in self.keys(1 << number):
                left[key] = min(doubt, left.get(key, doubt))
        return left

    def reason(self, condition: Condition) -> Reason:
        """A condition's reason; the same wherever the same is known of all to which it looks."""
        if type(condition) is IsIn:
            return self._reasoning.of(condition)
        key = id(condition), self._law.state_of(condition)(self._known)
        kept = self._law.recollection.reasons
        return kept.get(key) or kept.keep(key, self._reasoning.of(condition))

    def verdict(self, condition: Condition) -> Verdict:
        """How a condition comes out, exactly."""
        return self.verdict_at(self._law.condition(condition))

    def verdict_at(self, root: int) -> Verdict:
        """How the condition of a diagram comes out."""
        leaves, _ = self.leaves(root)
        if len(leaves) > 1:
            return Verdict.OPEN
        return Verdict.HOLDS if True in leaves else Verdict.FAILS

    def _rule_says(self, named: RuleSays) -> Verdict:
        words = summed(self.says(named.rule)[0]).words
        if words.isdisjoint(named.outcomes):
            return Verdict.FAILS
        return Verdict.HOLDS if words <= named.outcomes else Verdict.OPEN


class Looked(NamedTuple):
    """The frames to which a rule looks, and all that is known of them as far as it matters."""

    frames: tuple[Frame, ...]
    known: Hashable


def look(law: Law, rule: Rule, snapshot: Snapshot) -> Looked:
    """What a finding hangs on. Two cases that are alike in it have the same finding.

    Whom each frame looks at is known with the rest.
    """
    frames, looks_at = frames_of(rule, snapshot), law.looks_at(rule)
    known: list[Hashable] = [rule.id]
    if rule.looks_at == "acts":
        surely = dict(acts_of(rule, snapshot))
        known.append(snapshot.possible(rule.law_date, snapshot.today))
        known += [(f.is_the_arrest, f.hypothetical, surely.get(f) == YES) for f in frames]
    for frame in frames:
        known += Standpoint.of(law, snapshot, frame).read(looks_at)
    return Looked(frames, tuple(known))


def judged_once(law: Law, rule: Rule, snapshot: Snapshot) -> Judged:
    """What the rule says of the case, as it was worked out before, or else is now."""
    return snapshot.once((law, rule.id), recalled, law, rule, snapshot)


def recalled(law: Law, rule: Rule, snapshot: Snapshot, looked: Looked | None = None) -> Judged:
    """What the rule said where the same was known, or says now for the first time."""
    frames, known = looked or look(law, rule, snapshot)
    before = law.recollection.judged.get(known)
    if before is not None:
        return Judged(before.said, before.asks, frames[before.place], before.by_nobody)
    said, asks, frame, by_nobody = judged = judge(law, rule, snapshot)
    before = JudgedBefore(said, asks, frames.index(frame), by_nobody)
    law.recollection.judged.keep(known, before)
    return judged


def judge(law: Law, rule: Rule, snapshot: Snapshot) -> Judged:
    """What the rule says of the case, over every spell or act that it looks at."""
    if rule.looks_at == "acts":
        return _judge_acts(law, rule, snapshot)
    frames = snapshot.spells() if rule.looks_at == "custody" else (snapshot.now,)
    if len(frames) == 1:
        said, asks = Standpoint.of(law, snapshot, snapshot.now).says(rule.id)
        return Judged(said, asks, snapshot.now)
    heard = [(frame, *Standpoint.of(law, snapshot, frame).says(rule.id)) for frame in frames]
    said = together(leaves for _, leaves, _ in heard)
    return Judged(said, asked(said, (asks for _, _, asks in heard)), gravest(heard))


def _judge_acts(law: Law, rule: Rule, snapshot: Snapshot) -> Judged:
    """Acts by somebody whom the rule does not bind count for nothing here."""
    none: Said = _NOBODY
    heard: list[tuple[Frame, frozenset[Said], tuple[str, ...]]] = []
    for frame, is_kind in acts_of(rule, snapshot):
        if frame.actor.isdisjoint(rule.heeded):
            continue
        leaves, asks = Standpoint.of(law, snapshot, frame).says(rule.id)
        if False in is_kind or not frame.actor <= rule.heeded:
            leaves, asks = leaves | {none}, what_it_was(frame, is_kind)
        heard.append((frame, leaves, asks))
    unheard = snapshot.unheard_act()
    if unheard is not None:
        leaves, _ = Standpoint.of(law, snapshot, unheard).says(rule.id)
        heard.append((unheard, leaves | {none}, ("acts",)))
    if not heard:
        return Judged(*_without_act(law, rule, snapshot), snapshot.now, by_nobody=True)
    said = together(leaves for _, leaves, _ in heard)
    asks = asked(said, (asks for _, _, asks in heard))
    if none in said:
        by_nobody = all(leaves == {none} for _, leaves, _ in heard)
        without, more = _without_act(law, rule, snapshot)
        said = (said - {none}) | without
        asks = (*asks, *more) if len(said) > 1 else ()
        if by_nobody:
            return Judged(said, tuple(dict.fromkeys(asks)), snapshot.now, by_nobody=True)
    return Judged(said, tuple(dict.fromkeys(asks)), gravest(heard))


def _without_act(
    law: Law, rule: Rule, snapshot: Snapshot
) -> tuple[frozenset[Said], tuple[str, ...]]:
    """What the rule says where nobody whom it binds did such a thing: it depends on who holds."""
    said: set[Said] = set()
    asks: list[str] = []
    of_the_town = Verdict.HOLDS
    if rule.within is not None:
        within = law.condition(rule.within)
        of_the_town = Standpoint.of(law, snapshot, snapshot.now).verdict_at(within)
        asks.extend(Standpoint.of(law, snapshot, snapshot.now).leaves(within)[1])
    if of_the_town is not Verdict.HOLDS:
        said.add(_NOBODY)
    if of_the_town is not Verdict.FAILS and not snapshot.custodian.isdisjoint(rule.bound):
        standpoint = Standpoint.of(law, snapshot, snapshot.now)
        stretches = snapshot.possible(rule.law_date, snapshot.today)
        if not stretches.isdisjoint(rule.stretches(Outcome.NOT_IN_FORCE)):
            said.add((Outcome.NOT_IN_FORCE, None))
        elif not stretches.isdisjoint(rule.stretches(Outcome.UNSETTLED)):
            said.add((Outcome.UNSETTLED, None))
        else:
            doubt = Verdict.FAILS
            if rule.no_act_unsettled_when is not None:
                unsettled = law.condition(rule.no_act_unsettled_when)
                doubt = standpoint.verdict_at(unsettled)
                asks.extend(standpoint.leaves(unsettled)[1])
            if doubt is not Verdict.FAILS:
                said.add((Outcome.UNSETTLED, None))
            if doubt is not Verdict.HOLDS:
                said.add((rule.otherwise, None))
    if not snapshot.custodian.isdisjoint(rule.unclear_for):
        said.add((Outcome.UNSETTLED, None))
    if not snapshot.custodian <= rule.reached:
        said.add(_NOBODY)
    if len(snapshot.custodian) > 1 and len(said) > 1:
        asks.append("custody.custodian")
    return frozenset(said), tuple(dict.fromkeys(asks)) if len(said) > 1 else ()
