"""The days of a hold: as somebody counted them, or from the day on which it began."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.findings import Verdict
from desktop.domain.moments import moment
from tests.rules.written_packs import Asked, ask, law_of

BOOK = law_of(any="")
OVER_90 = "{some: holds, where: {days: {more_than: 90}}}"
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
_NOW = moment("2026-12-01T00:30-05:00").exact
assert _NOW is not None


def _over_90(hold: dict[str, Any]) -> Asked:
    assert _NOW is not None
    case = {"holds": [hold], "complete": ["holds"]}
    return ask(OVER_90, case, BOOK, _NOW)


@pytest.mark.parametrize(
    ("hold", "verdict"),
    [
        ({"days": 91}, HOLDS),
        ({"days": 90}, FAILS),
        ({}, OPEN),
        ({"days": "unknown"}, OPEN),
        ({"at": "2026-09-01"}, HOLDS),
        ({"at": "2026-09-02"}, FAILS),
        ({"at": "2026-09-02T23:59-04:00"}, FAILS),
        ({"at": "2026-09-02T03:59Z"}, HOLDS),
        ({"at": "2026-09-01", "days": "unknown"}, HOLDS),
        ({"at": {"from": "2026-09-01", "to": "2026-09-03"}}, OPEN),
        ({"at": {"from": "2026-09-01", "to": None}}, OPEN),
        ({"at": "2026-12-02"}, OPEN),
        ({"at": "2026-09-01", "days": 91}, HOLDS),
    ],
)
def test_days_are_told_or_follow_from_the_day_it_began(
    hold: dict[str, Any], verdict: Verdict
) -> None:
    assert _over_90(hold) == Asked(verdict, verdict)


@pytest.mark.parametrize("days", [10, 90, 120])
def test_days_that_do_not_fit_the_day_it_began_are_not_known(days: int) -> None:
    assert _over_90({"at": "2026-09-01", "days": days}) == Asked(OPEN, OPEN)
