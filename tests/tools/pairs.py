"""Few rows in which every two values of two things meet at least once.

Greedy: each row begins with a pair that is still wanted, and takes for every other
thing the value that brings most wanted pairs. The same rows each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

Row = dict[str, object]
_Pair = tuple[tuple[str, object], tuple[str, object]]


def pairwise_rows(things: Mapping[str, Sequence[object]]) -> Iterator[Row]:
    """Rows that cover every pair of values."""
    wanted = dict.fromkeys(every_pair(things))
    while wanted:
        row: Row = dict(next(iter(wanted)))
        for name, values in things.items():
            if name not in row:
                row[name] = max(values, key=lambda value: _brought(row, name, value, wanted))
        for pair in pairs_in(row, things):
            wanted.pop(pair, None)
        yield row


def every_pair(things: Mapping[str, Sequence[object]]) -> Iterator[_Pair]:
    """Each value of one thing with each value of another."""
    for one, other in combinations(things, 2):
        for first in things[one]:
            for second in things[other]:
                yield (one, first), (other, second)


def pairs_in(row: Row, things: Mapping[str, Sequence[object]]) -> Iterator[_Pair]:
    """The pairs that a row covers."""
    for one, other in combinations(things, 2):
        yield (one, row[one]), (other, row[other])


def _brought(row: Row, name: str, value: object, wanted: Mapping[_Pair, None]) -> int:
    mine = (name, value)
    return sum((mine, there) in wanted or (there, mine) in wanted for there in row.items())
