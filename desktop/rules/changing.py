"""What would change an outcome: one fact at a time, all else as it is known.

Only for what is decided. There no answer to an open question can change anything,
so what is found are answers that we have, and what the law would say of others.
Worked out only when somebody asks: it costs more than the findings do.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.findings import HoldAnswer, Outcome, Strength, WouldChange
from desktop.rules.changes_told import fact_of, labels_of, told_about, told_values
from desktop.rules.compiled import Law
from desktop.rules.frames import Frame
from desktop.rules.heeded import acts_of
from desktop.rules.holding import diagram_of_the_answer
from desktop.rules.inside import conditions_of
from desktop.rules.judging import Standpoint, judge, judged_once, look
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.supposing import Supposing
from desktop.rules.variables import Heard, Variable

Leaves = frozenset[Hashable]
HOLD = "hold"


@dataclass(frozen=True)
class _Turn:
    """Cells of a variable in one frame that lead to other leaves."""

    frame: Frame
    variable: Variable
    cells: tuple[Hashable, ...]
    leaves: Leaves


def what_would_change(
    law: Law, snapshot: Snapshot, towns: Collection[str]
) -> tuple[WouldChange, ...]:
    """For the answer on holding and for each decided rule, the facts that would change it.

    A town's rules are told of only where the town is one of these.
    """
    changes = [
        _told(HOLD, snapshot, turn, law.once("labels of all", lambda: _every_label(law)))
        for turn in _turns(law, snapshot, snapshot.now, diagram_of_the_answer(law))
    ]
    for rule in law.rules.values():
        if rule.town in towns:
            changes.extend(_of(law, rule, snapshot))
    return tuple(changes)


def _every_label(law: Law) -> Mapping[Variable, str]:
    every_rule = (condition for rule in law.rules.values() for condition in conditions_of(rule))
    return labels_of((*law.terms.values(), *every_rule))


def _of(law: Law, rule: Rule, snapshot: Snapshot) -> tuple[WouldChange, ...]:
    """What would change a rule's outcome; of one frame recalled where the same was known."""
    looked = look(law, rule, snapshot)
    found = law.recollection.changes.get(looked.known)
    if found is None:
        labels = law.once(f"labels of {rule.id}", lambda: labels_of(conditions_of(rule)))
        turns = _turns_of(law, rule, snapshot)
        found = tuple([_told(rule.id, snapshot, turn, labels) for turn in turns])
        # An act is told by its place among the others, and what is heard hangs on more.
        if looked.frames == (snapshot.now,) and not _hears(law, rule):
            law.recollection.changes.keep(looked.known, found)
    return found


def _turns_of(law: Law, rule: Rule, snapshot: Snapshot) -> Iterator[_Turn]:
    """What would change a rule's outcome. What nobody did is not supposed to be done."""
    judged = judged_once(law, rule, snapshot)
    if len(judged.said) > 1:
        return
    frames = _frames(rule, snapshot)
    hears = _hears(law, rule)
    alone = rule.looks_at != "acts" and len(frames) == 1 and not hears
    turns = _to_be_tried if hears else _turns
    seen: set[Variable] = set()
    for frame in frames:
        for turn in turns(law, snapshot, frame, law.roots[rule.id]):
            if alone:
                yield turn
            elif turn.variable not in seen:
                if not turn.variable.of_a_frame:
                    seen.add(turn.variable)
                yield from _together(law, rule, snapshot, turn, judged.said)


def _hears(law: Law, rule: Rule) -> bool:
    """Whether the rule looks at what others say of the whole case."""
    variables = law.forest.variables_of(law.roots[rule.id])
    return any(isinstance(variable, Heard) for variable in variables)


def _frames(rule: Rule, snapshot: Snapshot) -> tuple[Frame, ...]:
    if rule.looks_at == "acts":
        return tuple(frame for frame, _ in acts_of(rule, snapshot))
    return snapshot.spells() if rule.looks_at == "custody" else (snapshot.now,)


