"""Times as people know them, read for Boston and kept in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.moments import NoSuchTime, between, moment


def test_a_time_without_an_offset_is_bostons() -> None:
    assert moment("2026-12-01T14:00").exact == datetime(2026, 12, 1, 19, 0, tzinfo=UTC)
    assert moment("2026-07-01T14:00").exact == datetime(2026, 7, 1, 18, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_means_the_first() -> None:
    assert moment("2026-11-01T01:30").exact == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(NoSuchTime, match="does not exist"):
        moment("2026-03-08T02:30")


def test_a_date_is_some_time_on_that_day() -> None:
    day = moment("2026-11-01")
    assert day.exact is None and day.is_whole_day
    assert day.earliest == datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
    assert day.latest == datetime(2026, 11, 2, 4, 59, 59, tzinfo=UTC)


def test_either_end_of_a_span_may_be_missing() -> None:
    assert between("2026-12-01", None).latest is None
    assert between(None, "2026-12-01").earliest is None


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30", "2026-12-01T25:00", "12/1/2026"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NoSuchTime):
        moment(text)
