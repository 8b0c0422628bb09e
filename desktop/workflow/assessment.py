"""Assessing a case under the packs on the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.answers_known import refuse_unknown_answers
from desktop.domain.case import Case
from desktop.domain.findings import Assessment
from desktop.system.clock import Clock

if TYPE_CHECKING:
    from desktop.library.shelves import Library


@dataclass(frozen=True)
class PackOnShelf:
    """A pack as a list of packs shows it; notes say what is stale, pending or unsettled."""

    id: str
    title: str
    version: str
    digest: str
    notes: tuple[str, ...]


class Assessing:
    """What the rules say. The packs are read when the first case is assessed."""

    def __init__(self, clock: Clock, library: Library | None = None) -> None:
        self._clock, self._shelves = clock, library

    @property
    def library(self) -> Library:
        if self._shelves is None:
            from desktop.library.shelves import Library  # noqa: PLC0415 - the window paints first

            self._shelves = Library()
        return self._shelves

    def moment_of(self, case: Case) -> datetime:
        """The moment for which a case is worked out: its own, or now."""
        chosen = case.as_of.earliest if case.as_of is not None else None
        return chosen or self._clock.now()

    def packs(self, now: datetime) -> tuple[PackOnShelf, ...]:
        """Every pack on the shelf."""
        return tuple(
            PackOnShelf(
                pack.used.id, pack.used.title, pack.used.version, pack.used.digest, pack.notes(now)
            )
            for pack in self.library.packs
        )

    def known(self, case: Case) -> Case:
        """The case, if every answer in it is to a question that is asked. Raises CaseRefused."""
        refuse_unknown_answers(case, self.library.book.law().questions)
        return case

    def assess(
        self,
        case: Case,
        without: Sequence[str] = (),
        law_of: datetime | None = None,
        with_changes: bool = False,
    ) -> Assessment:
        """All findings. ``without`` leaves rules out; ``law_of`` chooses another day's law.

        ``with_changes`` adds what would change each, which takes longer than the rest.
        """
        from desktop.rules.assess import assess  # noqa: PLC0415

        moment = self.moment_of(case)
        return assess(case, self.library.book, moment, without, law_of, with_changes)
