"""A slot: the data key, sealed for one member's passphrase or for the recovery code.

Everything that a slot says of itself is authenticated with it, and bounded
before anything is computed from it.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casefile.cost import Cost, stretch
from desktop.casefile.driver import KEY_BYTES
from desktop.casefile.passphrase import passphrase_bytes
from desktop.casefile.recovery import normalised

MEMBER = "member"
RECOVERY = "recovery"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_LONGEST_NAME = 200


class NotASlot(ValueError):
    """What stands in the file cannot be a slot."""


@dataclass(frozen=True)
class Slot:
    """One way to the data key. ``cost`` is None for the recovery code, which nobody can guess."""

    kind: str
    name: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    sealed: bytes = field(repr=False)

    def written(self) -> dict[str, object]:
        """The slot as it stands in keys.json."""
        return {
            **self._described(),
            "nonce": _text(self.nonce),
            "sealed": _text(self.sealed),
        }

    def label(self, vault: str) -> bytes:
        """What is authenticated along with the key: the slot's own words, and whose it is."""
        return json.dumps({"vault": vault, **self._described()}, sort_keys=True).encode()

    def _described(self) -> dict[str, object]:
        derivation: dict[str, object] = {"function": "hkdf-sha256", "salt": _text(self.salt)}
        if self.cost is not None:
            derivation |= {
                "function": "argon2id",
                "mib": self.cost.mib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        return {"kind": self.kind, "name": self.name, "derivation": derivation}


def for_member(data_key: bytes, vault: str, name: str, passphrase: str, cost: Cost) -> Slot:
    """Seal the data key for a passphrase. Slow."""
    salt = os.urandom(_SALT_BYTES)
    key = stretch(passphrase_bytes(passphrase), salt, cost)
    return _sealed(
        Slot(MEMBER, name, cost, salt, os.urandom(_NONCE_BYTES), b""), key, vault, data_key
    )


def for_recovery(data_key: bytes, vault: str, code: str) -> Slot:
    """Seal the data key for the recovery code."""
    salt = os.urandom(_SALT_BYTES)
    slot = Slot(RECOVERY, "", None, salt, os.urandom(_NONCE_BYTES), b"")
    return _sealed(slot, _recovery_key(code, salt), vault, data_key)


def opened_by_passphrase(slot: Slot, vault: str, passphrase: str) -> bytes | None:
    """The data key, or None when this is not the slot's passphrase. Slow."""
    assert slot.cost is not None
    return _opened(slot, stretch(passphrase_bytes(passphrase), slot.salt, slot.cost), vault)


def opened_by_recovery(slot: Slot, vault: str, typed: str) -> bytes | None:
    """The data key, or None when this is not the slot's code."""
    return _opened(slot, _recovery_key(typed, slot.salt), vault)


def read_slot(value: object) -> Slot:
    """A slot out of keys.json. Raises NotASlot for anything that Amparo would not have written."""
    try:
        top = _mapping(value, {"kind", "name", "derivation", "nonce", "sealed"})
        derivation = top["derivation"]
        kind, name = top["kind"], top["name"]
        if kind == MEMBER:
            told = _mapping(derivation, {"function", "salt", "mib", "passes", "lanes"})
            cost = Cost(*(_number(told[key]) for key in ("mib", "passes", "lanes")))
        else:
            told = _mapping(derivation, {"function", "salt"})
            cost = None
        function = "hkdf-sha256" if cost is None else "argon2id"
        if kind not in (MEMBER, RECOVERY) or told["function"] != function:
            raise NotASlot
        if not isinstance(name, str) or len(name) > _LONGEST_NAME:
            raise NotASlot
        return Slot(
            str(kind),
            name,
            cost,
            _bytes(told["salt"], _SALT_BYTES),
            _bytes(top["nonce"], _NONCE_BYTES),
            _bytes(top["sealed"], KEY_BYTES + _TAG_BYTES),
        )
    except ValueError as error:
        raise NotASlot from error


def _sealed(slot: Slot, key: bytes, vault: str, data_key: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    sealed = ChaCha20Poly1305(key).encrypt(slot.nonce, data_key, slot.label(vault))
    return Slot(slot.kind, slot.name, slot.cost, slot.salt, slot.nonce, sealed)


def _opened(slot: Slot, key: bytes, vault: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    try:
        return ChaCha20Poly1305(key).decrypt(slot.nonce, slot.sealed, slot.label(vault))
    except InvalidTag:
        return None


def _recovery_key(typed: str, salt: bytes) -> bytes:
    """A fast derivation is enough: the code has 160 bits of chance."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    code = normalised(typed).encode()
    return HKDF(SHA256(), length=32, salt=salt, info=b"amparo recovery code").derive(code)


def _mapping(value: object, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(value, dict) or set(value) != keys:
        raise NotASlot
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise NotASlot
    return value


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: object, length: int) -> bytes:
    if not isinstance(value, str):
        raise NotASlot
    try:
        read = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise NotASlot from error
    if len(read) != length:
        raise NotASlot
    return read
