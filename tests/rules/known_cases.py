"""Whole cases, and the same cases with less known, as Hypothesis draws them: by their seed."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.rules.less_known import less_known
from tests.rules.whole_cases import AS_OF, whole_case

SEEDS = st.integers(min_value=0, max_value=10**9)


def _pair(seed: int) -> tuple[dict[str, Any], dict[str, Any]]:
    chance = Random(seed)
    whole = whole_case(chance)
    return whole, less_known(whole, chance)


KNOWN_CASES: st.SearchStrategy[dict[str, Any]] = SEEDS.map(lambda seed: whole_case(Random(seed)))


def with_less_known() -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    """A case, and the same case with some answers, entries or "that is all" taken away."""
    return SEEDS.map(_pair)


__all__ = ["AS_OF", "KNOWN_CASES", "with_less_known"]
