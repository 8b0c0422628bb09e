"""The case file: one folder, opened with a key, holding cases, letters and a journal.

All of it is used on the main thread. Only one process can have it open: the
database's own exclusive lock is the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar
from weakref import WeakValueDictionary

from desktop.casefile.backups import Backups
from desktop.casefile.cases import Cases
from desktop.casefile.codes import Codes
from desktop.casefile.driver import connect, connect_in_memory
from desktop.casefile.errands import Errands
from desktop.casefile.faults import told
from desktop.casefile.folder import (
    BEFORE,
    DATA,
    KEYS,
    KEYS_BEFORE,
    KEYS_COPY,
    holds_file,
    make,
    make_empty,
    put_in_place,
    reaching,
    write_whole,
)
from desktop.casefile.journal import Journal
from desktop.casefile.keys import FileKey, KeyChange, NewKeys, with_box, with_recovery
from desktop.casefile.keys_file import read_keys, text_of, write_keys
from desktop.casefile.letterbox import Letterbox
from desktop.casefile.letters import Letters
from desktop.casefile.members import Members
from desktop.casefile.migrations import bring_up_to_date
from desktop.casefile.notes import Notes
from desktop.casefile.opening import brought_under, is_under, look, opened, renewed
from desktop.casefile.purged_file import add_purged
from desktop.casefile.purging import Purging
from desktop.casefile.retention import Retention
from desktop.casefile.search import Search
from desktop.casefile.sensitive import forget_sensitive
from desktop.casefile.settings import Settings
from desktop.casefile.tallies import Tallies
from desktop.casefile.vault import Vault
from desktop.casefile.whole import written_home_and_sound
from desktop.domain.members import Member
from desktop.domain.problems_casefile import (
    DiskFull,
    DriveFailed,
    FileAlreadyThere,
    FileDamaged,
    FileInUse,
)
from desktop.domain.problems_members import KeyNotChanged, MemberMustOpenFirst
from desktop.domain.records import Deed
from desktop.domain.signoff import Role

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

# Reading a file that this process has open would drop its lock on POSIX systems
# (https://www.sqlite.org/howtocorrupt.html, 2.2), so we know which are open before we look.
_open_here: WeakValueDictionary[Path, CaseFile] = WeakValueDictionary()


class CaseFile:
    """An open case file. ``done_at_opening`` is what has to go into the journal of that."""

    def __init__(self, database: Database, folder: Path, key: FileKey) -> None:
        errands = Errands(database, folder)
        self._errands, self.folder, self.key = errands, folder, key
        self.vault, self.members = Vault(errands), Members(errands)
        self.settings, self.search = Settings(errands), Search(errands)
        self.codes = Codes(errands)
        self.cases = Cases(errands, self.settings, self.search, self.codes)
        self.notes = Notes(errands, self.search)
        self.letters, self.journal = Letters(errands), Journal(errands)
        self.backups, self.retention = Backups(errands), Retention(errands)
        self.tallies = Tallies(errands)
        self.purging = Purging(errands, self.journal, self.search, self.tallies)
        self.done_at_opening: tuple[tuple[Deed, str | None], ...] = ()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a case file, or a part of one, stands in the folder."""
        return holds_file(folder)

    @classmethod
    def create(
        cls, folder: Path, keys: NewKeys, now: datetime, role: Role = Role.ADMINISTRATOR
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
        cls._fill(fresh, keys, now, role)
        content = text_of(keys.keys)
        write_whole(folder / KEYS_COPY, content)
        put_in_place(fresh, folder / DATA)
        write_whole(folder / KEYS, content)
        return cls.open(folder, keys.file_key)

    @classmethod
    def open(cls, folder: Path, key: FileKey) -> Self:
        """Open the file and take its lock. Every way this can fail is a Problem."""
        path = (folder / DATA).resolve()
        if path in _open_here:
            raise FileInUse
        found = opened(folder, key)
        file = cls(found.database, folder, found.key)
        try:
            left = file._settle()
        except BaseException:
            found.database.close()
            raise
        file.done_at_opening = (
            *((deed, None) for deed in found.deeds),
            *((Deed.REMOVED_MEMBER, name) for name in left),
        )
        _open_here[path] = file
        return file

    @classmethod
    def in_memory(cls) -> Self:
        """An empty file that is gone when closed, for tests of what lies above."""
        database = connect_in_memory()
        bring_up_to_date(database)
        return cls(database, Path("in memory"), FileKey(b"", "in memory", None))

    @contextmanager
    def errand(self) -> Iterator[None]:
        """Keep all that is written inside, or none of it: a letter and its line in the journal."""
        with self._errands.errand():
            yield

    def scrub(self) -> None:
        """Finish a purge: leave nothing of what was deleted, here or in an older copy."""
        self.purging.scrub()
        with reaching(self.folder):
            (self.folder / BEFORE).unlink(missing_ok=True)
        add_purged(self.folder, self.purging.remembered())

    def forget_sensitive(self) -> int:
        """Take sensitive facts out of every revision; inside an errand, and scrub after it."""
        self.purging.ask_to_scrub()
        return forget_sensitive(self._errands)

    def over_whole(self, work: Callable[[Database], T]) -> T:
        """Do something to the file as a whole, between errands."""
        return self._errands.over_whole(work)

    def put_way_in(self, box: Letterbox) -> None:
        """Have a member's box open the file; the last act of an errand that tells of it."""
        write_keys(self.folder, with_box(read_keys(self.folder), box, self.key))

    def put_recovery_code(self, code: str) -> None:
        """Have this recovery code open the file, and no other; the last act of an errand."""
        write_keys(self.folder, with_recovery(read_keys(self.folder), self.key, code))

    def change_key(self, change: KeyChange) -> None:
        """Bring the whole file under a new data key.

        Until that is done and checked the ways in hold both keys: cut short at any
        step, the file opens, and goes on from there. Raises MemberMustOpenFirst when
        keys.json has a box that the file does not know, and KeyNotChanged.
        """
        for box in change.afterwards.boxes:
            if box.public != self.members.letterbox(box.name):
                raise MemberMustOpenFirst(member=box.name)
        before = self.folder / KEYS_BEFORE
        write_whole(before, text_of(read_keys(self.folder)))
        write_keys(self.folder, change.meanwhile)
        found = brought_under(self.folder, self._errands.let_go(), self.key, change.file_key)
        self._errands.go_on_with(found.database)
        if found.key.data_key != change.file_key.data_key:
            # Takes no room on the drive. The copy follows, at the latest at the next opening.
            put_in_place(before, self.folder / KEYS)
            with suppress(DiskFull, DriveFailed):
                write_keys(self.folder, read_keys(self.folder))
            raise KeyNotChanged
        self.key = change.file_key
        if not self._errands.over_whole(written_home_and_sound):
            raise FileDamaged
        write_keys(self.folder, change.afterwards)
        with reaching(self.folder):
            before.unlink(missing_ok=True)
            (self.folder / BEFORE).unlink(missing_ok=True)

    def close(self) -> None:
        """Write everything home and let the next one in."""
        try:
            self._errands.close()
        finally:
            _open_here.pop((self.folder / DATA).resolve(), None)

    @classmethod
    def _fill(cls, path: Path, keys: NewKeys, now: datetime, role: Role) -> None:
        """Make an empty file a case file, closed and looked at from outside."""
        key = keys.file_key
        name = key.member or ""
        box = keys.keys.box(name)
        with told(path.parent):
            database = connect(path, key.data_key)
            file = cls(database, path.parent, key)
            try:
                bring_up_to_date(database)
                with file.errand():
                    file.vault.begin(key, now)
                    file.members.add(Member(name, role, now), box.public if box else None)
                    file.journal.write(now, name, Deed.MADE_FILE)
            finally:
                database.close()
        assert is_under(look(path), key), "written under another key, or under none"

    def _settle(self) -> tuple[str, ...]:
        """Have keys and members agree; the names of members who have no way in any more."""
        self.key = replace(self.key, seal=self.vault.seal(self.key.seal), other=None)
        before = read_keys(self.folder)
        keys = renewed(before, self.key)
        with self.errand():
            left = self.members.agree_with(keys, self.key.member, self.vault.made_at)
        if keys != before:
            write_keys(self.folder, keys)
        if self.purging.has_to_scrub:
            with suppress(DiskFull):  # a full disk must not keep anybody from reading
                self.scrub()
        self.key = replace(self.key, old_slot=None)
        return left
