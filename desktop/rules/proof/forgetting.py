"""Forgetting an answer may open an outcome, and never turns it into another.

Tried on whole cases, as the advocate's window gives them, so that everything
between an answer and a finding is tried with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import COMPLETABLE
from desktop.rules.compiled import Law
from desktop.rules.judging import judge
from desktop.rules.proof.examples import Trial
from desktop.rules.proof.fault import Fault


def faults(law: Law, trial: Trial) -> Iterator[Fault]:
    """Each answer of an example whose loss makes the rule say something that it did not say."""
    as_of = trial.snapshot.as_of
    known = {
        rule_id: judge(law, law.rules[rule_id], trial.snapshot).said
        for rule_id in trial.findings
        if rule_id in law.rules
    }
    for told, less in _each_forgotten(trial.snapshot.case, as_of):
        snapshot = type(trial.snapshot)(less, as_of)
        for rule_id, said in known.items():
            if not said <= judge(law, law.rules[rule_id], snapshot).said:
                wrong = f"“{trial.title}”: without {told} {rule_id} says something else"
                yield Fault(trial.place, wrong, "what is not known must leave it open")


def _each_forgotten(case: Case, as_of: datetime) -> Iterator[tuple[str, Case]]:
    for key, answer in case.answers.items():
        if not _lies_ahead(answer, as_of):
            yield key, case.with_answer(key, Silence.NOT_ASKED)
    for name in case.complete:
        yield f"“that is all” of {name}", case.with_list_answer(name, False)
    for name, entries in case.lists.items():
        for place, entry in enumerate(entries):
            before, after = entries[:place], entries[place + 1 :]
            if name in COMPLETABLE:
                fewer = replace(case, complete=case.complete - {name})
                yield f"{name}[{place}]", fewer.with_entries(name, (*before, *after))
            for key in entry.answers:
                less = entry.with_answer(key, Silence.NOT_ASKED)
                yield f"{name}[{place}].{key}", case.with_entries(name, (*before, less, *after))


def _lies_ahead(answer: Answer, as_of: datetime) -> bool:
    """What is told with a time still to come has not happened; without the time it has."""
    return isinstance(answer, Moment) and answer.earliest is not None and answer.earliest > as_of
