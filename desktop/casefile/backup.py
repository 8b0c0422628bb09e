"""Making a backup, and bringing one back.

A backup counts when it was read back from where it lies, opened and checked. It is a
copy that SQLite writes (``VACUUM INTO``), never one of the live file: of ten changes
such a copy once lost nine, and was sound.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.casefile import container
from desktop.casefile.driver import connect_to_read
from desktop.casefile.encoded import SALT_BYTES
from desktop.casefile.faults import told
from desktop.casefile.folder import (
    CHECKING,
    DATA,
    KEYS,
    KEYS_COPY,
    LEAVING,
    holds_file,
    make,
    make_empty,
    put_in_place,
    reaching,
    write_whole,
)
from desktop.casefile.keys_file import read_keys, text_of
from desktop.casefile.opening import is_under
from desktop.casefile.whole import copy_into, is_sound
from desktop.domain.problems_backup import (
    BackupDamaged,
    BackupNotSound,
    BackupNotWritten,
)
from desktop.domain.problems_casefile import (
    DiskFull,
    DriveFailed,
    FileAlreadyThere,
    FileDamaged,
    FolderClosed,
    KeysDoNotFit,
)
from desktop.domain.records import BackupRow

if TYPE_CHECKING:
    from desktop.casefile.casefile import CaseFile
    from desktop.casefile.container import Container
    from desktop.casefile.keys import FileKey

_VAULT = "SELECT id FROM vault"


@dataclass(frozen=True)
class Leaving:
    """A copy of the whole file, still in its folder, on its way into a backup."""

    copy: Path
    key: FileKey = field(repr=False)
    keys_text: bytes = field(repr=False)
    made_at: datetime


def leave(file: CaseFile, now: datetime) -> Leaving:
    """Copy all that is kept, here and now; nothing else can be done to the file meanwhile."""
    copy = file.folder / LEAVING
    make_empty(copy)
    file.over_whole(lambda database: copy_into(database, copy))
    return Leaving(copy, file.key, text_of(read_keys(file.folder)), now)


def pack(leaving: Leaving, path: Path) -> BackupRow:
    """Make the backup at ``path``, and check it. Slow, and apart from the open file.

    Raises BackupNotWritten or BackupNotSound; then nothing is at ``path`` that was not
    there before.
    """
    part, home = path.with_name(f".{path.name}.part"), leaving.copy.parent
    try:
        try:
            make_empty(part)
            container.write(part, leaving.copy, leaving.keys_text, leaving.made_at)
            leaving.copy.unlink()
            _check(container.look(part), leaving.key, home)
            put_in_place(part, path)
            return BackupRow(leaving.made_at, str(path), path.stat().st_size)
        except (BackupDamaged, FileDamaged, KeysDoNotFit) as problem:
            raise BackupNotSound(folder=str(path.parent)) from problem
        except (OSError, FolderClosed, DiskFull, DriveFailed) as problem:
            raise BackupNotWritten(folder=str(path.parent)) from problem
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
            leaving.copy.unlink(missing_ok=True)


def bring_back(backup: Container, key: FileKey, folder: Path) -> None:
    """Put what a backup holds into a folder without a case file, once it was checked. Slow.

    Raises FileAlreadyThere, BackupDamaged, KeysDoNotFit or what is wrong with the folder.
    """
    make(folder)
    if holds_file(folder):
        raise FileAlreadyThere(folder=str(folder))
    fresh = folder / f"{DATA}.new"
    try:
        try:
            _taken_out(backup, key, fresh)
        except FileDamaged as problem:
            raise BackupDamaged(name=backup.path.name) from problem
        write_whole(folder / KEYS_COPY, backup.keys_text)
        put_in_place(fresh, folder / DATA)
        write_whole(folder / KEYS, backup.keys_text)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _check(backup: Container, key: FileKey, folder: Path) -> None:
    scratch = folder / CHECKING
    try:
        _taken_out(backup, key, scratch)
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _taken_out(backup: Container, key: FileKey, to: Path) -> None:
    """Take the cases out, still encrypted, and see that they open and are sound."""
    with reaching(to.parent):
        make_empty(to)
        container.take_out(backup, to)
        with to.open("rb") as file:
            salt = file.read(SALT_BYTES)
    under = next((one for one in (key, key.other) if one and is_under(salt, one)), None)
    if under is None:
        raise KeysDoNotFit
    with told(to.parent):
        database = connect_to_read(to, under.data_key)
        try:
            if list(database.execute(_VAULT)) != [(key.vault,)]:
                raise KeysDoNotFit
            if not is_sound(database):
                raise FileDamaged
        finally:
            database.close()
