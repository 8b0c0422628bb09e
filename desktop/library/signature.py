"""Detached Ed25519 signatures over a pack's canonical form, and who is known to sign.

A signature names the key that made it, so that "signed by somebody we do not know"
and "changed since it was signed" can be told apart. That a key stands in the
signature proves nothing: only keys that are known here vouch for a pack.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain.findings import Voucher
from desktop.domain.problems import Problem
from desktop.language.marks import N_

FORMAT = "amparo-signature/1"
_KEY, _VALUE = 32, 64


class KeyRefused(Problem):
    """A file that was given as a key and is none, or a signature that is none."""

    code = "PACK-02"
    what = N_("{place}: {wrong}.")
    remedy = N_("{right}.")

    def __init__(self, place: str, wrong: str, right: str) -> None:
        super().__init__(place=place, wrong=wrong, right=right)


@dataclass(frozen=True)
class Signature:
    """The public key that made it, and the signature itself."""

    key: bytes
    value: bytes

    def written(self) -> str:
        """The signature as the text of a file."""
        told = {"format": FORMAT, "key": _text(self.key), "signature": _text(self.value)}
        return json.dumps(told, indent=1) + "\n"


def read_signature(text: str, place: str) -> Signature:
    """The signature in a file's text. Raises KeyRefused."""
    try:
        told = json.loads(text)
        key = base64.b64decode(told["key"], validate=True)
        value = base64.b64decode(told["signature"], validate=True)
        fits = told["format"] == FORMAT and len(key) == _KEY and len(value) == _VALUE
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _no_signature(place) from error
    if not fits:
        raise _no_signature(place)
    return Signature(key, value)


def verify(canonical: bytes, signature: Signature, public_keys: Collection[bytes]) -> Voucher:
    """Who vouches for these bytes by this signature."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(signature.key).verify(signature.value, canonical)
    except (InvalidSignature, ValueError):
        return Voucher.CHANGED
    return Voucher.SIGNER if signature.key in public_keys else Voucher.UNKNOWN_SIGNER


def sign(canonical: bytes, private_key: bytes, place: str) -> Signature:
    """Sign with a private key as PEM. Raises KeyRefused."""
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        load_pem_private_key,
    )

    try:
        key = load_pem_private_key(private_key, password=None)
    except TypeError as error:
        raise KeyRefused(place, "the key is locked with a password", "Unlock it first") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_key(place, "private") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(place, "private")
    return Signature(key.public_key().public_bytes_raw(), key.sign(canonical))


def public_key(pem: bytes, place: str) -> bytes:
    """The key in a public key file (PEM). Raises KeyRefused."""
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        load_pem_public_key,
    )

    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_key(place, "public") from error
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(place, "public")
    return key.public_bytes_raw()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _no_signature(place: str) -> KeyRefused:
    return KeyRefused(place, "is not a signature of a pack", "Ask who signed it for a new one")


def _no_key(place: str, kind: str) -> KeyRefused:
    return KeyRefused(place, f"is not a {kind} Ed25519 key", "Give one as a PEM file")
