"""A member's letterbox: anybody inside can put the data key in, only the passphrase takes it out.

So the data key can be changed when somebody leaves, without asking the others for
their passphrases. The box is a pair of X25519 keys; the private one is sealed for
the passphrase. A key that is put in also bears the file's seal, which only those
inside know: nobody outside can put in a key of their own and have a member write
under it.

Everything that a box says of itself is authenticated, and bounded before anything
is computed from it.
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

SEAL_BYTES = 32
_POINT_BYTES = 32
_MOST_GENERATIONS = 2  # while a change of the key is under way
_ONCE = bytes(NONCE_BYTES)  # each key put in has a derived key of its own, used once


@dataclass(frozen=True)
class PutIn:
    """A data key in a box, and by which change of the key it came to be."""

    generation: int
    ephemeral: bytes
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class Letterbox:
    """One member's way in."""

    name: str
    cost: Cost
    salt: bytes
    public: bytes
    nonce: bytes
    sealed: bytes = field(repr=False)
    held: tuple[PutIn, ...] = ()

    @property
    def generations(self) -> frozenset[int]:
        return frozenset(put.generation for put in self.held)

    def label(self, vault: str) -> bytes:
        """What is authenticated along with the private key."""
        told = {"vault": vault, "name": self.name, "public": as_text(self.public)}
        return json.dumps({**told, "derivation": self._derivation()}, sort_keys=True).encode()

    def written(self) -> dict[str, object]:
        """The box as it stands in keys.json."""
        return {
            "kind": "letterbox",
            "name": self.name,
            "derivation": self._derivation(),
            "public": as_text(self.public),
            "nonce": as_text(self.nonce),
            "sealed": as_text(self.sealed),
            "held": [
                {
                    "generation": put.generation,
                    "ephemeral": as_text(put.ephemeral),
                    "sealed": as_text(put.sealed),
                }
                for put in self.held
            ],
        }

    def _derivation(self) -> dict[str, object]:
        return {"function": "argon2id", "salt": as_text(self.salt), **self.cost.written()}


@dataclass(frozen=True)
class TakenOut:
    """What a passphrase finds: the data key of each generation, and the file's seal."""

    data_keys: dict[int, bytes] = field(repr=False)
    seal: bytes = field(repr=False)


def new_box(vault: str, name: str, passphrase: str, cost: Cost, seal: bytes) -> Letterbox:
    """An empty box that a passphrase opens. Slow."""
    salt = os.urandom(SALT_BYTES)
    return box_under(
        stretch(passphrase_bytes(passphrase), salt, cost), salt, cost, vault, name, seal
    )


def box_under(key: bytes, salt: bytes, cost: Cost, vault: str, name: str, seal: bytes) -> Letterbox:
    """An empty box under a key that was derived already."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    box = Letterbox(name, cost, salt, public, os.urandom(NONCE_BYTES), b"")
    inside = private.private_bytes_raw() + seal
    return replace(box, sealed=sealed(key, box.nonce, inside, box.label(vault)))


def put_in(box: Letterbox, vault: str, seal: bytes, generation: int, data_key: bytes) -> Letterbox:
    """The box with one more data key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
        X25519PublicKey,
    )

    ephemeral = X25519PrivateKey.generate()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(box.public))
    point = ephemeral.public_key().public_bytes_raw()
    key = _key_of(shared, seal, point, box, vault, generation)
    put = PutIn(generation, point, sealed(key, _ONCE, data_key, b""))
    return replace(box, held=(*box.held, put))


def taken_out(box: Letterbox, vault: str, passphrase: str) -> TakenOut | None:
    """What is in the box, or None when this is not its passphrase. Slow."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
        X25519PublicKey,
    )

    key = stretch(passphrase_bytes(passphrase), box.salt, box.cost)
    inside = opened(key, box.nonce, box.sealed, box.label(vault))
    if inside is None:
        return None
    private, seal = (
        X25519PrivateKey.from_private_bytes(inside[:_POINT_BYTES]),
        inside[_POINT_BYTES:],
    )
    found = {}
    for put in box.held:
        try:
            shared = private.exchange(X25519PublicKey.from_public_bytes(put.ephemeral))
        except ValueError:  # a point that no Amparo makes
            continue
        once = _key_of(shared, seal, put.ephemeral, box, vault, put.generation)
        data_key = opened(once, _ONCE, put.sealed, b"")
        if data_key is not None:
            found[put.generation] = data_key
    return TakenOut(found, seal)


def read_box(value: object) -> Letterbox:
    """A box out of keys.json. Raises NotASlot for anything that Amparo would not have written."""
    keys = {"kind", "name", "derivation", "public", "nonce", "sealed", "held"}
    top = as_mapping(value, keys)
    told = as_mapping(top["derivation"], {"function", "salt", *Cost.WORDS})
    name, held = top["name"], top["held"]
    if top["kind"] != "letterbox" or told["function"] != "argon2id":
        raise NotASlot
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
        raise NotASlot
    if not isinstance(held, list) or not 0 < len(held) <= _MOST_GENERATIONS:
        raise NotASlot
    return Letterbox(
        name,
        Cost.read(told),
        as_bytes(told["salt"], SALT_BYTES),
        as_bytes(top["public"], _POINT_BYTES),
        as_bytes(top["nonce"], NONCE_BYTES),
        as_bytes(top["sealed"], _POINT_BYTES + SEAL_BYTES + TAG_BYTES),
        tuple(map(_read_put_in, held)),
    )


def _read_put_in(value: object) -> PutIn:
    told = as_mapping(value, {"generation", "ephemeral", "sealed"})
    return PutIn(
        as_number(told["generation"]),
        as_bytes(told["ephemeral"], _POINT_BYTES),
        as_bytes(told["sealed"], KEY_BYTES + TAG_BYTES),
    )


def _key_of(
    shared: bytes, seal: bytes, ephemeral: bytes, box: Letterbox, vault: str, generation: int
) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    told = json.dumps(["amparo letterbox", vault, box.name, generation]).encode()
    salt = ephemeral + box.public
    return HKDF(SHA256(), length=32, salt=salt, info=told).derive(shared + seal)
