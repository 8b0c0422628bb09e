"""A rule may ask what another says of the whole case, over all its acts."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.rules.assess import assess
from desktop.rules.strict_yaml import PackRefused
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import law_of, outcome

TELLS = (
    "looks_at: acts\nact_kinds: [release_time]\ngoverned_by: act\nbinds: [boston_police]\n"
    "broken_when: {fact: act.purpose, is: civil}"
)
HEARS = (
    "looks_at: case\ngoverned_by: as_of\notherwise: alert\n"
    "applies_when: {finding: x.tells, says: broken}"
)
BOOK = law_of(tells=TELLS, hears=HEARS)
HELD = {"custodian": "boston_police"}


def _told(purpose: str | None, by: str = "boston_police") -> dict[str, Any]:
    act = {"kind": "release_time", "by": by, "purpose": purpose}
    return {"custody": HELD, "complete": ["acts"], "acts": [act]}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (_told("civil"), "alert"),
        (_told("criminal"), "not_covered"),
        (_told("civil", by="state_police"), "not_covered"),
        (_told(None), "open"),
    ],
)
def test_what_a_rule_says_of_acts_is_heard(case: dict[str, Any], said: str) -> None:
    assert outcome(BOOK, "hears", case) == said


def test_what_is_missing_is_what_the_heard_rule_misses() -> None:
    found = assess(read_case({"format": "amparo-case/1", **_told(None)}), BOOK, AS_OF)
    hears, tells = found.finding("x.hears"), found.finding("x.tells")
    assert hears is not None and tells is not None
    assert hears.asks == tells.asks != ()


def test_a_rule_that_is_left_out_is_not_heard() -> None:
    case = read_case({"format": "amparo-case/1", **_told("civil")})
    found = assess(case, BOOK, AS_OF, without=["x.tells"]).finding("x.hears")
    assert found is not None and found.outcome.value == "not_covered"


def test_the_reason_names_what_was_heard() -> None:
    case = read_case({"format": "amparo-case/1", **_told("civil")})
    found = assess(case, BOOK, AS_OF).finding("x.hears")
    assert found is not None
    assert [(reason.text, reason.fact) for reason in found.reasons] == [
        ("x.tells says broken", None)
    ]


def test_what_hears_is_not_heard_itself() -> None:
    again = HEARS.replace("x.tells", "x.hears")
    with pytest.raises(PackRefused, match=r"hears x\.hears, which hears other rules itself"):
        law_of(tells=TELLS, hears=HEARS, again=again).law()
