"""Every shipped pack is proved, and its examples notice the mistakes a drafter could make."""

from __future__ import annotations

from functools import cache

import pytest

from desktop.library.shelves import Library
from desktop.rules.proof.prove import Proof
from desktop.workflow.packs import check_packs

IDS = [pack.used.id for pack in Library().packs]
AIM = 0.95


@cache
def _proofs() -> dict[str, Proof]:
    return {proof.pack.used.id: proof for proof in check_packs()}


def test_every_shipped_pack_is_proved() -> None:
    assert list(_proofs()) == IDS


@pytest.mark.parametrize("pack", IDS)
def test_a_shipped_pack_has_no_fault(pack: str) -> None:
    assert [fault.line for fault in _proofs()[pack].faults] == []


@pytest.mark.parametrize("pack", IDS)
def test_the_examples_of_a_shipped_pack_notice_small_mistakes(pack: str) -> None:
    score = _proofs()[pack].score
    assert score.share >= AIM, [f"{m.place}: {m.told}" for m in score.survivors]


@pytest.mark.parametrize("pack", IDS)
def test_no_day_and_no_hour_of_a_shipped_rule_could_be_mistaken(pack: str) -> None:
    words = ("a day earlier", "a day later", " hours", "the last instant")
    mistaken = [m for m in _proofs()[pack].score.survivors if m.told.endswith(words)]
    assert [f"{mistake.place}: {mistake.told}" for mistake in mistaken] == []


@pytest.mark.parametrize("pack", IDS)
def test_what_would_go_unnoticed_is_asked_about_or_told(pack: str) -> None:
    proof = _proofs()[pack]
    asked = {told for question in proof.questions for told in question.catches}
    asked |= {f"{mistake.place}: {mistake.told}" for mistake in proof.unasked}
    assert asked == {f"{m.place}: {m.told}" for m in proof.score.survivors}
