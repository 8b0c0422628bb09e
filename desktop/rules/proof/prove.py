"""The whole proof of packs: every check, the score of the examples, and what to ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from desktop.rules.compiled import Law, compile_law
from desktop.rules.pack import PolicyPack
from desktop.rules.proof import examples, forgetting, structure
from desktop.rules.proof.boundary import Base
from desktop.rules.proof.examples import Trial, WorkedCase, trial_of_case, trial_of_example
from desktop.rules.proof.fault import Fault
from desktop.rules.proof.monotone import Monotone, monotone
from desktop.rules.proof.mutation import Score, score
from desktop.rules.proof.questions import Question, Unasked, questions


@dataclass(frozen=True)
class Proof:
    """What was found of one pack."""

    pack: PolicyPack
    cases: int
    faults: tuple[Fault, ...]
    knowledge: tuple[Monotone, ...]
    score: Score
    questions: tuple[Question, ...]
    unasked: tuple[Unasked, ...]
    awaited: tuple[str, ...]
    """Rules of which a case speaks, and which no pack has."""

    @property
    def examples(self) -> int:
        return sum(len(rule.examples) for rule in self.pack.rules)


def prove(
    packs: Sequence[PolicyPack],
    cases: Mapping[str, Sequence[WorkedCase]],
    of: Collection[str] | None = None,
) -> tuple[Proof, ...]:
    """Prove packs that may rest on each other; ``of`` names those that are asked about.

    Examples and cases of the others count too. Raises PackRefused.
    """
    law = compile_law(packs)
    read = {pack.used.id: _trials(pack, cases.get(pack.used.id, ())) for pack in packs}
    every = [trial for trials, _ in read.values() for trial in trials]
    return tuple(
        _proof(law, pack, *read[pack.used.id], every, len(cases.get(pack.used.id, ())))
        for pack in packs
        if of is None or pack.used.id in of
    )


def _trials(pack: PolicyPack, cases: Sequence[WorkedCase]) -> tuple[list[Trial], list[Fault]]:
    """A pack's examples and cases, and what cannot be read of them."""
    read = [trial_of_example(rule, example) for rule in pack.rules for example in rule.examples]
    read += [trial_of_case(worked) for worked in cases]
    trials = [found for found in read if isinstance(found, Trial)]
    return trials, [found for found in read if isinstance(found, Fault)]


def _proof(
    law: Law,
    pack: PolicyPack,
    trials: Sequence[Trial],
    unread: Sequence[Fault],
    every: Sequence[Trial],
    cases: int,
) -> Proof:
    knowledge = tuple(monotone(law, rule) for rule in pack.rules)
    counted = score(law, pack, every)
    asked, unasked = questions(law, counted.survivors, _bases(every))
    faults = chain(
        unread,
        structure.faults(law, pack),
        examples.unknown_answers(law, trials),
        examples.faults(law, trials),
        *(forgetting.faults(law, trial) for trial in trials),
        knowledge_faults(pack, knowledge),
        _idle(counted),
    )
    named = {
        rule
        for trial in trials
        for rule in (*trial.findings, *trial.never, *trial.clocks, *trial.dates)
    }
    awaited = tuple(sorted(named - set(law.rules)))
    return Proof(pack, cases, tuple(faults), knowledge, counted, asked, unasked, awaited)


def _bases(trials: Sequence[Trial]) -> list[Base]:
    return [(trial.title, trial.document) for trial in trials]


def knowledge_faults(pack: PolicyPack, knowledge: Sequence[Monotone]) -> list[Fault]:
    """Rules that more knowledge made say something new."""
    places = {rule.id: rule.place for rule in pack.rules}
    return [
        Fault(places[tried.rule], tried.broken_by, "more knowledge may only rule outcomes out")
        for tried in knowledge
        if tried.broken_by is not None
    ]


def _idle(counted: Score) -> list[Fault]:
    return [
        Fault(place, f"waives “{waiver.what}”, which no longer stands", "take the waiver out")
        for place, waiver in counted.idle_waivers
    ]
