"""A pack as it lies on a disk: a folder of YAML files, or one file in canonical form.

Beside a shipped folder a filled form may stand, written when the program is
installed. It carries a stamp over the very texts from which it was made and over
the schema that read them: with any other stamp it is passed over, so an old form
can never stand in for a changed text.
"""

from __future__ import annotations

import hashlib
import pkgutil
from functools import cache
from pathlib import Path

from desktop import VERSION
from desktop.library.signature import KeyRefused
from desktop.rules.canonical import PackDocuments, from_canonical
from desktop.rules.filled import filled_form, from_filled
from desktop.rules.pack import PackText, opened_from
from desktop.rules.strict_yaml import PackRefused

FORM = ".pack"
SIGNATURE = "pack.sig"


def pack_text(folder: Path) -> PackText:
    """A pack's files as text; its cases are not part of the law. Raises PackRefused."""
    files = {
        path.relative_to(folder).as_posix(): read_text(path)
        for path in sorted(folder.rglob("*.yaml"))
    }
    return PackText(folder.resolve().name, files)


def documents_at(place: Path) -> PackDocuments:
    """The pack in a folder, or in a file in canonical form. Raises PackRefused."""
    if place.is_dir():
        return opened_from(pack_text(place))
    return from_canonical(read_text(place).rstrip("\n"), place.stem)


def signature_of(place: Path) -> Path:
    """Where the signature of a pack lies: in its folder, or beside its file."""
    return place / SIGNATURE if place.is_dir() else place.with_suffix(".sig")


def documents_on_shelf(folder: Path, forms: Path) -> PackDocuments:
    """The shipped pack in a folder, from its filled form where that is of these very texts."""
    text = pack_text(folder)
    try:
        form = (forms / f"{folder.name}{FORM}").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return opened_from(text)
    return from_filled(form, _stamp(text)) or opened_from(text)


def write_form(folder: Path, forms: Path) -> None:
    """Write the filled form of the pack in a folder. Raises PackRefused."""
    text = pack_text(folder)
    forms.mkdir(parents=True, exist_ok=True)
    form = filled_form(opened_from(text), _stamp(text))
    (forms / f"{folder.name}{FORM}").write_text(form, encoding="utf-8", newline="\n")


def read_text(path: Path) -> str:
    """A file's text. Raises PackRefused."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        wrong = f"cannot be read: {error.strerror}"
        raise PackRefused(str(path), wrong, "Name a pack's folder or file") from error
    except UnicodeDecodeError as error:
        raise PackRefused(str(path), "is not UTF-8 text", "Save it as UTF-8") from error


def read_key(path: Path) -> bytes:
    """The bytes of a key file. Raises KeyRefused."""
    try:
        return path.read_bytes()
    except OSError as error:
        wrong = f"cannot be read: {error.strerror}"
        raise KeyRefused(str(path), wrong, "Give the key as a PEM file") from error


def write_signature(place: Path, written: str) -> Path:
    """Put a signature beside its pack, in place of the one that may lie there.

    Raises PackRefused.
    """
    path = signature_of(place)
    try:
        path.write_text(written, encoding="utf-8", newline="\n")
    except OSError as error:
        wrong = f"cannot be written: {error.strerror}"
        raise PackRefused(str(path), wrong, "Sign a pack in a folder of your own") from error
    return path


def _stamp(text: PackText) -> str:
    """Over the texts with their names, and over what would read them."""
    hashed = hashlib.sha256(_reader())
    for name, content in sorted(text.files.items()):
        for part in (name, content):
            encoded = part.encode("utf-8")
            hashed.update(len(encoded).to_bytes(8))
            hashed.update(encoded)
    return hashed.hexdigest()


@cache
def _reader() -> bytes:
    """This version of the program and its schema; in a bundle the version alone, made with it."""
    try:
        schema = pkgutil.get_data("desktop.rules", "schema.py")
    except OSError:
        schema = None
    return VERSION.encode("utf-8") + b"\0" + (schema or b"")
