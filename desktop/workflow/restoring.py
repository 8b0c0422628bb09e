"""Bringing back a backup, where no case file stands: a new computer, or after a damage."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.records import Deed
from desktop.workflow.places import refuse_copied_places
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.casefile.container import Container
    from desktop.casefile.keys import FileKey


@dataclass(frozen=True)
class Backup:
    """A backup that somebody chose, looked at from outside."""

    container: Container = field(repr=False)

    @property
    def made_at(self) -> datetime:
        return self.container.made_at

    @property
    def names(self) -> tuple[str, ...]:
        """Whose passphrases of that day open it."""
        return self.container.keys.members


class Restoring:
    """From a backup to an open file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self, path: Path) -> Backup:
        """Raises NotABackup, BackupDamaged or BackupNewer."""
        from desktop.casefile.container import look  # noqa: PLC0415 - the window paints first

        return Backup(look(path))

    def derive(self, backup: Backup, passphrase: str, name: str | None = None) -> FileKey:
        """The key that a passphrase of that day gives. Slow and pure; raises WrongPassphrase."""
        from desktop.casefile.keys import derive  # noqa: PLC0415

        return derive(backup.container.keys, passphrase, name)

    def derive_from_recovery(self, backup: Backup, code: str) -> FileKey:
        """The key that the recovery code of that day gives; raises a Problem."""
        from desktop.casefile.keys import derive_from_recovery  # noqa: PLC0415

        return derive_from_recovery(backup.container.keys, code)

    def set_aside(self) -> Path | None:
        """Move a file that is damaged or to be replaced out of the way, whole.

        It goes beside its folder and stays until somebody deletes it. None: there was none.
        """
        from desktop.casefile.folder import holds_file, set_aside  # noqa: PLC0415

        if not holds_file(self._session.folder):
            return None
        return set_aside(self._session.folder, self._session.clock.now())

    def bring_back(self, backup: Backup, key: FileKey, *, anywhere: bool = False) -> None:
        """Put what the backup holds into this computer's folder, checked. Slow.

        Raises FileAlreadyThere where a case file stands: set it aside first.
        """
        from desktop.casefile.backup import bring_back  # noqa: PLC0415

        if not anywhere:
            refuse_copied_places(self._session.folder)
        bring_back(backup.container, key, self._session.folder)

    def open(self, backup: Backup, key: FileKey) -> int:
        """Open what was brought back; how many cases were let go that were purged since."""
        from desktop.casefile.casefile import CaseFile  # noqa: PLC0415
        from desktop.casefile.purged_file import read_purged  # noqa: PLC0415

        file = CaseFile.open(self._session.folder, key)
        self._session.admit(file, key.member)
        purged = read_purged(self._session.folder) | read_purged(backup.container.path.parent)
        again = file.purging.standing_again(purged | file.purging.remembered())
        now = self._session.clock.now()
        with file.errand():
            self._session.note(Deed.RESTORED_BACKUP)
            file.purging.remember(purged, now)
            for case_id in again:
                self._session.note(Deed.PURGED_CASE, case_id)
                file.purging.take_out(case_id, now)
        if again:
            file.scrub()
        return len(again)
