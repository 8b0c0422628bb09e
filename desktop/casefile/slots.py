"""A slot: the data key, sealed for the recovery code.

Files of the first Amparo have such a slot for their member too. It opens as ever,
and becomes a letterbox then.

Everything that a slot says of itself is authenticated with it, and bounded
before anything is computed from it.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace

from desktop.casefile.cost import Cost, stretch
from desktop.casefile.driver import KEY_BYTES
from desktop.casefile.encoded import (
    LONGEST_NAME,
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    NotASlot,
    as_bytes,
    as_mapping,
    as_number,
    as_text,
    opened,
    sealed,
)
from desktop.casefile.passphrase import passphrase_bytes
from desktop.casefile.recovery import normalised

MEMBER = "member"
RECOVERY = "recovery"
_KEYS = {"kind", "name", "derivation", "nonce", "sealed"}


@dataclass(frozen=True)
class Slot:
    """One way to the data key. ``cost`` is None for the recovery code, which nobody can guess."""

    kind: str
    name: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    sealed: bytes = field(repr=False)
    generation: int = 0

    def written(self) -> dict[str, object]:
        """The slot as it stands in keys.json."""
        return {
            **self._described(),
            "nonce": as_text(self.nonce),
            "sealed": as_text(self.sealed),
        }

    def label(self, vault: str) -> bytes:
        """What is authenticated along with the key: the slot's own words, and whose it is."""
        return json.dumps({"vault": vault, **self._described()}, sort_keys=True).encode()

    def _described(self) -> dict[str, object]:
        derivation: dict[str, object] = {"function": "hkdf-sha256", "salt": as_text(self.salt)}
        if self.cost is not None:
            derivation |= {"function": "argon2id", **self.cost.written()}
        told: dict[str, object] = {"kind": self.kind, "name": self.name, "derivation": derivation}
        # The first Amparo knew no generations, and its slots are sealed without a word of them.
        return {**told, "generation": self.generation} if self.generation else told


def for_recovery(data_key: bytes, vault: str, code: str, generation: int = 0) -> Slot:
    """Seal the data key for the recovery code."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    slot = Slot(RECOVERY, "", None, salt, nonce, b"", generation)
    key = _recovery_key(code, salt)
    return replace(slot, sealed=sealed(key, nonce, data_key, slot.label(vault)))


def opened_by_recovery(slot: Slot, vault: str, typed: str) -> bytes | None:
    """The data key, or None when this is not the slot's code."""
    key = _recovery_key(typed, slot.salt)
    return opened(key, slot.nonce, slot.sealed, slot.label(vault))


def stretched(slot: Slot, passphrase: str) -> bytes:
    """The key that a passphrase gives for a member's slot. Slow."""
    assert slot.cost is not None
    return stretch(passphrase_bytes(passphrase), slot.salt, slot.cost)


def opened_by(slot: Slot, vault: str, key: bytes) -> bytes | None:
    """The data key in a member's slot, or None when this is not its key."""
    return opened(key, slot.nonce, slot.sealed, slot.label(vault))


def read_slot(value: object) -> Slot:
    """A slot out of keys.json. Raises NotASlot for anything that Amparo would not have written."""
    later = isinstance(value, dict) and "generation" in value
    top = as_mapping(value, _KEYS | {"generation"} if later else _KEYS)
    kind, name = top["kind"], top["name"]
    if kind not in (MEMBER, RECOVERY) or not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise NotASlot
    words = Cost.WORDS if kind == MEMBER else ()
    told = as_mapping(top["derivation"], {"function", "salt", *words})
    if told["function"] != ("argon2id" if kind == MEMBER else "hkdf-sha256"):
        raise NotASlot
    return Slot(
        str(kind),
        name,
        Cost.read(told) if kind == MEMBER else None,
        as_bytes(told["salt"], SALT_BYTES),
        as_bytes(top["nonce"], NONCE_BYTES),
        as_bytes(top["sealed"], KEY_BYTES + TAG_BYTES),
        as_number(top.get("generation", 0)),
    )


def _recovery_key(typed: str, salt: bytes) -> bytes:
    """A fast derivation is enough: the code has 160 bits of chance."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    code = normalised(typed).encode()
    return HKDF(SHA256(), length=32, salt=salt, info=b"amparo recovery code").derive(code)
