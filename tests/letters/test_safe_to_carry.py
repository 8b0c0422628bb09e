"""A letter tells nobody in a jail what its bearer's status, country, charge or fear is.

Not by what it says, and not by what it leaves out: cases that differ only in
these give the same bytes. Through the real rules, so that no finding carries
such a fact into the paper behind the letter's back.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.documents import read_case
from desktop.domain.letters import Letter, NameOnPaper
from desktop.letters.compose import compose
from desktop.letters.pdf import draw, sheets
from desktop.letters.template import languages
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from tests.letters.situations import CLINIC

CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))["case"]
    for path in sorted(resource("packs").glob("*/cases/*.json"))
}
BOOK = Library().book
NOW = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
YES_NO = st.sampled_from([True, False, "unknown", "declined"])
KINDS = st.sampled_from(
    ["theft", "larceny", "shoplifting", "burglary", "assault_on_officer", "other", "unknown"]
)


def some_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


PRIVATE = st.fixed_dictionaries(
    {
        "client": some_of(
            {
                "nationality": st.sampled_from(["BR", "GT", "HT", "US", "unknown"]),
                **dict.fromkeys(
                    ("citizen_claim", "afraid_to_return", "crime_victim", "parent"), YES_NO
                ),
                **dict.fromkeys(("pregnant_or_nursing", "medical_needs"), YES_NO),
            }
        ),
        "immigration": some_of(
            {
                "entry": st.sampled_from(["without_inspection", "admitted", "paroled", "resident"]),
                **dict.fromkeys(
                    ("final_order", "in_proceedings", "under_two_years", "listed_crime"), YES_NO
                ),
                **dict.fromkeys(("habeas_filed", "arrested_inside"), YES_NO),
            }
        ),
        "kind": KINDS,
        "serious_violent": YES_NO,
        "answers": some_of({"bond_granted": YES_NO, "parent_told": YES_NO}),
    }
)


def changed(document: dict[str, Any], private: dict[str, Any]) -> dict[str, Any]:
    """The same case with other private facts."""
    new: dict[str, Any] = json.loads(json.dumps(document))
    new["client"] = {**new.get("client", {}), **private["client"]}
    new["immigration"] = private["immigration"]
    new["answers"] = private["answers"]
    for charge in new.get("charges", []):
        charge["kind"] = private["kind"]
        charge["serious_violent"] = private["serious_violent"]
    return new


def age_in(document: dict[str, Any]) -> dict[str, Any]:
    """What a letter may know of the person: that a child has rights of its own."""
    client = document.get("client", {})
    return {key: client[key] for key in ("minor", "date_of_birth") if key in client}


def letter_of(document: dict[str, Any], language: str) -> Letter:
    case = read_case(document)
    as_of = (case.as_of.exact if case.as_of else None) or NOW
    found = assess(case, BOOK, as_of)
    return compose("rights", case, found, language, NameOnPaper.NONE, CLINIC, NOW)


@pytest.mark.parametrize("language", languages("rights"))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(CASES)), one=PRIVATE, other=PRIVATE)
def test_private_facts_change_no_word_of_the_letter(
    language: str, name: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    first, second = (letter_of(changed(CASES[name], private), language) for private in (one, other))
    assert (first.title, first.blocks, first.marks) == (second.title, second.blocks, second.marks)


@pytest.mark.parametrize("language", languages("rights"))
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(CASES)), private=PRIVATE)
def test_private_facts_change_no_byte_of_the_paper(
    language: str, name: str, private: dict[str, Any]
) -> None:
    plain, told = (letter_of(each, language) for each in (
        {**CASES[name], "client": age_in(CASES[name]), "immigration": {}},
        {**changed(CASES[name], private), "charges": CASES[name].get("charges", [])},
    ))  # fmt: skip
    assert draw(plain) == draw(told)


EVERYTHING = {
    "client": {
        "nationality": "GT",
        "citizen_claim": True,
        "afraid_to_return": True,
        "crime_victim": True,
        "parent": True,
        "pregnant_or_nursing": True,
        "medical_needs": True,
    },
    "immigration": {
        "entry": "without_inspection",
        "final_order": True,
        "in_proceedings": True,
        "under_two_years": True,
        "listed_crime": True,
        "habeas_filed": True,
        "arrested_inside": True,
    },
    "kind": "assault_on_officer",
    "serious_violent": True,
    "answers": {"bond_granted": True, "parent_told": True},
}
NOTHING = {"client": {}, "immigration": {}, "kind": "unknown", "answers": {}}


@pytest.mark.parametrize("language", languages("rights"))
def test_all_private_facts_at_once_change_no_byte_on_any_sheet(language: str) -> None:
    told, untold = (
        letter_of(
            changed(CASES["station-bail-paid"], {"serious_violent": "unknown", **each}), language
        )
        for each in (EVERYTHING, NOTHING)
    )
    for sheet in sheets("rights", language):
        assert draw(told, sheet=sheet) == draw(untold, sheet=sheet), sheet


def test_the_letter_still_looks_at_what_it_may() -> None:
    document = CASES["station-bail-paid"]
    other = {**document, "release": {**document["release"], "event": "acquitted"}}
    assert draw(letter_of(document, "en")) != draw(letter_of(other, "en"))


@pytest.mark.parametrize(
    ("kind", "language"),
    [(kind, language) for kind in ("family", "wallet") for language in languages(kind)],
)
def test_the_page_for_the_family_and_the_card_are_the_same_for_every_case(
    kind: str, language: str
) -> None:
    letters = [
        compose(kind, case, assess(case, BOOK, NOW), language, NameOnPaper.FULL, CLINIC, NOW)
        for case in map(read_case, CASES.values())
    ]
    assert len({(letter.title, letter.blocks, letter.marks) for letter in letters}) == 1
    for sheet in sheets(kind, language):
        assert draw(letters[0], sheet=sheet) == draw(letters[-1], sheet=sheet)
