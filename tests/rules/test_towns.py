"""A town's rules: told where its own police come up, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome
from desktop.domain.moments import moment
from desktop.domain.municipalities import TOWNS as TOWNS_OF_THE_STATE
from desktop.domain.municipalities import TOWNS_BY_COUNTY
from desktop.library.pack_files import pack_text
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.pack import PackText, read_packs
from desktop.rules.strict_yaml import PackRefused
from desktop.system.resources import resource

BOOK = Library().book
TOWNS = {pack.town for pack in BOOK.packs if pack.town}
POLICE = "municipal_police"
KEPT: dict[str, Any] = {
    "format": "amparo-case/1",
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["papers", "holds", "charges", "acts"],
    "custody": {
        "state": "in_custody",
        "custodian": POLICE,
        "town": "Cambridge",
        "arrested_by": "state_police",
        "arrested_at": "2026-12-01T06:00-05:00",
        "arrest_basis": "warrantless",
        "probable_cause": True,
        "domestic": "none",
        "seen_by_judge": False,
    },
    "charges": [{"status": "open"}],
    "release": {
        "event": "recognizance",
        "at": "2026-12-01T12:00-05:00",
        "still_held": True,
        "stated_ground": "immigration",
        "handed_over": False,
        "bail_refused_because_of_paper": False,
    },
    "papers": [{"form": "I-247A", "box": 1, "cancelled": False, "names_client": True}],
}
CONVICTED = [
    {"status": "served", "kind": "other", "serious_violent": True},
    {"status": "sentenced", "kind": "other", "serious_violent": True},
    {"status": "open"},
]
SHERIFF = {"custodian": "county_sheriff", "ice_contract_bed": False, "town": None}


def _said(custody: dict[str, Any], **more: Any) -> Assessment:
    document = {**KEPT, **more, "custody": {**KEPT["custody"], **custody}}
    as_of = moment(document["as_of"]).exact
    assert as_of is not None
    return assess(read_case(document), BOOK, as_of)


def _told(assessment: Assessment) -> set[str]:
    """The towns of which something is told."""
    rules = BOOK.law().rules
    return {rules[finding.rule].town for finding in assessment.findings} - {""}


def test_an_assessment_names_a_town_s_pack_where_its_rules_are_told_and_nowhere_else() -> None:
    everywhere = {pack.used.id for pack in BOOK.packs if not pack.town}
    named = {pack.id for pack in _said({}).packs}
    assert named == everywhere | {"us-ma-cambridge"}
    assert {pack.id for pack in _said({"town": None}).packs} == everywhere


@pytest.mark.parametrize("name", ["Cambridge", "cambridge", "  CAMBRIDGE "])
def test_a_town_s_rules_are_told_where_its_police_hold(name: str) -> None:
    assert _told(_said({"town": name})) == {"Cambridge"}


@pytest.mark.parametrize(
    "custody",
    [
        {"custodian": "county_sheriff", "ice_contract_bed": False},
        {"custodian": "boston_police", "town": None},
        {"town": None},
        {"town": "unknown"},
        {"town": ["Cambridge", "Somerville"]},
        {"town": "Quincy"},
        {"town": "Camebridge"},
    ],
)
def test_no_town_speaks_where_its_police_do_not_come_up_or_it_is_not_known(
    custody: dict[str, Any],
) -> None:
    assert _told(_said(custody)) == set()


def test_a_town_s_rules_are_told_where_its_police_made_the_arrest() -> None:
    found = _said({**SHERIFF, "town": "Cambridge", "arrested_by": POLICE})
    hold, arrest = found.finding("cambridge.hold"), found.finding("cambridge.arrest")
    assert hold is not None and hold.outcome.value == "not_covered"
    assert arrest is not None and arrest.outcome.value == "allows"


def test_a_town_s_rules_are_told_where_its_police_did_something() -> None:
    act = {"kind": "release_time", "by": POLICE, "to": "ice", "purpose": "civil"}
    found = _said({**SHERIFF, "town": "Cambridge"}, acts=[act])
    told = found.finding("cambridge.information")
    assert told is not None and told.outcome.value == "broken"


def _passed_on(*holders: tuple[str, str | None]) -> list[dict[str, Any]]:
    hours = ["06", "14", "15", "16"]
    spells = [
        {"custodian": holder, "town": town, "from": f"2026-12-01T{start}:00-05:00"}
        for (holder, town), start in zip(holders, hours, strict=False)
    ]
    for spell, end in zip(spells[:-1], hours[1:], strict=False):
        spell["until"] = f"2026-12-01T{end}:00-05:00"
    return spells


def test_each_town_is_judged_by_its_own_custody_alone() -> None:
    """Cambridge kept the person past release; Worcester holds now, under its own rule."""
    spells = _passed_on((POLICE, "Cambridge"), (POLICE, "Worcester"))
    found = _said({"town": "Worcester", "spells": spells})
    words = {f.rule: f.outcome.value for f in found.findings if f.rule.endswith(".hold")}
    assert words == {
        "boston.hold": "not_covered",
        "cambridge.hold": "broken",
        "worcester.hold": "broken",
    }
    assert found.hold.rests_on == ("worcester.hold", "ma.lunn")


def test_on_a_hand_over_state_law_speaks_before_a_city_that_is_not_asked() -> None:
    """Boston's rule comes first in the packs, and binds no other town's police."""
    handed = _said({}).transfer
    assert (handed.rules[0], handed.binds) == ("ma.handover", True)
    asked = _said({"town": "Quincy"}).question
    assert (asked.outcome, asked.binds) == (Outcome.NOT_COVERED, False)


def test_what_the_town_that_holds_now_did_is_not_laid_to_the_one_before() -> None:
    act = {"kind": "status_question", "by": POLICE, "purpose": "civil", "certification": False}
    spells = _passed_on((POLICE, "Cambridge"), (POLICE, "Worcester"))
    found = _said({"town": "Worcester", "spells": spells}, acts=[act])
    words = {f.rule: f.outcome.value for f in found.findings if f.act == "question"}
    assert words["cambridge.question"] == "not_covered"
    assert words["worcester.question"] == "broken"


def test_the_last_custody_tells_the_town_where_the_case_does_not() -> None:
    spells = _passed_on(("state_police", None), (POLICE, "Worcester"))
    assert _told(_said({"town": None, "spells": spells})) == {"Worcester"}


@pytest.mark.parametrize(
    ("town", "warned"),
    [
        ("Quincy", "No rule of Quincy itself is known here. State law alone is known to protect."),
        ("Qunicy", "No city or town of Massachusetts is called “Qunicy”. Is Quincy meant?"),
    ],
)
def test_a_town_without_rules_here_is_told_as_such(town: str, warned: str) -> None:
    assert warned in _said({"town": town}).warnings


@pytest.mark.parametrize(
    "custody",
    [{"town": "Cambridge"}, {"town": None}, {"custodian": "boston_police", "town": "Boston"}],
)
def test_nobody_is_warned_of_a_town_that_has_rules_or_is_not_named(custody: dict[str, Any]) -> None:
    told = _said(custody).warnings
    assert [text for text in told if "city or town" in text or "No rule of" in text] == []


def test_the_cities_and_towns_are_as_many_as_each_county_has() -> None:
    counts = {county: len(towns) for county, towns in TOWNS_BY_COUNTY.items()}
    assert counts == {
        "Barnstable": 15,
        "Berkshire": 32,
        "Bristol": 20,
        "Dukes": 7,
        "Essex": 34,
        "Franklin": 26,
        "Hampden": 23,
        "Hampshire": 20,
        "Middlesex": 54,
        "Nantucket": 1,
        "Norfolk": 28,
        "Plymouth": 27,
        "Suffolk": 4,
        "Worcester": 60,
    }
    assert len(set(TOWNS_OF_THE_STATE)) == 351
    assert "Monroe" in TOWNS_BY_COUNTY["Franklin"]


def test_each_city_and_town_has_rules_of_its_own_or_is_told_to_have_none_here() -> None:
    """State law protects in every one of them, no other town's rule is told, nor its exceptions."""
    others = [town for town in TOWNS_OF_THE_STATE if town != "Boston"]
    assert len(others) == 350
    for town in others:
        found = _said({"town": town}, charges=CONVICTED)
        none = f"No rule of {town} itself is known here. State law alone is known to protect."
        assert _told(found) == {town} & TOWNS
        assert (none in found.warnings) is (town not in TOWNS), town
        assert found.hold.answer is HoldAnswer.UNLAWFUL, town
        assert "ma.lunn" in found.hold.rests_on, town


