"""Finds packs by listing folders; nothing has to be registered anywhere.

A pack from outside takes the place of a shipped one of its id. Whoever vouches for
a pack is written on it; no letter for a client may rest on one without.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from desktop.domain.findings import Voucher
from desktop.library.pack_files import (
    documents_at,
    documents_on_shelf,
    read_text,
    signature_of,
)
from desktop.library.signature import read_signature, verify
from desktop.rules.canonical import PackDocuments, canonical, digest
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PolicyPack, read_packs
from desktop.rules.strict_yaml import PackRefused
from desktop.system.resources import RESOURCES, resource

# Packs are read in this order, so that findings come out from the city up; "*" is any town.
_ORDER = ("us-ma-boston", "us-ma-*", "us-ma", "us", "*")
DIGESTS = "digests.json"
FORMS = RESOURCES.parent / "build" / "packs"
_Vouched = tuple[PackDocuments, Voucher]


class Library:
    """The shipped packs, and those that somebody brings from outside; read when first needed.

    ``signers`` are the public keys whose packs may be relied on.
    """

    def __init__(
        self,
        folder: Path | None = None,
        outside: Sequence[Path] = (),
        signers: Collection[bytes] = (),
        forms: Path = FORMS,
    ) -> None:
        self._folder = folder or resource("packs")
        self._outside, self._signers, self._forms = outside, signers, forms

    @cached_property
    def book(self) -> LawBook:
        return LawBook(self.packs)

    @cached_property
    def packs(self) -> tuple[PolicyPack, ...]:
        """Every pack, each with who vouches for it. Raises PackRefused."""
        released = _released(self._folder)
        shipped = _by_id(
            (documents, _on_shelf(documents, released))
            for documents in (
                documents_on_shelf(folder, self._forms) for folder in pack_folders(self._folder)
            )
        )
        for pack_id in released:
            if pack_id not in shipped:
                wrong = "belongs to this release and is not there"
                raise PackRefused(pack_id, wrong, "Install Amparo again")
        brought = _by_id(
            (documents, self._brought(documents, place, released))
            for documents, place in ((documents_at(place), place) for place in self._outside)
        )
        found = {**shipped, **brought}
        packs = read_packs([documents for documents, _ in found.values()])
        return tuple(
            replace(pack, used=replace(pack.used, vouched_by=voucher))
            for pack, (_, voucher) in zip(packs, found.values(), strict=True)
        )

    def pack(self, pack_id: str) -> PolicyPack | None:
        return next((pack for pack in self.packs if pack.used.id == pack_id), None)

    def _brought(
        self, documents: PackDocuments, place: Path, released: Mapping[str, str]
    ) -> Voucher:
        """Who vouches for a pack from outside: this release, a known signer, or nobody."""
        if _on_shelf(documents, released) is Voucher.RELEASE:
            return Voucher.RELEASE
        path = signature_of(place)
        if not path.exists():
            return Voucher.NOBODY
        signature = read_signature(read_text(path), str(path))
        return verify(canonical(documents).encode("utf-8"), signature, self._signers)


def pack_folders(shelf: Path) -> Sequence[Path]:
    """The folders on a shelf that hold a pack, in the order in which packs are read."""
    found = [path.parent for path in shelf.glob("*/pack.yaml")]
    return sorted(found, key=lambda path: (_place(path.name), path.name))


def _place(pack_id: str) -> int:
    return next(place for place, kind in enumerate(_ORDER) if fnmatchcase(pack_id, kind))


def digests_of(shelf: Path) -> dict[str, str]:
    """The digest of each pack on a shelf, by its id."""
    packs = read_packs([documents_at(folder) for folder in pack_folders(shelf)])
    return {pack.used.id: pack.used.digest for pack in packs}


def _by_id(packs: Iterable[_Vouched]) -> dict[str, _Vouched]:
    found: dict[str, _Vouched] = {}
    for documents, voucher in packs:
        pack_id = str(documents.head.get("id"))
        if pack_id in found:
            wrong = f"has the id {pack_id!r}, which another pack has"
            raise PackRefused(documents.name, wrong, "Take one of them away")
        found[pack_id] = documents, voucher
    return found


def _released(shelf: Path) -> Mapping[str, str]:
    """The digests of this release; none where the shelf is not a release's."""
    path = shelf / DIGESTS
    if not path.exists():
        return {}
    digests: dict[str, str] = json.loads(read_text(path))["packs"]
    return digests


def _on_shelf(documents: PackDocuments, released: Mapping[str, str]) -> Voucher:
    wanted = released.get(str(documents.head.get("id")))
    if wanted is None:
        return Voucher.NOBODY
    return Voucher.RELEASE if digest(canonical(documents)) == wanted else Voucher.CHANGED
