"""Every example and worked case is run, and what cannot be right is told with its place."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.compiled import compile_law
from desktop.rules.pack import PolicyPack
from desktop.rules.proof.examples import Trial, WorkedCase, said, told, trial_of_case
from desktop.rules.proof.fault import Fault
from desktop.rules.strict_yaml import PackRefused
from tests.rules.proof.invented import SOUND, packs_of, proved, wrong_with

CASE: dict[str, Any] = {
    "format": "amparo-case/1",
    "as_of": "2026-12-01T17:00-05:00",
    "complete": ["holds"],
    "custody": {"state": "in_custody", "custodian": "state_police", "seen_by_judge": False},
    "release": {"bail": "posted", "at": "2026-12-01T12:00-05:00"},
}


def _told_of(expect: dict[str, Any], case: dict[str, Any] | None = None) -> list[str]:
    return wrong_with(
        proved(SOUND, "", WorkedCase("invented/cases/one.json", case or CASE, expect))
    )


def test_an_example_that_comes_out_otherwise_is_told_with_file_and_line() -> None:
    rule = SOUND.replace(
        "Kept past two hours, expect: broken", "Kept past two hours, expect: allows"
    )
    (fault, *_) = proved(rule).faults
    line = rule.splitlines().index("  - {title: Kept past two hours, expect: allows}") + 1
    assert fault.line == (
        f"invented/rules/keep.yaml, line {line}: “Kept past two hours”: "
        "x.keep says broken (strong), expected allows; mend the rule or the example"
    )


def test_the_strength_of_a_breach_counts_too() -> None:
    rule = SOUND.replace(
        "past two hours, expect: broken", "past, expect: broken, strength: arguable"
    )
    assert any("expected broken (arguable)" in wrong for wrong in wrong_with(proved(rule)))


@pytest.mark.parametrize(
    ("facts", "told_of"),
    [
        ("custody: {state: let_go}", "custody.state"),
        ("custody: {custodain: ice}", "unknown key"),
        ("as_of: null", "as_of is missing"),
        ("as_of: 2026-12-01", "as_of is missing"),
        (
            "release: {still_held: false}, custody: {custodian: state_police}",
            "said to be no longer",
        ),
    ],
)
def test_facts_that_cannot_be_are_no_example(facts: str, told_of: str) -> None:
    rule = SOUND + f"  - {{title: Impossible, case: {{{facts}}}, expect: broken}}\n"
    assert any(told_of in wrong for wrong in wrong_with(proved(rule)))


def test_facts_that_do_not_go_together_may_be_an_example_of_open() -> None:
    rule = SOUND + (
        "  - {title: Contradiction, expect: open,"
        " case: {custody: {custodian: state_police}, release: {still_held: false}}}\n"
    )
    assert wrong_with(proved(rule)) == []


def test_the_answer_on_holding_may_be_expected_of_an_example() -> None:
    rule = SOUND.replace(
        "Kept past two hours, expect: broken", "Kept, hold: unlawful, expect: broken"
    )
    assert any("holding comes out open, expected unlawful" in w for w in wrong_with(proved(rule)))


@pytest.mark.parametrize(
    ("example", "told_of"),
    [
        ("{title: A, expect: brokn}", "expect"),
        ("{title: A, expect: allows, strength: strong}", "only broken is strong"),
        ("{title: A, expect: allows, hold: maybe}", "hold"),
        ("{title: A, tilte: B, expect: allows}", "tilte"),
    ],
)
def test_an_example_of_the_wrong_shape_is_refused_when_the_pack_is_read(
    example: str, told_of: str
) -> None:
    with pytest.raises(PackRefused) as refused:
        packs_of(SOUND + f"  - {example}\n")
    assert told_of in refused.value.sentence
    assert "line" in refused.value.sentence


@pytest.mark.parametrize(
    "waiver",
    ["{because: For the reader.}", "{limb: a, mutant: b, because: For the reader.}", "{limb: a}"],
)
def test_a_waiver_names_one_thing_and_a_reason(waiver: str) -> None:
    with pytest.raises(PackRefused):
        packs_of(SOUND + f"waives: [{waiver}]\n")


@pytest.mark.parametrize(
    ("expect", "told_of"),
    [
        ({"findings": {"x.keep": "broken"}}, None),
        ({"findings": {"x.keep": ["allows", "broken"]}, "never": {"x.keep": "protects"}}, None),
        ({"findings": {"x.keep": "allows"}}, "x.keep says broken (strong), expected allows"),
        ({"never": {"x.keep": ["broken", "allows"]}}, "which must never come"),
        ({"hold": "unlawful"}, "holding comes out open, expected unlawful"),
        ({"hold": ["open", "unlawful"]}, None),
        ({"clocks": {"x.keep": "2026-12-03T12:00-05:00"}}, "ends at no time"),
        ({"letter_has": ["anything"]}, None),
        ({"finding": {"x.keep": "broken"}}, "did you mean findings"),
        ({"findings": {"x.keep": "brokn"}}, "'brokn' is not a valid Outcome"),
        ({"clocks": {"x.keep": "soon"}}, "'soon' is not a date"),
        ({"clocks": {"x.keep": 5}}, "int"),
    ],
)
def test_a_worked_case_is_run(expect: dict[str, Any], told_of: str | None) -> None:
    faults = proved(SOUND, "", WorkedCase("one.json", CASE, expect)).faults
    assert len(faults) == (0 if told_of is None else 1)
    assert all(told_of is not None and told_of in fault.line for fault in faults)


def test_a_worked_case_that_cannot_be_read_is_told_of() -> None:
    assert _told_of({}, {**CASE, "as_of": None}) == ["as_of is missing"]


def test_a_rule_that_no_pack_has_is_awaited_and_no_fault() -> None:
    expect = {"findings": {"x.later": "broken"}, "clocks": {"x.later": "2026-12-03"}}
    proof = proved(SOUND, "", WorkedCase("one.json", CASE, expect))
    assert (proof.faults, proof.awaited) == ((), ("x.later",))


CLOCK = """
format: 1
id: x.clock
title: Hours are counted
says: An invented rule.
cites: [invented]
act: clock
looks_at: case
governed_by: release
otherwise: alert
clock: {counts: flat, hours: 48, note: Counted.}
explains: {alert: It runs.}
examples: [{title: It runs, case: {as_of: "2026-12-01T17:00-05:00"}, expect: alert}]
"""


@pytest.mark.parametrize(
    ("ends", "holds"),
    [
        ("2026-12-03T12:00-05:00", True),
        (["2026-12-04T12:00-05:00", "2026-12-03T12:00-05:00"], True),
        ("2026-12-03T12:01-05:00", False),
    ],
)
def test_a_clock_must_end_when_a_worked_case_says(ends: object, holds: bool) -> None:
    worked = WorkedCase("one.json", CASE, {"clocks": {"x.clock": ends}})
    assert (proved(SOUND, "", worked, clock=CLOCK).faults == ()) is holds


def test_what_was_said_is_told_with_its_strength() -> None:
    packs: tuple[PolicyPack, ...] = packs_of()
    law = compile_law(packs)
    trial = trial_of_case(WorkedCase("one.json", CASE, {}))
    assert isinstance(trial, Trial)
    assert told(said(law, law.rules["x.keep"], trial.snapshot)) == "broken (strong)"
    assert not isinstance(trial, Fault)
