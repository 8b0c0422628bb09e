"""The spells and acts that a rule heeds."""

from __future__ import annotations

from desktop.rules.cells import YES, Cells
from desktop.rules.frames import Frame
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot


def frames_of(rule: Rule, snapshot: Snapshot) -> tuple[Frame, ...]:
    """Each spell or act that the rule heeds; with acts, the custody now where none may count."""
    if rule.looks_at == "case":
        return (snapshot.now,)
    if rule.looks_at == "custody":
        return snapshot.spells()
    unheard = snapshot.unheard_act()
    heeded = [f for f, _ in acts_of(rule, snapshot) if not f.actor.isdisjoint(rule.heeded)]
    return (*heeded, *((unheard,) if unheard else ()), snapshot.now)


def acts_of(rule: Rule, snapshot: Snapshot) -> tuple[tuple[Frame, Cells], ...]:
    """The acts that a rule looks at, and whether each surely is of its kinds."""
    told = snapshot.acts(rule.act_kinds)
    return (*snapshot.the_arrest(), *told) if rule.counts_the_arrest else told


def what_it_was(frame: Frame, is_kind: Cells) -> tuple[str, ...]:
    """What to ask, where it is not known whether the rule heeds an act."""
    if not frame.is_the_arrest:
        return ("acts",)
    return ("custody.arrested_by",) if is_kind == YES else ("custody.arrest_basis",)
