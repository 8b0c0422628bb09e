"""The only way to the tables: whole errands, kept or undone as one.

Nothing writes on the raw connection: there an INSERT leaves a transaction
open, and everything after it is lost when the program ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.casefile.faults import told

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | bytes | None


class Errands:
    """Reads and writes of one open file."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    @contextmanager
    def errand(self) -> Iterator[None]:
        """Keep all that is written inside, or none of it. Errands may lie in one another."""
        inside_another = self._database.conn.in_transaction
        with told(self._folder), self._database.atomic():
            yield
        assert inside_another or not self._database.conn.in_transaction

    def write(self, statement: str, values: Sequence[Value]) -> int:
        """Run one statement inside an errand; the number of the row it added."""
        assert self._database.conn.in_transaction, "write inside an errand"
        return self._database.execute(statement, values).lastrowid or 0

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """What a statement finds. The tables are STRICT: they vouch for each column's type."""
        with told(self._folder):
            return self._database.execute(statement, values).fetchall()

    def close(self) -> None:
        """Write everything home and let go of the file."""
        with told(self._folder):
            self._database.close()
