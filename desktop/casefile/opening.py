"""From a folder and a key to an open database: looked at from outside, unlocked, up to date.

What a crash cut short is finished here: a change of the key, a purge's scrubbing,
keys of which one copy is spoilt.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.casefile import letterbox
from desktop.casefile.driver import PAGE_BYTES, PLAIN_HEADER, change_key, connect
from desktop.casefile.faults import told
from desktop.casefile.folder import (
    BEFORE,
    CHECKING,
    DATA,
    KEYS_BEFORE,
    LEAVING,
    ROOM,
    make_empty,
    reaching,
)
from desktop.casefile.keys import FileKey, Keys, with_box
from desktop.casefile.keys_file import read_keys, write_keys
from desktop.casefile.migrations import bring_up_to_date, refuse_strangers, steps_missing
from desktop.casefile.whole import copy_into, write_home
from desktop.domain.problems_casefile import FileDamaged, FileEmpty, FileMissing, KeysDoNotFit
from desktop.domain.records import Deed

if TYPE_CHECKING:
    from sqlite_utils import Database

_VAULT = "SELECT id FROM vault"
_SALT = slice(32, 48)


@dataclass
class Opened:
    """An open database, the key that it is under, and what was done while it was opened."""

    database: Database
    key: FileKey
    deeds: list[Deed] = field(default_factory=list)


def opened(folder: Path, key: FileKey) -> Opened:
    """Unlock the file, bring it up to date, and finish what was cut short."""
    found = _unlocked(folder, key)
    try:
        _sweep(folder)
        with told(folder):
            refuse_strangers(found.database)
            if list(found.database.execute(_VAULT)) != [(key.vault,)]:
                raise KeysDoNotFit
            _bring_up_to_date(folder, found)
            found = _finish_change_of_key(folder, found, key)
    except BaseException:
        found.database.close()
        raise
    return found


def look(path: Path) -> bytes:
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


def is_under(salt: bytes, key: FileKey) -> bool:
    """Whether a file with this salt was written under this key."""
    return salt == key.data_key[_SALT]


def renewed(keys: Keys, key: FileKey) -> Keys:
    """The keys with a letterbox instead of the slot of the first Amparo that was just opened."""
    if key.old_slot is None or key.seal is None:
        return keys
    slot, stretched = key.old_slot
    assert slot.cost is not None
    box = letterbox.box_under(stretched, slot.salt, slot.cost, keys.vault, slot.name, key.seal)
    return with_box(keys, box, key)


def brought_under(folder: Path, database: Database, old: FileKey, new: FileKey) -> Opened:
    """Bring an open file under a new key. It comes back open, under the old one if that failed."""
    change_key(database, new.data_key)
    return _unlocked(folder, replace(new, other=old))


def _unlocked(folder: Path, key: FileKey) -> Opened:
    """The database under the newest key that opens it."""
    path = folder / DATA
    salt = look(path)
    for candidate in (key, key.other):
        if candidate is None:
            continue
        try:
            with told(folder):
                return Opened(connect(path, candidate.data_key), candidate)
        except FileDamaged as problem:
            damage = problem
    if any(is_under(salt, candidate) for candidate in (key, key.other) if candidate):
        raise damage
    raise KeysDoNotFit from damage


def _sweep(folder: Path) -> None:
    """Take away what a crash left on its way elsewhere; we have the lock, so it is nobody's."""
    with reaching(folder):
        for name in (LEAVING, CHECKING, f"{DATA}.new", KEYS_BEFORE, ROOM):
            (folder / name).unlink(missing_ok=True)


def _bring_up_to_date(folder: Path, found: Opened) -> None:
    """Take the missing steps. A copy of the file as it was stays until the next clean start."""
    before = folder / BEFORE
    if not steps_missing(found.database):
        with reaching(folder):
            before.unlink(missing_ok=True)
        return
    make_empty(before)
    copy_into(found.database, before)
    bring_up_to_date(found.database)
    write_home(found.database)
    found.deeds.append(Deed.BROUGHT_UP_TO_DATE)


def _finish_change_of_key(folder: Path, found: Opened, key: FileKey) -> Opened:
    """Bring the file under the newest key that the keys hold, as somebody had begun to.

    Where the drive has no room for that, it stays as it is and opens all the same.
    """
    keys = read_keys(folder)
    newest = max(keys.generations)
    if len(keys.generations) > 1:
        if found.key.generation != newest == key.generation:
            deeds = found.deeds
            found = brought_under(folder, found.database, found.key, key)
            found.deeds.extend(deeds)
        if found.key.generation == newest:
            write_home(found.database)
            keys = keys.of_generation(newest)
            found.deeds.append(Deed.CHANGED_KEY)
    write_keys(folder, keys)
    return found
