"""What a rule may look at: each a variable with finitely many cells.

A fact's cells are its words; of a place, the places that rules tell apart, and another.
A number is cut into cells at the limits that rules name, a governing date at the days on
which the law changed. "Some paper that ..." is one yes-or-no variable, as is every
comparison of times. Closed on purpose: no expressions, no arithmetic.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import combinations_with_replacement
from typing import ClassVar, Literal

from desktop.domain.moments import start_of
from desktop.domain.question import Question

YES_OR_NO: tuple[Hashable, ...] = (True, False)
ANOTHER = "another"
"""The cell of every place that no rule tells apart from others."""


@dataclass(frozen=True)
class MoreThan:
    """What a number of an entry must be."""

    limit: int


@dataclass(frozen=True)
class Since:
    """The day on which a day of an entry must lie, or after which."""

    day: date


@dataclass(frozen=True)
class Mentions:
    """Names one of which a text of an entry must hold, as whole words and in any case."""

    names: tuple[str, ...]


Wanted = frozenset[Hashable] | MoreThan | Since | Mentions
Where = tuple[tuple[str, Wanted, bool], ...]
"""For each field of an entry: its name, the values, and whether they are unwanted."""


@dataclass(frozen=True)
class Fact:
    """A fact of the case, or of the spell or act that the rule looks at."""

    key: str
    cells: tuple[Hashable, ...]
    asks: str
    asked: Question | None = field(default=None, compare=False, repr=False)
    """The question that a pack brings for it, if one does."""

    def __hash__(self) -> int:
        return hash(self.key)

    @cached_property
    def everything(self) -> frozenset[Hashable]:
        """All cells: what is possible where nobody says anything."""
        return frozenset(self.cells)

    @cached_property
    def of_a_frame(self) -> bool:
        """Whether each act or spell has its own; what is of the case is the same for all."""
        return self.key in ("actor", "kept", "custody.town") or self.key.startswith("act.")

    @cached_property
    def alone(self) -> Mapping[Hashable, frozenset[Hashable]]:
        """For each cell the set of that cell alone: what is possible where it is the answer."""
        return {cell: frozenset((cell,)) for cell in self.cells}


@dataclass(frozen=True)
class Place(Fact):
    """A fact whose answer is one of many places; ``cells`` are those that rules tell apart."""

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True)
class Number:
    """How many of the limits a number exceeds; the limits are those that rules name."""

    asks: str
    limits: tuple[int, ...]
    asked: Question | None = field(default=None, compare=False, repr=False)
    of_a_frame: ClassVar[bool] = False

    @cached_property
    def cells(self) -> tuple[Hashable, ...]:
        return tuple(range(len(self.limits) + 1))

    @property
    def key(self) -> str:
        return self.asks

    def above(self, limit: int) -> frozenset[Hashable]:
        """The cells of the numbers that are more than one of the limits."""
        return frozenset(self.cells[self.limits.index(limit) + 1 :])


@dataclass(frozen=True)
class OfList:
    """Whether some (or every) entry of a list fits; lists are open unless known to be whole."""

    quantifier: Literal["some", "every"]
    list_name: str
    where: Where
    cells: tuple[Hashable, ...] = YES_OR_NO
    of_a_frame: ClassVar[bool] = False

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.quantifier, self.list_name, self.where))

    @property
    def asks(self) -> str:
        return self.list_name

    @property
    def key(self) -> str:
        return f"{self.quantifier} {self.list_name}"


@dataclass(frozen=True)
class Heard:
    """Whether another rule says one of these outcomes of the whole case, over all its acts."""

    rule: str
    outcomes: frozenset[str]
    cells: tuple[Hashable, ...] = YES_OR_NO
    of_a_frame: ClassVar[bool] = False

    @property
    def asks(self) -> str:
        return ""

    @property
    def key(self) -> str:
        return f"{self.rule} says {' or '.join(sorted(self.outcomes))}"


@dataclass(frozen=True)
class Elapsed:
    """Whether more than so many hours lie between a fact and the end of this custody or now.

    ``reached`` counts the very instant at which the hours have run out, too: a wait is
    over then, and nothing is overdue yet.
    """

    start: str
    hours: int
    reached: bool = False
    cells: tuple[Hashable, ...] = YES_OR_NO
    asked: Question | None = field(default=None, compare=False, repr=False)
    of_a_frame: ClassVar[bool] = True

    @property
    def asks(self) -> str:
        return self.start

    @property
    def key(self) -> str:
        return f"{'' if self.reached else 'more than '}{self.hours} hours since {self.start}"


@dataclass(frozen=True)
class LawDate:
    """In which stretch the governing date lies; stretch n begins at ``changes[n - 1]``."""

    governed_by: Literal["custody", "act", "release", "as_of"]
    changes: tuple[date, ...]

    @cached_property
    def of_a_frame(self) -> bool:
        """Each act and each spell has a day of its own."""
        return self.governed_by in ("custody", "act")

    @cached_property
    def cells(self) -> tuple[Hashable, ...]:
        return tuple(range(len(self.changes) + 1))

    def since(self, day: date) -> frozenset[Hashable]:
        """The stretches from one of the changes on."""
        return frozenset(self.cells[self.changes.index(day) + 1 :])

    @cached_property
    def starts(self) -> tuple[datetime, ...]:
        """00:00 in New York of each day on which the law changed."""
        return tuple(start_of(day) for day in self.changes)

    def between(self, earliest: datetime | None, latest: datetime | None) -> frozenset[Hashable]:
        """The stretches in which a moment between the two may lie."""
        first = 0 if earliest is None else bisect_right(self.starts, earliest)
        last = len(self.starts) if latest is None else bisect_right(self.starts, latest)
        return self._runs[first, last]

    @cached_property
    def _runs(self) -> Mapping[tuple[int, int], frozenset[Hashable]]:
        runs = combinations_with_replacement(range(len(self.changes) + 1), 2)
        return {(first, last): frozenset(range(first, last + 1)) for first, last in runs}

    @property
    def asks(self) -> str:
        return {
            "custody": "release.held_until",
            "act": "acts",
            "release": "release.at",
        }.get(self.governed_by, "as_of")

    @property
    def key(self) -> str:
        return f"law date of {self.governed_by}"


Variable = Fact | Number | OfList | Heard | Elapsed | LawDate
