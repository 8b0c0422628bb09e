"""The pages of an SQLCipher 4 file and of its log, decrypted one by one without SQLite.

What somebody with the key can see, free pages and old frames included.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096
RESERVED = 80  # an initialisation vector of 16 bytes, and a seal of 64
SALT = 16
LOG_HEADER, FRAME_HEADER = 32, 24


def pages(path: Path, data_key: bytes) -> Iterator[bytes]:
    """Every page of the file, and every frame of the log beside it."""
    content = path.read_bytes()
    for at in range(0, len(content), PAGE):
        yield _decrypted(content[at : at + PAGE], data_key, first=at == 0)
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[LOG_HEADER:] if log.exists() else b""
    for at in range(0, len(frames), FRAME_HEADER + PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        page = frames[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield _decrypted(page, data_key, first=number == 1)


def _decrypted(page: bytes, data_key: bytes, *, first: bool) -> bytes:
    start = SALT if first else 0
    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(AES(data_key[:32]), CBC(vector)).decryptor()
    return decryptor.update(page[start : PAGE - RESERVED]) + decryptor.finalize()
