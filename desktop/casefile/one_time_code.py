"""The code that opens one moved case: told by telephone, typed back, used once.

Sixteen signs that are hard to mishear or misread; the last one checks the others. One
wrong sign, or two that changed places, can never give another right code, so a slip is
told at once and apart from a code that belongs to another file.
"""

from __future__ import annotations

from desktop.casefile.recovery import LETTERS, grouped, meant, random_letters
from desktop.domain.problems_moving import CodeIncomplete, CodeSlipped

LENGTH = 16  # 75 bits of chance, and the time of Argon2id for each try


def new_code() -> str:
    """A code in 4 groups of 4, the last sign of which checks the others."""
    letters = random_letters(LENGTH - 1)
    return grouped(letters + LETTERS[_remainder(letters + LETTERS[0])])


def read_code(typed: str) -> str:
    """The code that was meant. Raises CodeIncomplete or CodeSlipped."""
    code, read = meant(typed, LENGTH)
    if code is None:
        raise CodeIncomplete(expected=str(LENGTH), typed=str(read))
    if _remainder(code.replace("-", "")):
        raise CodeSlipped
    return code


def _remainder(letters: str) -> int:
    """A sum in the field of 32 elements, each place weighted by another power of 2.

    No two of 31 places weigh the same, which is why an exchange shows.
    """
    total = 0
    for letter in letters:
        total = _doubled(total) ^ LETTERS.index(letter)
    return total


def _doubled(value: int) -> int:
    """Twice a value, by the polynomial x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value
