"""A letter prints a number that a member of the clinic confirmed, for 90 days, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.directory import Confirmation, Contact, Standing, may_print, standing_of

CALLED = date(2026, 12, 1)
NUMBER = Contact(
    "a_jail.phone",
    "phone",
    "617-555-0100",
    "V",
    "the jail's own page",
    date(2026, 11, 22),
    "the legal record",
)


def call(value: str = "617-555-0100", on: date = CALLED, contact: str = NUMBER.id) -> Confirmation:
    return Confirmation(contact, value, "Rosa Quill", on)


def after(days: int) -> date:
    return CALLED + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "printed"),
    [(-1, None), (0, "617-555-0100"), (89, "617-555-0100"), (90, "617-555-0100"), (91, None)],
)
def test_a_confirmed_number_prints_from_the_day_of_the_call_to_day_90(
    days: int, printed: str | None
) -> None:
    assert may_print(NUMBER, [call()], after(days)) == printed


def test_a_suggestion_that_nobody_confirmed_is_a_line_to_fill_in() -> None:
    assert may_print(NUMBER, [], CALLED) is None
    assert may_print(NUMBER, [call(contact="a_court.phone")], CALLED) is None


def test_what_was_confirmed_prints_not_what_was_suggested() -> None:
    assert may_print(NUMBER, [call("617-555-0199")], CALLED) == "617-555-0199"


def test_the_last_call_counts_and_a_later_one_starts_the_days_again() -> None:
    calls = [call("617-555-0199", after(60)), call()]
    assert may_print(NUMBER, calls, after(59)) == "617-555-0100"
    assert may_print(NUMBER, calls, after(150)) == "617-555-0199"
    assert may_print(NUMBER, calls, after(151)) is None


def test_of_two_calls_on_one_day_the_one_told_later_counts() -> None:
    assert may_print(NUMBER, [call("617-555-0150"), call("617-555-0199")], CALLED) == "617-555-0199"


def test_a_number_that_was_found_not_to_work_prints_no_more() -> None:
    assert may_print(NUMBER, [call(), call("", after(1))], after(1)) is None
    assert may_print(NUMBER, [call(), call("", after(1))], CALLED) == "617-555-0100"


@pytest.mark.parametrize(
    ("calls", "days", "standing"),
    [
        ([], 0, Standing.SUGGESTED),
        ([call()], -1, Standing.SUGGESTED),
        ([call()], 90, Standing.CONFIRMED),
        ([call()], 91, Standing.TOO_OLD),
        ([call("")], 91, Standing.DOES_NOT_WORK),
    ],
)
def test_what_is_known_of_a_contact_on_a_day(
    calls: list[Confirmation], days: int, standing: Standing
) -> None:
    assert standing_of(NUMBER, calls, after(days)) is standing


def test_a_contact_that_was_not_found_stands_so_until_somebody_finds_it() -> None:
    unknown = replace(NUMBER, value=None)
    assert standing_of(unknown, [], CALLED) is Standing.NOT_FOUND
    assert standing_of(unknown, [call()], CALLED) is Standing.CONFIRMED
