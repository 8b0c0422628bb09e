"""The one seam to SQLCipher: a keyed connection under sqlite-utils, set up to lose nothing.

sqlite-utils takes its sqlite3 from ``pysqlite3`` when there is one, so
SQLCipher stands in under that name before it is first imported: otherwise its
own error handling would never see SQLCipher's errors, which share no class
with the standard library's.

The page format keeps SQLCipher 4's defaults, so that other tools can open the file.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

KEY_BYTES = 48  # 32 of key and 16 of salt: the file opens even if its own salt is spoilt
PAGE_BYTES = 4096
_SECONDS_TO_WAIT = 0.5  # for a window that is just closing
PLAIN_HEADER = b"SQLite format 3\x00"

_BEFORE_FIRST_PAGE = (
    "PRAGMA temp_store = MEMORY",  # temporary files are not encrypted
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -64000",
)
_AFTER_WAL = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA journal_size_limit = 0",
)


def connect(path: Path, data_key: bytes) -> Database:
    """Open the encrypted file and take its lock. An empty file becomes a new one: look first.

    Raises the driver's own errors; ``faults.told`` turns them into Problems.
    """
    connection = _keyed(str(path), data_key)
    try:
        for pragma in _BEFORE_FIRST_PAGE:
            connection.execute(pragma)
        _read_first_page(connection)
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        for pragma in _AFTER_WAL:
            connection.execute(pragma)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        return _database(connection)
    except BaseException:
        connection.close()
        raise


def connect_to_read(path: Path, data_key: bytes) -> Database:
    """Open a copy as ``whole.copy_into`` makes them; nobody writes to it."""
    connection = _keyed(f"{path.resolve().as_uri()}?mode=ro", data_key)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        _read_first_page(connection)
        return _database(connection)
    except BaseException:
        connection.close()
        raise


def _keyed(name: str, data_key: bytes) -> Any:
    import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]  # noqa: PLC0415

    key = spelt(data_key)
    connection = sqlcipher.connect(name, timeout=_SECONDS_TO_WAIT, uri=name.startswith("file:"))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        # Not as SQL text: the key would stay in the statement cache.
        connection.set_key(key)
        key[:] = bytes(len(key))
    except BaseException:
        connection.close()
        raise
    return connection


def change_key(database: Database, data_key: bytes) -> None:
    """Bring every page under another key, in one transaction that holds or fails whole; and close.

    SQLCipher does not always say that it failed. A connection over which it did reads under
    the old key and writes under the new one, so none is used further: see which key opens
    the file.
    """
    import sqlcipher3.dbapi2 as sqlcipher  # noqa: PLC0415

    key = spelt(data_key)
    with suppress(sqlcipher.Error):
        database.conn.reset_key(key)  # type: ignore[attr-defined]
    key[:] = bytes(len(key))
    database.close()


def spelt(data_key: bytes) -> bytearray:
    if len(data_key) != KEY_BYTES:
        # SQLCipher would take a key of another length for a passphrase, and say nothing.
        raise ValueError(f"the data key has {len(data_key)} bytes")
    return bytearray(b"x'" + data_key.hex().encode() + b"'")


def _read_first_page(connection: Any) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    # Plain SQLite would take the key for an unknown pragma, and write in plain.
    assert connection.execute("PRAGMA cipher_status").fetchone() == ("1",)


def connect_in_memory() -> Database:
    """An empty database that is gone when closed; for tests."""
    import sqlcipher3.dbapi2 as sqlcipher  # noqa: PLC0415

    connection = sqlcipher.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    return _database(connection)


def _database(connection: Any) -> Database:
    import sqlcipher3  # noqa: PLC0415
    import sqlcipher3.dbapi2  # noqa: PLC0415

    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
    import sqlite_utils  # noqa: PLC0415
    from sqlite_utils import utils  # noqa: PLC0415

    early = "sqlite_utils was imported before the case file's driver"
    assert vars(utils)["sqlite3"] is sqlcipher3, early
    # Plugins would be handed the live connection.
    return sqlite_utils.Database(connection, execute_plugins=False)
