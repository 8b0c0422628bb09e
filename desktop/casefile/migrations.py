"""The schema, as the steps that made it, each taken whole or not at all.

Append only: a step that was released is never edited, and each has one real
file of its time in the tests. The names of the steps stand in every case file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from desktop.casefile.steps.schema_1 import schema_1
from desktop.casefile.steps.schema_2 import schema_2
from desktop.casefile.whole import references_hold
from desktop.domain.problems_casefile import FileDamaged, FileNewer

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

NAME = "casefile"
Step = Callable[["Database"], None]
STEPS: tuple[Step, ...] = (schema_1, schema_2)


def steps_missing(database: Database) -> bool:
    """Whether the file is of an earlier Amparo."""
    return bool(_migrations(STEPS).pending(database))


def bring_up_to_date(database: Database, steps: tuple[Step, ...] = STEPS) -> None:
    """Take the steps that are missing."""
    _migrations(steps).apply(database)


def refuse_strangers(database: Database) -> None:
    """Refuse a file that no Amparo made, and one that a newer Amparo took further."""
    taken = {step.name for step in _migrations(STEPS).applied(database)}
    if not taken:
        raise FileDamaged
    if taken - {step.__name__ for step in STEPS}:
        # sqlite-utils would go on without a word, and write what the newer one cannot read.
        raise FileNewer


def _migrations(steps: tuple[Step, ...]) -> Migrations:
    from sqlite_utils import Migrations  # noqa: PLC0415 - heavy

    migrations = Migrations(NAME)
    for step in steps:
        migrations()(_checked(step))
    return migrations


def _checked(step: Step) -> Step:
    """The step, undone when what it leaves is not sound or a trigger is gone.

    sqlite-utils' ``transform`` drops all triggers of a table and does not make them
    again: search would no longer hear of new cases, and say nothing.
    """

    @wraps(step)
    def taken(database: Database) -> None:
        before = set(database.triggers_dict)
        step(database)
        gone = before - set(database.triggers_dict)
        assert not gone, f"{step.__name__} lost triggers: {', '.join(sorted(gone))}"
        assert references_hold(database), f"{step.__name__} broke references or an index"

    return taken
