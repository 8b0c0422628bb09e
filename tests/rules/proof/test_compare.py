"""Old packs against new: what changed meaning is told with a case, what was reworded is not."""

from __future__ import annotations

import pytest

from desktop.rules.pack import PackText, PolicyPack, read_packs
from desktop.rules.proof.compare import Change, Kind, compare
from tests.rules.proof.invented import SOUND, packs_of
from tests.rules.proof.test_examples import CLOCK
from tests.rules.proof.test_structure import ACTS
from tests.rules.written_packs import HEAD

WITHOUT_EXAMPLES = SOUND.partition("examples_share:")[0]


def _change(old: str, new: str) -> Change:
    (change,) = compare(packs_of(old), packs_of(new))
    return change


def test_the_same_pack_is_unchanged() -> None:
    assert _change(SOUND, SOUND).kind is Kind.UNCHANGED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("bail is paid", "somebody paid bail"),
        ("Kept past two hours", "Kept for more than two hours"),
        ("binds: [state_police, transit_police]", "binds: [transit_police, state_police]"),
        (
            "{fact: release.bail, is: posted, label: bail is paid}",
            "{not: {fact: release.bail, in: [not_set, set_unpaid]}, label: bail is paid}",
        ),
    ],
)
def test_the_same_meaning_in_other_words_is_reworded(before: str, after: str) -> None:
    assert _change(SOUND, SOUND.replace(before, after, 1)).kind is Kind.REWORDED


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("more_than_hours: 2", "more_than_hours: 3", ("broken (strong)", "not_yet")),
        ("from: 2020-03-01", "from: 2020-03-02", ("not_yet", "not_in_force")),
        ("is: posted", "in: [posted, not_set]", ("not_covered", "broken (strong)")),
        ("live: true", "kind: parole", ("broken (strong)", "allows")),
        (
            "[state_police, transit_police]\napplies",
            "[state_police]\napplies",
            ("broken (strong)", "not_covered"),
        ),
        ("otherwise: protects", "otherwise: alert", ("protects", "alert")),
    ],
)
@pytest.mark.parametrize("examples", [True, False], ids=["with examples", "without"])
def test_another_meaning_is_shown_by_a_case(
    before: str, after: str, shown: tuple[str, str], examples: bool
) -> None:
    old = SOUND if examples else WITHOUT_EXAMPLES
    change = _change(old, old.replace(before, after, 1))
    assert change.kind is Kind.CHANGED
    assert change.shown is not None
    found = (change.shown.before, change.shown.after)
    assert found == shown or not examples
    assert found[0] != found[1]
    assert change.shown.differs


def test_rules_come_and_go() -> None:
    changes = compare(packs_of(SOUND), packs_of(ACTS, clock=CLOCK))
    assert {(change.rule, change.kind) for change in changes} == {
        ("x.told", Kind.ADDED),
        ("x.clock", Kind.ADDED),
        ("x.keep", Kind.REMOVED),
    }


def test_a_change_of_a_term_changes_every_rule_that_names_it() -> None:
    rule = SOUND.replace("{fact: release.bail, is: posted, label: bail is paid}", "{term: paid}")
    term = "paid: {label: paid, means: {fact: release.bail, is: posted}}\n"
    old, new = packs_of(rule, term), packs_of(rule, term.replace("posted", "not_set"))
    (change,) = compare(old, new)
    assert (change.kind, change.shown and change.shown.after) == (Kind.CHANGED, "not_covered")


DAYS = """
holidays: {source: invented, observed: [2026-12-02], actual: [2026-12-02]}
"""
COUNTED = CLOCK.replace("counts: flat", "counts: without_weekends_and_holidays").replace(
    'case: {as_of: "2026-12-01T17:00-05:00"}',
    'case: {as_of: "2026-06-01T17:00-04:00", release: {at: "2026-06-01T12:00-04:00"}}',
)


def _with_days(days: str) -> tuple[PolicyPack, ...]:
    return read_packs([PackText("invented", {"pack.yaml": HEAD + days, "rules/c.yaml": COUNTED})])


def test_another_table_of_holidays_changes_the_clocks_that_leave_them_out() -> None:
    (change,) = compare(_with_days(DAYS), _with_days(DAYS.replace("2026-12-02", "2026-12-03")))
    assert change.kind is Kind.CHANGED and change.shown is not None
    assert change.shown.before.startswith("alert, until 2026-12-05")
    assert change.shown.before != change.shown.after


def test_a_clock_of_which_no_case_tells_the_start_is_changed_without_one() -> None:
    rule = CLOCK.partition("examples:")[0]
    (change,) = compare(packs_of(rule), packs_of(rule.replace("hours: 48", "hours: 47")))
    assert (change.kind, change.shown) == (Kind.CHANGED, None)


def test_rules_without_sources_or_examples_are_compared_as_of_some_day() -> None:
    bare = WITHOUT_EXAMPLES.replace("cites: [invented]", "cites: []")
    assert _change(bare, bare.replace("is: posted", "is: not_set", 1)).shown is not None
