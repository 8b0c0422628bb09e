"""How one line of the journal hangs on the line before it.

A line's sum is made of the sum before it and of all that the line says, so a line
that was removed or changed breaks every sum after it. A case enters by a
fingerprint of its id: after a purge the line still holds, and names no case.

What is worked out here stands in every case file and never changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

BEGINNING = bytes(32)


def fingerprint(case_id: str) -> str:
    """What is left of a case's id once it was purged. Ids are random: none can be guessed."""
    return hashlib.sha256(f"amparo case {case_id}".encode()).hexdigest()


def link(before: bytes, told: Sequence[str | int | None]) -> bytes:
    """The sum of a line: its number, when, who, what, fingerprint, letter, whom, copies."""
    text = json.dumps(list(told), separators=(",", ":")).encode()
    return hashlib.sha256(before + text).digest()
