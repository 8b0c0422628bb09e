"""Which cases were purged, told outside the encrypted file too: fingerprints, no names.

A backup that was made before a purge still holds the person. When it is brought back
after the file itself was lost, this is all that is left to say that they must not
come back. It lies in the file's folder, and beside the backups that could be reached.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from desktop.casefile.folder import PURGED, write_whole

_FORMAT = "amparo-purged/1"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_MOST_BYTES = 64 * 1024 * 1024


def read_purged(folder: Path) -> frozenset[str]:
    """What stands in a folder; nothing where there is no list or it cannot be read."""
    try:
        with (folder / PURGED).open("rb") as file:
            told = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    listed = told.get("purged") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        return frozenset()
    return frozenset(one for one in listed if isinstance(one, str) and _FINGERPRINT.fullmatch(one))


def add_purged(folder: Path, purged: Iterable[str]) -> None:
    """Add to the list in a folder. Raises a Problem where it cannot be written."""
    before = read_purged(folder)
    all_of_them = before.union(purged)
    if all_of_them != before:
        told = {"format": _FORMAT, "purged": sorted(all_of_them)}
        write_whole(folder / PURGED, json.dumps(told, indent=0).encode())
