"""A number that cannot be one never gets onto paper; whatever can be one does."""

from __future__ import annotations

import pytest

from desktop.domain.letterhead import MOST, DetailRefused, detail

GOOD = {
    "phone": (
        *("617-555-0100", "(617) 555-0100", "+1 617.555.0100", "1 617 555 0100"),
        *("617 555 0100 ext. 12", "617 555 0100 x12"),
    ),
    "email": ("help@clinic.example", "a.b+c@mail.clinic.example"),
    "name": ("Harborlight Legal Clinic", "Clínica «Amparo», Inc."),
    "hours": ("Monday to Friday, 9 to 5",),
}
BAD = {
    "phone": {
        "555-0100": "ten digits",
        "617 555 01000": "ten digits",
        "017 555 0100": "area code",
        "617-555-HELP": "in digits",
        "617 555 0100 or 0101": "in digits",
        "617 555 0100, 617 555 0101": "digits",
    },
    "email": {"help": "e-mail", "help@clinic": "e-mail", "a@b.example, c@d.example": "e-mail"},
    "name": {"n" * (MOST + 1): "too long"},
}


def test_what_can_be_right_is_kept_as_it_was_typed() -> None:
    for field, lines in GOOD.items():
        for line in lines:
            assert detail(field, f"  {line} ") == line


def test_an_empty_line_is_a_line_to_fill_in_by_hand() -> None:
    for field in (*GOOD, "address"):
        assert detail(field, "   ") is None


def test_marks_that_turn_a_line_are_not_kept() -> None:
    assert detail("name", "Clinic\u202e\u2069 one") == "Clinic one"


@pytest.mark.parametrize("field", BAD)
def test_what_cannot_be_right_is_told_in_a_sentence(field: str) -> None:
    for line, told in BAD[field].items():
        with pytest.raises(DetailRefused, match=told) as refused:
            detail(field, line)
        assert refused.value.sentence.endswith(".")
