"""Levels from embeddings and isolates (X1 to X8), and what then runs together (X10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.letters.typesetting.bidi.classes import (
    EMBEDDINGS,
    ISOLATES,
    REMOVED,
    first_strong,
)

_DEEPEST = 125


@dataclass(frozen=True)
class _Status:
    """An entry of the directional status stack."""

    level: int
    override: str | None = None
    isolates: bool = False


@dataclass(frozen=True)
class RunSequence:
    """Characters that influence each other, and the direction before and after them (X10)."""

    places: tuple[int, ...]
    level: int
    before: str
    after: str


class ExplicitLevels:
    """Walks through a paragraph once; ``levels`` and ``classes`` (with overrides) come out."""

    def __init__(self, classes: Sequence[str], base: int, closed_at: Mapping[int, int]) -> None:
        self._original, self._base, self._closed_at = classes, base, closed_at
        self.classes = list(classes)
        self.levels = [base] * len(classes)
        self._stack = [_Status(base)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0
        for place, name in enumerate(classes):
            self._see(place, name)

    def _see(self, place: int, name: str) -> None:
        if name in EMBEDDINGS:
            self._mark(place, overrides=False)
            self._embed(name)
        elif name in ISOLATES:
            self._mark(place)
            self._isolate(place, name)
        elif name == "PDI":
            self._end_isolate()
            self._mark(place)
        elif name == "PDF":
            self._mark(place, overrides=False)
            self._end_embedding()
        elif name == "B":
            self.levels[place] = self._base
        else:
            self._mark(place, overrides=name != "BN")

    def _mark(self, place: int, *, overrides: bool = True) -> None:
        top = self._stack[-1]
        self.levels[place] = top.level
        if overrides and top.override:
            self.classes[place] = top.override

    def _next(self, *, backwards: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if backwards else (level + 2) & ~1

    def _embed(self, name: str) -> None:
        level = self._next(backwards=name[0] == "R")
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append(_Status(level, {"RLO": "R", "LRO": "L"}.get(name)))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _isolate(self, place: int, name: str) -> None:
        backwards = name == "RLI"
        if name == "FSI":
            end = self._closed_at.get(place, len(self._original))
            backwards = first_strong(self._original, place + 1, end) == 1
        level = self._next(backwards=backwards)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._isolates += 1
            self._stack.append(_Status(level, isolates=True))
        else:
            self._lost_isolates += 1

    def _end_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack[-1].isolates:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def _end_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1].isolates and len(self._stack) > 1:
            self._stack.pop()


def run_sequences(
    original: Sequence[str], levels: Sequence[int], base: int, closed_at: Mapping[int, int]
) -> list[RunSequence]:
    """The isolating run sequences of a paragraph (BD13, X10)."""
    kept = [place for place, name in enumerate(original) if name not in REMOVED]
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    by_start = {run[0]: run for run in runs}
    continued = {closed_at[place] for place in kept if place in closed_at}
    order = {place: number for number, place in enumerate(kept)}

    def sequence(run: list[int]) -> RunSequence:
        places = list(run)
        while (end := closed_at.get(places[-1])) is not None and end in by_start:
            places += by_start[end]
        first, last = order[places[0]], order[places[-1]]
        level = levels[places[0]]
        left = levels[kept[first - 1]] if first else base
        right = levels[kept[last + 1]] if last + 1 < len(kept) else base
        if original[places[-1]] in ISOLATES:  # it is never closed: what follows stands inside it
            right = base
        return RunSequence(tuple(places), level, _side(max(level, left)), _side(max(level, right)))

    return [sequence(run) for run in runs if run[0] not in continued]


def _side(level: int) -> str:
    return "R" if level % 2 else "L"
