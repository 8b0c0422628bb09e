"""Taking in a case: every answer is a revision, kept as it is typed."""

from __future__ import annotations

from contextlib import suppress

from desktop.domain.case import Case
from desktop.domain.problems_casefile import DiskFull
from desktop.domain.records import CaseRecord, CaseRow, Deed, Note
from desktop.domain.silence import Answer
from desktop.workflow.session import Session


class Intake:
    """Opening, reading and changing cases. The journal hears of each."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self) -> tuple[CaseRow, ...]:
        """All cases, the one that changed last first."""
        return self._session.open_file.cases.list()

    def find(self, typed: str, at_most: int = 50) -> tuple[CaseRow, ...]:
        """The cases whose names, codes or notes hold every word that was typed, or its beginning.

        The newest case comes first.
        """
        return self._session.open_file.search.find(typed, at_most)

    def open_case(self) -> CaseRecord:
        """A new case under the clinic's next code; nothing is known of it yet."""
        file, now = self._session.open_file, self._session.clock.now()
        with file.errand():
            record = file.cases.add(Case(), file.codes.next(now), now)
            self._session.note(Deed.ADDED_CASE, record.id)
        self._session.seen.add(record.id)
        return record

    def get(self, case_id: str) -> CaseRecord:
        """The case; that somebody looked goes into the journal once, until the file is closed."""
        record = self._session.open_file.cases.get(case_id)
        if case_id not in self._session.seen:
            with suppress(DiskFull):  # a full disk must not keep anybody from reading
                self._session.note(Deed.OPENED_CASE, case_id)
            self._session.seen.add(case_id)
        return record

    def at_revision(self, case_id: str, revision: int) -> CaseRecord:
        """The case as it stood then."""
        return self._session.open_file.cases.at_revision(case_id, revision)

    def keep(self, record: CaseRecord, case: Case) -> CaseRecord:
        """Keep a changed case as the next revision; an unchanged one stays as it is."""
        if case == record.case:
            return record
        file = self._session.open_file
        with file.errand():
            kept = file.cases.keep(record, case, self._session.clock.now())
            if kept.revision != record.revision:
                self._session.note(Deed.CHANGED_CASE, record.id)
        return kept

    def answer(self, record: CaseRecord, key: str, answer: Answer) -> CaseRecord:
        return self.keep(record, record.case.with_answer(key, answer))

    def notes(self, case_id: str) -> tuple[Note, ...]:
        """What was noted of a case, the first note first."""
        return self._session.open_file.notes.of_case(case_id)

    def add_note(self, case_id: str, text: str) -> None:
        """Keep a note. Unlike an answer it is kept whatever it says: warn of sensitive facts."""
        file = self._session.open_file
        with file.errand():
            file.notes.add(case_id, Note(text, self._session.member, self._session.clock.now()))
            self._session.note(Deed.ADDED_NOTE, case_id)
