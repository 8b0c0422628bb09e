"""What is recalled is what would be worked out anew, whatever cases were seen before."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.kept import Kept
from desktop.rules.lawbook import LawBook
from tests.rules.less_known import less_known
from tests.rules.whole_cases import moment_of, whole_case

PACKS = Library().packs


def _documents(seed: int) -> tuple[dict[str, Any], ...]:
    chance = Random(seed)
    whole = whole_case(chance)
    some = less_known(whole, chance, kept=0.8)
    return whole, some, less_known(some, chance, kept=0.7)


DOCUMENTS = [document for seed in range(40) for document in _documents(seed)]


def _told(document: dict[str, Any], book: LawBook) -> Assessment:
    return assess(read_case(document), book, moment_of(document), with_changes=True)


@pytest.fixture(scope="module")
def well_read() -> LawBook:
    book = LawBook(PACKS)
    for document in DOCUMENTS:
        _told(document, book)
    return book


@pytest.mark.parametrize("place", range(len(DOCUMENTS)))
def test_a_book_that_saw_other_cases_says_what_a_new_one_says(
    place: int, well_read: LawBook
) -> None:
    document = DOCUMENTS[place]
    assert _told(document, well_read) == _told(document, LawBook(PACKS))


def test_nothing_is_kept_without_end() -> None:
    kept = Kept[int](most=3)
    for number in range(10):
        kept.keep(number, number)
    assert [kept.get(number) for number in range(10)] == [None] * 9 + [9]
