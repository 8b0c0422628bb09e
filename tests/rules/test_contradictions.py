"""Facts that do not go together are told; what rests on them is open, never fatal."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, HoldAnswer, Outcome
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from tests.rules.known_cases import AS_OF

BOOK = Library().book


def _assessed(**sections: Any) -> Assessment:
    return assess(read_case({"format": "amparo-case/1", **sections}), BOOK, AS_OF)


IMPOSSIBLE = [
    (
        {"custody": {"arrested_at": "2026-12-01T10:00"}, "release": {"at": "2026-12-01T08:00"}},
        {"custody.arrested_at", "release.at"},
    ),
    (
        {
            "custody": {"state": "in_custody", "custodian": "boston_police"},
            "release": {"still_held": False},
        },
        {"custody.state", "release.still_held"},
    ),
    (
        {
            "custody": {"state": "in_custody", "custodian": "boston_police"},
            "release": {"handed_over": True},
        },
        {"custody.state", "release.handed_over"},
    ),
    (
        {
            "custody": {"state": "in_custody", "custodian": "boston_police"},
            "acts": [{"kind": "transfer", "by": "boston_police", "to": "ice"}],
        },
        {"acts[0]", "custody.custodian"},
    ),
    (
        {"release": {"event": "charges_ended"}, "charges": [{"status": "open"}]},
        {"release.event", "charges"},
    ),
    (
        {"release": {"event": "none", "bail": "posted"}},
        {"release.event", "release.bail"},
    ),
    (
        {"client": {"minor": True, "date_of_birth": "1980-01-01"}},
        {"client.minor", "client.date_of_birth"},
    ),
    (
        {
            "charges": [{"status": "dismissed", "kind": ["theft", "larceny"]}],
            "immigration": {"listed_crime": False},
        },
        {"charges[0].kind", "immigration.listed_crime"},
    ),
    (
        {
            "custody": {
                "spells": [
                    {"custodian": "boston_police", "until": "2026-12-01T10:00"},
                    {"custodian": "trial_court", "from": "2026-12-01T08:00"},
                ]
            }
        },
        {"custody.spells[0].until", "custody.spells[1].from"},
    ),
    (
        {"custody": {"custodian": "trial_court", "spells": [{"custodian": "boston_police"}]}},
        {"custody.spells[0].custodian", "custody.custodian"},
    ),
    (
        {
            "release": {"event": "charges_ended", "at": "2026-12-01T08:00"},
            "charges": [{"status": "dismissed", "at": "2026-12-01T10:00"}],
        },
        {"release.at", "charges[0].at"},
    ),
    (
        {
            "custody": {"arrested_at": "2026-12-01T08:00"},
            "acts": [{"kind": "release_time", "at": "2026-12-01T07:00"}],
        },
        {"acts[0].at", "custody.arrested_at"},
    ),
    (
        {
            "custody": {"custodian": "boston_police"},
            "release": {
                "handed_over": True,
                "at": "2026-12-01T08:00",
                "held_until": "2026-12-01T10:00",
            },
        },
        {"release.handed_over", "release.held_until"},
    ),
]
ODD = [
    ({"papers": [{"form": "I-200", "issued_by": "court"}]}, "papers[0].issued_by"),
    ({"papers": [{"form": "AO 442", "issued_by": "immigration_officer"}]}, "papers[0].issued_by"),
    ({"papers": [{"form": "I-247G", "box": 1}]}, "papers[0].box"),
    (
        {"papers": [{"form": "I-247A", "attached": ["I-200"]}], "complete": ["papers"]},
        "papers[0].attached",
    ),
]


@pytest.mark.parametrize(("sections", "about"), IMPOSSIBLE)
def test_impossible_facts_are_told(sections: dict[str, Any], about: set[str]) -> None:
    assert about in [set(told.about) for told in _assessed(**sections).contradictions]


@pytest.mark.parametrize(("sections", "place"), ODD)
def test_oddities_of_a_paper_are_told_and_change_nothing(
    sections: dict[str, Any], place: str
) -> None:
    odd = _assessed(**sections)
    assert any(place in told.about for told in odd.contradictions)
    assert odd.hold == _assessed(**sections).hold


def test_two_facts_that_cannot_both_be_true_decide_nothing() -> None:
    told = _assessed(
        custody={"state": "in_custody", "custodian": "suffolk_sheriff"},
        release={"event": "charges_ended", "stated_ground": "immigration"},
        charges=[{"status": "open"}],
        papers=[{"form": "I-247A", "box": 1}],
        complete=["papers", "holds", "charges"],
    )
    assert told.hold.answer is HoldAnswer.OPEN
    lunn = told.finding("ma.lunn")
    assert lunn is not None and lunn.outcome is Outcome.OPEN
    assert "release.event" in lunn.asks


def test_facts_that_go_together_are_no_contradiction() -> None:
    told = _assessed(
        custody={"state": "in_custody", "custodian": "ice", "arrested_at": "2026-11-30T10:00"},
        release={"still_held": False, "at": "2026-12-01T08:00"},
        acts=[{"kind": "transfer", "by": "boston_police", "to": "ice", "at": "2026-12-01T09:00"}],
    )
    assert told.contradictions == ()
