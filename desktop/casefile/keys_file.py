"""``keys.json`` and its copy: which vault they open, and one entry for each way in.

A sum over the whole tells a damaged file from a wrong passphrase; what protects
it is the seal of each entry.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from desktop.casefile.encoded import NotASlot
from desktop.casefile.folder import KEYS, KEYS_COPY, reaching, write_whole
from desktop.casefile.keys import Keys
from desktop.casefile.letterbox import read_box
from desktop.casefile.slots import read_slot
from desktop.domain.problems_casefile import FileNewer, KeysDamaged, KeysMissing

FORMAT = "amparo-keys/2"
_FIRST = "amparo-keys/1"
_ANY = re.compile(r"amparo-keys/[1-9]\d{0,3}")
_MOST_BYTES = 256 * 1024
_MOST_WAYS = 100


def read_keys(folder: Path) -> Keys:
    """The keys that stand in a folder, from their copy where the first is spoilt.

    Raises KeysMissing, KeysDamaged or FileNewer.
    """
    stood = False
    for name in (KEYS, KEYS_COPY):
        content = _content(folder / name)
        if content is None:
            continue
        stood = True
        try:
            return keys_of(content)
        except NotASlot:
            continue
    if stood:
        raise KeysDamaged
    raise KeysMissing(folder=str(folder))


def write_keys(folder: Path, keys: Keys) -> None:
    """Put the keys in place, the copy first: cut short, one of the two is whole."""
    content = text_of(keys)
    for name in (KEYS_COPY, KEYS):
        if _content(folder / name) != content:
            write_whole(folder / name, content)


def text_of(keys: Keys) -> bytes:
    """What stands in keys.json."""
    told: dict[str, object] = {
        "format": FORMAT,
        "vault": keys.vault,
        "slots": [slot.written() for slot in keys.slots] + [box.written() for box in keys.boxes],
    }
    return json.dumps({**told, "sum": _sum(told)}, indent=1).encode()


def keys_of(content: bytes) -> Keys:
    """The keys that a file's content tells. Raises NotASlot for anything else, or FileNewer."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotASlot from error
    if not isinstance(told, dict):
        raise NotASlot
    written, total = told.get("format"), told.pop("sum", None)
    if total != _sum(told):
        raise NotASlot
    if written not in (FORMAT, _FIRST):
        raise FileNewer if isinstance(written, str) and _ANY.fullmatch(written) else NotASlot
    vault, held = told.get("vault"), told.get("slots")
    if not isinstance(vault, str) or not isinstance(held, list) or not 0 < len(held) <= _MOST_WAYS:
        raise NotASlot
    boxes = [way for way in held if isinstance(way, dict) and way.get("kind") == "letterbox"]
    keys = Keys(
        vault,
        tuple(read_slot(way) for way in held if way not in boxes),
        tuple(map(read_box, boxes)),
    )
    if len(set(keys.members)) != len(keys.members):
        raise NotASlot
    return keys


def _content(path: Path) -> bytes | None:
    """A file's content, None where there is none; of a huge one only enough to be refused."""
    with reaching(path.parent):
        try:
            with path.open("rb") as file:
                return file.read(_MOST_BYTES)
        except FileNotFoundError:
            return None


def _sum(told: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
