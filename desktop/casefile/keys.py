"""``keys.json``: which vault it opens, and one slot for each way in.

The slow functions here are pure, for the background. A sum over the whole tells
a damaged file from a wrong passphrase; what protects it is each slot's seal.
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.casefile import slots
from desktop.casefile.cost import Cost, calibrated
from desktop.casefile.driver import KEY_BYTES
from desktop.casefile.folder import KEYS, KEYS_COPY, reaching, write_whole
from desktop.casefile.recovery import new_code, normalised
from desktop.casefile.slots import MEMBER, RECOVERY, NotASlot, Slot
from desktop.domain.problems_casefile import (
    KeysDamaged,
    KeysMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)

FORMAT = "amparo-keys/1"
_MOST_BYTES = 256 * 1024
_MOST_SLOTS = 100


@dataclass(frozen=True)
class FileKey:
    """What opens the file. ``member`` is None when the recovery code gave it."""

    data_key: bytes = field(repr=False)
    vault: str
    member: str | None


@dataclass(frozen=True)
class Keys:
    """All ways into one vault."""

    vault: str
    slots: tuple[Slot, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The names of those who have a passphrase."""
        return tuple(slot.name for slot in self.slots if slot.kind == MEMBER)


@dataclass(frozen=True)
class NewKeys:
    """The keys of a file that is about to be made, and the code for its recovery sheet."""

    keys: Keys
    file_key: FileKey
    recovery_code: str = field(repr=False)


def new_keys(name: str, passphrase: str, cost: Cost | None = None) -> NewKeys:
    """Keys for a new file and its first member. Slow; a cost that is not given is measured."""
    data_key, vault, code = os.urandom(KEY_BYTES), uuid.uuid4().hex, new_code()
    recovery = slots.for_recovery(data_key, vault, code)
    file_key = FileKey(data_key, vault, name)
    keys = with_member(Keys(vault, (recovery,)), file_key, name, passphrase, cost)
    return NewKeys(keys, file_key, code)


def with_member(
    keys: Keys, file_key: FileKey, name: str, passphrase: str, cost: Cost | None = None
) -> Keys:
    """The keys with one more member's slot. Slow."""
    assert file_key.vault == keys.vault
    slot = slots.for_member(file_key.data_key, keys.vault, name, passphrase, cost or calibrated())
    return replace(keys, slots=(*keys.slots, slot))


def derive(keys: Keys, passphrase: str, name: str | None = None) -> FileKey:
    """What the passphrase opens: the slot of that member, or any. Slow.

    Raises WrongPassphrase.
    """
    for slot in keys.slots:
        if slot.kind == MEMBER and name in (None, slot.name):
            data_key = slots.opened_by_passphrase(slot, keys.vault, passphrase)
            if data_key is not None:
                return FileKey(data_key, keys.vault, slot.name)
    raise WrongPassphrase


def derive_from_recovery(keys: Keys, typed: str) -> FileKey:
    """What the recovery code opens. Raises RecoveryCodeIncomplete or WrongRecoveryCode."""
    code = normalised(typed)
    for slot in keys.slots:
        if slot.kind == RECOVERY:
            data_key = slots.opened_by_recovery(slot, keys.vault, code)
            if data_key is not None:
                return FileKey(data_key, keys.vault, None)
    raise WrongRecoveryCode


def read_keys(folder: Path) -> Keys:
    """The keys that stand in a folder, from their copy where the first is spoilt.

    Raises KeysMissing or KeysDamaged.
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


def mend(folder: Path) -> None:
    """Write the spoilt or missing one of keys.json and its copy again, from the sound one."""
    sound = text_of(read_keys(folder))
    for name in (KEYS, KEYS_COPY):
        if _content(folder / name) != sound:
            write_whole(folder / name, sound)


def text_of(keys: Keys) -> bytes:
    """What stands in keys.json."""
    told: dict[str, object] = {
        "format": FORMAT,
        "vault": keys.vault,
        "slots": [slot.written() for slot in keys.slots],
    }
    return json.dumps({**told, "sum": _sum(told)}, indent=1).encode()


def keys_of(content: bytes) -> Keys:
    """The keys that a file's content tells. Raises NotASlot for anything else."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotASlot from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise NotASlot
    vault, held, total = told.get("vault"), told.get("slots"), told.pop("sum", None)
    if total != _sum(told) or not isinstance(vault, str) or not isinstance(held, list):
        raise NotASlot
    if not 0 < len(held) <= _MOST_SLOTS:
        raise NotASlot
    return Keys(vault, tuple(slots.read_slot(slot) for slot in held))


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