@pytest.mark.parametrize("town", sorted(TOWNS))
@pytest.mark.parametrize("status", ["served", "sentenced"])
def test_no_conviction_lets_a_town_hold(town: str, status: str) -> None:
    """Whatever the town's own exceptions are."""
    record = {"status": status, "kind": "other", "serious_violent": True}
    found = _said({"town": town}, charges=[record, {"status": "open"}])
    assert found.hold.answer is HoldAnswer.UNLAWFUL
    own = found.finding(f"{town.lower()}.hold")
    assert own is not None and own.outcome is not Outcome.ALLOWS


def test_the_answer_on_holding_never_rests_on_another_town() -> None:
    """In 2016 Lawrence had a rule, and state law had not been declared yet."""
    early: dict[str, Any] = {"as_of": "2016-05-02T17:00-04:00"}
    release = {**KEPT["release"], "at": "2016-05-02T12:00-04:00"}
    custody = {"arrested_at": "2016-05-02T06:00-04:00"}
    lawrence = _said({**custody, "town": "Lawrence"}, release=release, **early)
    holyoke = _said({**custody, "town": "Holyoke"}, release=release, **early)
    assert (lawrence.hold.answer.value, holyoke.hold.answer.value) == ("unlawful", "unsettled")


def test_a_pack_of_no_town_that_there_is_is_refused_with_the_right_name() -> None:
    texts = [pack_text(folder.parent) for folder in resource("packs").glob("*/pack.yaml")]
    wrong = [
        PackText(
            text.name,
            {name: each.replace("town: Salem", "town: Salme") for name, each in text.files.items()},
        )
        for text in texts
    ]
    with pytest.raises(PackRefused, match="Did you mean Salem"):
        read_packs(wrong)


def test_the_towns_with_rules_are_those_of_the_law_record() -> None:
    record = "Cambridge Somerville Chelsea Lawrence Newton Brookline Northampton Amherst Holyoke"
    assert set(record.split()) | {"Springfield", "Salem", "Medford", "Worcester"} == TOWNS
