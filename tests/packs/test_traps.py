"""Every trap of the law record is shown by a worked case, or kept off the page by a limit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from desktop.letters.never import limits
from desktop.library.shelves import Library
from desktop.system.resources import resource

HERE = Path(__file__)
TRAPS: list[dict[str, Any]] = [
    trap
    for group in yaml.safe_load(HERE.with_name("traps.yaml").read_text(encoding="utf-8")).values()
    for trap in group
]
EXPECTED: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))["expect"]
    for path in resource("packs").glob("*/cases/*.json")
}
RULES = Library().book.law().rules


def _told(case: str, of: str) -> list[object]:
    """What a case expects of a rule, or of the answer on holding: any of these words."""
    expected = EXPECTED[case]
    told = expected.get("findings", {}).get(of) if of in RULES else expected.get(of)
    return told if isinstance(told, list) else [told]


def test_every_trap_is_shown_by_a_case_or_kept_off_the_page() -> None:
    assert [trap["trap"] for trap in TRAPS if not trap.keys() & {"shown", "worded"}] == []


def test_the_cases_of_a_trap_say_what_shows_it() -> None:
    wrong = {
        (case, of): (_told(case, of), word)
        for trap in TRAPS
        for case, said in trap.get("shown", {}).items()
        for of, word in said.items()
        if word not in _told(case, of)
    }
    assert wrong == {}
    assert {case for trap in TRAPS for case in trap.get("shown", {})} <= EXPECTED.keys()


def test_the_limits_of_a_trap_are_limits_of_every_letter() -> None:
    known = limits().keys()
    assert {name for trap in TRAPS for name in trap.get("worded", [])} <= known
