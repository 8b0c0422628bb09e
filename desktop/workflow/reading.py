"""A pack as an attorney reads it, found by its id or by the folder in which it lies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.answers_reading import nearest
from desktop.domain.problems import Problem
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.rules.pack import PolicyPack

_FOOT = N_("{pack}, version {version}, digest {digest}…")
_DIGITS = 12
_MARKS = N_("*marks like these*")
"""How terms are shown on paper, where there is no sloping type."""


class NoSuchPack(Problem):
    """Neither a pack on the shelf nor a place where one lies."""

    code = "PACK-03"
    what = N_("There is no pack {asked}.")
    remedy = N_("Name a folder with a pack.yaml, or one of these: {there}.")

    def __init__(self, asked: str, there: tuple[str, ...]) -> None:
        guess = nearest(asked, there)
        first = (guess, *(pack for pack in there if pack != guess)) if guess else there
        super().__init__(asked=asked, there=", ".join(first))


def reading_copy_of(which: str) -> str:
    """The reading copy in Markdown. Raises NoSuchPack or PackRefused."""
    from desktop.rules.reading_copy import reading_copy  # noqa: PLC0415 - the window paints first

    return reading_copy(*_found(which))


def reading_copy_on_paper(which: str, now: datetime) -> bytes:
    """The same as PDF, with the pack's digest on every page. Raises NoSuchPack or PackRefused."""
    from desktop.letters.pdf import draw_reading_copy  # noqa: PLC0415
    from desktop.rules.reading_copy import reading_copy  # noqa: PLC0415

    pack, shelf = _found(which)
    used = pack.used
    foot = _FOOT.format(pack=used.id, version=used.version, digest=used.digest[:_DIGITS])
    return draw_reading_copy(reading_copy(pack, shelf, _MARKS), foot, now)


def _found(which: str) -> tuple[PolicyPack, tuple[PolicyPack, ...]]:
    """The pack that is meant, and all that lie beside it."""
    from desktop.library.pack_files import documents_at  # noqa: PLC0415
    from desktop.library.shelves import Library  # noqa: PLC0415

    place = Path(which)
    is_brought = place.is_file() or (place / "pack.yaml").is_file()
    library = Library(outside=(place,) if is_brought else ())
    pack = library.pack(str(documents_at(place).head.get("id")) if is_brought else which)
    if pack is None:
        raise NoSuchPack(which, tuple(pack.used.id for pack in library.packs))
    return pack, library.packs
