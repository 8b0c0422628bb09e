"""A passage's few marks are read as they were meant, and nothing from a case is a mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.markup import (
    Role,
    Shape,
    citations_in,
    isolated,
    lines_of,
    plain,
    sayings_in,
    spans_of,
)


def test_words_to_say_aloud_keep_their_marks_and_get_a_role() -> None:
    spans = spans_of("Say: “I want a lawyer.” Then stop.")
    assert [(span.text, span.role) for span in spans] == [
        ("Say: ", Role.PLAIN),
        ("“I want a lawyer.”", Role.SAY),
        (" Then stop.", Role.PLAIN),
    ]


def test_a_citation_prints_in_brackets_and_is_known_by_itself() -> None:
    text = "It is a request [cite: 8 C.F.R. § 287.7(a)]."
    assert plain(text) == "It is a request (8 C.F.R. § 287.7(a))."
    assert citations_in(text) == ("8 C.F.R. § 287.7(a)",)


def test_steps_and_points_are_lines_of_their_own() -> None:
    lines = lines_of("If so:\n1. Call us.\n- Keep it.")
    assert [line.shape for line in lines] == [Shape.PARAGRAPH, Shape.STEP, Shape.POINT]
    assert [line.text for line in lines] == ["If so:", "Call us.", "Keep it."]


def test_a_name_cannot_pass_for_a_mark() -> None:
    name = isolated("Ana “[cite: ** Ruiz")
    spans = spans_of(f"For {name}.")
    assert [span.role for span in spans] == [Role.PLAIN]
    assert citations_in(f"For {name}.") == ()


@given(st.text())
def test_a_value_stays_on_its_line_and_leaves_no_steering_marks(value: str) -> None:
    inside = isolated(value)[1:-1]
    assert not set(inside) & set("\n\r\u2028\u2029\u202a\u202e\u2066\u2067\u2068\u2069\u200f")
    assert len(f"a{isolated(value)}b".splitlines()) == 1


def test_quotation_marks_that_do_not_pair_are_counted_as_wrong() -> None:
    assert sayings_in("Say: “Yes.” Ask: “Why?”") == 2
    assert sayings_in("Say: “Yes.") == -1
    assert sayings_in("Say: Yes.”") == -1
