"""A passphrase as bytes, and one sentence about a weak one."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from desktop.language.marks import N_

SHORTEST = 12
_FEWEST_DIFFERENT = 5

TOO_SHORT = N_(
    "Use at least 12 characters: four everyday words that do not belong together do well."
)
TOO_ALIKE = N_("Use more different characters: this repeats the same few.")
IN_ORDER = N_("Do not use characters in their order: they are the first that anybody tries.")
OWN_NAME = N_("Do not build it on your own name: it is the first that anybody tries.")


def passphrase_bytes(passphrase: str) -> bytes:
    """The same bytes for what looks the same: systems type "ñ" in different ways."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def advice(passphrase: str, name: str = "") -> str | None:
    """One sentence when a passphrase is too weak to take, else None."""
    plain = unicodedata.normalize("NFKC", passphrase).casefold()
    if len(plain) < SHORTEST:
        return TOO_SHORT
    if len(set(plain)) < _FEWEST_DIFFERENT:
        return TOO_ALIKE
    if _is_in_order(plain):
        return IN_ORDER
    rest = plain
    for part in unicodedata.normalize("NFKC", name).casefold().split():
        rest = rest.replace(part, "")
    if rest != plain and sum(map(str.isalnum, rest)) < SHORTEST - _FEWEST_DIFFERENT:
        return OWN_NAME
    return None


def _is_in_order(text: str) -> bool:
    """Whether most characters follow the one before, as in 123456789012 or abcdefghijkl."""
    steps = [ord(after) - ord(before) for before, after in pairwise(text)]
    return any(steps.count(step) >= len(steps) * 0.8 for step in (1, -1))
