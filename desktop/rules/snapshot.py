"""The case as rules may see it: for each variable, the cells it may still lie in.

Here, and only here, the contract's fine points about facts are worked out: what
follows from what, and which claims count for nothing until somebody on our side
has read the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment, start_of
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import (
    AGENCIES,
    FEDERAL,
    FORMS,
    LISTS,
    MAY_RENT_BEDS_TO_ICE,
    SCALARS,
)
from desktop.rules.cells import BOTH, NO, YES, Cells, Span, cells_of, is_later, span_of
from desktop.rules.listed import fits_list, with_claims_set_aside
from desktop.rules.released import release_event, stated_ground
from desktop.rules.variables import Elapsed, Fact, LawDate, OfList, Variable


@dataclass(frozen=True)
class Frame:
    """Whom a rule looks at and when: the custody now, a past spell, or one act."""

    actor: Cells
    governing: Span
    ends: Span
    spell: Entry | None = None
    act: Entry | None = None
    hypothetical: bool = False


class Snapshot:
    """What may be true of a case as of a moment, for one frame at a time."""

    def __init__(self, case: Case, as_of: datetime, law_date: datetime | None = None) -> None:
        self.case = with_claims_set_aside(case)
        self.as_of = as_of
        self.law_date = law_date or as_of
        self.custodian = cells_of(self.case.get("custody.custodian"), AGENCIES)
        self.is_state_or_city = self.custodian.isdisjoint(FEDERAL)
        self.now = Frame(self.custodian, self._governing_now(), self._end_of_custody())

    @property
    def law_span(self) -> Span:
        """The day whose law is asked for, as a span of one instant."""
        return Span(self.law_date, self.law_date)

    # Frames

    def spells(self) -> tuple[Frame, ...]:
        """Each past spell, and the custody now, which the last spell describes."""
        past = []
        for spell in self.case.entries("spells")[:-1]:
            until = span_of(spell.get("until"), Span(None, self.as_of))
            past.append(
                Frame(cells_of(spell.get("custodian"), AGENCIES), until, until, spell=spell)
            )
        return (*past, self.now)

    def acts(self, kinds: tuple[str, ...]) -> tuple[tuple[Frame, Cells], ...]:
        """Each act that is or could be of these kinds, and whether it is."""
        frames = []
        for act in self.case.entries("acts"):
            kind = cells_of(act.get("kind"), LISTS["acts"]["kind"].words)
            if kind.isdisjoint(kinds):
                continue
            is_kind = YES if kind <= set(kinds) else BOTH
            frames.append((self._act_frame(act), is_kind))
        return tuple(frames)

    def unheard_act(self) -> Frame | None:
        """An act nobody has told us of, or None when the list of acts is whole."""
        if self.case.is_whole("acts"):
            return None
        return replace(self._act_frame(Entry()), hypothetical=True)

    def _act_frame(self, act: Entry) -> Frame:
        when = span_of(act.get("at"), Span(self._known("custody.arrested_at"), self.as_of))
        return Frame(cells_of(act.get("by"), AGENCIES), when, when, act=act)

    # Variables

    def possible(self, variable: Variable, frame: Frame) -> Cells:
        match variable:
            case Fact():
                return self._fact(variable, frame)
            case OfList():
                return fits_list(self.case, variable)
            case Elapsed():
                return self._elapsed(variable, frame)
            case LawDate():
                return self._law_date(variable, frame)

    def asks(self, variable: Variable, frame: Frame) -> str:
        """The key to ask for, so that the variable becomes known."""
        if isinstance(variable, Fact):
            if variable.key == "actor":
                return "acts" if frame.act is not None else "custody.custodian"
            if variable.key == "kept":
                return self._kept_asks()
            if variable.key == "release.event" and self._says(variable.key):
                return "release.at"
            if variable.key == "release.stated_ground" and self._says(variable.key):
                return "release.processing_done_at"
        counts_to_the_end = isinstance(variable, Elapsed) and self._says(variable.start)
        by_custody = isinstance(variable, LawDate) and variable.governed_by == "custody"
        if frame.spell is None and (counts_to_the_end or by_custody):
            return "release.held_until" if self._state() == {"released"} else "custody.state"
        if isinstance(variable, LawDate) and frame.spell is not None:
            return "custody.custodian"
        return variable.asks

    def _fact(self, fact: Fact, frame: Frame) -> Cells:
        if fact.key == "actor":
            return frame.actor
        if fact.key == "kept":
            return self._kept(frame)
        if fact.key.startswith("act."):
            return self._of_act(fact, frame)
        special = {
            "custody.state": self._state,
            "release.handed_over": self._handed_over,
            "release.event": lambda: release_event(self.case, self.as_of),
            "release.stated_ground": lambda: stated_ground(self.case, self.as_of),
            "custody.ice_contract_bed": self._ice_bed,
        }.get(fact.key)
        return special() if special else cells_of(self.case.get(fact.key), fact.cells)

    def _says(self, key: str) -> bool:
        return not isinstance(self.case.get(key), Silence)

    def _known(self, key: str) -> datetime | None:
        answer = self.case.get(key)
        return answer.earliest if isinstance(answer, Moment) else None

    # Custody now

    def _state(self) -> Cells:
        """Held now or let go; "still held" says the same of a state or city agency."""
        said = cells_of(self.case.get("custody.state"), SCALARS["custody.state"].words)
        still = self.case.get("release.still_held")
        if len(said) > 1 and self.is_state_or_city and isinstance(still, bool):
            return frozenset(("in_custody" if still else "released",))
        handed = self.case.get("release.handed_over") is True
        if len(said) > 1 and handed and self.custodian.isdisjoint(FEDERAL):
            return frozenset(("released",))
        return said

    def _handed_over(self) -> Cells:
        answer = self.case.get("release.handed_over")
        if isinstance(answer, bool):
            return frozenset((answer,))
        return NO if self._state() == {"in_custody"} else BOTH

    def _ice_bed(self) -> Cells:
        """Only a county jail can hold a person for ICE; of anybody else it is known to be false."""
        if self.custodian.isdisjoint(MAY_RENT_BEDS_TO_ICE):
            return NO
        return cells_of(self.case.get("custody.ice_contract_bed"), (True, False))

    def _kept(self, frame: Frame) -> Cells:
        """Whether the person was kept past the release, by whoever the frame speaks of."""
        released = span_of(self.case.get("release.at"), Span(None, None))
        if frame.spell is not None:
            return is_later(frame.ends, released)
        state = self._state()
        if state == {"in_custody"}:
            return YES
        if state == {"released"}:
            if self._says("release.held_until"):
                return is_later(span_of(self.case.get("release.held_until"), frame.ends), released)
            return NO if self._handed_over() == YES else BOTH
        return BOTH

    def _kept_asks(self) -> str:
        if self._state() == {"released"}:
            known = self._says("release.held_until")
            return "release.at" if known else "release.held_until"
        return "release.still_held"

    # Acts

    def _of_act(self, fact: Fact, frame: Frame) -> Cells:
        if frame.act is None:
            return frozenset(fact.cells)
        name = fact.key.removeprefix("act.")
        if name == "judicial_order":
            return self._judicial_order(frame.act, frame.hypothetical)
        return cells_of(frame.act.get(name), fact.cells)

    def _judicial_order(self, act: Entry, hypothetical: bool) -> Cells:
        """Whether an order or warrant of a court authorised this hand-over.

        A seen AO 442 for the client does; a court's order only if somebody read that
        it orders the hand-over; a state warrant never.
        """
        answer = act.get("judicial_order")
        if isinstance(answer, bool) or hypothetical:
            return BOTH if hypothetical else frozenset((answer,))
        seen = [paper for paper in self.case.entries("papers") if paper.get("seen") is True]
        if any(p.get("form") == "AO 442" and p.get("names_client") is True for p in seen):
            return YES
        if any(p.get("form") == "court_order" and p.get("judicial_order") is True for p in seen):
            return YES
        forms = [cells_of(p.get("form"), FORMS) for p in self.case.entries("papers")]
        could = {"AO 442", "court_order", "unknown"}
        if self.case.is_whole("papers") and all(form.isdisjoint(could) for form in forms):
            return NO
        return BOTH

    # Time

    def _governing_now(self) -> Span:
        if self.law_date != self.as_of:
            return self.law_span
        return self._end_of_custody()

    def _end_of_custody(self) -> Span:
        """When this custody ends: now while it lasts, else when the person left."""
        states = self._state()
        now = Span(self.as_of, self.as_of)
        if "released" not in states:
            return now
        starts = [
            start
            for key in ("custody.arrested_at", "custody.arrived_at", "release.at")
            if (start := self._known(key)) is not None and start <= self.as_of
        ]
        known = Span(max(starts, default=None), self.as_of)
        left = span_of(self.case.get("release.held_until"), known)
        return Span(left.earliest, self.as_of) if "in_custody" in states else left

    def _elapsed(self, variable: Elapsed, frame: Frame) -> Cells:
        """More than so many hours: overdue only after the last instant of the period."""
        start = self.case.get(variable.start)
        if not isinstance(start, Moment):
            return BOTH
        period = timedelta(hours=variable.hours)
        end = frame.ends
        least = _between(start.latest, end.earliest)
        most = _between(start.earliest, end.latest)
        if least is not None and least > period:
            return YES
        return NO if most is not None and most <= period else BOTH

    def _law_date(self, variable: LawDate, frame: Frame) -> Cells:
        match variable.governed_by:
            case "as_of":
                span = Span(self.law_date, self.law_date)
            case "release":
                known = Span(self._known("custody.arrested_at"), self.as_of)
                span = span_of(self.case.get("release.at"), known)
            case _:
                span = frame.governing
        changes = [start_of(day) for day in variable.changes]
        first = 0 if span.earliest is None else sum(c <= span.earliest for c in changes)
        last = len(changes) if span.latest is None else sum(c <= span.latest for c in changes)
        return frozenset(range(first, last + 1))


def _between(start: datetime | None, end: datetime | None) -> timedelta | None:
    return None if start is None or end is None else end - start
