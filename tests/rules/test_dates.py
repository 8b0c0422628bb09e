"""Days to keep: the anniversary itself, on New York's calendar, from the earliest start."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Outcome
from desktop.rules.assess import assess
from desktop.rules.dates import after
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from desktop.rules.reading_copy import reading_copy
from desktop.rules.rule import DateKind
from desktop.rules.strict_yaml import PackRefused
from desktop.workflow.telling import assessment_text
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import HEAD, rule


@pytest.mark.parametrize(
    ("day", "count", "unit", "then"),
    [
        ("2026-10-20", 2, "years", "2028-10-20"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("2024-02-29", 4, "years", "2028-02-29"),
        ("2025-02-28", 3, "years", "2028-02-28"),
        ("2026-12-31", 1, "months", "2027-01-31"),
        ("2027-01-31", 1, "months", "2027-02-28"),
        ("2028-01-31", 1, "months", "2028-02-29"),
        ("2026-08-31", 13, "months", "2027-09-30"),
        ("2026-12-15", 24, "months", "2028-12-15"),
        ("2026-12-31", 30, "days", "2027-01-30"),
        ("2028-02-28", 1, "days", "2028-02-29"),
    ],
)
def test_a_day_is_counted_on_the_calendar(day: str, count: int, unit: Any, then: str) -> None:
    kind = DateKind("a day", "release.at", count, unit, (Outcome.BROKEN,))
    assert after(date.fromisoformat(day), kind) == date.fromisoformat(then)


CLAIM = """
broken_when: {fact: custody.seen_by_judge, is: false}
dates:
  - {what: presented, starts: hold_began, years: 2, when: [broken]}
  - {what: asked again, starts: custody.arrested_at, days: 30, when: [broken, protects]}
explains: {protects: x, broken: x}
"""
HOURS = """
makes_release_due: true
due_when:
  any:
    - {fact: custody.probable_cause, is: true}
    - {elapsed: custody.arrested_at, more_than_hours: 24}
broken_when: {term: too_long}
explains: {protects: x, broken: x, not_yet: x}
"""
TOO_LONG = """
too_long:
  label: too long
  means:
    all:
      - {fact: custody.probable_cause, is: false}
      - any:
          - {elapsed: custody.arrested_at, more_than_hours: 30}
          - {elapsed: custody.sober_at, more_than_hours: 0}
