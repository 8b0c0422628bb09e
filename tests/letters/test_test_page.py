"""The sheet to try a printer with: true in size, the same for both ways of turning, read aloud."""

from __future__ import annotations

import re

import pytest

from desktop.letters.pdf import draw_test_page
from desktop.letters.sheets.test_page import CHECKS, LANGUAGES, SMALL
from desktop.letters.typography import CARD_SCALES
from tests.letters.paper_read import Pdf, inked, read, read_by_tags
from tests.letters.samples import MADE_AT

DATA = draw_test_page(MADE_AT)
STREAMS = [Pdf(DATA).stream(Pdf(DATA).reference(page, "Contents")) for page in Pdf(DATA).pages]


def strokes(stream: bytes) -> set[tuple[float, ...]]:
    found = re.findall(rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", stream)
    return {tuple(round(float(number), 2) for number in each) for each in found}


def test_it_has_two_sides_and_says_what_to_look_at() -> None:
    assert len(STREAMS) == 2
    for name, right in CHECKS:
        assert f"{name}{right}" in read(DATA)
    for _, language in LANGUAGES:
        assert language in read(DATA)


def test_the_ruler_is_four_inches_long() -> None:
    assert any(x2 - x1 == 4 * 72 and y1 == y2 for x1, y1, x2, y2 in strokes(STREAMS[0]))


def test_the_frames_stand_a_quarter_and_half_an_inch_from_every_edge() -> None:
    for stream in STREAMS:
        assert b"18.00 18.00 576.00 756.00 re S" in stream
        assert b"36.00 36.00 540.00 720.00 re S" in stream


def test_behind_each_cross_stands_a_ring_whichever_way_the_sheet_turns() -> None:
    crosses = {
        ((x1 + x2) / 2, y1) for x1, y1, x2, y2 in strokes(STREAMS[0]) if y1 == y2 and x2 - x1 == 18
    }
    rings = {
        (float(x) - 9, float(y)) for x, y in re.findall(rb"0.8 w ([\d.]+) ([\d.]+) m\n", STREAMS[1])
    }
    assert len(crosses) == 4
    assert crosses == rings
    assert {(612 - x, y) for x, y in crosses} == rings
    assert {(x, 792 - y) for x, y in crosses} == rings


def test_the_smallest_line_is_as_small_as_the_smallest_card() -> None:
    least = CARD_SCALES[-1].body.size
    assert SMALL.format(size=f"{least:g}") in read(DATA)


def test_it_is_a_table_with_heads_and_a_picture_that_is_described() -> None:
    pdf = Pdf(DATA)
    tags = re.findall(rb"/S /(\w+) ", b" ".join(pdf.objects.values()))
    assert tags.count(b"TH") == 2
    assert tags.count(b"TD") == 2 * len(CHECKS)
    assert tags.count(b"TR") == len(CHECKS) + 1
    assert b"/Scope /Column" in pdf.one(rb"/S /TH ")
    figure = pdf.one(rb"/S /Figure ")
    told = re.search(rb"/Alt <FEFF([0-9A-F]+)>", figure)
    assert told is not None
    assert "grey" in bytes.fromhex(told[1].decode()).decode("utf-16-be")
    assert b"/BBox [" in figure


def test_ten_greys_stand_on_it_each_darker_than_the_last() -> None:
    greys = [float(grey) for grey in re.findall(rb"q ([\d.]+) g", STREAMS[0])]
    assert greys == sorted(greys, reverse=True) and len(set(greys)) == 10


def test_what_is_read_aloud_is_in_the_order_of_the_page() -> None:
    assert read_by_tags(DATA) == read(DATA)


@pytest.mark.parametrize("page", [0, 1])
def test_all_words_stand_inside_an_inch(page: int) -> None:
    for each in inked(DATA)[page]:
        assert each.left >= 71 and each.right <= 541
        assert each.bottom >= 71 and each.top <= 721


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert draw_test_page(MADE_AT) == DATA
