"""More knowledge only rules outcomes out; whoever takes silence for an answer is caught."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import pytest

from desktop.rules.compiled import Law, compile_law
from desktop.rules.frames import Frame
from desktop.rules.proof import forgetting
from desktop.rules.proof.examples import Trial, trial_of_example
from desktop.rules.proof.monotone import STEPS, Says, groups_of, monotone
from desktop.rules.proof.prove import knowledge_faults
from desktop.rules.reduced import Leaf, Possible
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import Variable
from tests.rules.proof.invented import SOUND, packs_of

PACKS = packs_of()
LAW = compile_law(PACKS)
RULE = LAW.rules["x.keep"]
MANY = "\n".join(
    f"    - {{fact: {fact}, is: true}}"
    for fact in (
        "client.minor client.parent client.medical_needs client.crime_victim client.criminal_lawyer"
    ).split()
)
LARGE = SOUND.replace("broken_when:", f"arguable_when:\n  any:\n{MANY}\nbroken_when:")


def _law(rule: str) -> tuple[Law, Rule]:
    law = compile_law(packs_of(rule))
    return law, law.rules["x.keep"]


def test_a_small_rule_is_tried_in_every_state_of_knowledge() -> None:
    tried = monotone(LAW, RULE)
    assert tried.exhaustive and tried.broken_by is None
    assert tried.states == 3**6


def test_a_large_rule_is_tried_by_chance_the_same_way_each_time() -> None:
    law, rule = _law(LARGE)
    heard: list[list[frozenset[Leaf]]] = [[], []]
    for turn in heard:

        def listening(root: int, possible: Possible, turn: list[frozenset[Leaf]] = turn):
            turn.append(law.forest.attainable(root, possible).leaves)
            return turn[-1]

        tried = monotone(law, rule, listening)
        assert not tried.exhaustive and tried.broken_by is None and tried.tried == STEPS
    assert heard[0] == heard[1] and len(heard[0]) == STEPS


def _silence_is_no(law: Law) -> Says:
    """An engine that takes what is not known for no."""

    def says(root: int, possible: Possible) -> frozenset[Leaf]:
        def settled(variable: Variable) -> frozenset[Hashable]:
            cells = possible(variable)
            return frozenset((False,)) if len(cells) > 1 and False in cells else cells

        return law.forest.attainable(root, settled).leaves

    return says


@pytest.mark.parametrize("rule", [SOUND, LARGE], ids=["every state", "by chance"])
def test_taking_what_is_not_known_for_no_is_caught(rule: str) -> None:
    law, of = _law(rule)
    tried = monotone(law, of, _silence_is_no(law))
    assert tried.broken_by is not None and tried.broken_by.startswith("knowing more of ")


def test_a_rule_that_is_not_monotone_is_a_fault_of_its_pack() -> None:
    tried = monotone(LAW, RULE, _silence_is_no(LAW))
    (fault,) = knowledge_faults(PACKS[0], [tried])
    assert fault.line.startswith("invented/rules/keep.yaml: knowing more of ")
    assert knowledge_faults(PACKS[0], [monotone(LAW, RULE)]) == []


def test_cells_that_a_rule_never_tells_apart_are_taken_together() -> None:
    groups = {
        variable.key: cells for variable, cells in groups_of(LAW, LAW.roots["x.keep"]).items()
    }
    assert sorted(len(group) for group in groups["actor"]) == [2, 16]
    assert sorted(len(group) for group in groups["release.bail"]) == [1, 2]


def _trials(rule: Rule) -> list[Trial]:
    found = [trial_of_example(rule, example) for example in rule.examples]
    return [trial for trial in found if isinstance(trial, Trial)]


def test_forgetting_an_answer_of_an_example_opens_it_at_most() -> None:
    assert [fault for trial in _trials(RULE) for fault in forgetting.faults(LAW, trial)] == []


class TakesSilenceForNo(Snapshot):
    def possible(self, variable: Variable, frame: Frame) -> frozenset[Hashable]:
        cells = super().possible(variable, frame)
        return frozenset((False,)) if len(cells) > 1 and False in cells else cells


def test_an_engine_that_takes_what_is_forgotten_for_no_is_caught() -> None:
    (trial,) = [t for t in _trials(RULE) if t.title == "A judge has seen the person"]
    case, as_of = trial.snapshot.case, trial.snapshot.as_of
    faults = list(forgetting.faults(LAW, replace(trial, snapshot=TakesSilenceForNo(case, as_of))))
    told = "without custody.seen_by_judge x.keep says something else"
    assert any(told in fault.line for fault in faults)


def test_what_is_still_to_come_is_not_forgotten() -> None:
    rule = SOUND + (
        "  - title: Bail will be paid\n"
        '    case: {release: {event: bail_posted, at: "2026-12-01T18:00-05:00"}}\n'
        "    expect: not_yet\n"
    )
    law, of = _law(rule)
    assert [fault for trial in _trials(of) for fault in forgetting.faults(law, trial)] == []


def test_a_spell_of_custody_is_no_fact_that_can_be_forgotten_alone() -> None:
    spells = (
        "[{custodian: state_police, until: '2026-12-01T16:59-05:00'}, {custodian: transit_police}]"
    )
    rule = SOUND + (
        "  - title: Custody passed on\n"
        f"    case: {{custody: {{custodian: transit_police, spells: {spells}}}}}\n"
        "    expect: broken\n"
    )
    law, of = _law(rule)
    assert [fault for trial in _trials(of) for fault in forgetting.faults(law, trial)] == []
