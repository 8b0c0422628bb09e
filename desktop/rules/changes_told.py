"""A variable of a rule as a person meets it: its place in the case file, the question, values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from desktop.language.marks import N_
from desktop.rules.conditions import Condition, IsIn
from desktop.rules.frames import Frame
from desktop.rules.in_words import (
    NO,
    YES,
    about,
    entry_words,
    label_of,
    number_words,
    stretch_words,
    words_of,
)
from desktop.rules.inside import everything_in
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import YES_OR_NO, Elapsed, Fact, LawDate, Number, OfList, Variable

_THE_DAY = N_("The day that counts")


def labels_of(conditions: Iterable[Condition]) -> Mapping[Variable, str]:
    """For each variable the words of the first condition that tests it for a yes."""
    labels: dict[Variable, str] = {}
    for condition in conditions:
        for part in everything_in(condition):
            if isinstance(part, IsIn) and part.accepted == {True}:
                labels.setdefault(part.variable, part.label)
    return labels


def fact_of(variable: Variable, frame: Frame, snapshot: Snapshot) -> str:
    """The key of the case file in which the value would stand."""
    entry = _entry(frame, snapshot)
    match variable:
        case Fact(key="actor"):
            if frame.act is not None:
                return f"{entry}.by"
            return f"{entry}.custodian" if frame.spell is not None else "custody.custodian"
        case Fact(key=key) if key.startswith("act."):
            return f"{entry}.{key.removeprefix('act.')}"
        case LawDate(governed_by="act"):
            return f"{entry}.at"
        case LawDate(governed_by="custody") if frame.spell is not None:
            return f"{entry}.until"
        case LawDate(governed_by="custody"):
            asked = snapshot.asks(variable, frame)
            return asked if asked == "release.held_until" else "as_of"
        case _:
            return variable.asks


def told_about(variable: Variable, frame: Frame, labels: Mapping[Variable, str]) -> str:
    """What is asked, in words."""
    match variable:
        case Fact(key="actor"):
            return label_of("act.by" if frame.act is not None else "custody.custodian")
        case Fact(key="kept"):
            return labels.get(variable) or label_of(variable.key)
        case Fact() | Number():
            return about(variable)
        case OfList():
            return labels.get(variable) or entry_words(variable)
        case Elapsed():
            return labels.get(variable, variable.key)
        case _:
            return _THE_DAY


def told_values(variable: Variable, cells: Sequence[Hashable]) -> tuple[str, ...]:
    """The values in words."""
    if isinstance(variable, LawDate):
        return tuple(stretch_words(variable.changes, cell) for cell in sorted(cells, key=str))
    if isinstance(variable, Fact):
        return words_of(variable, cells)
    if isinstance(variable, Number):
        return number_words(variable, cells)
    return tuple(YES if cell is True else NO for cell in YES_OR_NO if cell in cells)


def _entry(frame: Frame, snapshot: Snapshot) -> str:
    """The act or spell of a frame as the case file counts it."""
    for name, own in (("acts", frame.act), ("custody.spells", frame.spell)):
        if own is not None:
            entries = snapshot.case.entries(name.removeprefix("custody."))
            place = next((n for n, entry in enumerate(entries) if entry is own), 0)
            return f"{name}[{place}]"
    return ""
