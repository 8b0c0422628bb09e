"""One slip in a number or a title never carries a paper from ICE's side to a court's, or back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.library.instruments import Instruments
from desktop.library.printed_words import Paper, Printed
from desktop.library.telling_papers import identify
from tests.library.printed_papers import AROUND

SHELF = Instruments()
NUMBERS = [(n, i.what.issued_by) for i in SHELF.all for n in i.number_words]
TITLES = [(t.words, i.what.issued_by) for i in SHELF.all for t in i.titles]
PRINTED = [(words, issuer) for words, issuer in NUMBERS + TITLES if issuer in AROUND]
SIGNS = "abcdefghijklmnopqrstuvwxyzABDGNXO0123456789 -/"


def side(text: str) -> bool | None:
    """True for a court's paper, False for any other, None when it cannot be told."""
    return identify(SHELF, text).court_issued


def with_a_letter_lost(words: str) -> Iterator[str]:
    return (words[:place] + words[place + 1 :] for place in range(len(words)))


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str, str]:
    """What is printed, what was typed with one slip, and what stands around both."""
    words, issuer = draw(st.sampled_from(PRINTED))
    around = draw(st.sampled_from(AROUND[str(issuer)]))
    place = draw(st.integers(0, len(words)))
    changed = words[place : place + 1] + words[place + 1 : place + 2]
    wrong = draw(st.sampled_from(SIGNS))
    moved, replaced, added = changed[::-1], wrong + changed[1:], wrong + changed
    typed = words[:place] + draw(st.sampled_from([moved, replaced, added])) + words[place + 2 :]
    return words, typed, around


@settings(max_examples=400, deadline=None)
@given(slips())
@example(("AO 442", "IO 442", "{} Immigration and Customs Enforcement"))
@example(("I-247A", "I-24A", "{} Commonwealth of Massachusetts, Superior Court, docket, warrant"))
def test_a_wrong_added_or_moved_letter_never_changes_the_side(given: tuple[str, str, str]) -> None:
    printed, typed, around = given
    right, found = side(around.format(printed)), side(around.format(typed))
    assert found is None or found is right


@pytest.mark.parametrize(("words", "issuer"), PRINTED, ids=[words for words, _ in PRINTED])
def test_a_letter_that_is_lost_never_changes_the_side(words: str, issuer: str) -> None:
    for around in AROUND[issuer][:2]:
        right = side(around.format(words))
        for typed in with_a_letter_lost(words):
            assert side(around.format(typed)) in (right, None), (around, typed)


@pytest.mark.parametrize(("words", "issuer"), PRINTED, ids=[words for words, _ in PRINTED])
def test_each_paper_is_told_on_the_side_of_those_who_issue_it(words: str, issuer: str) -> None:
    whole = AROUND[issuer][1 if len(AROUND[issuer]) > 1 else 0]
    assert side(whole.format(words)) is (issuer == "court")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([Printed(words) for words, _ in TITLES]), st.data())
def test_a_long_title_is_told_although_a_letter_is_wrong(
    title: Printed, data: st.DataObject
) -> None:
    if title.slips:
        place = data.draw(st.integers(0, len(title.words) - 1))
        typed = title.words[:place] + "#" + title.words[place + 1 :]
        assert title.nearly_stand_on(Paper(f"Form {typed} page 1"))
