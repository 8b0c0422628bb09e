"""What people type for a time means one thing, and it is what they would expect."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.moments import BOSTON, moment
from desktop.domain.typed_moments import NotUnderstood, read_moment
from desktop.gui.kit.spoken_times import day_said, moment_said, span_said, time_said

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # Tuesday, 6:00 AM in Boston

INSTANTS = st.datetimes(datetime(2016, 1, 1), datetime(2030, 1, 1)).map(
    lambda naive: naive.replace(second=0, microsecond=0, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2:10", "2026-11-24T02:10-05:00"),
        ("2:10 pm", "2026-11-23T14:10-05:00"),
        ("2am", "2026-11-24T02:00-05:00"),
        ("2 a.m.", "2026-11-24T02:00-05:00"),
        ("14:10", "2026-11-23T14:10-05:00"),
        ("yesterday 10p", "2026-11-23T22:00-05:00"),
        ("10p yesterday", "2026-11-23T22:00-05:00"),
        ("Tue", "2026-11-24"),
        ("last Tue", "2026-11-17"),
        ("Wed", "2026-11-18"),
        ("monday at 9 am", "2026-11-23T09:00-05:00"),
        ("2026-12-01", "2026-12-01"),
        ("2026-12-01T14:00-05:00", "2026-12-01T14:00-05:00"),
        ("2026-12-01 14:00", "2026-12-01T14:00-05:00"),
        ("12/1 2:10 pm", "2026-12-01T14:10-05:00"),
        ("11/20", "2026-11-20"),
        ("1/2", "2027-01-02"),
        ("3 Nov 2017", "2017-11-03"),
        ("Jul 24, 2017 9:00 am", "2017-07-24T09:00-04:00"),
        ("noon", "2026-11-23T12:00-05:00"),
        ("midnight", "2026-11-24T00:00-05:00"),
        ("now", "2026-11-24T06:00-05:00"),
        ("20 min ago", "2026-11-24T05:40-05:00"),
        ("3h ago", "2026-11-24T03:00-05:00"),
        ("2 days ago", "2026-11-22"),
        ("02:30 today", "2026-11-24T02:30-05:00"),
        ("Mon 23 Nov, 10:00 PM", "2026-11-23T22:00-05:00"),
    ],
)
def test_times_are_read_as_people_write_them(typed, meant):
    assert read_moment(typed, NOW) == moment(meant)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("before 2am", None, "2026-11-24T02:00-05:00"),
        ("after yesterday 10p", "2026-11-23T22:00-05:00", None),
        ("yesterday 10p to 1am", "2026-11-23T22:00-05:00", "2026-11-24T01:00-05:00"),
        ("2am to 3am", "2026-11-24T02:00-05:00", "2026-11-24T03:00-05:00"),
        ("Mon to Tue", "2026-11-23", "2026-11-24"),
    ],
)
def test_a_time_may_lie_between_two(typed, start, end):
    assert read_moment(typed, NOW).written == (start, end)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("yesterday 2:10", "2:10 in the morning or later? Add am or pm."),
        ("Mon midnight", "Does that day begin or end at midnight? Write 12:01 am or 11:59 pm."),
        ("25:00", "There is no 25:00 on the clock."),
        ("13 pm", "There is no 13:00 pm on the clock."),
        ("2:75", "There is no 2:75 on the clock."),
        ("2/30", "Feb has no day 30."),
        ("2/29/2026", "Feb 2026 has no day 29."),
        ("Mon 24 Nov", "24 Nov 2026 is a Tuesday."),
        ("13/1", "There is no month 13. The month comes first: 1/13."),
        ("10", "Is 10 an hour or a day? Write 10:00 am or 12/10."),
        ("soon", "Write it as 2:10 am, yesterday 10p, Tue, or 12/1 2:10 pm."),
        ("3/14 2:30 am", "3/14 2:30 am is no time in Boston: clocks went forward over it."),
        (
            "3am to 2am yesterday",
            "3am to 2am yesterday is no time in Boston: its end lies before its start.",
        ),
    ],
)
def test_what_is_ambiguous_or_impossible_gets_one_sentence(typed, told):
    with pytest.raises(NotUnderstood) as refused:
        read_moment(typed, NOW)
    assert str(refused.value) == told


@given(INSTANTS, INSTANTS)
def test_what_the_field_shows_can_be_typed_again(instant, now):
    shown = moment_said(moment(instant.isoformat()), now)
    again = read_moment(shown, now)
    if instant.astimezone(BOSTON).fold == 0:
        assert again.exact == instant


@given(INSTANTS, INSTANTS)
def test_a_bare_time_is_the_last_one_that_has_passed(instant, now):
    read = read_moment(time_said(instant), now)
    assert read.exact is not None
    assert now - timedelta(hours=49) < read.exact <= now


@given(INSTANTS, INSTANTS)
def test_a_shown_day_can_be_typed_again(instant, now):
    day = instant.astimezone(BOSTON).date()
    assert read_moment(day_said(day, now), now) == moment(day.isoformat())


@given(st.text(max_size=30), INSTANTS)
def test_no_text_breaks_the_reader(typed, now):
    try:
        read = read_moment(typed, now)
    except NotUnderstood as told:
        assert str(told).endswith(".")
    else:
        assert read.earliest is not None or read.latest is not None


@given(st.timedeltas(timedelta(0), timedelta(days=40)))
def test_a_span_is_said_in_at_most_two_units(span):
    assert len(span_said(span).split()) in (2, 4)
