"""Cells of variables written as facts of a case file, laid over a case that we know.

The way back from what rules see to what people can answer. It need not always
succeed: whoever asks looks at the written case again and judges it anew.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice, product
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.moments import Moment, at, moment, start_of
from desktop.domain.vocabulary import LISTS, SCALARS, Key, Kind
from desktop.rules.cells import NO
from desktop.rules.contradictions import without_impossible
from desktop.rules.frames import Frame
from desktop.rules.listed import fits_list
from desktop.rules.proof.difference import Assignment
from desktop.rules.rule import ACTOR, Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import YES_OR_NO, Elapsed, Fact, LawDate, OfList

Document = dict[str, Any]
_ENTRIES = 200
_MINUTE = timedelta(minutes=1)
_ALIVE = ("open", "sentenced")


def snapshot_of(document: Mapping[str, Any]) -> Snapshot:
    case = read_case(document)
    as_of = moment(document["as_of"]).exact
    assert as_of is not None, "an example says as of which moment"
    return Snapshot(without_impossible(case, as_of), as_of)


def frame_of(rule: Rule | None, snapshot: Snapshot) -> Frame:
    """The frame in which facts are changed: the first act that the rule looks at, or now."""
    acts = snapshot.acts(rule.act_kinds) if rule and rule.looks_at == "acts" else ()
    return acts[0][0] if acts else snapshot.now


def written(document: Mapping[str, Any], rule: Rule | None, wanted: Assignment) -> Document:
    """The case with the wanted cells; what it already says of them stays as it is."""
    made: Document = deepcopy(dict(document))
    snapshot = snapshot_of(made)
    frame = frame_of(rule, snapshot)
    new = {v: cell for v, cell in wanted.items() if snapshot.possible(v, frame) != {cell}}
    for variable, cell in new.items():
        if isinstance(variable, Fact):
            _write_fact(made, rule, variable, cell)
    for name in {variable.list_name for variable in new if isinstance(variable, OfList)}:
        _write_list(made, name, {v: c for v, c in wanted.items() if isinstance(v, OfList)})
    if any(isinstance(variable, LawDate) for variable in new):
        _write_law_date(made, rule, {v: c for v, c in wanted.items() if isinstance(v, LawDate)})
    for start in {variable.start for variable in new if isinstance(variable, Elapsed)}:
        _write_hours(made, rule, start, {v: c for v, c in wanted.items() if isinstance(v, Elapsed)})
    _mend(made)
    return made


def at_another_time(document: Mapping[str, Any], release: datetime) -> Document:
    """The whole case moved in time, so that release fell due at that moment."""
    made: Document = deepcopy(dict(document))
    due = told(made, "release.at")
    if due is not None and (exact := moment(due).exact) is not None:
        _move(made, release - exact)
    return made


def put(document: Document, key: str, value: object) -> None:
    section, _, name = key.partition(".")
    document.setdefault(section, {})[name] = value


def told(document: Mapping[str, Any], key: str) -> Any:
    section, _, name = key.partition(".")
    return document.get(section, {}).get(name)


def _write_fact(document: Document, rule: Rule | None, fact: Fact, cell: Hashable) -> None:
    if fact.key == "kept":
        _write_kept(document, cell is True)
    elif rule and rule.looks_at == "acts" and (fact.key.startswith("act.") or fact == ACTOR):
        act = _first_act(document, rule)
        act["by" if fact == ACTOR else fact.key.removeprefix("act.")] = cell
    else:
        put(document, "custody.custodian" if fact == ACTOR else fact.key, cell)
        if fact.key == "release.handed_over" and cell is True:
            put(document, "custody.state", "released")
        if fact == ACTOR:
            document["custody"].pop("spells", None)


def _write_kept(document: Document, kept: bool) -> None:
    put(document, "custody.state", "in_custody" if kept else "released")
    put(document, "release.handed_over", False)
    document["release"].pop("held_until", None)
    if not kept:
        put(document, "release.at", told(document, "release.at") or document["as_of"])
        put(document, "release.held_until", told(document, "release.at"))


def _first_act(document: Document, rule: Rule) -> Document:
    """The first act of the rule's kinds; one by somebody whom it binds where there is none."""
    acts: list[Document] = document.setdefault("acts", [])
    for act in acts:
        if act.get("kind") in rule.act_kinds:
            return act
    acts.append({"kind": rule.act_kinds[0], "at": document["as_of"]})
    if rule.binds:
        acts[-1]["by"] = rule.binds[0]
    return acts[-1]


