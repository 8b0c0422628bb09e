"""A charge on the list of 8 U.S.C. 1226(c) says what the question on it asks; no other does."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.findings import Verdict
from desktop.domain.vocabulary import LISTS
from tests.rules.written_packs import Asked, ask, law_of

BOOK = law_of(any="")
KINDS = [kind for kind in LISTS["charges"]["kind"].words if kind != "other"]
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN


def _listed(*kinds: object, answer: object = None) -> Verdict:
    case: dict[str, Any] = {
        "charges": [{"status": "dismissed", "kind": kind} for kind in kinds],
        "complete": ["charges"],
        "immigration": {"listed_crime": answer},
    }
    said = ask("{fact: immigration.listed_crime, is: true}", case, BOOK)
    assert said == Asked(said.exact, said.exact)
    return said.exact


@pytest.mark.parametrize("kind", [*KINDS, ["theft", "burglary"]], ids=str)
def test_an_arrest_for_a_listed_crime_is_enough_although_it_was_dismissed(kind: object) -> None:
    assert _listed(kind) is HOLDS
    assert _listed("other", kind) is HOLDS


@pytest.mark.parametrize("kinds", [(), ("other",), (None,), ("unknown",), (["theft", "other"],)])
def test_other_charges_do_not_say_that_none_is_listed(kinds: tuple[object, ...]) -> None:
    assert _listed(*kinds) is OPEN


@pytest.mark.parametrize(("answer", "verdict"), [(True, HOLDS), (False, FAILS), ("unknown", OPEN)])
def test_where_it_is_answered_the_answer_says_it(answer: object, verdict: Verdict) -> None:
    assert _listed("other", answer=answer) is verdict
