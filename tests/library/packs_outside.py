"""Packs, keys and shelves for the claims of this folder, made anew each time. No key is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from desktop.system.resources import resource

TOWN_HEAD = """\
format: 1
id: us-ma-nowhere
title: Town of Nowhere
version: "1"
place: Nowhere, Massachusetts
sources:
  bylaw:
    text: Nowhere By-law 1
    print: A
    grade: V
    checked_on: 2026-11-22
    checked_by: nobody
    status: Invented.
    address: none
    says: It says nothing.
"""
TOWN_RULE = """\
format: 1
id: nowhere.hold
title: Nowhere's police keep nobody
says: It says nothing.
cites: [bylaw]
act: hold
looks_at: custody
governed_by: custody
binds: [municipal_police]
due_when: {term: release_due}
otherwise: protects
explains: {protects: It protects., not_yet: Not yet., not_covered: Not covered.}
"""


def town_pack(folder: Path) -> Path:
    """A pack that a clinic wrote for itself, in a folder of its own."""
    place = folder / "us-ma-nowhere"
    (place / "rules").mkdir(parents=True)
    (place / "pack.yaml").write_text(TOWN_HEAD, encoding="utf-8")
    (place / "rules" / "hold.yaml").write_text(TOWN_RULE, encoding="utf-8")
    return place


def shipped_copy(folder: Path, pack: str) -> Path:
    """A shipped pack, taken out into a folder."""
    place = folder / "out" / pack
    shutil.copytree(resource("packs", pack), place)
    return place


def shelf_copy(folder: Path) -> Path:
    """The whole shelf, digests and all."""
    shelf = folder / "packs"
    shutil.copytree(resource("packs"), shelf)
    return shelf


def reworded(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def keys(folder: Path, name: str = "signer") -> tuple[Path, Path]:
    """A private and a public key as PEM files."""
    key = Ed25519PrivateKey.generate()
    private, public = folder / f"{name}.key", folder / f"{name}.pem"
    private.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )
    public.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public
