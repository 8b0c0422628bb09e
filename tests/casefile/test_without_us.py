"""The case file and a backup can be read without Amparo: another hand opens them.

Nothing below the line uses the program: the standard library, well-known ciphers, and
SQLite3 Multiple Ciphers, which shares no cipher code with SQLCipher.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop.casefile.backup import leave, pack
from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import NewKeys
from desktop.domain.case import Case
from desktop.domain.records import Note
from tests.casefile.conftest import INES, NOW

MARISOL = "Marisol Núñez (invented)"
PDF = b"%PDF-1.7 the bytes that were handed over"


@pytest.fixture
def kept(folder: Path, keys: NewKeys, tmp_path: Path) -> Path:
    """A closed file with a case, a note and a letter, and a backup beside its folder."""
    file = CaseFile.create(folder, keys, NOW)
    record = file.cases.add(Case().with_answer("client.name", MARISOL), "26-0001", NOW)
    file.notes.add(record.id, Note("Her brother called.", INES, NOW))
    file.letters.add(
        record, kind="rights", language="es", sheet="plain", digest="d", pdf=PDF, now=NOW
    )
    pack(leave(file, NOW), tmp_path / "backup.amparo")
    file.close()
    return folder


def test_the_file_is_read_with_its_recovery_code_alone(kept: Path, keys: NewKeys) -> None:
    _holds_everything(kept, keys.recovery_code)


def test_a_backup_is_unzipped_and_read_likewise(kept: Path, keys: NewKeys, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "backup.amparo") as packed:
        packed.extractall(tmp_path / "unzipped")
    _holds_everything(tmp_path / "unzipped", keys.recovery_code)


def _holds_everything(folder: Path, code: str) -> None:
    ask = opened_without_us(folder, code)
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("SELECT code, name FROM cases") == [("26-0001", MARISOL)]
    assert ask("SELECT document ->> '$.case.client.name' FROM revisions") == [(MARISOL,)]
    assert ask("SELECT text, who FROM notes") == [("Her brother called.", INES)]
    assert ask("SELECT pdf FROM letters") == [(PDF,)]
    assert ask("SELECT codes FROM searched_fts('nunez')") == [("26-0001",)]


# ---------------------------------------------------------------- without us


def opened_without_us(folder: Path, code: str):
    """A function that asks the file in SQL, opened with ``keys.json`` and the code on paper."""
    import apsw

    database = apsw.Connection(str(folder / "data.db"), flags=apsw.SQLITE_OPEN_READONLY)
    raw = data_key_without_us((folder / "keys.json").read_text("utf-8"), code).hex()
    for words in ("cipher = 'sqlcipher'", "legacy = 4", f"key = 'raw:{raw}'"):
        database.execute(f"PRAGMA {words}")

    def ask(question: str) -> list[tuple[object, ...]]:
        return list(database.execute(question))

    return ask


def data_key_without_us(keys_json: str, code: str) -> bytes:
    """The recovery code's slot is sealed with ChaCha20-Poly1305 under HKDF-SHA256 of the code."""
    import base64
    import json

    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    told = json.loads(keys_json)
    slot = next(slot for slot in told["slots"] if slot["kind"] == "recovery")
    nonce, sealed = (base64.b64decode(slot.pop(name)) for name in ("nonce", "sealed"))
    label = json.dumps({"vault": told["vault"], **slot}, sort_keys=True).encode()
    salt = base64.b64decode(slot["derivation"]["salt"])
    key = HKDF(SHA256(), 32, salt, b"amparo recovery code").derive(code.encode())
    return ChaCha20Poly1305(key).decrypt(nonce, sealed, label)
