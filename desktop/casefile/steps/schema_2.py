"""The second schema: members, notes, search, keeping and purging, a journal that is a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.casefile.chain import BEGINNING, fingerprint, link

if TYPE_CHECKING:
    from sqlite_utils import Database


def schema_2(database: Database) -> None:
    """Everything that a clinic with several people and a duty to forget needs."""
    for statement in _TABLES:
        database.execute(statement)
    _find_what_stands(database)
    _chain_what_stands(database)


_TABLES = (
    # What only those inside know: a data key put into a member's letterbox bears it.
    """
    CREATE TABLE seal (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        secret BLOB NOT NULL CHECK (length(secret) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE members (
        name TEXT PRIMARY KEY NOT NULL,
        role TEXT NOT NULL,
        letterbox BLOB CHECK (length(letterbox) = 32),
        joined_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT
    """,
    """
    CREATE TABLE notes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notes_of_a_case ON notes (case_id)",
    # Keeping: until which day, and whether somebody said that nothing may go.
    "ALTER TABLE cases ADD COLUMN keep_until TEXT",
    "ALTER TABLE cases ADD COLUMN on_hold INTEGER NOT NULL DEFAULT 0 CHECK (on_hold IN (0, 1))",
    "CREATE INDEX cases_to_let_go ON cases (keep_until, id) WHERE keep_until IS NOT NULL",
    "CREATE INDEX cases_unchanged ON cases (changed_at, id) WHERE keep_until IS NULL",
    # Search: a row for each case, and an index over it that forgets at once what is deleted.
    """
    CREATE TABLE searched (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
        names TEXT NOT NULL,
        codes TEXT NOT NULL,
        notes TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE searched_fts USING fts5 (
        names, codes, notes,
        content = 'searched', content_rowid = 'number',
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )
    """,
    "INSERT INTO searched_fts (searched_fts, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
        INSERT INTO searched_fts (rowid, names, codes, notes)
        VALUES (new.number, new.names, new.codes, new.notes);
    END
    """,
    """
    CREATE TRIGGER searched_removed AFTER DELETE ON searched BEGIN
        INSERT INTO searched_fts (searched_fts, rowid, names, codes, notes)
        VALUES ('delete', old.number, old.names, old.codes, old.notes);
    END
    """,
    """
    CREATE TRIGGER searched_changed AFTER UPDATE ON searched BEGIN
        INSERT INTO searched_fts (searched_fts, rowid, names, codes, notes)
        VALUES ('delete', old.number, old.names, old.codes, old.notes);
        INSERT INTO searched_fts (rowid, names, codes, notes)
        VALUES (new.number, new.names, new.codes, new.notes);
    END
    """,
    # What stays of a purged case: that it must not come back, and numbers that name nobody.
    """
    CREATE TABLE purged (
        fingerprint TEXT PRIMARY KEY NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tallies (
        quarter TEXT NOT NULL,
        what TEXT NOT NULL,
        word TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (quarter, what, word)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE codes_given (
        year TEXT PRIMARY KEY NOT NULL,
        highest INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX cases_by_opening ON cases (opened_at)",
    "CREATE INDEX letters_by_day ON letters (handed_over_at)",
    """
    CREATE TABLE backups (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        place TEXT NOT NULL,
        bytes INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE chores (name TEXT PRIMARY KEY NOT NULL) STRICT",
    # The journal: whom a line is about, how many copies, and the chain.
    "ALTER TABLE journal ADD COLUMN whom TEXT",
    "ALTER TABLE journal ADD COLUMN copies INTEGER",
    "ALTER TABLE journal ADD COLUMN subject TEXT",
    "ALTER TABLE journal ADD COLUMN sum BLOB CHECK (length(sum) = 32)",
    """
    CREATE TABLE journal_end (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        number INTEGER NOT NULL,
        sum BLOB NOT NULL
    ) STRICT
    """,
)
_FIND = """
    INSERT INTO searched (case_id, names, codes, notes)
    SELECT
        cases.id,
        trim(coalesce(cases.name, '') || ' ' || CASE
            WHEN preferred IS NULL OR preferred IN ('unknown', 'declined') THEN ''
            ELSE preferred
        END),
        cases.code,
        ''
    FROM cases JOIN (
        SELECT number, json_extract(document, '$.case.client.preferred_name') AS preferred
        FROM revisions
    ) AS latest ON latest.number = cases.last_change
    ORDER BY cases.opened_at, cases.last_change
"""
_CODES = """
    INSERT INTO codes_given (year, highest)
    SELECT substr(code, 1, 2), max(CAST(substr(code, 4) AS INTEGER))
    FROM cases
    WHERE code GLOB '[0-9][0-9]-[0-9][0-9][0-9][0-9]*' AND length(code) BETWEEN 7 AND 10
        AND substr(code, 4) NOT GLOB '*[^0-9]*'
    GROUP BY substr(code, 1, 2)
"""
_LINES = "SELECT number, at, who, did, case_id, letter FROM journal ORDER BY number"


def _find_what_stands(database: Database) -> None:
    database.execute(_FIND)
    database.execute(_CODES)


def _chain_what_stands(database: Database) -> None:
    number, total = 0, BEGINNING
    for number, at, who, did, case_id, letter in database.execute(_LINES).fetchall():
        subject = None if case_id is None else fingerprint(case_id)
        total = link(total, (number, at, who, did, subject, letter, None, None))
        database.execute(
            "UPDATE journal SET subject = ?, sum = ? WHERE number = ?", (subject, total, number)
        )
    database.execute("INSERT INTO journal_end VALUES (1, ?, ?)", (number, total))
