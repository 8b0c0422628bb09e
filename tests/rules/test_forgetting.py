"""Forgetting one thing of a case that somebody worked out: what was said stays, or opens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome
from desktop.domain.moments import moment
from desktop.domain.vocabulary import COMPLETABLE
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource

PATHS = sorted(resource("packs").glob("*/cases/*.json"))
BOOK = Library().book
Document = dict[str, Any]


def _said(document: Document) -> Assessment:
    as_of = moment(document["as_of"]).earliest
    assert as_of is not None
    return assess(read_case(document), BOOK, as_of)


def _places(document: Document) -> Iterator[tuple[str | int, ...]]:
    """Every answer of the case, every entry of a list, and every word that a list is whole."""
    for section, value in document.items():
        if section in ("format", "as_of", "said", "code"):
            continue
        if section == "complete":
            yield from (("complete", place) for place in range(len(value)))
        elif isinstance(value, dict):
            for name, answer in value.items():
                if name == "spells":
                    for number, spell in enumerate(answer):
                        yield from ((section, name, number, field) for field in spell)
                else:
                    yield section, name
        elif isinstance(value, list):
            for number, entry in enumerate(value):
                yield section, number
                yield from ((section, number, field) for field in entry)


def _without(document: Document, place: tuple[str | int, ...]) -> Document:
    """The case with one thing forgotten; a list that lost an entry is not whole any more."""
    less = deepcopy(document)
    held: Any = less
    for step in place[:-1]:
        held = held[step]
    del held[place[-1]]
    if place[0] in COMPLETABLE and len(place) == 2 and "complete" in less:
        less["complete"] = [name for name in less["complete"] if name != place[0]]
    return less


def _is_taken_as_told(document: Document, place: tuple[str | int, ...]) -> bool:
    """Without its time an event has happened, and without an end work is not done."""
    release = document.get("release", {})
    now = moment(document["as_of"]).exact
    if place == ("release", "at"):
        latest = moment(release["at"]).latest
        return latest is not None and now is not None and latest > now
    return place == ("release", "processing_done_at")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_forgetting_one_thing_leaves_each_outcome_or_opens_it(path: Path) -> None:
    document: Document = json.loads(path.read_text(encoding="utf-8"))["case"]
    whole = _said(document)
    for place in _places(document):
        if _is_taken_as_told(document, place):
            continue
        less = _said(_without(document, place))
        if len(less.contradictions) < len(whole.contradictions):
            continue  # what is left contradicts itself less, so more of it counts
        for after in less.findings:  # a town's rule is not told where the town is forgotten
            before = whole.finding(after.rule)
            assert before is not None, (place, after.rule)
            stays = (before.outcome, before.strength) == (after.outcome, after.strength)
            assert stays or after.outcome is Outcome.OPEN, (place, before.rule)
            assert set(before.possible) <= set(after.possible), (place, before.rule)
        assert less.hold.answer in (whole.hold.answer, HoldAnswer.OPEN), place
        assert len(less.contradictions) == len(whole.contradictions), place
