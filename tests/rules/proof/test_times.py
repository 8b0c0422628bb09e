"""Mistakes in clocks and in days to keep are made, noticed by examples, and asked about."""

from __future__ import annotations

import pytest

from desktop.rules.proof.compare import Kind, compare
from desktop.rules.proof.examples import WorkedCase
from desktop.rules.proof.mutants import mutants_of
from tests.rules.proof.invented import packs_of, proved, wrong_with
from tests.rules.written_packs import rule

CASE = """
examples_share:
  as_of: 2026-12-01T17:00-05:00
  custody: {state: in_custody, seen_by_judge: false, arrested_at: "2026-12-01T06:00-05:00"}
  release: {at: "2026-12-01T14:00-05:00"}
examples:
"""
BODY = f"""broken_when: {{fact: custody.seen_by_judge, is: false, label: no judge}}
clock: {{starts: custody.arrested_at, counts: flat, hours: 6, note: x, when: [broken]}}
dates:
  - {{what: presented, starts: hold_began, years: 2, when: [broken]}}
  - {{what: asked again, starts: custody.arrested_at, days: 30, when: [broken, protects]}}
explains: {{protects: x, broken: x}}
{CASE.strip()}
  - title: No judge
    expect: broken
    ends: ["2026-12-01T12:00-05:00"]
    dates: {{presented: 2028-12-01, asked again: 2026-12-31}}
  - title: A judge
    case: {{custody: {{seen_by_judge: true}}}}
    expect: protects
    ends: []
    dates: {{asked again: 2026-12-31}}
"""
RULE = rule("x.times", BODY)
MISTAKES = [
    "clock: 5 hours",
    "clock: 7 hours",
    "clock: not where broken",
    "clock: also where protects",
    "dates: “presented”: 1 years",
    "dates: “presented”: 3 years",
    "dates: “presented”: also where protects",
    "dates: “presented”: not where broken",
    "dates: “asked again”: 29 days",
    "dates: “asked again”: 31 days",
    "dates: “asked again”: not where protects",
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_small_mistake_is_made(mistake: str) -> None:
    assert mistake in {mutant.told for mutant in mutants_of(packs_of(RULE)[0].rules[0])}


def test_examples_with_ends_and_days_notice_every_mistake() -> None:
    proof = proved(RULE)
    assert [fault.line for fault in proof.faults] == []
    assert [mistake.told for mistake in proof.score.survivors] == []


def test_without_them_every_mistake_is_asked_about() -> None:
    kept = [line for line in RULE.splitlines() if not line.startswith(("    ends", "    dates"))]
    proof = proved("\n".join(kept))
    caught = {told.partition(": ")[2] for question in proof.questions for told in question.catches}
    assert set(MISTAKES) <= caught
    assert proof.unasked == ()


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("T12:00-05:00", "T12:01-05:00", "x.times ends at 2026-12-01T12:00-05:00"),
        ("ends: []", 'ends: ["2026-12-01T12:00-05:00"]', "x.times ends at no time"),
        ("2028-12-01", "2028-12-02", "x.times keeps presented on 2028-12-01, asked again on"),
        ("{asked again: 2026-12-31}", "{}", "x.times keeps asked again on 2026-12-31, expected no"),
    ],
)
def test_an_example_that_comes_out_otherwise_is_told(right: str, wrong: str, told: str) -> None:
    assert any(told in words for words in wrong_with(proved(RULE.replace(right, wrong, 1))))


def test_a_worked_case_may_expect_ends_and_days() -> None:
    case = {
        "format": "amparo-case/1",
        "as_of": "2026-12-01T17:00-05:00",
        "custody": {"seen_by_judge": False, "arrested_at": "2026-12-01T06:00-05:00"},
    }
    kept = {"presented": "2028-12-01", "asked again": "2026-12-31"}
    right = {"dates": {"x.times": kept}, "clocks": {"x.times": "2026-12-01T12:00-05:00"}}
    assert wrong_with(proved(RULE, "", WorkedCase("one.json", case, right))) == []
    right = {"dates": {"x.times": {**kept, "presented": "2028-12-02"}}}
    (wrong,) = wrong_with(proved(RULE, "", WorkedCase("one.json", case, right)))
    assert "keeps presented on 2028-12-01" in wrong


def test_another_day_is_another_meaning_with_a_case_that_shows_it() -> None:
    later = RULE.replace("years: 2", "years: 3").replace("2028-12-01", "2029-12-01")
    (change,) = compare(packs_of(RULE), packs_of(later))
    assert change.kind is Kind.CHANGED
    assert change.shown is not None
    assert "presented 2028-12-01" in change.shown.before
    assert "presented 2029-12-01" in change.shown.after


def test_a_clock_that_runs_elsewhere_is_another_meaning_with_a_case_that_shows_it() -> None:
    where = "when: [broken], where: {fact: client.minor, is: true, label: a child}}"
    children = RULE.replace("note: x, when: [broken]}", f"note: x, {where}", 1)
    adults = children.replace("is: true, label: a child", "is: false, label: an adult")
    (change,) = compare(packs_of(children), packs_of(adults))
    assert change.kind is Kind.CHANGED
    assert change.shown is not None
    told = (
        "until 2026-12-01T12:00" in words for words in (change.shown.before, change.shown.after)
    )
    assert sorted(told) == [False, True]
