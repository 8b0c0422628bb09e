"""The one door by which a screen changes a case: kept at once, or only tried.

What was before stays at hand on every screen of the case, so that anything can be
taken back and done again. What is only tried has a trail of its own, which ends with it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.case import Case
from desktop.domain.findings import Assessment
from desktop.domain.records import CaseRecord
from desktop.domain.trials import Trial
from desktop.workflow.session import Session
from desktop.workflow.trails import Step, Trail

if TYPE_CHECKING:
    from desktop.workflow.assessment import Assessing
    from desktop.workflow.intake import Intake


class Changing:
    """Cases as the screens see them: with what is being tried, if something is."""

    def __init__(self, session: Session, intake: Intake, assessing: Assessing) -> None:
        self._session, self._intake, self._assessing = session, intake, assessing

    def get(self, case_id: str) -> CaseRecord:
        record = self._intake.get(case_id)
        trial = self.trial(case_id)
        return record if trial is None else replace(record, case=trial.tried)

    def keep(self, record: CaseRecord, case: Case, words: str) -> CaseRecord:
        """Keep a changed case, or only try it; ``words`` say what can be taken back."""
        if case == record.case:
            return record
        before = record.case
        changed = self._put(record, case)
        trail = self._trail(record.id)
        trail.done.append(Step(before, words))
        trail.undone.clear()
        return changed

    def undo(self, record: CaseRecord) -> CaseRecord:
        """Take the last change back."""
        trail = self._trail(record.id)
        return self._step(record, trail.done, trail.undone)

    def redo(self, record: CaseRecord) -> CaseRecord:
        """Do again what was taken back."""
        trail = self._trail(record.id)
        return self._step(record, trail.undone, trail.done)

    def would_undo(self, case_id: str) -> str:
        """What would be taken back, in words; empty when there is nothing."""
        done = self._trail(case_id).done
        return done[-1].words if done else ""

    def would_redo(self, case_id: str) -> str:
        undone = self._trail(case_id).undone
        return undone[-1].words if undone else ""

    def assess(self, record: CaseRecord, *, with_changes: bool = False) -> Assessment:
        """The case under today's law, or under the law that is being tried."""
        trial = self.trial(record.id)
        law_of = trial.law_of if trial is not None else None
        return self._assessing.assess(record.case, law_of=law_of, with_changes=with_changes)

    def trial(self, case_id: str) -> Trial | None:
        """What is being tried with this case."""
        trial = self._session.trial
        return trial if trial is not None and trial.case_id == case_id else None

    def begin_trial(self, case_id: str) -> Trial:
        """From now on nothing of this case is kept, until the trial is ended."""
        there = self.trial(case_id)
        if there is not None:
            return there
        kept = self._intake.get(case_id).case
        self._session.trial = made = Trial(case_id, kept, kept)
        return made

    def try_law_of(self, case_id: str, moment: datetime | None) -> None:
        """Read the law of another day; None: of the case's own again."""
        self._session.trial = self.begin_trial(case_id).with_law_of(moment)

    def end_trial(self) -> None:
        """All is again as the file has it."""
        trial = self._session.trial
        if trial is not None:
            self._session.trails.pop(_trying(trial.case_id), None)
            self._session.trial = None

    def _put(self, record: CaseRecord, case: Case) -> CaseRecord:
        trial = self.trial(record.id)
        if trial is None:
            return self._intake.keep(record, case)
        self._session.trial = replace(trial, tried=case)
        return replace(record, case=case)

    def _step(self, record: CaseRecord, off: list[Step], onto: list[Step]) -> CaseRecord:
        if not off:
            return record
        step, now = off[-1], record.case
        changed = self._put(record, step.before)
        off.pop()
        onto.append(Step(now, step.words))
        return changed

    def _trail(self, case_id: str) -> Trail:
        key = case_id if self.trial(case_id) is None else _trying(case_id)
        return self._session.trails.setdefault(key, Trail())


def _trying(case_id: str) -> str:
    return f"trying {case_id}"
