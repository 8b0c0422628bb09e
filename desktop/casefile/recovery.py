"""The recovery code: 160 random bits on a sheet of paper, in letters that are hard to misread."""

from __future__ import annotations

import secrets
import unicodedata

from desktop.domain.problems_casefile import RecoveryCodeIncomplete

# No I, L, O and U: each is read as another.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("ILOU", "110V")
_LENGTH = 32
_GROUP = 4


def new_code() -> str:
    """A code as it is printed: 8 groups of 4."""
    return _grouped("".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)))


def normalised(typed: str) -> str:
    """The code that was meant, as it is printed. Raises RecoveryCodeIncomplete."""
    upper = unicodedata.normalize("NFKC", typed).upper().translate(_MEANT)
    read = "".join(character for character in upper if character in _LETTERS)
    stray = any(character.isalnum() and character not in _LETTERS for character in upper)
    if stray or len(read) != _LENGTH:
        raise RecoveryCodeIncomplete(expected=str(_LENGTH), typed=str(len(read)))
    return _grouped(read)


def is_same_code(code: str, typed: str) -> bool:
    """Whether the code was typed back rightly."""
    try:
        return secrets.compare_digest(code, normalised(typed))
    except RecoveryCodeIncomplete:
        return False


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))
