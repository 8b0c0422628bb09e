"""Whose acts a rule looks at: the arrest that began the custody, and what others do."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.rules.assess import assess
from desktop.rules.proof.mutants import mutants_of
from desktop.rules.reading_copy import reading_copy
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import law_of, outcome

ARREST = (
    "looks_at: acts\nact_kinds: [arrest]\ncounts_the_arrest: true\ngoverned_by: act\n"
    "versions: [{outcome: not_in_force}, {from: 2020-01-01}]\nbinds: [boston_police]\n"
    "unless: [{id: crime, label: crime, when: {fact: act.purpose, is: criminal}}]\n"
    "broken_when: {fact: act.purpose, is: civil}"
)
WATCHES = (
    "looks_at: acts\nact_kinds: [property_use]\ngoverned_by: act\nbinds: [boston_department]\n"
    "also_acts_by: [ice]\nbroken_when: {fact: act.purpose, is: civil}"
)
BOOK = law_of(arrest=ARREST, watches=WATCHES)
KNOWN = {
    "custodian": "boston_police",
    "arrested_by": "boston_police",
    "arrest_basis": "immigration_paper_only",
    "arrested_at": "2026-12-01T06:00-05:00",
}


def _arrested(**changes: object) -> dict[str, Any]:
    return {"custody": {**KNOWN, **changes}, "complete": ["acts"]}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (_arrested(), "broken strong"),
        (_arrested(arrest_basis="warrant"), "allows"),
        (_arrested(arrest_basis="protective_custody"), "protects"),
        (_arrested(arrested_by="state_police"), "protects"),
        (_arrested(arrested_by="state_police", custodian="ice"), "not_covered"),
        (_arrested(arrested_at="2019-12-31T23:59-05:00"), "not_in_force"),
    ],
)
def test_the_arrest_that_began_the_custody_is_an_act(case: dict[str, Any], said: str) -> None:
    assert outcome(BOOK, "arrest", case) == said


@pytest.mark.parametrize(
    ("silent", "asked"),
    [
        ({"arrested_by": None}, "custody.arrested_by"),
        ({"arrest_basis": None}, "custody.arrest_basis"),
        ({"arrest_basis": ["protective_custody", "warrant"]}, "custody.arrest_basis"),
        ({"arrested_at": {"from": "2019-12-01"}}, "custody.arrested_at"),
    ],
)
def test_what_is_missing_of_the_arrest_is_asked_by_its_own_key(
    silent: dict[str, Any], asked: str
) -> None:
    case = read_case({"format": "amparo-case/1", **_arrested(**silent)})
    finding = assess(case, BOOK, AS_OF).finding("x.arrest")
    assert finding is not None
    assert finding.asks == (asked,)


def test_an_arrest_among_the_acts_counts_beside_it() -> None:
    act = {"kind": "arrest", "by": "boston_police", "purpose": "civil", "at": "2026-12-01T12:00"}
    case = {**_arrested(arrest_basis="warrant"), "acts": [act]}
    assert outcome(BOOK, "arrest", case) == "broken strong"


@pytest.mark.parametrize(
    ("by", "said"),
    [("boston_department", "broken strong"), ("ice", "broken strong"), ("other", "not_covered")],
)
def test_what_others_do_counts_where_a_rule_watches_them(by: str, said: str) -> None:
    act = {"kind": "property_use", "by": by, "purpose": "civil", "at": "2026-12-01T12:00"}
    case = {"custody": {"custodian": "ice"}, "complete": ["acts"], "acts": [act]}
    assert outcome(BOOK, "watches", case) == said


def test_who_is_watched_is_not_bound_by_it() -> None:
    case = {"custody": {"custodian": "ice"}, "complete": ["acts"]}
    assert outcome(BOOK, "watches", case) == "not_covered"


def test_what_is_no_part_of_the_arrest_is_asked_by_its_own_key() -> None:
    book = law_of(arrest=f"{ARREST}\napplies_when: {{fact: client.minor, is: false}}")
    case = read_case({"format": "amparo-case/1", **_arrested()})
    finding = assess(case, book, AS_OF).finding("x.arrest")
    assert finding is not None
    assert finding.asks == ("client.minor",)


def test_the_reading_copy_says_who_is_watched() -> None:
    copy = reading_copy(BOOK.packs[0], BOOK.packs)
    assert "What ICE does counts, too, though the rule binds none of them." in copy
    assert "or by ICE" in copy


def test_whom_to_watch_and_whether_the_arrest_counts_can_be_mistaken() -> None:
    told = {m.told for rule in BOOK.law().rules.values() for m in mutants_of(rule)}
    assert "also_acts_by: also us_marshals" in told
    assert "counts_the_arrest: left out" in told
