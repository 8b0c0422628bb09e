"""The way back: cells of variables written as facts, so that rules see just these cells again."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.vocabulary import AGENCIES, SCALARS
from desktop.rules.compiled import compile_law
from desktop.rules.proof.case_file import frame_of, snapshot_of
from desktop.rules.proof.difference import differences
from desktop.rules.proof.in_time import at_another_time
from desktop.rules.proof.told import changed_facts, differing, own_facts, take_back
from desktop.rules.proof.written import written
from desktop.rules.rule import Rule
from desktop.rules.speakable import speakable
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
    Variable,
    Wanted,
    Where,
)
from tests.rules.proof.invented import packs_of
from tests.rules.proof.test_structure import ACTS

BASE: dict[str, Any] = {
    "format": "amparo-case/1",
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["papers", "holds", "charges", "acts"],
    "custody": {
        "state": "in_custody",
        "custodian": "state_police",
        "arrested_at": "2026-12-01T06:00-05:00",
        "arrest_basis": "warrantless",
    },
    "charges": [{"status": "dismissed"}],
    "release": {
        "event": "bail_posted",
        "bail": "posted",
        "at": "2026-12-01T14:00-05:00",
        "still_held": True,
    },
    "papers": [{"form": "I-247A", "box": 1, "cancelled": False, "names_client": True}],
    "acts": [{"kind": "release_time", "by": "state_police", "at": "2026-12-01T13:00-05:00"}],
}
FACTS = speakable().facts
LAW = compile_law(packs_of(told=ACTS))
CUSTODY, ACT = LAW.rules["x.keep"], LAW.rules["x.told"]


def _every_cell(variable: Variable) -> list[tuple[Variable, Hashable]]:
    return [(variable, cell) for cell in variable.cells]


def _list(quantifier: Any, name: str, *where: tuple[str, object, bool]) -> OfList:
    sought: Where = tuple((key, _wanted(words), unwanted) for key, words, unwanted in where)
    return OfList(quantifier, name, sought)


def _wanted(words: object) -> Wanted:
    if isinstance(words, MoreThan | Since | Mentions):
        return words
    return frozenset(words if isinstance(words, tuple) else (words,))


OF_CUSTODY: list[Variable] = [
    *(FACTS[key] for key in ("actor", "kept", "custody.state", "release.event", "release.bail")),
    *(FACTS[key] for key in ("release.handed_over", "release.stated_ground", "client.minor")),
    Place("client.nationality", ("CN", "PL", ANOTHER), "client.nationality"),
    Place("custody.town", ("Cambridge", ANOTHER), "custody.town"),
    Number("release.bail_fee", (40,)),
    Number("release.bail_fee", (40, 41, 100)),
    _list("some", "holds", ("days", MoreThan(90), False)),
    _list("every", "holds", ("kind", "probation", False), ("days", MoreThan(90), True)),
    _list("some", "papers", ("form", "I-247A", False), ("grounds", ("a", "b"), True)),
    _list("some", "papers", ("attached", ("I-200", "I-205"), False)),
    _list("every", "papers", ("attached", ("I-200", "I-205"), True)),
    _list("some", "papers", ("issued_on", Since(date(2017, 4, 2)), False)),
    _list("some", "papers", ("office", Mentions(("PERC", "Laguna Niguel")), False)),
    _list("every", "papers", ("office", Mentions(("PERC",)), True)),
    _list("some", "papers"),
    _list("some", "papers", ("form", ("I-247A", "I-247"), False)),
    _list("some", "papers", ("form", "AO 442", False), ("issued_by", "court", False)),
    _list("some", "papers", ("form", "I-247A", False), ("box", "2", True)),
    _list("some", "holds", ("live", True, False)),
    _list("every", "charges", ("status", ("dismissed", "acquitted"), False)),
    Elapsed("custody.arrested_at", 24),
    Elapsed("custody.arrested_at", 6, reached=True),
    Elapsed("custody.sober_at", 0),
    LawDate("custody", (date(2014, 8, 20), date(2019, 12, 19))),
    LawDate("as_of", (date(2026, 12, 24),)),
    LawDate("release", (date(2015, 7, 17), date(2027, 1, 1))),
]
OF_AN_ACT: list[Variable] = [
    FACTS["actor"],
    FACTS["act.to"],
    FACTS["act.purpose"],
    FACTS["act.judicial_order"],
    LawDate("act", (date(2019, 12, 11), date(2019, 12, 19))),
]


def _comes_back(document: dict[str, Any], rule: Rule, variable: Variable, cell: Hashable) -> None:
    before = snapshot_of(document)
    made = written(document, rule, {variable: cell})
    if cell not in before.possible(variable, frame_of(rule, before)):
        assert made != document
    after = snapshot_of(made)
    assert after.possible(variable, frame_of(rule, after)) == {cell}


@pytest.mark.parametrize(
    ("variable", "cell"),
    [pair for variable in OF_CUSTODY for pair in _every_cell(variable)],
)
def test_a_cell_becomes_facts_that_say_it(variable: Variable, cell: Hashable) -> None:
    _comes_back(BASE, CUSTODY, variable, cell)


@pytest.mark.parametrize(
    ("variable", "cell"), [pair for variable in OF_AN_ACT for pair in _every_cell(variable)]
)
@pytest.mark.parametrize("acts", [BASE["acts"], [], [{"kind": "transfer"}]])
def test_a_cell_of_an_act_becomes_facts_of_the_act(
    acts: list[Any], variable: Variable, cell: Hashable
) -> None:
    _comes_back({**BASE, "acts": acts}, ACT, variable, cell)


def test_what_the_case_says_already_is_left_as_it_is() -> None:
    event = Fact("release.event", SCALARS["release.event"].words, "release.event")
    assert written(BASE, None, {event: "bail_posted"}) == BASE


def test_several_cells_are_written_together() -> None:
    box_2 = _list("some", "papers", ("form", "I-247A", False), ("box", "2", False))
    any_paper = _list("some", "papers")
    day = LawDate("custody", (date(2017, 7, 24),))
    next_day = LawDate("custody", (date(2017, 7, 25),))
    hours, more = Elapsed("custody.arrested_at", 24), Elapsed("custody.arrested_at", 25)
    wanted: dict[Variable, Hashable] = {
        box_2: False,
        any_paper: True,
        day: 1,
        next_day: 0,
        hours: True,
        more: False,
    }
    after = snapshot_of(written(BASE, CUSTODY, wanted))
    assert {v: after.possible(v, after.now) for v in wanted} == {
        v: frozenset((cell,)) for v, cell in wanted.items()
    }


def test_a_paper_that_is_there_already_is_not_told_twice() -> None:
    wanted: dict[Variable, Hashable] = {
        _list("some", "papers", ("form", "I-247A", False)): True,
        _list("some", "papers", ("form", "AO 442", False)): True,
    }
    papers = written(BASE, CUSTODY, wanted)["papers"]
    assert [paper["form"] for paper in papers] == ["I-247A", "AO 442"]


def test_a_person_who_was_let_go_is_kept_again() -> None:
    free = written(BASE, CUSTODY, {FACTS["kept"]: False})
    assert free["custody"]["state"] == "released"
    _comes_back(free, CUSTODY, FACTS["kept"], True)


def test_an_act_that_binds_everybody_is_done_by_nobody_in_particular() -> None:
    everybody = ACTS.replace("binds: [state_police]\nunclear_for: [transit_police]\n", "")
    rule = compile_law(packs_of(told=everybody)).rules["x.told"]
    made = written({**BASE, "acts": []}, rule, {FACTS["act.purpose"]: "civil"})
    assert made["acts"] == [{"kind": "release_time", "at": BASE["as_of"], "purpose": "civil"}]


def test_answers_that_would_contradict_follow() -> None:
    event = FACTS["release.event"]
    none = written(BASE, CUSTODY, {event: "none"})
    assert (none["release"]["bail"], none["charges"]) == ("set_unpaid", [{"status": "open"}])
    alive = {**BASE, "charges": [{"status": "open"}, {"status": "acquitted"}]}
    ended = written(alive, CUSTODY, {event: "charges_ended"})
    assert ended["charges"] == [{"status": "acquitted"}]
    unpaid = {**BASE, "release": {**BASE["release"], "event": "none", "bail": "set_unpaid"}}
    assert written(unpaid, CUSTODY, {event: "bail_posted"})["release"]["bail"] == "posted"
    taken = written(BASE, CUSTODY, {FACTS["release.handed_over"]: True})
    assert (taken["custody"]["state"], taken["release"]["still_held"]) == ("released", False)
    back = written(taken, CUSTODY, {FACTS["custody.state"]: "in_custody"})
    assert (back["release"]["handed_over"], back["release"]["still_held"]) == (False, True)


def test_moving_a_case_moves_all_its_times_and_nothing_else() -> None:
    spells = [{"custodian": "state_police", "from": "2026-12-01T06:00-05:00", "until": "unknown"}]
    held = {**BASE, "custody": {**BASE["custody"], "spells": spells, "sober_at": "2026-12-01"}}
    held["answers"] = {"told_at": "2026-12-01T12:00-05:00", "place": "street", "children": 2}
    moved = at_another_time(held, datetime(2026, 12, 2, 19, tzinfo=UTC))
    assert moved["as_of"] == "2026-12-02T17:00-05:00"
    assert moved["custody"]["spells"][0]["from"] == "2026-12-02T06:00-05:00"
    assert moved["custody"]["spells"][0]["until"] == "unknown"
    assert moved["custody"]["sober_at"] == "2026-12-01"
    assert moved["acts"][0]["at"] == "2026-12-02T13:00-05:00"
    assert moved["release"]["event"] == "bail_posted"
    told_at = "2026-12-02T12:00-05:00"
    assert moved["answers"] == {"told_at": told_at, "place": "street", "children": 2}
    never = {**BASE, "release": {"at": "unknown"}}
    assert at_another_time(never, datetime(2026, 12, 2, 19, tzinfo=UTC)) == never


def test_a_day_that_nobody_knows_cannot_be_moved() -> None:
    unknown = {**BASE, "release": {**BASE["release"], "at": "unknown"}}
    day = LawDate("release", (date(2015, 7, 17),))
    assert written(unknown, CUSTODY, {day: 0})["as_of"] == BASE["as_of"]


def test_a_release_that_nobody_told_of_is_now_and_then_moved() -> None:
    untold = {**BASE, "release": {"event": "bail_posted"}}
    day = LawDate("release", (date(2015, 7, 17),))
    assert written(untold, CUSTODY, {day: 0})["release"]["at"] == "2015-07-16T23:59-04:00"


def test_a_day_that_may_lie_where_it_must_is_left_as_it_is() -> None:
    untold = {**BASE, "custody": {"custodian": "state_police"}, "release": {}}
    day = LawDate("custody", (date(2015, 7, 17),))
    assert written(untold, CUSTODY, {day: 1}) == untold


def test_hours_that_no_time_fits_are_left_as_they_are() -> None:
    wanted: dict[Variable, Hashable] = {
        Elapsed("custody.arrested_at", 24): False,
        Elapsed("custody.arrested_at", 23): True,
        Elapsed("custody.arrested_at", 25): True,
    }
    assert written(BASE, CUSTODY, wanted) == BASE


def test_a_number_that_none_can_be_is_left_as_it_is() -> None:
    wanted: dict[Variable, Hashable] = {
        Number("release.bail_fee", (40,)): 0,
        Number("release.bail_fee", (41,)): 1,
    }
    assert written(BASE, CUSTODY, wanted) == BASE


def test_differences_begin_with_the_smallest_change() -> None:
    one, two, three = (Fact(name, YES_OR_NO, name) for name in ("one", "two", "three"))
    forest = LAW.forest
    both = forest.every([forest.test(fact, frozenset((True,))) for fact in (one, two, three)])
    near = {one: frozenset((True,)), two: frozenset((True,)), three: frozenset((True, False))}
    found = list(differences(forest, both, forest.no, lambda variable: near[variable]))  # type: ignore[index]
    assert found == [{one: True, two: True, three: True}]
    assert list(differences(forest, both, both, lambda variable: near[variable])) == []  # type: ignore[index]
    assert len(list(differences(forest, forest.yes, both, lambda v: near[v]))) > 1  # type: ignore[index]


def test_of_cells_that_lead_the_same_way_two_are_tried() -> None:
    holder = Fact("who", AGENCIES, "who")
    forest = LAW.forest
    police = forest.test(holder, frozenset(("state_police",)))
    found = differences(forest, police, forest.yes, lambda _: frozenset(("transit_police",)))
    assert [next(iter(cells.values())) for cells in found] == ["transit_police", "boston_police"]


def test_what_differs_is_told_in_words_and_as_facts() -> None:
    after = {
        **BASE,
        "custody": {key: BASE["custody"][key] for key in ("state", "custodian")},
        "papers": [],
        "client": {"minor": True},
    }
    told = differing(BASE, after, {})
    assert "Under 18: yes" in told and "Arrested: not told" in told
    assert differing(BASE, BASE, {}) == "the same facts"
    own = own_facts(BASE, after)
    assert own == {
        "custody": {"arrested_at": None, "arrest_basis": None},
        "papers": [],
        "client": {"minor": True},
    }
    for section, name in changed_facts(BASE, after):
        take_back(after, BASE, section, name)
    assert after == BASE
