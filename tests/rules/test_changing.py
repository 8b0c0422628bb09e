"""What would change an outcome is exactly what trying each other answer by itself shows."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome, WouldChange
from desktop.domain.vocabulary import SCALARS, Kind
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.changes_told import fact_of, told_values
from desktop.rules.contradictions import without_impossible
from desktop.rules.holding import answer_on_holding, diagram_of_the_answer
from desktop.rules.in_words import stretch_words, words_of
from desktop.rules.judged import Judged
from desktop.rules.judging import judge
from desktop.rules.snapshot import Snapshot
from desktop.rules.supposing import Supposing
from desktop.rules.variables import Fact, Variable
from desktop.system.resources import resource

BOOK = Library().book
LAW = BOOK.law()
PATHS = sorted(resource("packs").glob("*/cases/*.json"))
# What follows from other answers: changing the answer alone is not changing the fact alone.
WORKED_OUT = {
    "custody.state",
    "custody.custodian",
    "custody.ice_contract_bed",
    "release.event",
    "release.handed_over",
    "release.stated_ground",
    "release.still_held",
}
Key = tuple[str, str, str]


@cache
def _case(path: Path) -> Case:
    return read_case(json.loads(path.read_text("utf-8"))["case"])


@cache
def _assessed(path: Path) -> Assessment:
    case = _case(path)
    assert case.as_of is not None and case.as_of.earliest is not None
    return assess(case, BOOK, case.as_of.earliest, with_changes=True)


def _snapshot(path: Path) -> Snapshot:
    case = _case(path)
    assert case.as_of is not None and case.as_of.earliest is not None
    return Snapshot(without_impossible(case, case.as_of.earliest), case.as_of.earliest)


def _by_value(changes: Iterator[WouldChange]) -> set[tuple[str, str, str]]:
    return {
        (change.fact, value, f"{change.outcome.value} {change.strength}")
        for change in changes
        for value in change.values
    }


def _tried(snapshot: Snapshot, root: int) -> Iterator[tuple[Variable, Hashable, Supposing]]:
    """Each variable of a diagram, in each cell in which it is known not to lie."""
    for variable in LAW.forest.variables_of(root):
        known = snapshot.possible(variable, snapshot.now)
        for cell in (cell for cell in variable.cells if cell not in known):
            yield variable, cell, Supposing(snapshot, variable, frozenset((cell,)))


def _word(judged: Judged) -> str:
    return f"{judged.outcome.value} {judged.strength}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_of_each_rule_it_is_what_trying_shows(path: Path) -> None:
    """Of a town's rule that is not told, nothing is."""
    snapshot = _snapshot(path)
    for rule in LAW.rules.values():
        if rule.looks_at == "acts" or len(snapshot.spells()) > 1:
            continue
        now = judge(LAW, rule, snapshot)
        leads_to: dict[tuple[Variable, str], list[Hashable]] = {}
        if len(now.said) == 1 and _assessed(path).finding(rule.id) is not None:
            for variable, cell, supposed in _tried(snapshot, LAW.roots[rule.id]):
                then = judge(LAW, rule, supposed)
                if then.said != now.said:
                    leads_to.setdefault((variable, _word(then)), []).append(cell)
        tried = {
            (fact_of(variable, snapshot.now, snapshot), value, word)
            for (variable, word), cells in leads_to.items()
            for value in told_values(variable, tuple(cells))
        }
        told = (c for c in _assessed(path).what_would_change if c.of == rule.id)
        assert _by_value(told) == tried, rule.id


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_of_holding_it_is_what_trying_shows(path: Path) -> None:
    snapshot = _snapshot(path)
    now = answer_on_holding(LAW, snapshot)
    tried = set()
    if now is not HoldAnswer.OPEN:
        for variable, cell, supposed in _tried(snapshot, diagram_of_the_answer(LAW)):
            then = answer_on_holding(LAW, supposed)
            if then is not now:
                (value,) = told_values(variable, (cell,))
                tried.add((fact_of(variable, snapshot.now, snapshot), value, f"{then.value} None"))
    told = (c for c in _assessed(path).what_would_change if c.of == "hold")
    assert _by_value(told) == tried


def _plain_changes(path: Path) -> Iterator[tuple[WouldChange, Hashable]]:
    """Changes by an answer that rules read as it is given, each with the answer itself."""
    for change in _assessed(path).what_would_change:
        kind = SCALARS.get(change.fact)
        if change.fact in WORKED_OUT or kind is None or kind.kind not in (Kind.YES_NO, Kind.WORD):
            continue
        cells: tuple[Hashable, ...] = kind.words if kind.kind is Kind.WORD else (True, False)
        fact = Fact(change.fact, cells, change.fact)
        yield from ((change, cell) for cell in cells if words_of(fact, (cell,))[0] in change.values)


