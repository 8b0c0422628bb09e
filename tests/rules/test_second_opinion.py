"""A solver that reads the packs' YAML for itself says of whole cases what the engine says.

A small share of ``tests/soak/second_opinion.py``: there it is ten thousand cases.
"""

from __future__ import annotations

from tests.soak.asp_rules import Program
from tests.soak.second_opinion import BOOK, ROOT, by_engine, by_solver, documents

PROGRAM = Program(ROOT / "resources" / "packs").text
CASES = documents(range(20_000, 20_080))
OURS = by_engine(CASES)
TOLD = {seed: CASES[seed] for seed in dict.fromkeys(seed for seed, _ in OURS)}


def test_the_second_reading_agrees_with_the_engine() -> None:
    assert by_solver(PROGRAM, TOLD) == OURS


def test_every_pack_of_no_town_is_told_and_some_town_is() -> None:
    rules = BOOK.law().rules.values()
    told = {name for _, name in OURS}
    assert {rule.id for rule in rules if not rule.town} <= told
    assert {rule.id for rule in rules if rule.town} & told


def test_a_solver_that_misreads_when_holding_is_unlawful_is_caught() -> None:
    breach = 'says(R,f(C,now),"broken",_)'
    assert breach in PROGRAM
    assert by_solver(PROGRAM.replace(breach, breach.replace("broken", "protects")), TOLD) != OURS
