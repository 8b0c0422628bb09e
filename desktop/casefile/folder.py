"""The case file's folder: its names, who may look inside, writing that outlives a crash."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from desktop.domain.problems_casefile import DiskFull, DriveFailed, FolderClosed

DATA = "data.db"
KEYS = "keys.json"
KEYS_COPY = "keys.json.bak"
KEYS_BEFORE = "keys.json.before"  # as they were before a change of the key, until it is done
BEFORE = "data.db.before"  # as it was before the last step of the schema was taken
LEAVING = "data.db.leaving"  # a copy on its way into a backup
CHECKING = "data.db.checking"  # what a backup holds, while it is checked
ROOM = "data.db.room"  # written and taken away again, to see whether there is room
PURGED = "amparo-purged.json"  # fingerprints of cases that must not come back
WAL = "-wal"  # what SQLite adds to a name: changes that are not yet written home

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FAILED = frozenset({errno.EIO, errno.ENXIO, errno.ENODEV})
_A_LITTLE = 256 * 1024
_OWNER_ONLY = 0o600


@contextmanager
def reaching(folder: Path) -> Iterator[None]:
    """Tell what the system refuses as a Problem of this folder."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in _FAILED:
            raise DriveFailed from error
        raise FolderClosed(folder=str(folder)) from error


def is_full(folder: Path) -> bool:
    """Whether not even a little can be written.

    SQLite tells a used-up quota, as shared computers have it, as a failing drive.
    """
    try:
        (folder / ROOM).write_bytes(bytes(_A_LITTLE))
    except OSError as error:
        return error.errno in _FULL
    finally:
        with suppress(OSError):
            (folder / ROOM).unlink(missing_ok=True)
    return False


def holds_file(folder: Path) -> bool:
    """Whether a case file, or a part of one, stands in the folder."""
    with reaching(folder):
        return any((folder / name).exists() for name in (DATA, DATA + WAL, KEYS))


def make(folder: Path) -> None:
    """Make the folder, closed to others; one that holds anything keeps its rights as they are."""
    with reaching(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)


def set_aside(folder: Path, now: datetime) -> Path:
    """Rename a folder so that a new one can take its place; what was purged is told there too."""
    name = f"{folder.name} set aside {now:%Y-%m-%d}"
    names = chain((name,), (f"{name} ({number})" for number in count(2)))
    with reaching(folder):
        aside = next(path for path in map(folder.with_name, names) if not path.exists())
        folder.rename(aside)
        make(folder)
        if (aside / PURGED).exists():
            write_whole(folder / PURGED, (aside / PURGED).read_bytes())
    return aside


def make_empty(path: Path) -> None:
    """Put an empty file in place, closed to others; what is written beside it inherits that."""
    with reaching(path.parent):
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: after a crash the old or the new stands there, never a half."""
    fresh = path.with_name(f"{path.name}.new")
    make_empty(fresh)
    with reaching(path.parent):
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(fresh, path)


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a finished file its name, and have the drive remember the name."""
    with reaching(path.parent):
        fresh.replace(path)
        if os.name == "posix":
            held = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(held)
            finally:
                os.close(held)
