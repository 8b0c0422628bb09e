"""The measure that all texts are held to must itself be right."""

from __future__ import annotations

import pytest

from tests.letters.grade import measure, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("keep", 1), ("police", 2), ("people", 2), ("release", 2), ("immigration", 4),
        ("officer", 3), ("asked", 1), ("wanted", 2), ("charges", 2), ("names", 1),
        ("copies", 2), ("example", 3), ("little", 2), ("judge's", 1), ("custody", 3),
        ("Massachusetts", 4), ("detainer", 3), ("agree", 2), ("ICE", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_citation_makes_no_text_easier_or_harder() -> None:
    bare = "It is a request. They sign these papers."
    cited = "It is a request (8 C.F.R. § 287.7(a)). They sign these papers (G.L. c. 276, § 58)."
    assert measure(cited) == measure(bare)


def test_a_moment_counts_as_one_short_word() -> None:
    said = "Your bail was paid on Tuesday, November\u00a024 at 2:10\u00a0AM."
    assert measure(said) == measure("Your bail was paid then.")


def test_a_hard_text_is_found_hard() -> None:
    text = "Notwithstanding any provision to the contrary, administrative instruments are void."
    assert measure(text).grade > 12
