"""How long cases are kept, and letting them go.

No date deletes anything by itself: somebody looks at what is due and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.domain.members import Right
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import DiskFull
from desktop.domain.problems_keeping import CaseOnHold, TracesRemain
from desktop.domain.records import BackupRow, CaseRow, Deed, Keeping, Tally
from desktop.workflow.session import Session


@dataclass(frozen=True)
class Farewell:
    """What would go, before anybody says yes.

    ``backups`` still hold these cases: whoever has one and an old passphrase can read them.
    """

    case_ids: tuple[str, ...]
    codes: tuple[str, ...]
    revisions: int
    letters: int
    notes: int
    backups: tuple[BackupRow, ...]


class Retention:
    """Keeping and letting go, for those who look after the file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_case(self, case_id: str) -> Keeping:
        return self._session.open_file.retention.of_case(case_id)

    def due(self) -> tuple[CaseRow, ...]:
        """The cases whose time is over, those on hold left out."""
        file = self._session.open_file
        months = file.settings.read().keep_months
        return file.retention.due(self._session.clock.now(), months)

    def keep_until(self, case_id: str, day: date | None) -> None:
        """A day of the case's own; None: as long as the clinic's settings say."""
        self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        with file.errand():
            file.retention.keep_until(case_id, day)
            self._session.note(Deed.CHANGED_KEEPING, case_id)

    def hold(self, case_id: str) -> None:
        """Nothing of the case may go. Everybody may say so."""
        self._hold(case_id, True, Deed.PUT_ON_HOLD)

    def lift_hold(self, case_id: str) -> None:
        self._session.require(Right.LOOK_AFTER)
        self._hold(case_id, False, Deed.LIFTED_HOLD)

    def look(self, case_ids: Iterable[str]) -> Farewell:
        """What would go with these cases. Raises CaseOnHold for the first that is on hold."""
        file, ids = self._session.open_file, tuple(dict.fromkeys(case_ids))
        records = [file.cases.get(case_id) for case_id in ids]
        for record in records:
            if file.retention.of_case(record.id).on_hold:
                raise CaseOnHold(case_code=record.code)
        return Farewell(
            ids,
            tuple(record.code for record in records),
            sum(record.revision for record in records),
            sum(len(file.letters.of_case(case_id)) for case_id in ids),
            sum(len(file.notes.of_case(case_id)) for case_id in ids),
            file.backups.all(),
        )

    def purge(self, farewell: Farewell) -> None:
        """Let the cases go for good. Raises CaseOnHold, or TracesRemain when the drive is full."""
        self._session.require(Right.LOOK_AFTER)
        file, now = self._session.open_file, self._session.clock.now()
        with file.errand():
            self.look(farewell.case_ids)
            for case_id in farewell.case_ids:
                self._session.note(Deed.PURGED_CASE, case_id)
                file.purging.take_out(case_id, now)
        self._session.seen.difference_update(farewell.case_ids)
        self._scrub()
        self._tell_backups()

    def forget_sensitive(self) -> int:
        """Take sensitive facts out of all that is kept; how many revisions held some.

        For a clinic that kept them and chose to do so no longer.
        """
        self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        with file.errand():
            changed = file.forget_sensitive()
            self._session.note(Deed.FORGOT_SENSITIVE)
        self._scrub()
        return changed

    def tallies(self) -> tuple[Tally, ...]:
        """Counts for reports, of what is here and of what was purged."""
        return self._session.open_file.tallies.all()

    def _hold(self, case_id: str, on_hold: bool, deed: Deed) -> None:
        file = self._session.open_file
        with file.errand():
            file.retention.hold(case_id, on_hold)
            self._session.note(deed, case_id)

    def _scrub(self) -> None:
        try:
            self._session.open_file.scrub()
        except DiskFull as problem:
            raise TracesRemain from problem

    def _tell_backups(self) -> None:
        """Say beside each backup that can be reached what must not come back."""
        from desktop.casefile.purged_file import add_purged  # noqa: PLC0415

        file = self._session.open_file
        for folder in {Path(backup.place).parent for backup in file.backups.all()}:
            if folder.is_dir():
                with suppress(Problem):  # a stick that is not plugged in, a drive that is full
                    add_purged(folder, file.purging.remembered())
