"""What is done to the file as a whole: copied, written home, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database


def copy_into(database: Database, path: Path) -> None:
    """Write all that is kept into an empty file, under the same key and without free pages."""
    database.execute("VACUUM INTO ?", (str(path),))


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
