"""Codes in letters that are hard to misread: the recovery code, 160 random bits on a sheet."""

from __future__ import annotations

import secrets
import unicodedata

from desktop.domain.problems_casefile import RecoveryCodeIncomplete

# No I, L, O and U: each is read as another.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans("ILOU", "110V")
_LENGTH = 32
_GROUP = 4


def new_code() -> str:
    """A code as it is printed: 8 groups of 4."""
    return grouped(random_letters(_LENGTH))


def normalised(typed: str) -> str:
    """The code that was meant, as it is printed. Raises RecoveryCodeIncomplete."""
    code, read = meant(typed, _LENGTH)
    if code is None:
        raise RecoveryCodeIncomplete(expected=str(_LENGTH), typed=str(read))
    return code


def is_same_code(code: str, typed: str) -> bool:
    """Whether the code was typed back rightly."""
    try:
        return secrets.compare_digest(code, normalised(typed))
    except RecoveryCodeIncomplete:
        return False


def random_letters(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def meant(typed: str, length: int) -> tuple[str | None, int]:
    """The code of that length that was meant, None where there is none; how much can be read."""
    upper = unicodedata.normalize("NFKC", typed).upper().translate(_MEANT)
    read = "".join(character for character in upper if character in LETTERS)
    stray = any(character.isalnum() and character not in LETTERS for character in upper)
    return (None if stray or len(read) != length else grouped(read)), len(read)


def grouped(letters: str) -> str:
    """Letters in groups of 4, as they are printed and read out."""
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
