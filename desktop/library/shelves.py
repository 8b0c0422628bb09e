"""Finds packs by listing folders; nothing has to be registered anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, PolicyPack, read_packs
from desktop.system.resources import resource

# Packs are read in this order, so that findings come out from the city up.
_ORDER = ("us-ma-boston", "us-ma", "us")


def pack_text(folder: Path) -> PackText:
    """A pack's files as text; its cases are not part of the law."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }
    return PackText(folder.name, files)


class Library:
    """The shipped packs, read when first needed."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("packs")

    @cached_property
    def book(self) -> LawBook:
        return LawBook(self.packs)

    @cached_property
    def packs(self) -> tuple[PolicyPack, ...]:
        return read_packs([pack_text(folder) for folder in self._folders()])

    def _folders(self) -> Sequence[Path]:
        found = [path.parent for path in self._folder.glob("*/pack.yaml")]
        known = {name: place for place, name in enumerate(_ORDER)}
        return sorted(found, key=lambda path: (known.get(path.name, len(known)), path.name))
