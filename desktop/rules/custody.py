"""The custody now: held or let go, taken by ICE, kept past the release, and when it ended."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import AGENCIES, FEDERAL, MAY_RENT_BEDS_TO_ICE, SCALARS
from desktop.rules.cells import BOTH, NO, YES, Cells, Span, cells_of, is_later, span_of

_STATES = SCALARS["custody.state"].words
_STARTS = ("custody.arrested_at", "custody.arrived_at", "release.at")
ICE_SINCE = "custody.ice_custody_since"


class Custody:
    """What was told of the custody now, and what follows from it."""

    def __init__(self, case: Case, as_of: datetime) -> None:
        self._case, self._as_of = case, as_of
        self.custodian = cells_of(case.get("custody.custodian"), AGENCIES)
        self.state = self._state()
        self.handed_over = self._handed_over()
        self.ice_bed = self._ice_bed()
        self.ends = self._ends()

    @property
    def is_over(self) -> bool:
        return self.state == {"released"}

    def kept(self) -> Cells:
        """Whether the person was kept past the release by whoever holds, or held last."""
        if self.state == {"in_custody"}:
            return YES
        if not self.is_over:
            return BOTH
        return NO if self.handed_over == YES else is_later(self.ends, self.due)

    @property
    def due(self) -> Span:
        """When release fell due."""
        return span_of(self._case.get("release.at"), Span(None, None))

    def until(self, start: str, ends: Span) -> Span:
        """Until when a period runs: to the end of this custody; in ICE's own hands, to now."""
        if start != ICE_SINCE or self.handed_over == NO:
            return ends
        return Span(self._as_of if self.handed_over == YES else ends.earliest, self._as_of)

    def says(self, key: str) -> bool:
        return not isinstance(self._case.get(key), Silence)

    def _state(self) -> Cells:
        """Held now or let go; "still held" says the same of a state or city agency."""
        said = cells_of(self._case.get("custody.state"), _STATES)
        if len(said) == 1 or not self.custodian.isdisjoint(FEDERAL):
            return said
        still = self._case.get("release.still_held")
        if isinstance(still, bool):
            return frozenset(("in_custody" if still else "released",))
        handed = self._case.get("release.handed_over") is True
        return frozenset(("released",)) if handed else said

    def _handed_over(self) -> Cells:
        """A state or city agency that holds still has handed nobody over."""
        answer = self._case.get("release.handed_over")
        if isinstance(answer, bool):
            return frozenset((answer,))
        holds_still = self.state == {"in_custody"} and self.custodian.isdisjoint(FEDERAL)
        return NO if holds_still else BOTH

    def _ice_bed(self) -> Cells:
        """Only a county jail can hold a person for ICE; of anybody else it is known to be false."""
        if self.custodian.isdisjoint(MAY_RENT_BEDS_TO_ICE):
            return NO
        return cells_of(self._case.get("custody.ice_contract_bed"), (True, False))

    def _ends(self) -> Span:
        """When this custody ends: now while it lasts, else when the person left.

        Who is taken at the moment of release left when release fell due.
        """
        if "released" not in self.state:
            return Span(self._as_of, self._as_of)
        moments = [self._case.get(key) for key in _STARTS]
        starts = [m.earliest for m in moments if isinstance(m, Moment) and m.earliest is not None]
        begun = max((start for start in starts if start <= self._as_of), default=None)
        known = Span(begun, self._as_of)
        if self.is_over and self.handed_over == YES:
            known = span_of(self._case.get("release.at"), known)
        left = span_of(self._case.get("release.held_until"), known)
        return left if self.is_over else Span(left.earliest, self._as_of)
