"""The only way to the tables: whole errands, kept or undone as one.

Nothing writes on the raw connection: there an INSERT leaves a transaction
open, and everything after it is lost when the program ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.casefile.faults import told

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")
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

    def over_whole(self, work: Callable[[Database], T]) -> T:
        """Do something to the file as a whole; no errand can be under way."""
        assert not self._database.conn.in_transaction, "the whole file waits for the errand"
        with told(self._folder):
            done = work(self._database)
        assert not self._database.conn.in_transaction
        return done

    def let_go(self) -> Database:
        """The connection, for work after which it is closed; ``go_on_with`` has to follow."""
        assert not self._database.conn.in_transaction, "the whole file waits for the errand"
        return self._database

    def go_on_with(self, database: Database) -> None:
        """Take another connection to the same file."""
        self._database = database

    def close(self) -> None:
        """Write everything home and let go of the file."""
        with told(self._folder):
            self._database.close()
