"""Every sentence that staff may read in the program, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.questions import BY_KEY
from desktop.library.drawings import drawings
from desktop.library.instruments import Instruments
from desktop.library.pack_files import pack_text
from desktop.library.shelves import pack_folders
from desktop.rules.strict_yaml import read
from desktop.system.resources import resource

Told = tuple[str, str]
FOR_THE_CLIENT = "for_client"
_NOT_SHOWN = {"examples", "examples_share", "waives", "cases"}


def in_packs() -> Iterator[Told]:
    """Every text in the files of the packs that a reader of findings or sources can meet."""
    for folder in pack_folders(resource("packs")):
        for name, content in pack_text(folder).files.items():
            yield from _texts(read(content, name), f"{folder.name}/{name}")


def for_clients() -> Iterator[Told]:
    """The words of rules that may be said to a client."""
    return (told for told in in_packs() if f".{FOR_THE_CLIENT}." in told[0])


def beside_packs() -> Iterator[Told]:
    """Questions, what we say of papers, and the words beside their drawings."""
    for question in BY_KEY.values():
        for text in (question.ask, question.label, question.say):
            yield question.key, text
    shelf = Instruments()
    for name, said in shelf.statements.items():
        yield name, said.says
    for instrument in shelf.all:
        for text in (instrument.what.looks_like, *instrument.what.ask_next):
            yield instrument.what.looks_like, text
    for drawing in drawings():
        for text in (drawing.heading, drawing.what, *(look.says for look in drawing.looks)):
            yield drawing.form, text


def _texts(node: object, place: str) -> Iterator[Told]:
    if isinstance(node, str):
        yield place, " ".join(node.split())
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in _NOT_SHOWN:
                yield from _texts(value, f"{place}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _texts(value, f"{place}[{number}]")
