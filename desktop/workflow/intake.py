"""Taking in a case: every answer is a revision, kept as it is typed."""

from __future__ import annotations

from desktop.domain.case import Case
from desktop.domain.records import CaseRecord, CaseRow
from desktop.domain.silence import Answer
from desktop.workflow.session import Session


class Intake:
    """Opening, reading and changing cases."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self) -> tuple[CaseRow, ...]:
        """All cases, the one that changed last first."""
        return self._session.open_file.cases.list()

    def open_case(self) -> CaseRecord:
        """A new case under the clinic's next code; nothing is known of it yet."""
        cases, now = self._session.open_file.cases, self._session.clock.now()
        return cases.add(Case(), cases.next_code(now), now)

    def get(self, case_id: str) -> CaseRecord:
        return self._session.open_file.cases.get(case_id)

    def keep(self, record: CaseRecord, case: Case) -> CaseRecord:
        """Keep a changed case as the next revision; an unchanged one stays as it is."""
        if case == record.case:
            return record
        return self._session.open_file.cases.keep(record, case, self._session.clock.now())

    def answer(self, record: CaseRecord, key: str, answer: Answer) -> CaseRecord:
        return self.keep(record, record.case.with_answer(key, answer))
