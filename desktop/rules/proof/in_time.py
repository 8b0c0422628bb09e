"""Moving a case in time: to the day on which a law counts, to the minute at which hours run out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.answers_reading import SILENCES
from desktop.domain.moments import Moment, at, moment, start_of
from desktop.domain.vocabulary import ASKED_BY_PACKS, LISTS, SCALARS, Kind
from desktop.rules.proof.case_file import Document, first_act, frame_of, put, snapshot_of, told
from desktop.rules.rule import Rule
from desktop.rules.variables import Elapsed, LawDate

_MINUTE = timedelta(minutes=1)


def at_another_time(document: Mapping[str, Any], release: datetime) -> Document:
    """The whole case moved in time, so that release fell due at that moment."""
    made: Document = deepcopy(dict(document))
    due = snapshot_of(made).case.get("release.at")
    if isinstance(due, Moment) and due.exact is not None:
        _move(made, release - due.exact)
    return made


def write_law_date(
    document: Document, rule: Rule | None, wanted: Mapping[LawDate, Hashable]
) -> None:
    """Move the whole case in time, so that the day that counts lies where it must."""
    begins, ends = [], []
    for variable, cell in wanted.items():
        assert isinstance(cell, int)
        begins += [start_of(variable.changes[cell - 1])] if cell else []
        ends += [start_of(variable.changes[cell])] if cell < len(variable.changes) else []
    governed_by = next(iter(wanted)).governed_by
    if governed_by == "release" and told(document, "release.at") is None:
        put(document, "release.at", document["as_of"])
    if governed_by == "act" and rule is not None:
        act = first_act(document, rule)
        act.setdefault("at", document["as_of"])
    counts = _day_that_counts(document, rule, governed_by)
    if counts is None:
        return
    target = counts
    if begins and counts < max(begins):
        target = max(begins)
    elif ends and counts >= min(ends):
        target = min(ends) - _MINUTE
    _move(document, target - counts)


def _day_that_counts(document: Document, rule: Rule | None, governed_by: str) -> datetime | None:
    snapshot = snapshot_of(document)
    released = snapshot.case.get("release.at")
    if governed_by == "release":
        return released.exact if isinstance(released, Moment) else None
    if governed_by == "as_of":
        return snapshot.as_of
    return frame_of(rule, snapshot).governing.latest


def _move(document: Document, by: timedelta) -> None:
    document["as_of"] = _moved(document["as_of"], by)
    for key, kind in SCALARS.items():
        value = told(document, key) if "." in key else None
        if kind.kind is Kind.MOMENT and isinstance(value, str):
            put(document, key, _moved(value, by))
    for name, value in document.get("answers", {}).items():
        if isinstance(value, str) and value[:1].isdigit():
            put(document, f"{ASKED_BY_PACKS}{name}", _moved(value, by))
    spells = told(document, "custody.spells") or ()
    for name, keys in LISTS.items():
        for entry in spells if name == "spells" else document.get(name, ()):
            for key, kind in keys.items():
                if kind.kind is Kind.MOMENT and isinstance(entry.get(key), str):
                    entry[key] = _moved(entry[key], by)


def _moved(text: str, by: timedelta) -> object:
    exact = None if text in SILENCES else moment(text).exact
    return text if exact is None else at(exact + by).written


def write_hours(
    document: Document, rule: Rule | None, start: str, wanted: Mapping[Elapsed, Hashable]
) -> None:
    """The shortest time since the start that is more than each that it must be, and no longer."""
    end = frame_of(rule, snapshot_of(document)).ends.latest
    here = {v: cell for v, cell in wanted.items() if v.start == start}
    for minutes in _spans(here):
        if all(_passed(v, minutes) is cell for v, cell in here.items()) and end is not None:
            put(document, start, at(end - timedelta(minutes=minutes)).written)
            return


def _spans(here: Mapping[Elapsed, Hashable]) -> Iterator[int]:
    for hours in sorted({variable.hours for variable in here}):
        yield from (max(0, 60 * hours - 1), 60 * hours, 60 * hours + 1)


def _passed(variable: Elapsed, minutes: int) -> bool:
    limit = 60 * variable.hours
    return minutes >= limit if variable.reached else minutes > limit
