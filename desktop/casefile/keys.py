"""All ways into one file: each member's letterbox, and the slot of the recovery code.

Everything here is a function of values, for the background; what is slow says so.
A change of the data key has a number, its generation. While it is under way the
ways in hold both keys, so that the file opens whichever of them it is under.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, field, replace

from desktop.casefile import letterbox, slots
from desktop.casefile.codec import storable
from desktop.casefile.cost import Cost, calibrated
from desktop.casefile.driver import KEY_BYTES
from desktop.casefile.encoded import LONGEST_NAME
from desktop.casefile.letterbox import SEAL_BYTES, Letterbox
from desktop.casefile.recovery import new_code, normalised
from desktop.casefile.slots import MEMBER, RECOVERY, Slot
from desktop.domain.problems_casefile import WrongPassphrase, WrongRecoveryCode
from desktop.domain.problems_members import MemberMustOpenFirst, MembersFull, NameRefused

_MOST_MEMBERS = 90


@dataclass(frozen=True)
class FileKey:
    """What opens the file. ``member`` is None when the recovery code gave it.

    ``other`` is there while a change of the key was cut short: the file is under one
    of the two. ``old_slot`` is a slot of the first Amparo with the key that opened it.
    """

    data_key: bytes = field(repr=False)
    vault: str
    member: str | None
    generation: int = 0
    seal: bytes | None = field(default=None, repr=False)
    other: FileKey | None = field(default=None, repr=False)
    old_slot: tuple[Slot, bytes] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Keys:
    """All ways into one vault. ``slots`` are recovery's, and members' of the first Amparo."""

    vault: str
    slots: tuple[Slot, ...]
    boxes: tuple[Letterbox, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The names of those who have a passphrase."""
        old = (slot.name for slot in self.slots if slot.kind == MEMBER)
        return (*old, *(box.name for box in self.boxes))

    @property
    def generations(self) -> frozenset[int]:
        held = (box.generations for box in self.boxes)
        return frozenset({slot.generation for slot in self.slots}.union(*held))

    def box(self, name: str) -> Letterbox | None:
        return next((box for box in self.boxes if box.name == name), None)

    def of_generation(self, number: int) -> Keys:
        """Only what opens a file of that generation."""
        boxes = (
            replace(box, held=tuple(put for put in box.held if put.generation == number))
            for box in self.boxes
        )
        return replace(
            self,
            slots=tuple(slot for slot in self.slots if slot.generation == number),
            boxes=tuple(box for box in boxes if box.held),
        )

    def without(self, name: str) -> Keys:
        """The ways in of everybody else."""
        return replace(
            self,
            slots=tuple(slot for slot in self.slots if (slot.kind, slot.name) != (MEMBER, name)),
            boxes=tuple(box for box in self.boxes if box.name != name),
        )


@dataclass(frozen=True)
class NewKeys:
    """The keys of a file that is about to be made, and the code for its recovery sheet."""

    keys: Keys
    file_key: FileKey
    recovery_code: str = field(repr=False)


@dataclass(frozen=True)
class KeyChange:
    """A new data key: the ways in while the file is brought under it, and afterwards."""

    meanwhile: Keys
    afterwards: Keys
    file_key: FileKey


def new_keys(name: str, passphrase: str, cost: Cost | None = None) -> NewKeys:
    """Keys for a new file and its first member. Slow; a cost that is not given is measured."""
    data_key, vault, code = os.urandom(KEY_BYTES), uuid.uuid4().hex, new_code()
    file_key = FileKey(data_key, vault, name, 0, os.urandom(SEAL_BYTES))
    recovery = slots.for_recovery(data_key, vault, code)
    keys = with_member(Keys(vault, (recovery,)), file_key, name, passphrase, cost)
    return NewKeys(keys, file_key, code)


def with_member(
    keys: Keys, key: FileKey, name: str, passphrase: str, cost: Cost | None = None
) -> Keys:
    """The keys with a box for this member, instead of the one they had. Slow."""
    return with_box(keys, empty_box(key, name, passphrase, cost or calibrated()), key)


