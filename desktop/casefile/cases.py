"""Cases, kept as they are typed: every change is a revision, and none is ever written over."""

from __future__ import annotations

import uuid
from datetime import datetime

from desktop.casefile.codec import instant, read_revision, revision_text, storable, written
from desktop.casefile.codes import Codes
from desktop.casefile.errands import Errands
from desktop.casefile.search import Search
from desktop.casefile.sensitive import without_sensitive
from desktop.casefile.settings import Settings
from desktop.domain.case import Case
from desktop.domain.problems import CaseRefused
from desktop.domain.problems_casefile import CaseChangedMeanwhile, CaseMissing, CaseUnreadable
from desktop.domain.records import CaseRecord, CaseRow

_ADD_CASE = """
    INSERT INTO cases
        (id, code, name, custodian, language, revision, opened_at, changed_at, last_change)
    VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)
"""
_ADD_REVISION = """
    INSERT INTO revisions (case_id, revision, document, kept_at) VALUES (?, ?, ?, ?)
"""
_CHANGE_CASE = """
    UPDATE cases
    SET code = ?, name = ?, custodian = ?, language = ?, revision = ?, changed_at = ?,
        last_change = ?
    WHERE id = ?
"""
_LATEST = """
    SELECT cases.code, cases.revision, cases.changed_at, revisions.document
    FROM cases JOIN revisions ON revisions.number = cases.last_change
    WHERE cases.id = ?
"""
_REVISION = "SELECT document, kept_at FROM revisions WHERE case_id = ? AND revision = ?"
_LIST = """
    SELECT id, code, name, custodian, language, changed_at, revision
    FROM cases ORDER BY last_change DESC LIMIT ?
"""
_ALL = -1


class Cases:
    """The cases of an open file.

    Sensitive facts (nationality, citizenship, fear of return, being a victim of
    a crime, all of ``immigration``) are used and not kept: a record that comes
    back from ``add`` or ``keep`` still tells them, so that the answer on screen
    can use them; one that is read from the file does not. A clinic's settings
    can choose to keep them all the same.
    """

    def __init__(self, errands: Errands, settings: Settings, search: Search, codes: Codes) -> None:
        self._errands, self._settings = errands, settings
        self._search, self._codes = search, codes

    def add(self, case: Case, code: str, now: datetime, case_id: str | None = None) -> CaseRecord:
        """Keep a new case under its code; one that comes from another file brings its id."""
        code = storable(code)
        case = case.with_answer("code", code)
        record = CaseRecord(case_id or uuid.uuid4().hex, code, case, 1, now)
        document = self._document(case)
        with self._errands.errand():
            self._codes.give(code, record.id)
            change = self._errands.write(_ADD_REVISION, (record.id, 1, document, written(now)))
            self._errands.write(
                _ADD_CASE,
                (record.id, code, *_columns(case), written(now), written(now), change),
            )
            self._search.put(record.id, code, case)
        return record

    def keep(self, record: CaseRecord, case: Case, now: datetime) -> CaseRecord:
        """Keep a change as a new revision; where nothing that is kept changed, none is made."""
        code = storable(case.text("code") or record.code)
        case = case.with_answer("code", code)
        document = self._document(case)
        with self._errands.errand():
            _, revision, changed_at, last = self._latest(record.id)
            if revision != record.revision:
                raise CaseChangedMeanwhile(case_code=record.code)
            if document == last:
                return CaseRecord(record.id, code, case, revision, instant(changed_at))
            self._codes.give(code, record.id)
            change = self._errands.write(
                _ADD_REVISION, (record.id, revision + 1, document, written(now))
            )
            self._errands.write(
                _CHANGE_CASE,
                (code, *_columns(case), revision + 1, written(now), change, record.id),
            )
            self._search.put(record.id, code, case)
        return CaseRecord(record.id, code, case, revision + 1, now)

    def get(self, case_id: str) -> CaseRecord:
        """The case at its latest revision."""
        code, revision, changed_at, document = self._latest(case_id)
        return CaseRecord(case_id, code, _case(document, code), revision, instant(changed_at))

    def at_revision(self, case_id: str, revision: int) -> CaseRecord:
        """The case as it stood at an earlier revision."""
        found = self._errands.rows(_REVISION, (case_id, revision))
        if not found:
            raise CaseMissing
        document, kept_at = found[0]
        code = self._latest(case_id)[0]
        case = _case(document, code)
        return CaseRecord(case_id, case.text("code") or code, case, revision, instant(kept_at))

    def list(self, at_most: int = _ALL) -> tuple[CaseRow, ...]:
        """The cases, last changed first, without reading any of their documents."""
        return tuple(
            CaseRow(case_id, code, name, holder, language, instant(changed_at), revision)
            for case_id, code, name, holder, language, changed_at, revision in self._errands.rows(
                _LIST, (at_most,)
            )
        )

    def next_code(self, now: datetime) -> str:
        """The next of the codes that Amparo gives."""
        return self._codes.next(now)

    def _document(self, case: Case) -> str:
        keep_all = self._settings.read().keep_sensitive
        return revision_text(case if keep_all else without_sensitive(case))

    def _latest(self, case_id: str) -> tuple[str, int, str, str]:
        found = self._errands.rows(_LATEST, (case_id,))
        if not found:
            raise CaseMissing
        code, revision, changed_at, document = found[0]
        return code, revision, changed_at, document


def _columns(case: Case) -> tuple[str | None, str | None, str | None]:
    """What the list shows: name, who holds, language."""
    name = case.text("client.name")
    return (
        None if name is None else storable(name),
        case.text("custody.custodian"),
        case.text("client.language"),
    )


def _case(document: str, code: str) -> Case:
    try:
        return read_revision(document)
    except CaseRefused:
        # Its text quotes the answer that it refuses: not to be passed on.
        raise CaseUnreadable(case_code=code) from None
