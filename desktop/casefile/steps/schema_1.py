"""The first schema: the file itself, cases with their revisions, letters, the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def schema_1(database: Database) -> None:
    """The file itself, cases with their revisions, letters as handed over, the journal."""
    database.execute("""
        CREATE TABLE vault (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            id TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT
    """)
    database.execute("""
        CREATE TABLE cases (
            id TEXT PRIMARY KEY NOT NULL,
            code TEXT NOT NULL UNIQUE,
            name TEXT,
            custodian TEXT,
            language TEXT,
            revision INTEGER NOT NULL,
            opened_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            last_change INTEGER NOT NULL UNIQUE
                REFERENCES revisions (number) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
    """)
    database.execute("""
        CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
            revision INTEGER NOT NULL,
            document TEXT NOT NULL CHECK (json_valid(document)),
            kept_at TEXT NOT NULL,
            UNIQUE (case_id, revision)
        ) STRICT
    """)
    database.execute("""
        CREATE TABLE letters (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            kind TEXT NOT NULL,
            language TEXT NOT NULL,
            sheet TEXT NOT NULL,
            digest TEXT NOT NULL,
            handed_over_at TEXT NOT NULL,
            pdf BLOB NOT NULL,
            FOREIGN KEY (case_id, revision) REFERENCES revisions (case_id, revision)
        ) STRICT
    """)
    database.execute("CREATE INDEX letters_of_a_case ON letters (case_id)")
    database.execute("""
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            did TEXT NOT NULL,
            case_id TEXT,
            letter INTEGER
        ) STRICT
    """)
    database.execute("CREATE INDEX journal_of_a_case ON journal (case_id)")
