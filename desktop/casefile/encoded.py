"""What stands in keys.json: sealed bytes, told as text, and read back with suspicion."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

SALT_BYTES = 16
NONCE_BYTES = 12
TAG_BYTES = 16
LONGEST_NAME = 200


class NotASlot(ValueError):
    """What stands in the file cannot be a way in."""


def sealed(key: bytes, nonce: bytes, inside: bytes, label: bytes) -> bytes:
    """Sealed under a key, together with a label that stands outside."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    return ChaCha20Poly1305(key).encrypt(nonce, inside, label)


def opened(key: bytes, nonce: bytes, closed: bytes, label: bytes) -> bytes | None:
    """What was sealed, or None when the key is another or a byte was changed."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    try:
        return ChaCha20Poly1305(key).decrypt(nonce, closed, label)
    except InvalidTag:
        return None


def as_text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def as_bytes(value: object, length: int) -> bytes:
    if not isinstance(value, str):
        raise NotASlot
    try:
        read = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotASlot from error
    if len(read) != length:
        raise NotASlot
    return read


def as_mapping(value: object, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(value, dict) or set(value) != keys:
        raise NotASlot
    return value


def as_number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise NotASlot
    return value
