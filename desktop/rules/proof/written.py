"""Cells of variables written as facts of a case file, laid over a case that we know.

The way back from what rules see to what people can answer. It need not always
succeed: whoever asks looks at the written case again and judges it anew.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from itertools import islice, product
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.places import PLACES
from desktop.domain.vocabulary import LISTS, Key, Kind
from desktop.rules.cells import NO, YES, Cells, cells_of_number
from desktop.rules.listed import fits_list
from desktop.rules.proof.case_file import Document, first_act, frame_of, put, snapshot_of, told
from desktop.rules.proof.difference import Assignment
from desktop.rules.proof.in_time import write_hours, write_law_date
from desktop.rules.rule import ACTOR, Rule
from desktop.rules.variables import (
    ANOTHER,
    YES_OR_NO,
    Elapsed,
    Fact,
    LawDate,
    Mentions,
    MoreThan,
    Number,
    OfList,
    Place,
    Since,
    Wanted,
)

_ENTRIES = 200
_DAY = timedelta(days=1)
_ANOTHER_TEXT = "another"
_ALIVE = ("open", "sentenced")
# Whether an entry has to fit, alone, that must be in a list (True) or may stay there (False).
_FITS = {"some": {True: YES, False: NO}, "every": {True: NO, False: YES}}


def written(document: Mapping[str, Any], rule: Rule | None, wanted: Assignment) -> Document:
    """The case with the wanted cells; what it already says of them stays as it is."""
    made: Document = deepcopy(dict(document))
    snapshot = snapshot_of(made)
    frame = frame_of(rule, snapshot)
    new = {v: cell for v, cell in wanted.items() if snapshot.possible(v, frame) != {cell}}
    for variable, cell in new.items():
        if isinstance(variable, Fact):
            _write_fact(made, rule, variable, cell)
    for key in {variable.asks for variable in new if isinstance(variable, Number)}:
        _write_number(made, key, {v: c for v, c in wanted.items() if isinstance(v, Number)})
    for name in {variable.list_name for variable in new if isinstance(variable, OfList)}:
        _write_list(made, name, {v: c for v, c in wanted.items() if isinstance(v, OfList)})
    if any(isinstance(variable, LawDate) for variable in new):
        write_law_date(made, rule, {v: c for v, c in wanted.items() if isinstance(v, LawDate)})
    for start in {variable.start for variable in new if isinstance(variable, Elapsed)}:
        write_hours(made, rule, start, {v: c for v, c in wanted.items() if isinstance(v, Elapsed)})
    _mend(made, {variable.key for variable in new if isinstance(variable, Fact)})
    return made


def _write_fact(document: Document, rule: Rule | None, fact: Fact, cell: Hashable) -> None:
    if fact.key == "kept":
        _write_kept(document, cell is True)
    elif rule and rule.looks_at == "acts" and (fact.key.startswith("act.") or fact == ACTOR):
        act = first_act(document, rule)
        act["by" if fact == ACTOR else fact.key.removeprefix("act.")] = cell
    elif isinstance(fact, Place):
        put(document, fact.key, cell if cell != ANOTHER else _elsewhere(fact))
    else:
        put(document, "custody.custodian" if fact == ACTOR else fact.key, cell)
        if fact.key == "release.handed_over" and cell is True:
            put(document, "custody.state", "released")
        if fact == ACTOR:
            document["custody"].pop("spells", None)


def _elsewhere(place: Place) -> str:
    """The first place that no rule tells apart from others."""
    return next(name for name in PLACES[place.key] if name not in place.cells)


def _write_number(document: Document, key: str, wanted: Mapping[Number, Hashable]) -> None:
    """The least number that exceeds what it must, and no more."""
    here = {number: cell for number, cell in wanted.items() if number.asks == key}
    limits = {limit for number in here for limit in number.limits}
    for value in sorted({*limits, *(limit + 1 for limit in limits)}):
        if all(cells_of_number(value, number) == {cell} for number, cell in here.items()):
            put(document, key, value)
            return


def _write_kept(document: Document, kept: bool) -> None:
    put(document, "custody.state", "in_custody" if kept else "released")
    put(document, "release.handed_over", False)
    document["release"].pop("held_until", None)
    if not kept:
        put(document, "release.at", told(document, "release.at") or document["as_of"])
        put(document, "release.held_until", told(document, "release.at"))


def _write_list(document: Document, name: str, wanted: Mapping[OfList, Hashable]) -> None:
    """Entries that fit where one must, and none where none may."""
    here = {variable: cell for variable, cell in wanted.items() if variable.list_name == name}
    banned = [v for v, cell in here.items() if (v.quantifier == "some") is not (cell is True)]
    needed = [v for v, cell in here.items() if (v.quantifier == "some") is (cell is True)]
    entries: list[Document] = document.get(name, [])
    kept = [e for e in entries if all(_alone(e, v) == _FITS[v.quantifier][False] for v in banned)]
    for variable in needed:
        if not any(_alone(entry, variable) == _FITS[variable.quantifier][True] for entry in kept):
            kept.append(_entry(variable, banned))
    document[name] = kept
    document["complete"] = sorted({*document.get("complete", ()), name})


def _fits(entry: Document, variable: OfList) -> bool:
    """Whether an entry may fit; what it leaves unsaid counts as fitting."""
    return _alone(entry, variable) != NO


def _alone(entry: Document, variable: OfList) -> Cells:
    """Whether an entry fits, were it all that there is."""
    name = variable.list_name
    alone = read_case({"format": "amparo-case/1", name: [entry], "complete": [name]})
    return fits_list(alone, replace(variable, quantifier="some"))


def _entry(variable: OfList, banned: Sequence[OfList]) -> Document:
    """An entry that fits (or, for "every", does not), and fits nothing that may not be there."""
    keys = LISTS[variable.list_name]
    fits = variable.quantifier == "some"
    choices: dict[str, list[Any]] = {}
    for name, given, unwanted in variable.where:
        choices[name] = _values(keys[name], given, unwanted is fits)
    for other in banned:
        for name, given, unwanted in other.where:
            choices.setdefault(name, _values(keys[name], given, not unwanted))
    first = next(iter(keys))
    choices.setdefault(first, _values(keys[first], frozenset(), True))
    seen = {"seen": True} if "seen" in keys else {}
    entries = [
        {**seen, **dict(zip(choices, chosen, strict=True))}
        for chosen in islice(product(*choices.values()), _ENTRIES)
    ]
    return next((e for e in entries if not any(_fits(e, other) for other in banned)), entries[0])


def _values(key: Key, words: Wanted, others: bool) -> list[Any]:
    """The values of a key that are wanted, or those that are not."""
    match words:
        case MoreThan(limit):
            return [limit] if others else [limit + 1]
        case Since(day):
            return [str(day - _DAY if others else day)]
        case Mentions(names):
            return [_ANOTHER_TEXT] if others else list(names)
    if key.kind is Kind.WORDS:
        return [[]] if others else [[word] for word in key.words if word in words]
    return [word for word in key.words or YES_OR_NO if (word in words) is not others]


def _mend(document: Document, fixed: Collection[str]) -> None:
    """Other answers that would contradict the new ones follow them."""
    _mend_release(document, fixed)
    state = told(document, "custody.state")
    if state is not None and told(document, "release.still_held") is not None:
        put(document, "release.still_held", state == "in_custody")
    if state == "in_custody" and told(document, "release.handed_over") is True:
        put(document, "release.handed_over", False)
    if told(document, "release.handed_over") is True:
        document["release"].pop("held_until", None)


def _mend_release(document: Document, fixed: Collection[str]) -> None:
    """What made release due, whether bail is paid and how charges stand say one thing."""
    event, bail = told(document, "release.event"), told(document, "release.bail")
    charges: list[Document] = document.get("charges", [])
    is_paid = bail == "posted"
    if event in ("none", "bail_posted") and bail is not None and is_paid is (event == "none"):
        if "release.bail" in fixed:
            put(document, "release.event", None)
        else:
            put(document, "release.bail", "set_unpaid" if is_paid else "posted")
    if event == "none" and charges and all(c.get("status") not in _ALIVE for c in charges):
        document["charges"] = [{"status": _ALIVE[0]}]
    if event in ("charges_ended", "acquitted"):
        document["charges"] = [c for c in charges if c.get("status") not in _ALIVE]
