"""Old packs against new ones: which rules changed meaning, each with a case that shows it.

Both are compiled into one forest. A rule with the same diagram says the same of
every case, however it was reworded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from desktop.domain.moments import at, start_of
from desktop.language.marks import N_
from desktop.rules.clocks import clocks_of
from desktop.rules.compiled import Law, compile_law
from desktop.rules.dates import dates_of
from desktop.rules.diagram import Forest
from desktop.rules.pack import PolicyPack
from desktop.rules.proof.boundary import Base, boundary_of_rule
from desktop.rules.proof.case_file import snapshot_of
from desktop.rules.proof.examples import said, told
from desktop.rules.proof.meaning import meaning
from desktop.rules.proof.told import differing
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

_ANY_DAY = date(1970, 1, 1)


class Kind(Enum):
    """What became of a rule. One that is reworded says the same of every case."""

    ADDED = N_("new")
    REMOVED = N_("gone")
    CHANGED = N_("changed")
    REWORDED = N_("reworded")
    UNCHANGED = N_("unchanged")


@dataclass(frozen=True)
class Shown:
    """A case of which the old rule says one thing and the new one another."""

    near: str
    differs: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What became of one rule; a changed one with a case, where one was found."""

    rule: str
    title: str
    kind: Kind
    shown: Shown | None = None


def compare(old: Sequence[PolicyPack], new: Sequence[PolicyPack]) -> tuple[Change, ...]:
    """Every rule of either, those of the new packs first."""
    forest = Forest()
    before, after = compile_law(old, forest=forest), compile_law(new, forest=forest)
    return tuple(_changes(before, after))


def _changes(before: Law, after: Law) -> Iterator[Change]:
    bases = _bases(before, after)
    for rule_id, rule in after.rules.items():
        earlier = before.rules.get(rule_id)
        if earlier is None:
            yield Change(rule_id, rule.title, Kind.ADDED)
        elif meaning(before, earlier) != meaning(after, rule):
            shown = _shown(before, after, rule_id, bases)
            yield Change(rule_id, rule.title, Kind.CHANGED, shown)
        else:
            kind = Kind.UNCHANGED if earlier == rule else Kind.REWORDED
            yield Change(rule_id, rule.title, kind)
    for rule_id, rule in before.rules.items():
        if rule_id not in after.rules:
            yield Change(rule_id, rule.title, Kind.REMOVED)


def _shown(before: Law, after: Law, rule_id: str, bases: Sequence[Base]) -> Shown | None:
    found = boundary_of_rule(before, after, rule_id, bases)
    if found is None:
        return None
    snapshot = snapshot_of(found.case)
    return Shown(
        found.near,
        differing(found.before, found.case, after.questions),
        _said(before, rule_id, snapshot),
        _said(after, rule_id, snapshot),
    )


def _bases(before: Law, after: Law) -> list[Base]:
    """Examples of the new packs, then of the old; where there is none, a person who is held."""
    rules = (*after.rules.values(), *before.rules.values())
    known = [(example.title, example.case) for rule in rules for example in rule.examples]
    return known or [(N_("a person is held, and no more is known"), _held(rules))]


def _held(rules: Sequence[Rule]) -> Mapping[str, Any]:
    """A case with nothing but that, as of the day on which the newest source was checked."""
    days = [cite.checked_on for rule in rules for cite in rule.cites]
    as_of = at(start_of(max(days, default=_ANY_DAY))).written
    return {"format": "amparo-case/1", "as_of": as_of, "custody": {"state": "in_custody"}}


def _said(law: Law, rule_id: str, snapshot: Snapshot) -> str:
    """The outcome in words, until when a clock counts, and which days are to be kept."""
    rule = law.rules[rule_id]
    found = said(law, rule, snapshot)
    runs = clocks_of(law, rule, found[0], snapshot)
    ends = [f"until {run.ends.isoformat(timespec='minutes')}" for run in runs]
    days = [f"{day.what} {day.on}" for day in dates_of(law, rule, found[0], snapshot)]
    return ", ".join((told(found), *ends, *days))
