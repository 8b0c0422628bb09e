"""One rule over one case: every frame it looks at, and what they say together.

Over several acts or spells the gravest word counts: an allowed act does not wash
another.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from desktop.domain.findings import Outcome, Reason, Strength, Verdict
from desktop.rules.cells import BOTH, NO, YES, Cells
from desktop.rules.compiled import Law
from desktop.rules.conditions import Condition, RuleSays, reason_for
from desktop.rules.frames import Frame
from desktop.rules.rule import Rule, Said
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import Heard, Variable

GRAVITY: tuple[Said, ...] = (
    (Outcome.BROKEN, Strength.STRONG),
    (Outcome.BROKEN, Strength.ARGUABLE),
    (Outcome.UNSETTLED, None),
    (Outcome.ALLOWS, None),
    (Outcome.PROTECTS, None),
    (Outcome.ALERT, None),
    (Outcome.NOT_YET, None),
    (Outcome.NOT_IN_FORCE, None),
    (Outcome.NOT_COVERED, None),
)
_RANK = {said: rank for rank, said in enumerate(GRAVITY)}
_NOBODY: Said = (Outcome.NOT_COVERED, None)
_SILENCE = frozenset((None,))  # what a rule says that was left out


class Judged(NamedTuple):
    """What a rule can still say of a case, what to ask, and the frame to explain it by."""

    said: frozenset[Said]
    asks: tuple[str, ...]
    frame: Frame
    by_nobody: bool = False

    @property
    def outcome(self) -> Outcome:
        return next(iter(self.said))[0] if len(self.said) == 1 else Outcome.OPEN

    @property
    def strength(self) -> Strength | None:
        return next(iter(self.said))[1] if len(self.said) == 1 else None


class Standpoint:
    """One frame of a case as a law sees it, with everything looked up once."""

    def __init__(self, law: Law, snapshot: Snapshot, frame: Frame) -> None:
        self._law, self._snapshot, self.frame = law, snapshot, frame
        self._known = law.forest.known(self.possible)
        self._told: dict[int, tuple[Condition, Reason]] = {}
        self._asked: dict[Variable, tuple[str, ...]] = {}

    @classmethod
    def of(cls, law: Law, snapshot: Snapshot, frame: Frame) -> Standpoint:
        """The one standpoint of this law, case and frame."""
        return snapshot.once((law, frame), lambda: cls(law, snapshot, frame))

    def possible(self, variable: Variable) -> Cells:
        """The cells in which the variable may lie, here and under this law."""
        cells = self._snapshot.possible(variable, self.frame)
        if isinstance(variable, Heard) and cells == BOTH:
            return self._heard(variable)
        return cells

    def _heard(self, variable: Heard) -> Cells:
        if variable.rule not in self._law.rules:
            return NO
        words = {outcome.value for outcome, _ in self._judged(variable).said}
        if words <= variable.outcomes:
            return YES
        return NO if words.isdisjoint(variable.outcomes) else BOTH

    def _judged(self, variable: Heard) -> Judged:
        law, snapshot = self._law, self._snapshot
        rule = law.rules[variable.rule]
        return snapshot.once((law, rule.id), lambda: judge(law, rule, snapshot))

    def leaves(self, root: int) -> tuple[frozenset[Hashable], tuple[str, ...]]:
        """The leaves still attainable, and the keys to ask for; none when one leaf is left."""
        found = self._law.forest.attainable(root, self._known)
        if len(found.leaves) == 1:
            return found.leaves, ()
        asks = [key for variable in found.deciding for key in self._asks_for(variable)]
        return found.leaves, tuple(dict.fromkeys(asks))

    def _asks_for(self, variable: Variable) -> tuple[str, ...]:
        keys = self._asked.get(variable)
        if keys is None:
            if isinstance(variable, Heard):
                keys = self._judged(variable).asks
            else:
                keys = (self._snapshot.asks(variable, self.frame),)
            self._asked[variable] = keys
        return keys

    def says(self, rule_id: str) -> tuple[frozenset[Said], tuple[str, ...]]:
        leaves, asks = self.leaves(self._law.roots[rule_id])
        found: frozenset[Any] = leaves - _SILENCE if None in leaves else leaves
        return found, asks

    def doubts_left(self, root: int) -> dict[str, float]:
        """For each key to ask, how unsure the leaf stays once the answer is known."""
        left: dict[str, float] = {}
        for variable, doubt in self._law.forest.doubts_left(root, self._known).items():
            for key in self._asks_for(variable):
                left[key] = min(doubt, left.get(key, doubt))
        return left

    def verdict(self, condition: Condition) -> Verdict:
        leaves, _ = self.leaves(self._law.condition(condition))
        if len(leaves) > 1:
            return Verdict.OPEN
        return Verdict.HOLDS if leaves == {True} else Verdict.FAILS

    def reason(self, condition: Condition) -> Reason:
        """The proof of a condition, by what is known."""
        return reason_for(condition, self.possible, self._other_rule, self._told)

    def _other_rule(self, named: RuleSays) -> Reason:
        said, _ = self.says(named.rule)
        words = {outcome.value for outcome, _ in said}
        verdict = Verdict.OPEN
        if words <= named.outcomes and words:
            verdict = Verdict.HOLDS
        elif words.isdisjoint(named.outcomes):
            verdict = Verdict.FAILS
        return Reason(named.label, verdict)


def judge(law: Law, rule: Rule, snapshot: Snapshot) -> Judged:
    """What the rule says of the case, over every spell or act that it looks at."""
    if rule.looks_at == "acts":
        return _judge_acts(law, rule, snapshot)
    frames = snapshot.spells() if rule.looks_at == "custody" else (snapshot.now,)
    if len(frames) == 1:
        said, asks = Standpoint.of(law, snapshot, snapshot.now).says(rule.id)
        return Judged(said, asks, snapshot.now)
    heard = [(frame, *Standpoint.of(law, snapshot, frame).says(rule.id)) for frame in frames]
    said = _together(leaves for _, leaves, _ in heard)
    return Judged(said, _asks(said, (asks for _, _, asks in heard)), _gravest(heard))


def _judge_acts(law: Law, rule: Rule, snapshot: Snapshot) -> Judged:
    """Acts by somebody whom the rule does not bind count for nothing here."""
    none: Said = _NOBODY
    heard: list[tuple[Frame, frozenset[Said], tuple[str, ...]]] = []
    for frame, is_kind in acts_of(rule, snapshot):
        if frame.actor.isdisjoint(rule.heeded):
            continue
        leaves, asks = Standpoint.of(law, snapshot, frame).says(rule.id)
        if False in is_kind or not frame.actor <= rule.heeded:
            leaves, asks = leaves | {none}, _what_it_was(frame, is_kind)
        heard.append((frame, leaves, asks))
    unheard = snapshot.unheard_act()
    if unheard is not None:
        leaves, _ = Standpoint.of(law, snapshot, unheard).says(rule.id)
        heard.append((unheard, leaves | {none}, ("acts",)))
    if not heard:
        return Judged(*_without_act(law, rule, snapshot), snapshot.now, by_nobody=True)
    said = _together(leaves for _, leaves, _ in heard)
    asks = _asks(said, (asks for _, _, asks in heard))
    if none in said:
        by_nobody = all(leaves == {none} for _, leaves, _ in heard)
        without, more = _without_act(law, rule, snapshot)
        said = (said - {none}) | without
        asks = (*asks, *more) if len(said) > 1 else ()
        if by_nobody:
            return Judged(said, tuple(dict.fromkeys(asks)), snapshot.now, by_nobody=True)
    return Judged(said, tuple(dict.fromkeys(asks)), _gravest(heard))


def acts_of(rule: Rule, snapshot: Snapshot) -> tuple[tuple[Frame, Cells], ...]:
    """The acts that a rule looks at, and whether each surely is of its kinds."""
    told = snapshot.acts(rule.act_kinds)
    return (*snapshot.the_arrest(), *told) if rule.counts_the_arrest else told


def _what_it_was(frame: Frame, is_kind: Cells) -> tuple[str, ...]:
    if not frame.is_the_arrest:
        return ("acts",)
    return ("custody.arrested_by",) if is_kind == YES else ("custody.arrest_basis",)


def _without_act(
    law: Law, rule: Rule, snapshot: Snapshot
) -> tuple[frozenset[Said], tuple[str, ...]]:
    """What the rule says where nobody whom it binds did such a thing: it depends on who holds."""
    said: set[Said] = set()
    asks: list[str] = []
    if not snapshot.custodian.isdisjoint(rule.bound):
        standpoint = Standpoint.of(law, snapshot, snapshot.now)
        stretches = snapshot.possible(rule.law_date, snapshot.today)
        if not stretches.isdisjoint(rule.stretches(Outcome.NOT_IN_FORCE)):
            said.add((Outcome.NOT_IN_FORCE, None))
        elif not stretches.isdisjoint(rule.stretches(Outcome.UNSETTLED)):
            said.add((Outcome.UNSETTLED, None))
        else:
            doubt = Verdict.FAILS
            if rule.no_act_unsettled_when is not None:
                doubt = standpoint.verdict(rule.no_act_unsettled_when)
                _, wanted = standpoint.leaves(law.condition(rule.no_act_unsettled_when))
                asks.extend(wanted)
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


def _together(each: Iterable[frozenset[Said]]) -> frozenset[Said]:
    """What several frames say together: for every combination, the gravest word."""
    together: frozenset[Said] | None = None
    for leaves in each:
        together = (
            leaves
            if together is None
            else frozenset(min(a, b, key=_RANK.__getitem__) for a in together for b in leaves)
        )
    return together if together is not None else frozenset()


def _asks(said: frozenset[Said], each: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    if len(said) == 1:
        return ()
    return tuple(dict.fromkeys(key for asks in each for key in asks))


def _gravest(heard: list[tuple[Frame, frozenset[Said], tuple[str, ...]]]) -> Frame:
    """The frame by which to explain: the one that says the gravest thing."""
    return min(heard, key=lambda item: min(_RANK[said] for said in item[1]))[0]
