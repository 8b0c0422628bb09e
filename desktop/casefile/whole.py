"""What is done to the file as a whole: copied, brought under another key, written home, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.casefile.driver import spelt

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def copy_into(database: Database, path: Path) -> None:
    """Write all that is kept into an empty file, under the same key and without free pages."""
    database.execute("VACUUM INTO ?", (str(path),))


def change_key(database: Database, data_key: bytes) -> None:
    """Bring every page under another key, in one transaction that holds or fails whole.

    When it fails the connection may be used no more: SQLCipher would read under the
    old key and write under the new one.
    """
    key = spelt(data_key)
    database.conn.reset_key(key)  # type: ignore[attr-defined]
    key[:] = bytes(len(key))


def write_home(database: Database) -> None:
    """Bring what stands in the log into the file itself, and leave the log empty."""
    ((busy, _, _),) = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert not busy, "nobody else can have this file open"


def references_hold(database: Database) -> bool:
    """Whether indexes and references are what the tables say."""
    return (
        database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and database.execute("PRAGMA foreign_key_check").fetchall() == []
    )


def is_sound(database: Database) -> bool:
    """Whether every page, index and reference is what was written. Reads the whole file.

    SQLCipher takes pages that still stand in the log for damage: write them home first.
    """
    pages = database.execute("PRAGMA cipher_integrity_check").fetchall()
    return pages == [] and references_hold(database)


def written_home_and_sound(database: Database) -> bool:
    """Whether the open file is sound, its log written home."""
    write_home(database)
    return is_sound(database)


def write_anew(database: Database) -> None:
    """Write every page anew and no free ones, so that nothing deleted stays in any."""
    database.execute("VACUUM")
    write_home(database)
