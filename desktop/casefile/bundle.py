"""A case on its way to another clinic: one file, sealed under a code that is used once.

The code travels another way than the file; without it the file is noise. Outside stands
how the key is derived, bounded and authenticated. The file ends in a sum of all before
it, in this version and in each to come, so that damage is told apart from a wrong code
and from a newer Amparo. What keeps a stranger's hand out is the seal, not the sum.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from pathlib import Path

from desktop.casefile.cost import CEILING_MIB, Cost, stretch
from desktop.casefile.encoded import (
    NONCE_BYTES,
    SALT_BYTES,
    as_bytes,
    as_mapping,
    as_text,
    opened,
    sealed,
)
from desktop.casefile.folder import make_empty, put_in_place
from desktop.casefile.one_time_code import read_code
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import DiskFull, DriveFailed, FolderClosed
from desktop.domain.problems_moving import (
    BundleDamaged,
    BundleNewer,
    BundleNotSound,
    BundleNotWritten,
    BundleTooLarge,
    NotABundle,
    WrongCode,
)

ENDING = ".amparo-case"
FORMAT = "amparo-bundle/1"
COST = Cost(CEILING_MIB, 3)
_ANY = re.compile(r"amparo-bundle/[1-9]\d{0,3}")
_BEGINNING = b'{"format": "amparo-bundle/'
_SUM_BYTES = hashlib.sha256().digest_size
_MOST_TOLD = 4096
_MOST_BYTES = 256 * 1024 * 1024


def write(path: Path, inside: bytes, code: str, cost: Cost = COST) -> None:
    """Seal a case into a file, and open it again before it counts. Slow.

    Raises BundleTooLarge, BundleNotWritten or BundleNotSound; then nothing is at ``path``
    that was not there before.
    """
    content = _sealed(inside, read_code(code), cost)
    if len(content) > _MOST_BYTES:
        raise BundleTooLarge
    part = path.with_name(f".{path.name}.part")
    try:
        make_empty(part)
        with part.open("r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not _opens(part, code, inside):
            raise BundleNotSound(folder=str(path.parent))
        put_in_place(part, path)
    except (OSError, FolderClosed, DiskFull, DriveFailed) as problem:
        raise BundleNotWritten(folder=str(path.parent)) from problem
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def read(path: Path, typed: str) -> bytes:
    """What was sealed. Slow where the file is whole and the code can be one.

    Raises CodeIncomplete, CodeSlipped, NotABundle, BundleDamaged, BundleNewer or WrongCode.
    """
    code = read_code(typed)
    head, closed = _looked_at(path)
    try:
        told = json.loads(head)
        if told["format"] != FORMAT:
            newer = _ANY.fullmatch(str(told["format"]))
            raise BundleNewer(name=path.name) if newer else NotABundle(name=path.name)
        told = as_mapping(told, {"format", "salt", "nonce", *Cost.WORDS})
        salt, nonce = as_bytes(told["salt"], SALT_BYTES), as_bytes(told["nonce"], NONCE_BYTES)
        cost = Cost.read(told)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotABundle(name=path.name) from error
    inside = opened(_key(code, salt, cost), nonce, closed, head)
    if inside is None:
        raise WrongCode
    return inside


def _sealed(inside: bytes, code: str, cost: Cost) -> bytes:
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    told = {"format": FORMAT, "salt": as_text(salt), "nonce": as_text(nonce), **cost.written()}
    head = json.dumps(told).encode()
    whole = head + b"\n" + sealed(_key(code, salt, cost), nonce, inside, head)
    return whole + hashlib.sha256(whole).digest()


def _opens(path: Path, code: str, inside: bytes) -> bool:
    try:
        return read(path, code) == inside
    except (NotABundle, BundleDamaged, WrongCode):
        return False


def _looked_at(path: Path) -> tuple[bytes, bytes]:
    """What a whole bundle tells of itself, and what is sealed. Raises a Problem."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise NotABundle(name=path.name) from error
    whole, total = content[:-_SUM_BYTES], content[-_SUM_BYTES:]
    head, line, closed = whole.partition(b"\n")
    if hashlib.sha256(whole).digest() == total and line and len(head) <= _MOST_TOLD:
        return head, closed
    problem: type[Problem] = NotABundle
    if path.suffix == ENDING or content.startswith(_BEGINNING):
        problem = BundleDamaged
    raise problem(name=path.name)


def _key(code: str, salt: bytes, cost: Cost) -> bytes:
    return stretch(b"amparo one-time code " + code.encode(), salt, cost)
