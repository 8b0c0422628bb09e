"""Hours and days share one line: order is kept, long gaps are broken, words keep apart."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.kit.time_scale import LONGEST, TimeScale

START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
POINTS = st.lists(
    st.integers(0, 14 * 24 * 60).map(lambda n: START + timedelta(minutes=n)), min_size=1, max_size=8
)


@given(POINTS)
def test_later_never_stands_before_earlier(points):
    scale = TimeScale(points, 64, 700)
    places = [scale.x(point) for point in sorted(points)]
    assert places == sorted(places)
    assert all(64 - 0.001 <= place <= 700.001 for place in places)


@given(POINTS)
def test_every_long_gap_is_drawn_broken_and_no_other(points):
    known = sorted(set(points))
    long = sum(b - a > LONGEST for a, b in itertools.pairwise(known))
    assert len(TimeScale(points, 64, 700).breaks()) == long


@given(POINTS)
def test_words_over_the_line_keep_apart(points):
    ticks = TimeScale(points, 64, 700).ticks(60)
    gaps = [b.x - a.x for a, b in itertools.pairwise(ticks)]
    assert all(gap >= 48 for gap in gaps)


def test_hours_are_said_as_people_say_them():
    points = [START, START + timedelta(hours=8)]
    texts = [tick.text for tick in TimeScale(points, 0, 640).ticks(60)]
    assert texts == ["10 PM", "11", "12 AM", "1", "2", "3", "4", "5", "6"]


def test_after_a_break_the_day_is_said():
    points = [START, START + timedelta(hours=4), START + timedelta(hours=52)]
    assert TimeScale(points, 0, 640).ticks(60)[-1].text == "Thu 26"
