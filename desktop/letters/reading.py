"""Strict reading of a letter's tables: each thing that is wrong is told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.documents import nearest
from desktop.domain.problems_letters import TemplateRefused
from desktop.letters.conditions import Condition, NotUnderstood, read_condition
from desktop.letters.subjects import SUBJECTS


@dataclass(frozen=True)
class Table:
    """A table of a letter's file, and where it stands."""

    values: Mapping[str, Any]
    place: str
    subjects: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: SUBJECTS)

    def refused(self, name: str, wrong: str, right: str) -> TemplateRefused:
        return TemplateRefused(f"{self.place}, {name}", wrong, right)

    def allows(self, *names: str) -> None:
        for name in self.values:
            if name not in names:
                guess = nearest(name, names)
                raise self.refused(name, "unknown key", f"Did you mean {guess or names[0]}")

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if not isinstance(value, str) or not value:
            raise self.refused(name, "is not text", "Write it in quotation marks")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refused(name, "is not a list of texts", "Write it in square brackets")
        return tuple(value)

    def number(self, name: str, allowed: tuple[int, ...]) -> int:
        value = self.values.get(name)
        if not isinstance(value, int) or value not in allowed:
            listed = ", ".join(map(str, allowed))
            raise self.refused(name, f"{value!r} is not known", f"One of: {listed}")
        return value

    def word(self, name: str, allowed: Iterable[str], otherwise: str | None = None) -> str:
        value = self.values.get(name, otherwise)
        if value not in allowed:
            raise self.refused(name, f"{value!r} is not known", f"One of: {', '.join(allowed)}")
        return str(value)

    def condition(self) -> Condition:
        try:
            return read_condition(self.texts("when"), self.texts("one_of"), self.subjects)
        except NotUnderstood as wrong:
            raise self.refused("when", wrong.wrong, wrong.right) from wrong


def tables_of(table: Table, name: str) -> tuple[Table, ...]:
    """The tables of a list, each with its own place."""
    found = table.values.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise table.refused(name, "is not a list of tables", f"Write [[{name}]]")
    return tuple(
        Table(
            each, f"{table.place}, {name} {number} {each.get('key', '')}".rstrip(), table.subjects
        )
        for number, each in enumerate(found, 1)
    )
