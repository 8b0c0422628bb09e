"""The drawings of papers: all that the helper needs, nothing outside its page, honest on grades."""

from __future__ import annotations

import pytest

from desktop.domain.drawings import PAGE_HEIGHT, Drawing, Ink
from desktop.library.drawings import drawings
from desktop.library.instruments import Instruments
from desktop.library.telling_papers import identify

DRAWN = {drawing.form: drawing for drawing in drawings()}
each_drawing = pytest.mark.parametrize("drawing", DRAWN.values(), ids=list(DRAWN))


def test_the_papers_that_a_call_is_about_are_drawn() -> None:
    assert set(DRAWN) == {
        *("I-247A", "I-247G", "I-200", "I-205", "I-862"),
        *("AO 442", "AO 93", "state_warrant"),
    }


@each_drawing
def test_a_drawing_says_of_courts_what_the_table_of_papers_says(drawing: Drawing) -> None:
    shelf = Instruments()
    kinds = [each.what for each in shelf.all if each.what.form == drawing.form]
    assert {kind.court_issued for kind in kinds} == {drawing.by_court}


@each_drawing
def test_what_is_drawn_is_told_as_that_paper(drawing: Drawing) -> None:
    words = "\n".join(stroke.words for stroke in drawing.strokes if stroke.words)
    printed = words.replace("...", "Boston District").replace(
        "Docket number", "Docket number 2607CR1"
    )
    assert identify(Instruments(), printed).form == drawing.form


@each_drawing
def test_everything_stands_on_the_page(drawing: Drawing) -> None:
    for look in drawing.looks:
        assert 0 <= look.x < look.x + look.wide <= 100
        assert 0 <= look.y < look.y + look.tall <= PAGE_HEIGHT
    for stroke in drawing.strokes:
        across = 0 if stroke.ink is Ink.DOWN else stroke.wide
        assert stroke.x >= 0 and stroke.x + across <= 100
        assert 0 <= stroke.y <= PAGE_HEIGHT


@each_drawing
def test_no_two_places_to_look_at_overlap(drawing: Drawing) -> None:
    for one in drawing.looks:
        for other in drawing.looks:
            apart = (
                one.x + one.wide <= other.x
                or other.x + other.wide <= one.x
                or one.y + one.tall <= other.y
                or other.y + other.tall <= one.y
            )
            assert one is other or apart, (one.says, other.says)


@each_drawing
def test_a_drawing_names_its_row_and_how_sure_that_is(drawing: Drawing) -> None:
    assert drawing.grade in ("S", "M")
    assert drawing.source.startswith("federal 1.")
