"""Packs from outside: brought to the shelves, and signed by whoever vouches for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.library.shelves import Library


def shelves(outside: Sequence[Path] = (), signers: Sequence[Path] = ()) -> Library:
    """The shipped packs with others beside them; ``signers`` are files of public keys.

    Raises KeyRefused.
    """
    from desktop.library.pack_files import read_key  # noqa: PLC0415 - the window paints first
    from desktop.library.shelves import Library  # noqa: PLC0415
    from desktop.library.signature import public_key  # noqa: PLC0415

    keys = [public_key(read_key(path), str(path)) for path in signers]
    return Library(outside=outside, signers=keys)


def sign_pack(place: Path, key: Path) -> Path:
    """Sign a pack that can be read among the shipped ones; where its signature now lies.

    Raises PackRefused or KeyRefused.
    """
    from desktop.library.pack_files import documents_at, read_key, write_signature  # noqa: PLC0415
    from desktop.library.shelves import pack_folders  # noqa: PLC0415
    from desktop.library.signature import sign  # noqa: PLC0415
    from desktop.rules.canonical import canonical  # noqa: PLC0415
    from desktop.rules.compiled import compile_law  # noqa: PLC0415
    from desktop.rules.pack import read_packs  # noqa: PLC0415
    from desktop.system.resources import resource  # noqa: PLC0415

    documents = documents_at(place)
    shipped = [documents_at(folder) for folder in pack_folders(resource("packs"))]
    others = [pack for pack in shipped if pack.head.get("id") != documents.head.get("id")]
    compile_law(read_packs([documents, *others]))
    signature = sign(canonical(documents).encode("utf-8"), read_key(key), str(key))
    return write_signature(place, signature.written())
