"""What the driver's errors mean to a person.

Only what a person can mend becomes a Problem. A wrong statement or a broken
constraint is a bug, and is left to fail loudly.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.casefile.folder import is_full
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import (
    DiskFull,
    DriveFailed,
    FileDamaged,
    FileInUse,
    FolderClosed,
)

# SQLite's primary result codes; an extended code carries one in its lowest byte.
_MEANINGS: dict[int, type[Problem]] = {
    3: FolderClosed,  # PERM
    5: FileInUse,  # BUSY
    6: FileInUse,  # LOCKED
    8: FolderClosed,  # READONLY
    10: DriveFailed,  # IOERR
    11: FileDamaged,  # CORRUPT: a page whose seal is broken
    13: DiskFull,  # FULL
    14: FolderClosed,  # CANTOPEN
    15: FileInUse,  # PROTOCOL: locks that another process keeps changing
    26: FileDamaged,  # NOTADB: the first page does not open with this key
}


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Raise the driver's errors as Problems. Messages name the folder and nothing else."""
    # Not the standard library's sqlite3: the two share no class of errors.
    import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        yield
    except sqlcipher.Error as error:
        number = getattr(error, "sqlite_errorcode", None)
        meaning = _MEANINGS.get(number & 0xFF) if isinstance(number, int) else None
        if meaning is None:
            raise
        if meaning is DriveFailed and is_full(folder):
            meaning = DiskFull
        raise meaning(folder=str(folder)) from error
