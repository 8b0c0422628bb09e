"""The case file: one folder, opened with a key, holding cases, letters and a journal.

All of it is used on the main thread. Only one process can have it open: the
database's own exclusive lock is the lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self
from weakref import WeakValueDictionary

from desktop.casefile.cases import Cases
from desktop.casefile.codec import written
from desktop.casefile.driver import PAGE_BYTES, PLAIN_HEADER, connect, connect_in_memory
from desktop.casefile.errands import Errands
from desktop.casefile.faults import told
from desktop.casefile.folder import (
    DATA,
    KEYS,
    KEYS_COPY,
    holds_file,
    make,
    make_empty,
    put_in_place,
    reaching,
    write_whole,
)
from desktop.casefile.journal import Journal
from desktop.casefile.keys import FileKey, NewKeys, mend, text_of
from desktop.casefile.letters import Letters
from desktop.casefile.migrations import bring_up_to_date, refuse_strangers
from desktop.domain.problems_casefile import (
    FileAlreadyThere,
    FileDamaged,
    FileEmpty,
    FileInUse,
    FileMissing,
    KeysDoNotFit,
)
from desktop.domain.records import Deed

if TYPE_CHECKING:
    from sqlite_utils import Database

_VAULT = "SELECT id FROM vault"
_ADD_VAULT = "INSERT INTO vault (only_row, id, made_at) VALUES (1, ?, ?)"
_SALT = slice(32, 48)

# Reading a file that this process has open would drop its lock on POSIX systems
# (https://www.sqlite.org/howtocorrupt.html, 2.2), so we know which are open before we look.
_open_here: WeakValueDictionary[Path, CaseFile] = WeakValueDictionary()


class CaseFile:
    """An open case file."""

    def __init__(self, database: Database, folder: Path, *, keep_sensitive: bool) -> None:
        self._errands = Errands(database, folder)
        self._path = folder / DATA
        self.cases = Cases(self._errands, keep_sensitive=keep_sensitive)
        self.letters = Letters(self._errands)
        self.journal = Journal(self._errands)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a case file, or a part of one, stands in the folder."""
        return holds_file(folder)

    @classmethod
    def create(
        cls, folder: Path, keys: NewKeys, now: datetime, *, keep_sensitive: bool = False
    ) -> Self:
        """Make the file and open it.

        It is made under another name, and has its own once it is whole. The copy
        of the keys comes first: stopped at any step, there is either no file or
        one that opens.
        """
        make(folder)
        if cls.exists(folder):
            raise FileAlreadyThere(folder=str(folder))
        fresh = folder / f"{DATA}.new"
        make_empty(fresh)
        _fill(fresh, keys.file_key, now)
        content = text_of(keys.keys)
        write_whole(folder / KEYS_COPY, content)
        put_in_place(fresh, folder / DATA)
        write_whole(folder / KEYS, content)
        return cls.open(folder, keys.file_key, keep_sensitive=keep_sensitive)

    @classmethod
    def open(cls, folder: Path, key: FileKey, *, keep_sensitive: bool = False) -> Self:
        """Open the file and take its lock. Every way this can fail is a Problem."""
        path = (folder / DATA).resolve()
        if path in _open_here:
            raise FileInUse
        salt = _look(path)
        try:
            with told(folder):
                database = connect(path, key.data_key)
        except FileDamaged as problem:
            if salt != key.data_key[_SALT]:
                raise KeysDoNotFit from problem
            raise
        try:
            with told(folder):
                refuse_strangers(database)
                if list(database.execute(_VAULT)) != [(key.vault,)]:
                    raise KeysDoNotFit
                bring_up_to_date(database)
            mend(folder)
        except BaseException:
            database.close()
            raise
        opened = cls(database, folder, keep_sensitive=keep_sensitive)
        _open_here[path] = opened
        return opened

    @classmethod
    def in_memory(cls, *, keep_sensitive: bool = False) -> Self:
        """An empty file that is gone when closed, for tests of what lies above."""
        database = connect_in_memory()
        bring_up_to_date(database)
        return cls(database, Path("in memory"), keep_sensitive=keep_sensitive)

    @contextmanager
    def errand(self) -> Iterator[None]:
        """Keep all that is written inside, or none of it: a letter and its line in the journal."""
        with self._errands.errand():
            yield

    def close(self) -> None:
        """Write everything home and let the next one in."""
        try:
            self._errands.close()
        finally:
            _open_here.pop(self._path.resolve(), None)


def _fill(path: Path, key: FileKey, now: datetime) -> None:
    """Make an empty file a case file, closed and looked at from outside."""
    with told(path.parent):
        database = connect(path, key.data_key)
        errands = Errands(database, path.parent)
        try:
            bring_up_to_date(database)
            with errands.errand():
                errands.write(_ADD_VAULT, (key.vault, written(now)))
                Journal(errands).write(now, key.member or "", Deed.MADE_FILE)
        finally:
            database.close()
    assert _look(path) == key.data_key[_SALT], "written under another key, or under none"


def _look(path: Path) -> bytes:
    """The first bytes, which are the salt; refuses what the driver would take for a new file."""
    with reaching(path.parent):
        try:
            size = path.stat().st_size
        except FileNotFoundError as error:
            raise FileMissing(folder=str(path.parent)) from error
        if size == 0:
            raise FileEmpty
        with path.open("r+b") as file:  # a file that may not be written is told here
            header = file.read(len(PLAIN_HEADER))
    if size < PAGE_BYTES or header == PLAIN_HEADER:
        raise FileDamaged
    return header
