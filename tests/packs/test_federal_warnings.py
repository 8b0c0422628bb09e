"""What staff are warned of in federal law is said on the facts that it is about, and on no others.

No outcome shows a warning, so no example beside a rule can hold it fast.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.library.shelves import Library
from desktop.rules.assess import assess

BOOK = Library().book
(PACK,) = (pack for pack in Library().packs if pack.used.id == "us")
TEXTS = [text for rule in PACK.rules for _, text in rule.warns]
NOON = "T12:00-05:00"
Facts = dict[str, Any]


def _ice(state: str = "MA", arrested_by: str = "ice", **more: Any) -> Facts:
    custody = {"custodian": "ice", "detained_state": state, "arrested_by": arrested_by}
    said = {"entry": "without_inspection", "final_order": False, **more}
    return {"custody": {"state": "in_custody", **custody}, "immigration": said}


def _charged(entry: str, kind: str = "theft") -> Facts:
    charges = [{"status": "open", "kind": kind}]
    return {"charges": charges, "complete": ["charges"], "immigration": {"entry": entry}}


def _paper(form: str, day: str) -> Facts:
    return {"papers": [{"form": form, "issued_on": day, "seen": True}], "complete": ["papers"]}


# The first words of a warning, the facts on which it is said, and the nearest on which it is not.
SAID = [
    ("In a bond hearing", "2021-08-19", _ice(), [("2021-08-18", _ice())]),
    ("In a bond hearing", "2026-12-01", _ice("PR"), [("2026-12-01", _ice("VT"))]),
    ("In a bond hearing", "2026-12-01", _ice(), [("2026-12-01", _ice(final_order=True))]),
    ("Bond for people", "2026-10-01", _ice("TX"), [("2026-09-30", _ice("TX"))]),
    ("Bond for people", "2026-12-01", _ice(), [("2026-12-01", _ice(entry="admitted"))]),
    (
        "The person was arrested in Massachusetts",
        "2026-12-01",
        _ice("LA", "boston_police"),
        [("2026-12-01", _ice("NH", "boston_police")), ("2026-12-01", _ice("LA"))],
    ),
    (
        "An order on Form I-860",
        "2026-12-01",
        _paper("I-860", "2026-06-23"),
        [("2026-12-01", _paper("I-860", day)) for day in ("2026-06-22", "2026-07-17")],
    ),
    (
        "An order on Form I-860",
        "2026-12-01",
        _paper("I-860", "2026-07-16"),
        [("2026-12-01", _paper("I-871", "2026-07-16"))],
    ),
    (
        "What the record here says of removal",
        "2026-12-01",
        _charged("paroled"),
        [("2026-12-01", _charged("admitted"))],
    ),
    (
        "The person was admitted",
        "2026-12-01",
        _charged("resident", "burglary"),
        [("2026-12-01", _charged("resident", "other")), ("2026-12-01", _charged("paroled"))],
    ),
    (
        "The statute of 2025",
        "2026-12-01",
        _charged("paroled", "assault_on_officer"),
        [("2026-12-01", _charged("paroled", "other"))],
    ),
    (
        "The old form was lodged",
        "2026-12-01",
        _paper("I-247N", "2017-04-01"),
        [
            ("2026-12-01", _paper("I-247N", "2017-04-02")),
            ("2026-12-01", _paper("I-247A", "2017-04-01")),
        ],
    ),
]


def _told(day: str, facts: Facts) -> set[str]:
    at = datetime.fromisoformat(f"{day}{NOON}")
    case = read_case({"format": "amparo-case/1", "as_of": at.isoformat(), **facts})
    return set(assess(case, BOOK, at).warnings)


@pytest.mark.parametrize(("begins", "day", "facts", "beside"), SAID)
def test_a_warning_is_said_where_it_belongs_and_nowhere_beside(
    begins: str, day: str, facts: Facts, beside: list[tuple[str, Facts]]
) -> None:
    (warning,) = (text for text in TEXTS if text.startswith(begins))
    assert warning in _told(day, facts)
    assert all(warning not in _told(*other) for other in beside)


def test_every_warning_of_federal_law_is_among_them() -> None:
    assert [text for text in TEXTS if not any(text.startswith(begins) for begins, *_ in SAID)] == []
