"""Intakes from elsewhere, before anybody says that they are taken in: what came, what cannot."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.case import Case
from desktop.domain.problems import Problem
from desktop.language.marks import N_


@dataclass(frozen=True)
class Refusal:
    """One thing that cannot be taken: where it stands, what is wrong, what would be right.

    ``line`` counts as an editor does, from 1; None for what no line holds. ``column`` is a
    heading of a table, or a key of a case file.
    """

    file: str
    line: int | None
    column: str = field(repr=False)  # a table without headings has a person's name there
    wrong: str = field(repr=False)
    right: str = ""


@dataclass(frozen=True)
class Offer:
    """One case that can be taken, from one row or one file."""

    file: str
    line: int | None
    case: Case = field(repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True)
class Read:
    """All that some files hold."""

    offers: tuple[Offer, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def __add__(self, other: Read) -> Read:
        return Read(self.offers + other.offers, self.refusals + other.refusals)


@dataclass(frozen=True)
class Preview:
    """What would happen; nothing is written.

    ``alike`` tells for each offer which cases here, and rows before it, bear the same name.
    ``not_kept`` counts the offers with facts that this clinic does not keep.
    """

    offers: tuple[Offer, ...]
    refusals: tuple[Refusal, ...]
    alike: tuple[tuple[str, ...], ...] = ()
    not_kept: int = 0

    @property
    def is_ready(self) -> bool:
        """All or nothing: one row that is refused keeps the others out."""
        return bool(self.offers) and not self.refusals


class ImportRefused(Problem):
    """Somebody asks for what the preview does not allow."""

    code = "IMPORT-01"
    what = N_("Nothing was taken in: something in the files cannot be read.")
    remedy = N_("Mend what the list shows, and choose the files again.")


class TemplateNotSaved(Problem):
    """The system refused the place."""

    code = "IMPORT-02"
    what = N_("The table was not saved to {folder}.")
    why = N_("That place cannot be written to.")
    remedy = N_("Choose another folder.")
