"""What it costs to try one passphrase: Argon2id's memory and passes.

High enough that guessing at a stolen file is slow, bounded so that a file that
was tampered with cannot exhaust the memory of the computer that opens it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from desktop.casefile.encoded import NotASlot, as_number

FLOOR_MIB = 64
CEILING_MIB = 256
MOST_PASSES = 32
MOST_LANES = 4
_SECONDS = 1.0
_GOOD_PASSES = 3  # RFC 9106 has three passes wherever memory is not plentiful
_STEP_MIB = 8


@dataclass(frozen=True)
class Cost:
    """Parameters of Argon2id. None outside the bounds can be made."""

    WORDS: ClassVar[tuple[str, ...]] = ("mib", "passes", "lanes")

    mib: int
    passes: int
    lanes: int = 1

    def __post_init__(self) -> None:
        if not (
            FLOOR_MIB <= self.mib <= CEILING_MIB
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        ):
            raise ValueError("a cost outside the bounds")

    @classmethod
    def read(cls, told: Mapping[str, object]) -> Self:
        """The cost that a file tells. Raises NotASlot for one that could not be made."""
        mib, passes, lanes = (as_number(told[word]) for word in cls.WORDS)
        try:
            return cls(mib, passes, lanes)
        except ValueError as error:
            raise NotASlot from error

    def written(self) -> dict[str, object]:
        return {word: getattr(self, word) for word in self.WORDS}


CHEAPEST = Cost(FLOOR_MIB, 1)


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key that a secret gives at this cost. Slow, and a function of its values."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    return Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.mib * 1024,
    ).derive(secret)


def calibrated() -> Cost:
    """The cost of about a second on this computer."""
    stretch(b"warm up", bytes(16), CHEAPEST)
    start = time.perf_counter()
    stretch(b"measure", bytes(16), CHEAPEST)
    return cost_of_a_second(time.perf_counter() - start)


def cost_of_a_second(seconds_for_cheapest: float) -> Cost:
    """Memory first, up to the ceiling, then passes; a slow computer gets fewer passes last."""
    work = round(FLOOR_MIB * _SECONDS / seconds_for_cheapest)  # in MiB passed over
    if work >= CEILING_MIB * _GOOD_PASSES:
        return Cost(CEILING_MIB, min(MOST_PASSES, work // CEILING_MIB))
    if work >= FLOOR_MIB * _GOOD_PASSES:
        return Cost(work // _GOOD_PASSES // _STEP_MIB * _STEP_MIB, _GOOD_PASSES)
    return Cost(FLOOR_MIB, max(1, work // FLOOR_MIB))