"""
REFUSED = """
makes_release_due: true
broken_when: {fact: release.bail_refused_because_of_paper, is: true}
explains: {protects: x, broken: x}
"""
RULES = {"claim": CLAIM, "hours": HOURS, "refused": REFUSED}


def _book(**rules: str) -> LawBook:
    bodies = {**RULES, **rules}
    files = {f"rules/{name}.yaml": rule(f"x.{name}", body) for name, body in bodies.items()}
    whole = {"pack.yaml": HEAD, "terms.yaml": TOO_LONG, **files}
    return LawBook(read_packs([PackText("invented", whole)]))


BOOK = _book()
QUIET: dict[str, dict[str, Any]] = {
    "custody": {"state": "in_custody", "seen_by_judge": False, "probable_cause": True},
    "release": {"bail_refused_because_of_paper": False},
}


def _dates(book: LawBook = BOOK, **changes: dict[str, Any]) -> dict[str, str]:
    case = {name: {**QUIET.get(name, {}), **changes.get(name, {})} for name in (*QUIET, *changes)}
    found = assess(read_case({"format": "amparo-case/1", **case}), book, AS_OF)
    return {day.what: day.on.isoformat() for day in found.dates}


def test_a_wrongful_hold_begins_with_the_release() -> None:
    assert _dates(release={"at": "2026-12-01T14:00-05:00"}) == {"presented": "2028-12-01"}


def test_the_day_is_that_of_new_york() -> None:
    assert _dates(release={"at": "2026-12-02T04:59Z"}) == {"presented": "2028-12-01"}
    assert _dates(release={"at": "2026-12-02T05:00Z"}) == {"presented": "2028-12-02"}


def test_of_a_span_the_earliest_counts() -> None:
    span = {"from": "2026-11-29T10:00-05:00", "to": "2026-11-30"}
    assert _dates(release={"at": span}) == {"presented": "2028-11-29"}
    assert _dates(release={"at": "2026-11-30"}) == {"presented": "2028-11-30"}


NO_CAUSE = {"probable_cause": False, "arrested_at": "2026-11-27T23:00-05:00"}
SOBER_LATE = {**NO_CAUSE, "sober_at": "2026-11-30T06:00-05:00"}


@pytest.mark.parametrize(
    ("custody", "release", "presented"),
    [
        # Thirty hours after the arrest, on the second day; or once sober, but not before 24.
        (SOBER_LATE, {}, "2028-11-29"),
        ({**NO_CAUSE, "sober_at": "2026-11-28T06:00-05:00"}, {}, "2028-11-28"),
        (NO_CAUSE, {}, "2028-11-28"),
        # Release fell due later, or earlier, than the hours ran out.
        (SOBER_LATE, {"at": "2026-11-30T12:00-05:00"}, "2028-11-29"),
        (SOBER_LATE, {"at": "2026-11-28T12:00-05:00"}, "2028-11-28"),
        # A refused bail has no time of its own, and nothing else is known of a time.
        ({"arrested_at": "2026-11-30"}, {"bail_refused_because_of_paper": True}, "2028-11-30"),
        ({"arrested_at": "2026-11-30"}, {}, "2028-11-30"),
    ],
)
def test_a_wrongful_hold_begins_at_the_earliest_that_it_can_have(
    custody: dict[str, Any], release: dict[str, Any], presented: str
) -> None:
    assert _dates(custody=custody, release=release)["presented"] == presented


def test_without_any_known_time_there_is_no_day() -> None:
    assert _dates() == {}
    assert _dates(release={"at": "unknown"}) == {}
    assert _dates(release={"at": {"to": "2026-11-30"}}) == {}


def test_a_day_is_kept_only_where_the_rule_says_so() -> None:
    arrested = {"arrested_at": "2026-11-01T10:00-04:00"}
    seen = {**arrested, "seen_by_judge": True}
    assert _dates(custody=seen) == {"asked again": "2026-12-01"}
    assert _dates(custody={**arrested, "seen_by_judge": None}) == {}


def test_days_are_told_to_a_person() -> None:
    case = {**QUIET, "release": {"at": "2026-12-01T14:00-05:00"}}
    found = assess(read_case({"format": "amparo-case/1", **case}), BOOK, AS_OF)
    assert "  December 1, 2028: presented (x.claim)" in list(assessment_text(found))


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("hold_began", "hold_begin", "Did you mean hold_began"),
        ("custody.arrested_at", "custody.arested_at", "Did you mean custody.arrested_at"),
        ("years: 2", "years: 0", "years"),
        ("years: 2", "years: 2, days: 1", "one of them alone"),
        ("years: 2, ", "", "one of them alone"),
        ("when: [broken]", "when: []", "when"),
        ("when: [broken]", "when: [open]", "when"),
    ],
)
def test_a_slip_is_refused(right: str, wrong: str, told: str) -> None:
    with pytest.raises(PackRefused, match="rules/claim") as refused:
        _book(claim=CLAIM.replace(right, wrong))
    assert told in refused.value.sentence


def test_the_reading_copy_says_how_each_day_is_counted() -> None:
    copy = reading_copy(BOOK.packs[0], BOOK.packs)
    assert (
        "- Presented: 2 years after the day on which the wrongful hold began, or the earliest "
        "that it can have, where the rule says “Law broken”." in copy
    )
    assert "- Asked again: 30 days after “Arrested”, where the rule says “Law broken” or" in copy