def empty_box(key: FileKey, name: str, passphrase: str, cost: Cost) -> Letterbox:
    """A box for this member, with nothing in it yet. Slow; raises NameRefused."""
    assert key.seal is not None
    if not 0 < len(name) <= LONGEST_NAME or name != storable(name):
        raise NameRefused(most=str(LONGEST_NAME))
    return letterbox.new_box(key.vault, name, passphrase, cost, key.seal)


def with_box(keys: Keys, box: Letterbox, key: FileKey) -> Keys:
    """The keys with this box instead of the one of that name, nothing in it but the data key."""
    assert key.seal is not None
    box = letterbox.put_in(
        replace(box, held=()), keys.vault, key.seal, key.generation, key.data_key
    )
    others = keys.without(box.name)
    if len(others.members) >= _MOST_MEMBERS:
        raise MembersFull(most=str(_MOST_MEMBERS))
    return replace(others, boxes=(*others.boxes, box))


def with_recovery(keys: Keys, key: FileKey, code: str) -> Keys:
    """The keys with this recovery code instead of the one before."""
    others = tuple(slot for slot in keys.slots if slot.kind != RECOVERY)
    slot = slots.for_recovery(key.data_key, keys.vault, code, key.generation)
    return replace(keys, slots=(slot, *others))


def changed_key(keys: Keys, key: FileKey, code: str, leaving: str | None = None) -> KeyChange:
    """A new data key in the boxes of all but one, under a new recovery code.

    The code changes too: who leaves may have seen the sheet. Raises MemberMustOpenFirst
    for a member whose way in is still of the first Amparo.
    """
    assert key.seal is not None
    number = max(keys.generations) + 1
    new = FileKey(os.urandom(KEY_BYTES), keys.vault, key.member, number, key.seal)
    ways: list[Letterbox] = []
    for slot in keys.slots:
        if slot.kind == MEMBER and slot.name != leaving:
            raise MemberMustOpenFirst(member=slot.name)
    for box in keys.boxes:
        goes = box.name == leaving
        ways.append(
            box if goes else letterbox.put_in(box, keys.vault, key.seal, number, new.data_key)
        )
    recovery = slots.for_recovery(new.data_key, keys.vault, code, number)
    meanwhile = Keys(keys.vault, (recovery, *keys.slots), tuple(ways))
    return KeyChange(meanwhile, meanwhile.of_generation(number), new)


def derive(keys: Keys, passphrase: str, name: str | None = None) -> FileKey:
    """What the passphrase opens: the box of that member, or any. Slow.

    Raises WrongPassphrase.
    """
    for box in keys.boxes:
        if name in (None, box.name):
            found = letterbox.taken_out(box, keys.vault, passphrase)
            if found is not None and found.data_keys:
                return _file_key(keys.vault, box.name, found)
    for slot in keys.slots:
        if slot.kind == MEMBER and name in (None, slot.name):
            stretched = slots.stretched(slot, passphrase)
            data_key = slots.opened_by(slot, keys.vault, stretched)
            if data_key is not None:
                return FileKey(data_key, keys.vault, slot.name, old_slot=(slot, stretched))
    raise WrongPassphrase


def derive_from_recovery(keys: Keys, typed: str) -> FileKey:
    """What the recovery code opens. Raises RecoveryCodeIncomplete or WrongRecoveryCode."""
    code = normalised(typed)
    for slot in keys.slots:
        if slot.kind == RECOVERY:
            data_key = slots.opened_by_recovery(slot, keys.vault, code)
            if data_key is not None:
                return FileKey(data_key, keys.vault, None, slot.generation)
    raise WrongRecoveryCode


def _file_key(vault: str, name: str, found: letterbox.TakenOut) -> FileKey:
    """The newest key, and behind it the one that it replaces."""
    key = None
    for number, data_key in sorted(found.data_keys.items()):
        key = FileKey(data_key, vault, name, number, found.seal, key)
    assert key is not None
    return key
