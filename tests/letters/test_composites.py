"""Glyphs put together: the same ink as their parts, in a font that is still a font."""

from __future__ import annotations

import struct

import pytest

from desktop.letters.typesetting.composites import Part, glyph_count, with_composites
from desktop.letters.typesetting.faces import face
from desktop.letters.typesetting.setting import fonts_of

SANS = fonts_of("vi").regular[0].face
NASKH = fonts_of("ar").regular[0].face


def put_together(of: object, letters: str, places: list[tuple[int, int]]) -> tuple[bytes, int]:
    assert isinstance(of, type(SANS))
    gids = [of.glyph_of(letter) for letter in letters]
    program, cut = of.cut_to([0, *gids])
    parts = [Part(cut[gid], x, y) for gid, (x, y) in zip(gids, places, strict=True)]
    return with_composites(program, [parts]), glyph_count(program)


def reopened(program: bytes, folder: object) -> object:
    path = folder / "made.ttf"  # type: ignore[operator]
    path.write_bytes(program)
    return face.__wrapped__(path, 400)


@pytest.mark.parametrize(
    ("of", "letters", "places"),
    [
        (SANS, "i\u0323", [(0, 0), (280, -20)]),
        (SANS, "\u1ebft", [(0, 0), (500, 300)]),
        (NASKH, "\u0645\u064d", [(0, 0), (100, -200)]),
    ],
)
def test_the_ink_of_the_whole_is_that_of_its_parts(
    of: object, letters: str, places: list[tuple[int, int]], tmp_path: object
) -> None:
    program, number = put_together(of, letters, places)
    made = reopened(program, tmp_path)
    assert isinstance(made, type(SANS)) and isinstance(of, type(SANS))
    boxes = [of.ink(of.glyph_of(letter)) for letter in letters]
    bottoms = [bottom + y for (bottom, _), (_, y) in zip(boxes, places, strict=True)]
    tops = [top + y for (_, top), (_, y) in zip(boxes, places, strict=True)]
    assert made.ink(number) == (min(bottoms), max(tops))


def test_the_pen_moves_over_the_whole_as_over_its_parts(tmp_path: object) -> None:
    program, number = put_together(SANS, "ab", [(0, 0), (561, 0)])
    made = reopened(program, tmp_path)
    assert isinstance(made, type(SANS))
    assert made.advance(number) == sum(SANS.advance(SANS.glyph_of(letter)) for letter in "ab")


def test_parts_that_leave_no_ink_make_a_whole_that_leaves_none(tmp_path: object) -> None:
    program, number = put_together(SANS, "  ", [(0, 0), (260, 0)])
    made = reopened(program, tmp_path)
    assert isinstance(made, type(SANS))
    assert made.ink(number) == (0, 0)


def test_the_sums_over_the_file_are_right() -> None:
    program, _ = put_together(SANS, "i\u0323", [(0, 0), (280, -20)])
    words = struct.unpack(f">{len(program) // 4}L", program)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_font_with_nothing_to_put_together_is_left_alone() -> None:
    program, _ = SANS.cut_to([0, SANS.glyph_of("a")])
    assert with_composites(program, []) is program
