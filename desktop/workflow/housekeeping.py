"""Looking after the file: the clinic's settings, backups, and the journal's own health.

``pack`` and ``bring_back`` are slow, and work on values only: they can run in the
background while the window stays awake.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.members import Right
from desktop.domain.moments import day_of
from desktop.domain.problems_backup import BackupStands
from desktop.domain.records import BackupRow, Deed, JournalLine
from desktop.workflow.places import refuse_copied_places
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from desktop.casefile.backup import Leaving


class Housekeeping:
    """What whoever looks after the file comes for; a backup is open to everybody."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def settings(self) -> ClinicSettings:
        return self._session.open_file.settings.read()

    def choose(self, settings: ClinicSettings) -> None:
        """Keep the clinic's choices.

        A clinic that chooses to keep sensitive facts no longer goes on having those that it
        kept before: ``forget_sensitive`` takes them out.
        """
        self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        if settings != file.settings.read():
            with file.errand():
                file.settings.choose(settings)
                self._session.note(Deed.CHANGED_SETTINGS)

    def suggested_name(self) -> str:
        """A name for a backup that tells its day, and nothing else."""
        return f"Amparo backup {day_of(self._session.clock.now()):%Y-%m-%d}.amparo"

    def leave(self, path: Path, *, anywhere: bool = False, overwrite: bool = False) -> Leaving:
        """Begin a backup: copy what is kept. ``anywhere``: also where others copy it.

        Raises BackupStands, FolderSynced or FolderOnNetwork before anything is done.
        """
        from desktop.casefile.backup import leave  # noqa: PLC0415 - the window paints first

        if not anywhere:
            refuse_copied_places(path.parent)
        if path.exists() and not overwrite:
            raise BackupStands(name=path.name)
        return leave(self._session.open_file, self._session.clock.now())

    def pack(self, leaving: Leaving, path: Path) -> BackupRow:
        """Write the backup, read it back, open and check it. Slow; raises a Problem."""
        from desktop.casefile.backup import pack  # noqa: PLC0415

        return pack(leaving, path)

    def keep(self, backup: BackupRow) -> None:
        """From now on the backup counts."""
        file = self._session.open_file
        with file.errand():
            file.backups.add(backup)
            self._session.note(Deed.MADE_BACKUP)

    def backups(self) -> tuple[BackupRow, ...]:
        """Those that were made from this file, the last one first."""
        return self._session.open_file.backups.all()

    @property
    def backup_is_due(self) -> bool:
        """Whether the last backup is older than the clinic chose, or there is none."""
        file, now = self._session.open_file, self._session.clock.now()
        last = file.backups.all(at_most=1)
        since = last[0].at if last else file.vault.made_at
        return now - since >= timedelta(days=self.settings.backup_days)

    def journal(self) -> tuple[JournalLine, ...]:
        """Who did what, from the beginning."""
        return self._session.open_file.journal.lines()

    def journal_broken_at(self) -> int | None:
        """The number of the first line that is not as it was written; None when all are."""
        return self._session.open_file.journal.first_broken()
