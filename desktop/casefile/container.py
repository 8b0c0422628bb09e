"""A backup: one file with the encrypted cases, the keys, and what they are.

A zip file, so that nobody needs Amparo to take it apart; nothing in it is packed, and
the cases cannot be read without a passphrase. What it says of itself only tells damage:
what protects the cases is their own encryption, page by page.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop.casefile.codec import instant, written
from desktop.casefile.encoded import NotASlot
from desktop.casefile.folder import DATA, KEYS
from desktop.casefile.keys import Keys
from desktop.casefile.keys_file import keys_of
from desktop.domain.problems_backup import BackupDamaged, BackupNewer, NotABackup
from desktop.domain.problems_casefile import FileNewer

ENDING = ".amparo"
FORMAT = "amparo-backup/1"
_ANY = re.compile(r"amparo-backup/[1-9]\d{0,3}")
_TOLD = "backup.json"
_READ_ME = "read me.txt"
_WORDS = b"""\
This is a backup of an Amparo case file, made by Amparo.

To bring it back, open Amparo on a computer without a case file and choose this backup.
The passphrases of its day open it, and so does the recovery code of its day.

data.db is an SQLCipher 4 database (default settings, raw key of 48 bytes).
keys.json holds that key, sealed for each passphrase and for the recovery code.
"""
_MOST_BYTES = 256 * 1024
_SLICE = 1024 * 1024
# What reading a zip file raises when bytes of it are missing or changed.
_SPOILT = (
    *(zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, struct.error, zlib.error),
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a zip file's beginning of time


@dataclass(frozen=True)
class Container:
    """A backup that was looked at from outside."""

    path: Path
    made_at: datetime
    keys: Keys
    keys_text: bytes = field(repr=False)
    digest: str


def write(path: Path, data: Path, keys: bytes, made_at: datetime) -> None:
    """Write a backup over an empty file, and have the drive keep it. Raises OSError."""
    told = {
        "format": FORMAT,
        "made_at": written(made_at),
        "data": _digest_of(data),
        "keys": hashlib.sha256(keys).hexdigest(),
    }
    with path.open("r+b") as file:
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr(_named(_READ_ME), _WORDS)
            packed.writestr(_named(_TOLD), json.dumps(told).encode())
            packed.writestr(_named(KEYS), keys)
            with packed.open(_named(DATA), "w", force_zip64=True) as inside:
                for piece in _pieces_of(data):
                    inside.write(piece)
        file.flush()
        os.fsync(file.fileno())


def look(path: Path) -> Container:
    """What a backup says of itself. Raises NotABackup, BackupDamaged or BackupNewer."""
    name = path.name
    try:
        with zipfile.ZipFile(path) as packed:
            told = json.loads(_small(packed, _TOLD))
            if told["format"] != FORMAT:
                raise BackupNewer(name=name) if _ANY.fullmatch(told["format"]) else NotASlot
            keys = _small(packed, KEYS)
            if hashlib.sha256(keys).hexdigest() != told["keys"]:
                raise NotASlot
            made_at = instant(told["made_at"])
            return Container(path, made_at, keys_of(keys), keys, str(told["data"]))
    except FileNewer as error:
        raise BackupNewer(name=name) from error
    except _SPOILT as error:
        is_one = path.suffix == ENDING and path.is_file()
        raise (BackupDamaged if is_one else NotABackup)(name=name) from error


def take_out(container: Container, to: Path) -> None:
    """Write the encrypted cases over an empty file. Raises BackupDamaged, or OSError for ``to``."""
    total = hashlib.sha256()
    with to.open("r+b") as file:
        for piece in _pieces_in(container):
            total.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if total.hexdigest() != container.digest:
        raise BackupDamaged(name=container.path.name)


def _pieces_in(container: Container) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(container.path) as packed, packed.open(_stored(packed)) as inside:
            while piece := inside.read(_SLICE):
                yield piece
    except _SPOILT as error:
        raise BackupDamaged(name=container.path.name) from error


def _pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_SLICE):
            yield piece


def _digest_of(path: Path) -> str:
    total = hashlib.sha256()
    for piece in _pieces_of(path):
        total.update(piece)
    return total.hexdigest()


def _small(packed: zipfile.ZipFile, name: str) -> bytes:
    info = _stored(packed, name)
    if info.file_size > _MOST_BYTES:
        raise NotASlot
    return packed.read(info)


def _stored(packed: zipfile.ZipFile, name: str = DATA) -> zipfile.ZipInfo:
    """An entry as Amparo writes it: not packed, so that it is no larger than the backup."""
    info = packed.getinfo(name)
    if info.compress_type != zipfile.ZIP_STORED:
        raise NotASlot
    return info


def _named(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _LONG_AGO)
