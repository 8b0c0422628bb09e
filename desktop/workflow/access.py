"""Getting into the case file: setting it up, unlocking it, closing it.

The slow steps (``prepare``, ``derive``) take and return values only, so that they
can run in the background while the window stays awake.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem
from desktop.domain.signoff import Role
from desktop.workflow.places import refuse_copied_places, why_not_there
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from desktop.casefile.keys import FileKey, NewKeys
    from desktop.workflow.members import RecoverySheet


@dataclass(frozen=True)
class PreparedKeys:
    """Keys of a file that is not made yet, and the code for the recovery sheet."""

    keys: NewKeys = field(repr=False)
    role: Role = Role.ADMINISTRATOR

    @property
    def recovery_code(self) -> str:
        return self.keys.recovery_code


class Access:
    """The door of the case file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def folder(self) -> Path:
        return self._session.folder

    @property
    def has_file(self) -> bool:
        """Whether a case file, or a part of one, stands in the folder."""
        from desktop.casefile.folder import holds_file  # noqa: PLC0415 - the window paints first

        return holds_file(self.folder)

    @property
    def is_open(self) -> bool:
        return self._session.file is not None

    @property
    def member_name(self) -> str:
        return self._session.member

    def passphrase_advice(self, passphrase: str, name: str = "") -> str | None:
        """One sentence when a passphrase is too weak, else None."""
        from desktop.casefile.passphrase import advice  # noqa: PLC0415

        return advice(passphrase, name)

    def names(self) -> tuple[str, ...]:
        """Who has a way in, as it can be told before anybody is in. Raises a Problem."""
        from desktop.casefile.keys_file import read_keys  # noqa: PLC0415

        return read_keys(self.folder).members

    def prepare(self, name: str, passphrase: str, role: Role = Role.ADMINISTRATOR) -> PreparedKeys:
        """Keys for a new file. Slow and pure."""
        from desktop.casefile.keys import new_keys  # noqa: PLC0415

        return PreparedKeys(new_keys(name, passphrase), role)

    def recovery_matches(self, prepared: PreparedKeys | RecoverySheet, typed: str) -> bool:
        """Whether the code that was typed back is the one on the sheet."""
        from desktop.casefile.recovery import is_same_code  # noqa: PLC0415

        return is_same_code(prepared.recovery_code, typed)

    def why_not_there(self) -> Problem | None:
        """What speaks against the folder of the file: a service or a network copies it."""
        return why_not_there(self.folder)

    def set_up(self, prepared: PreparedKeys, *, anywhere: bool = False) -> None:
        """Make the file and open it. Raises a Problem when it cannot be made.

        ``anywhere``: also in a folder that others copy, which is refused otherwise.
        """
        from desktop.casefile.casefile import CaseFile  # noqa: PLC0415

        if not anywhere:
            refuse_copied_places(self.folder)
        now = self._session.clock.now()
        file = CaseFile.create(self.folder, prepared.keys, now, prepared.role)
        self._session.enter(file, prepared.keys.file_key.member)

    def derive(self, passphrase: str, name: str | None = None) -> FileKey:
        """The key that a passphrase gives, of that member or of any. Slow and pure.

        Each member that is tried costs a second: ask for the name where there are several.
        Raises a Problem.
        """
        from desktop.casefile.keys import derive  # noqa: PLC0415
        from desktop.casefile.keys_file import read_keys  # noqa: PLC0415

        return derive(read_keys(self.folder), passphrase, name)

    def derive_from_recovery(self, code: str) -> FileKey:
        """The key that the recovery code gives. Slow and pure; raises a Problem."""
        from desktop.casefile.keys import derive_from_recovery  # noqa: PLC0415
        from desktop.casefile.keys_file import read_keys  # noqa: PLC0415

        return derive_from_recovery(read_keys(self.folder), code)

    def unlock(self, key: FileKey) -> None:
        """Open the file. Raises a Problem when it is in use, damaged or newer than this program."""
        from desktop.casefile.casefile import CaseFile  # noqa: PLC0415

        self._session.admit(CaseFile.open(self.folder, key), key.member)

    def close(self) -> None:
        """Close the file; what was typed is kept already."""
        if self._session.file is not None:
            self._session.file.close()
        self._session.file, self._session.member = None, ""