def test_there_are_plain_changes_to_try() -> None:
    assert sum(1 for path in PATHS for _ in _plain_changes(path)) > 200


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_giving_the_other_answer_changes_the_finding_as_told(path: Path) -> None:
    case = _case(path)
    assert case.as_of is not None and case.as_of.earliest is not None
    for change, value in _plain_changes(path):
        assert isinstance(value, bool | str)
        changed = assess(case.with_answer(change.fact, value), BOOK, case.as_of.earliest)
        if changed.contradictions != _assessed(path).contradictions:
            continue
        if change.of == "hold":
            assert changed.hold.answer is change.outcome, (change.fact, value)
        else:
            finding = changed.finding(change.of)
            assert finding is not None
            said = (finding.outcome, finding.strength)
            assert said == (change.outcome, change.strength), (change.of, change.fact, value)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_open_is_asked_and_not_supposed(path: Path) -> None:
    found = _assessed(path)
    open_ones = {f.rule for f in found.findings if f.outcome is Outcome.OPEN}
    open_ones |= {"hold"} if found.hold.answer is HoldAnswer.OPEN else set()
    assert open_ones & {change.of for change in found.what_would_change} == set()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_change_leads_to_what_is_said_already(path: Path) -> None:
    found = _assessed(path)
    said = {f.rule: (f.outcome, f.strength) for f in found.findings}
    for change in found.what_would_change:
        assert change.values and change.about
        if change.of != "hold":
            assert (change.outcome, change.strength) != said[change.of]


def _named(name: str) -> Path:
    return next(path for path in PATHS if path.stem == name)


def test_each_act_is_supposed_by_itself_and_the_gravest_still_counts() -> None:
    changes = _assessed(_named("two-calls-one-lawful")).what_would_change
    told = {
        (change.fact, value): change.outcome
        for change in changes
        if change.of == "boston.information"
        for value in change.values
    }
    assert told["acts[0].purpose", "A criminal matter"] is Outcome.ALLOWS
    assert told["acts[0].purpose", "Both"] is Outcome.UNSETTLED
    assert not any(fact.startswith("acts[1]") for fact, _ in told)


def test_an_act_is_named_by_its_place_in_the_case_file() -> None:
    path = _named("given-to-ice-by-boston-now-in-burlington")
    facts = {c.fact for c in _assessed(path).what_would_change if c.of == "boston.transfer"}
    assert {"acts[0].by", "acts[0].to", "acts[0].at", "acts[0].judicial_order", "papers"} <= facts


def test_it_is_worked_out_only_when_asked() -> None:
    case = _case(PATHS[0])
    assert case.as_of is not None and case.as_of.earliest is not None
    assert assess(case, BOOK, case.as_of.earliest).what_would_change == ()


PASSED_ON = {
    "format": "amparo-case/1",
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["papers", "holds", "acts"],
    "custody": {
        "state": "in_custody",
        "custodian": "suffolk_sheriff",
        "spells": [
            {"custodian": "boston_police", "until": "2026-12-01T15:30-05:00"},
            {"custodian": "suffolk_sheriff", "from": "2026-12-01T15:30-05:00"},
        ],
        "arrested_at": "2026-12-01T06:00-05:00",
        "arrest_basis": "warrant",
        "seen_by_judge": True,
        "domestic": "none",
    },
    "release": {
        "event": "bail_posted",
        "at": "2026-12-01T14:00-05:00",
        "stated_ground": "immigration",
        "bail_refused_because_of_paper": False,
    },
    "papers": [{"form": "I-247A", "box": 1, "cancelled": False, "names_client": True}],
}


def test_each_spell_of_custody_is_supposed_by_itself() -> None:
    case = read_case(PASSED_ON)
    assert case.as_of is not None and case.as_of.earliest is not None
    found = assess(case, BOOK, case.as_of.earliest, with_changes=True)
    told = {
        (change.fact, value): change.outcome
        for change in found.what_would_change
        if change.of == "boston.hold"
        for value in change.values
    }
    finding = found.finding("boston.hold")
    assert finding is not None and finding.outcome is Outcome.BROKEN
    assert told["custody.spells[0].custodian", "State Police"] is Outcome.NOT_COVERED
    assert told["custody.spells[0].until", "before August 20, 2014"] is Outcome.NOT_IN_FORCE
    assert told["release.stated_ground", "A court"] is Outcome.UNSETTLED
    assert ("custody.custodian", "ICE") not in told


def test_a_stretch_of_law_that_never_changed_is_any_day() -> None:
    assert stretch_words((), 0) == "any day"
