"""A source's history says how it stood on a day, and a finding tells it as of its own day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Cite
from desktop.domain.register_document import register_document
from desktop.domain.standing import STANDINGS
from desktop.library.register import register_of
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, PolicyPack, read_packs
from desktop.rules.reading_copy import reading_copy
from desktop.rules.strict_yaml import PackRefused
from desktop.workflow.sources import register_lines
from tests.rules.written_packs import HEAD, rule

LIBRARY = Library()
BOSTON = "us-ma-boston"
HISTORIES = [
    (pack.used.id, cite) for pack in LIBRARY.packs for cite in pack.sources.values() if cite.history
]
SUED = """
    history:
      - {on: 2020-03-02, status: in_force}
      - {on: 2021-05-06, status: challenged, note: Somebody invented sued.}
      - {on: 2022-02, status: dismissed, note: The invented somebody had no standing.}
"""


def invented(history: str = SUED) -> tuple[PolicyPack, ...]:
    files = {"pack.yaml": HEAD.rstrip() + history, "rules/a.yaml": rule("x.a", "")}
    return read_packs([PackText("invented", files)])


def told_on(packs: tuple[PolicyPack, ...], day: date, rule_id: str = "x.a") -> str:
    """How the first source of a rule is said to stand in a finding of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("America/New_York"))
    finding = assess(read_case({"format": "amparo-case/1"}), LawBook(packs), noon).finding(rule_id)
    assert finding is not None
    return finding.cites[0].status


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2020, 3, 1), "How it stood on that day is not recorded here."),
        (date(2020, 3, 2), "In force since March 2, 2020."),
        (date(2021, 5, 5), "In force since March 2, 2020."),
        (date(2021, 5, 6), "Challenged in court since May 6, 2021. Somebody invented sued."),
        (date(2022, 2, 27), "Challenged in court since May 6, 2021. Somebody invented sued."),
        (
            date(2022, 2, 28),
            "In force; the challenge was dismissed, its merits not reached (February 2022). "
            "The invented somebody had no standing. Invented.",
        ),
    ],
)
def test_a_finding_tells_how_its_source_stood_on_its_own_day(day: date, told: str) -> None:
    assert told_on(invented(), day) == told


def test_what_was_amended_is_in_force_and_no_newer_than_it_is() -> None:
    amended = """
    history:
      - {on: 2020-03-02, status: in_force}
      - {on: 2021-05-06, status: amended}
"""
    told = [told_on(invented(amended), date(2021, 5, day)) for day in (5, 6)]
    assert told == [
        "In force since March 2, 2020.",
        "In force, as amended (May 6, 2021). Invented.",
    ]


def test_a_book_that_saw_another_day_tells_the_new_one() -> None:
    packs = invented()
    book, case = LawBook(packs), read_case({"format": "amparo-case/1"})
    told = []
    for year in (2020, 2021, 2020):
        noon = datetime(year, 12, 1, 12, tzinfo=ZoneInfo("America/New_York"))
        finding = assess(case, book, noon).finding("x.a")
        assert finding is not None
        told.append(finding.cites[0].status)
    assert told[0] == told[2] != told[1]


def test_a_source_without_history_tells_its_summary_on_any_day() -> None:
    assert told_on(invented(""), date(2001, 1, 1)) == told_on(invented(""), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("history", "wrong"),
    [
        ("[{on: 2021-01-02, status: in_force}, {on: 2020-01-02, status: pending}]", "2020-01-02"),
        ("[{on: 2021-01-31, status: in_force}, {on: 2021-01, status: pending}]", "2021-01"),
        ("[{on: 2021-02-30, status: in_force}]", "history"),
        ("[{on: 2021-13, status: in_force}]", "history"),
        ("[{on: 2021-02-03, status: in force}]", "history"),
        ("[{status: in_force}]", "history"),
    ],
)
def test_a_history_out_of_order_or_of_unknown_words_is_refused(history: str, wrong: str) -> None:
    with pytest.raises(PackRefused, match=wrong):
        invented(f"\n    history: {history}\n")


@pytest.mark.parametrize(("pack", "cite"), HISTORIES, ids=lambda part: getattr(part, "source", ""))
def test_a_history_ends_by_the_day_on_which_it_was_checked(pack: str, cite: Cite) -> None:
    assert cite.history[-1].on <= cite.checked_on
    assert all(standing.note for standing in cite.history), pack


@pytest.mark.parametrize(
    ("rule_id", "day", "told"),
    [
        ("boston.hold", date(2018, 6, 1), "not recorded"),
        ("boston.hold", date(2019, 12, 19), "In force since December 19, 2019"),
        ("boston.hold", date(2025, 9, 4), "Challenged in court since September 4, 2025"),
        (
            "boston.hold",
            date(2026, 6, 1),
            "In force; the challenge was dismissed, its merits not reached",
        ),
        ("ma.protect_act", date(2026, 8, 4), "Pending since January 28, 2026"),
        ("ma.protect_act", date(2026, 8, 5), "Reported, and not read here (August 5, 2026)"),
        ("us.expedited", date(2026, 7, 16), "Stopped by a court (as of June 23, 2026)"),
        ("us.expedited", date(2026, 7, 17), "In force since July 17, 2026"),
    ],
)
def test_the_law_of_the_packs_stood_so(rule_id: str, day: date, told: str) -> None:
    assert told in told_on(LIBRARY.packs, day, rule_id)


def test_no_court_is_said_to_have_upheld_boston_s_ordinance_and_no_day_of_the_dismissal() -> None:
    for pack, cite in HISTORIES:
        dismissed = [standing for standing in cite.history if standing.status == "dismissed"]
        assert not any("upheld" in standing.note.lower() for standing in cite.history)
        sued = pack == BOSTON and "11-1.9" in cite.text
        assert [standing.since for standing in dismissed] == ["2026-05"] * sued


def test_the_register_tells_the_whole_history_and_what_counts_on_its_day() -> None:
    before, after = (
        register_of(LIBRARY.packs, day) for day in (date(2025, 9, 5), date(2026, 7, 1))
    )
    at = BOSTON, "code_hold"
    entries = before.source(*at), after.source(*at)
    assert [entry and entry.standing and entry.standing.status for entry in entries] == [
        "challenged",
        "dismissed",
    ]
    written = [row for row in register_document(after)["sources"] if row["id"] == "code_hold"]  # type: ignore[attr-defined]
    assert [standing["status"] for standing in written[0]["history"]] == [
        "in_force",
        "challenged",
        "dismissed",
    ]
    text = "\n".join(register_lines(before))
    assert "on that day: Challenged in court since September 4, 2025." in text
    assert "at other times: Under review by a higher court since October 1, 2026." in text


def test_the_reading_copy_tells_the_history_of_what_a_rule_cites() -> None:
    (pack,) = invented()
    copy = reading_copy(pack, [pack])
    assert "Challenged in court since May 6, 2021. Somebody invented sued." in copy
    assert {standing.status for _, cite in HISTORIES for standing in cite.history} <= set(STANDINGS)