def _together(
    law: Law, rule: Rule, snapshot: Snapshot, turn: _Turn, said: Leaves
) -> Iterator[_Turn]:
    """What the rule would say over all its acts or spells, and of what it hears, were one thing
    otherwise."""
    of = turn.frame.act or turn.frame.spell if turn.variable.of_a_frame else None
    grouped: dict[Leaves, list[Hashable]] = {}
    for cell in turn.cells:
        supposed = Supposing(snapshot, turn.variable, frozenset((cell,)), of)
        found: Leaves = judge(law, rule, supposed).said
        if found != said:
            grouped.setdefault(found, []).append(cell)
    for leaves, cells in grouped.items():
        yield _Turn(turn.frame, turn.variable, tuple(cells), leaves)


def _to_be_tried(law: Law, snapshot: Snapshot, frame: Frame, root: int) -> Iterator[_Turn]:
    """Every other cell: where rules are heard, a fact may change what several of them say."""
    standpoint = Standpoint.of(law, snapshot, frame)
    leaves, _ = standpoint.leaves(root)
    for variable in law.forest.variables_of(root):
        if not isinstance(variable, Heard):
            possible = standpoint.possible(variable)
            others = tuple(cell for cell in variable.cells if cell not in possible)
            yield _Turn(frame, variable, others, leaves)


def _turns(law: Law, snapshot: Snapshot, frame: Frame, root: int) -> Iterator[_Turn]:
    """Each variable that the diagram asks for, with the cells that lead elsewhere."""
    standpoint = Standpoint.of(law, snapshot, frame)
    leaves, _ = standpoint.leaves(root)
    if len(leaves) > 1:
        return
    elsewhere: dict[Variable, dict[Hashable, set[int]]] = {}
    # What would change what is heard is told beside the rule that is heard.
    reached = _reached(law, standpoint, root)
    for variable, kids in (at for at in reached if not isinstance(at[0], Heard)):
        possible = standpoint.possible(variable)
        for cell, kid in zip(variable.cells, kids, strict=True):
            if cell not in possible:
                elsewhere.setdefault(variable, {}).setdefault(cell, set()).add(kid)
    for variable, cells in elsewhere.items():
        beside = leaves if _is_avoidable(law, standpoint, root, variable) else frozenset()
        grouped: dict[Leaves, list[Hashable]] = {}
        for cell, ways in cells.items():
            found = beside.union(*[standpoint.leaves(way)[0] for way in ways])
            if found != leaves:
                grouped.setdefault(found, []).append(cell)
        for found, chosen in grouped.items():
            yield _Turn(frame, variable, tuple(chosen), found)


def _reached(
    law: Law, standpoint: Standpoint, root: int
) -> Iterator[tuple[Variable, tuple[int, ...]]]:
    """The nodes to which what is known leads, each with its variable and kids."""
    seen, waiting = {root}, [root]
    while waiting:
        variable, kids = law.forest.split(waiting.pop())
        if variable is None or not isinstance(kids, tuple):
            continue
        yield variable, kids
        possible = standpoint.possible(variable)
        for cell, kid in zip(variable.cells, kids, strict=True):
            if cell in possible and kid not in seen:
                seen.add(kid)
                waiting.append(kid)


def _is_avoidable(law: Law, standpoint: Standpoint, root: int, avoided: Variable) -> bool:
    """Whether some way through the diagram does not ask for the variable."""
    seen, waiting = {root}, [root]
    while waiting:
        variable, kids = law.forest.split(waiting.pop())
        if variable is None or not isinstance(kids, tuple):
            return True
        if variable == avoided:
            continue
        possible = standpoint.possible(variable)
        for cell, kid in zip(variable.cells, kids, strict=True):
            if cell in possible and kid not in seen:
                seen.add(kid)
                waiting.append(kid)
    return False


def _told(of: str, snapshot: Snapshot, turn: _Turn, labels: Mapping[Variable, str]) -> WouldChange:
    outcome: Outcome | HoldAnswer = HoldAnswer.OPEN if of == HOLD else Outcome.OPEN
    strength: Strength | None = None
    if len(turn.leaves) == 1:
        (leaf,) = turn.leaves
        if isinstance(leaf, tuple):
            outcome, strength = leaf
        else:
            outcome = HoldAnswer(str(leaf))
    return WouldChange(
        of=of,
        fact=fact_of(turn.variable, turn.frame, snapshot),
        about=told_about(turn.variable, turn.frame, labels),
        values=told_values(turn.variable, turn.cells),
        outcome=outcome,
        strength=strength,
    )
