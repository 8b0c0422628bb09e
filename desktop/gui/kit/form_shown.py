"""What a form shows, as frozen values: sections of rows, and lists of things as chips. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.gui.kit.asked import Asked


@dataclass(frozen=True)
class Chip:
    """One paper, charge, hold or act. ``title`` is what it is, ``detail`` what we know of it."""

    index: int
    title: str
    detail: str


@dataclass(frozen=True)
class EditorShown:
    """The questions about one thing on a list; ``index`` is None while it is being added."""

    index: int | None
    title: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class EntriesShown:
    """A list of things. ``label`` stands before the chips; empty where the section names it."""

    key: str
    label: str
    adds: str
    chips: tuple[Chip, ...]
    editor: EditorShown | None = None
    trouble: str = ""


@dataclass(frozen=True)
class SectionShown:
    """A head, what is left of it in words, and its rows."""

    key: str
    title: str
    count: str
    rows: tuple[Asked | EntriesShown, ...]
