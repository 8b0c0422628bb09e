"""What we say of a paper has a source and a grade, and what nobody checked is no law."""

from __future__ import annotations

import pytest

from desktop.domain.grades import GRADE_NAMES, may_print_at
from desktop.library.instruments import Instrument, Instruments

SHELF = Instruments()
UNCHECKED = ("We believe", "Reported:", "It seems", "We cannot tell")
SAID = pytest.mark.parametrize("name", sorted(SHELF.statements))
EACH = pytest.mark.parametrize("instrument", SHELF.all, ids=lambda each: each.what.looks_like)


@SAID
def test_each_statement_has_a_grade_and_a_source(name: str) -> None:
    said = SHELF.statements[name]
    assert said.grade in GRADE_NAMES and said.source and said.says.endswith(".")


@SAID
def test_no_statement_stands_above_its_grade(name: str) -> None:
    said = SHELF.statements[name]
    assert may_print_at(said.grade, said.print_level)


@SAID
def test_what_is_at_level_c_is_never_worded_as_law(name: str) -> None:
    said = SHELF.statements[name]
    hedged = said.says.startswith(UNCHECKED) or "Reported:" in said.says
    assert hedged is (said.print_level == "C")


@SAID
def test_each_statement_is_said_of_some_paper(name: str) -> None:
    said = SHELF.statements[name]
    kinds = [i.what for i in SHELF.all]
    assert any(said in (*what.can, *what.cannot, *what.notes) for what in kinds) or any(
        said is claim.says for claim in SHELF.claims
    )


@EACH
def test_each_paper_says_what_it_can_and_cannot_do_and_what_to_ask(instrument: Instrument) -> None:
    what = instrument.what
    assert what.can and what.cannot and what.ask_next


@EACH
def test_nothing_says_that_a_paper_is_something(instrument: Instrument) -> None:
    assert not instrument.what.looks_like.lower().startswith(("it is", "this is", "is "))


@EACH
def test_only_a_court_s_paper_is_said_to_let_anybody_hold(instrument: Instrument) -> None:
    allowed = [said.says for said in instrument.what.can if "hold the person" in said.says]
    assert not allowed or instrument.what.court_issued is True
