"""What a rule says: one word where the facts are known, else every word that it may be.

Over several acts or spells the gravest word counts: an allowed act does not wash
another.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from desktop.domain.findings import Outcome, Strength
from desktop.rules.frames import Frame
from desktop.rules.rule import Said

GRAVITY: tuple[Said, ...] = (
    (Outcome.BROKEN, Strength.STRONG),
    (Outcome.BROKEN, Strength.ARGUABLE),
    (Outcome.UNSETTLED, None),
    (Outcome.ALLOWS, None),
    (Outcome.PROTECTS, None),
    (Outcome.ALERT, None),
    (Outcome.NOT_YET, None),
    (Outcome.NOT_IN_FORCE, None),
    (Outcome.NOT_COVERED, None),
)
_RANK = {said: rank for rank, said in enumerate(GRAVITY)}


class Judged(NamedTuple):
    """What a rule can still say of a case, what to ask, and the frame to explain it by."""

    said: frozenset[Said]
    asks: tuple[str, ...]
    frame: Frame
    by_nobody: bool = False

    @property
    def outcome(self) -> Outcome:
        return summed(self.said).outcome

    @property
    def strength(self) -> Strength | None:
        return summed(self.said).strength


class Summed(NamedTuple):
    """What is left to say, in one word, and every outcome that it may be."""

    outcome: Outcome
    strength: Strength | None
    possible: tuple[Outcome, ...]
    word: str
    words: frozenset[str]


@cache
def summed(said: frozenset[Said]) -> Summed:
    """Of each set once: there are few, and every finding asks."""
    words = frozenset(outcome.value for outcome, _ in said)
    possible = tuple(dict.fromkeys(outcome for outcome, _ in GRAVITY if outcome.value in words))
    if len(said) != 1:
        return Summed(Outcome.OPEN, None, possible, Outcome.OPEN.value, words)
    ((outcome, strength),) = said
    return Summed(outcome, strength, possible, outcome.value, words)


def together(each: Iterable[frozenset[Said]]) -> frozenset[Said]:
    """What several frames say together: for every combination, the gravest word."""
    together: frozenset[Said] | None = None
    for leaves in each:
        together = (
            leaves
            if together is None
            else frozenset(min(a, b, key=_RANK.__getitem__) for a in together for b in leaves)
        )
    return together if together is not None else frozenset()


def asked(said: frozenset[Said], each: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    if len(said) == 1:
        return ()
    return tuple(dict.fromkeys(key for asks in each for key in asks))


def gravest(heard: list[tuple[Frame, frozenset[Said], tuple[str, ...]]]) -> Frame:
    """The frame by which to explain: the one that says the gravest thing."""
    return min(heard, key=lambda item: min(_RANK[said] for said in item[1]))[0]