def _write_list(document: Document, name: str, wanted: Mapping[OfList, Hashable]) -> None:
    """Entries that fit where one must, and none where none may."""
    here = {variable: cell for variable, cell in wanted.items() if variable.list_name == name}
    banned = [v for v, cell in here.items() if (v.quantifier == "some") is not (cell is True)]
    needed = [v for v, cell in here.items() if (v.quantifier == "some") is (cell is True)]
    entries: list[Document] = document.get(name, [])
    kept = [e for e in entries if all(_fits(e, v) is not (v.quantifier == "some") for v in banned)]
    for variable in needed:
        is_there = variable.quantifier == "some"
        if not any(_fits(entry, variable) is is_there for entry in kept):
            kept.append(_entry(variable, banned))
    document[name] = kept
    document["complete"] = sorted({*document.get("complete", ()), name})


def _fits(entry: Document, variable: OfList) -> bool:
    """Whether an entry may fit; what it leaves unsaid counts as fitting."""
    name = variable.list_name
    alone = read_case({"format": "amparo-case/1", name: [entry], "complete": [name]})
    return fits_list(alone, replace(variable, quantifier="some")) != NO


def _entry(variable: OfList, banned: Sequence[OfList]) -> Document:
    """An entry that fits (or, for "every", does not), and fits nothing that may not be there."""
    keys = LISTS[variable.list_name]
    fits = variable.quantifier == "some"
    choices: dict[str, list[Hashable]] = {}
    for name, words, unwanted in variable.where:
        choices[name] = _words(keys[name], words, unwanted is fits)
    for other in banned:
        for name, words, unwanted in other.where:
            choices.setdefault(name, _words(keys[name], words, not unwanted))
    first = next(iter(keys))
    choices.setdefault(first, _words(keys[first], frozenset(), True))
    seen = {"seen": True} if "seen" in keys else {}
    entries = [
        {**seen, **dict(zip(choices, chosen, strict=True))}
        for chosen in islice(product(*choices.values()), _ENTRIES)
    ]
    return next((e for e in entries if not any(_fits(e, other) for other in banned)), entries[0])


def _words(key: Key, words: frozenset[Hashable], others: bool) -> list[Hashable]:
    """The words of a key that are named, or those that are not."""
    return [word for word in key.words or YES_OR_NO if (word in words) is not others]


def _write_law_date(
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
        act = _first_act(document, rule)
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
    for name, keys in LISTS.items():
        for entry in document.get(name, ()):
            for key, kind in keys.items():
                if kind.kind is Kind.MOMENT and isinstance(entry.get(key), str):
                    entry[key] = _moved(entry[key], by)


def _moved(text: str, by: timedelta) -> object:
    exact = moment(text).exact
    return text if exact is None else at(exact + by).written


def _write_hours(
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


def _mend(document: Document) -> None:
    """Other answers that would contradict the new ones follow them."""
    event, bail = told(document, "release.event"), told(document, "release.bail")
    charges: list[Document] = document.get("charges", [])
    if event == "bail_posted" and bail is not None:
        put(document, "release.bail", "posted")
    if event == "none" and bail == "posted":
        put(document, "release.bail", "set_unpaid")
    if event == "none" and charges and all(c.get("status") not in _ALIVE for c in charges):
        document["charges"] = [{"status": _ALIVE[0]}]
    if event in ("charges_ended", "acquitted"):
        document["charges"] = [c for c in charges if c.get("status") not in _ALIVE]
    state = told(document, "custody.state")
    if state is not None and told(document, "release.still_held") is not None:
        put(document, "release.still_held", state == "in_custody")
    if state == "in_custody" and told(document, "release.handed_over") is True:
        put(document, "release.handed_over", False)
    if told(document, "release.handed_over") is True:
        document["release"].pop("held_until", None)
