"""The pages are what they were when somebody last looked at them, and nothing on them is amiss."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from desktop.letters.markup import plain
from tests.letters.drawn import REAL, Real, letter_of, written
from tests.letters.golden.kept import (
    DOTS,
    FOLDER,
    PICTURES,
    by_language,
    digests_of,
    kept,
    pages_of,
)
from tests.letters.paper_read import Written

KEEP = "look at the pages, then run tests/tools/keep_golden.py"
BY_LANGUAGE = by_language()
LETTERS = tuple(real for real in REAL if real.sheet != "wallet")
_FAINT, _FEW = 48, 40  # another system may round a grey; it draws no other letter
_WHITE, _MARGIN = 250, 1 - 1 / 72  # inches that stay empty at both sides


def test_every_letter_is_kept_and_nothing_else() -> None:
    assert {path.stem for path in (FOLDER / "digests").iterdir()} == set(BY_LANGUAGE)
    assert {path.stem for path in (FOLDER / "pictures").iterdir()} == set(PICTURES)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_each_file_holds_and_each_page_shows_what_it_did(language: str) -> None:
    now = {name: digests_of(name) for name in BY_LANGUAGE[language]}
    before = kept(language)
    changed = [name for name in now | before if now.get(name) != before.get(name)]
    assert changed == [], KEEP


@pytest.mark.parametrize("name", PICTURES)
def test_the_first_page_looks_as_it_looked(name: str) -> None:
    before = Image.open(FOLDER / "pictures" / f"{name}.png").convert("L")
    apart = ImageChops.difference(before, pages_of(name)[0])
    assert sum(apart.histogram()[_FAINT:]) <= _FEW, KEEP


def test_nothing_stands_in_the_margins() -> None:
    across = round(_MARGIN * DOTS)
    for real in LETTERS:
        for page in pages_of(str(real)):
            for left in (0, page.width - across):
                edge = page.crop((left, 0, left + across, page.height))
                assert not any(edge.histogram()[:_WHITE]), real


def said(page: list[Written]) -> list[Written]:
    return [piece for piece in page if piece.tag != "Artifact" and piece.text.strip()]


def test_no_page_ends_with_a_heading() -> None:
    for real in LETTERS:
        for page in written(real):
            assert not said(page)[-1].tag.startswith("H"), real


def test_the_lines_to_sign_on_stand_together_under_words_of_the_letter() -> None:
    for real in LETTERS:
        letter = letter_of(real.kind, real.language)
        signed = letter.original or letter if real.sheet == "side_by_side" else letter
        prepared, dated = (plain(signed.mark(f"mark.{key}")) for key in ("prepared", "date"))
        texts = [[piece.text for piece in said(page)] for page in written(real)]
        (page,) = [page for page in texts if prepared in page and dated in page]
        assert page.index(prepared) >= 2, real


def test_the_first_page_begins_to_say_what_to_do_on_every_sheet() -> None:
    for real in LETTERS:
        if real.kind == "rights":
            letter = letter_of(real.kind, real.language)
            now = next(each for each in letter.passages if each.key.startswith("now."))
            first = plain(now.text.splitlines()[0]).partition(". ")[2][:12]
            assert first in "".join(piece.text for piece in said(written(real)[0])), real


def first_sheet(real: Real) -> int:
    """How many pages the first sheet takes, before more to know and before the English."""
    letter = letter_of(real.kind, real.language)
    ends = {plain(letter.mark("head.more"))} if dict(letter.marks).get("head.more") else set()
    if letter.original is not None and real.sheet == "plain":
        ends.add(plain(letter.mark("mark.attached")))
    for number, page in enumerate(written(real)):
        if number and ends & {piece.text for piece in said(page)[:3]}:
            return number
    return len(written(real))


def test_a_first_sheet_is_one_sheet_of_paper_in_every_language() -> None:
    long = [
        real
        for real in LETTERS
        if real.kind in ("rights", "family", "demand", "inquiry") and real.sheet == "plain"
    ]
    assert [str(real) for real in long if first_sheet(real) > 2] == []


def test_each_page_of_a_letter_says_which_it_is() -> None:
    for real in LETTERS:
        numbers = [
            next(piece.text for piece in reversed(page) if piece.tag == "Artifact" and piece.text)
            for page in written(real)
        ]
        assert all(one != other for one, other in pairwise(numbers)), real
