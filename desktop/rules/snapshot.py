"""The case as rules may see it: for each variable, the cells it may still lie in.

Here, and only here, the contract's fine points about facts are worked out: what
follows from what, and which claims count for nothing until somebody on our side
has read the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment, day_of
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.by_order import judicial_order
from desktop.rules.cells import (
    BOTH,
    YES,
    Cells,
    Span,
    cells_of,
    cells_of_any,
    cells_of_number,
    cells_of_place,
    is_later,
    is_under_18,
    span_of,
)
from desktop.rules.counted_days import with_days_counted
from desktop.rules.custody import Custody
from desktop.rules.elapsing import elapsed
from desktop.rules.frames import Frame
from desktop.rules.listed import fits_list, with_claims_set_aside
from desktop.rules.listed_crimes import listed_crime
from desktop.rules.released import release_event, stated_ground
from desktop.rules.the_arrest import the_arrest
from desktop.rules.towns import TOWN, town_of
from desktop.rules.variables import Elapsed, Fact, Heard, LawDate, Number, OfList, Place, Variable
from desktop.rules.wanted import key_to_ask

_Made = TypeVar("_Made")


class Snapshot:
    """What may be true of a case as of a moment, for one frame at a time."""

    def __init__(self, case: Case, as_of: datetime, law_date: datetime | None = None) -> None:
        self.case = with_days_counted(with_claims_set_aside(case), as_of)
        self.as_of = as_of
        self.law_date = law_date or as_of
        self.custody = Custody(self.case, as_of)
        self.custodian = self.custody.custodian
        self.now = Frame(self.custodian, self._governing_now(), self.custody.ends)
        self._remembered: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[..., _Made], *of: Any) -> _Made:
        """What was worked out for this case before, or else is now."""
        found: _Made | None = self._remembered.get(key)
        if found is None:
            found = self._remembered[key] = make(*of)
        return found

    @cached_property
    def day(self) -> date:
        """The day as of which sources are fresh or stale."""
        return day_of(self.as_of)

    @cached_property
    def today(self) -> Frame:
        """Whoever holds now, under the law of the day that is asked for."""
        return Frame(self.custodian, self.law_span, self.law_span)

    @property
    def law_span(self) -> Span:
        """The day whose law is asked for, as a span of one instant."""
        return Span(self.law_date, self.law_date)

    # Frames

    def spells(self) -> tuple[Frame, ...]:
        """Each past spell, and the custody now, which the last spell describes."""
        return self._spells

    @cached_property
    def _spells(self) -> tuple[Frame, ...]:
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
        for frame, kind in self._acts:
            if not kind.isdisjoint(kinds):
                frames.append((frame, YES if kind <= set(kinds) else BOTH))
        return tuple(frames)

    @cached_property
    def _acts(self) -> tuple[tuple[Frame, Cells], ...]:
        """Each act, and the kinds that it may be."""
        kinds = LISTS["acts"]["kind"].words
        return tuple(
            (self._act_frame(act), cells_of(act.get("kind"), kinds))
            for act in self.case.entries("acts")
        )

    def the_arrest(self) -> tuple[tuple[Frame, Cells], ...]:
        """The arrest that began this custody, as an act, and whether there was one."""
        return self._arrest

    @cached_property
    def _arrest(self) -> tuple[tuple[Frame, Cells], ...]:
        found = the_arrest(self.case)
        if found is None:
            return ()
        arrest, was_one = found
        return ((replace(self._act_frame(arrest), is_the_arrest=True), was_one),)

    def unheard_act(self) -> Frame | None:
        """An act nobody has told us of, or None when the list of acts is whole."""
        return self._unheard

    @cached_property
    def _unheard(self) -> Frame | None:
        if self.case.is_whole("acts"):
            return None
        return replace(self._act_frame(Entry()), hypothetical=True)

    def _act_frame(self, act: Entry) -> Frame:
        when = span_of(act.get("at"), Span(self._known("custody.arrested_at"), self.as_of))
        return Frame(cells_of(act.get("by"), AGENCIES), when, when, act=act)

    # Variables

    def possible(self, variable: Variable, frame: Frame) -> Cells:
        """The cells in which the variable may lie, worked out once for each frame."""
        if not variable.of_a_frame:
            if type(variable) is Fact and variable.key not in _FOLLOWS:
                return self._answered(variable)
            frame = self.now
        if type(variable) is LawDate:
            return self._law_date(variable, frame)
        cells = frame.cells.get(variable)
        if cells is None:
            cells = frame.cells[variable] = _LOOKED_UP[type(variable)](self, variable, frame)
        return cells

    def _answered(self, fact: Fact) -> Cells:
        """What the answer to its own question leaves possible."""
        answer = self.case.answers.get(fact.key)
        if answer is None:
            return fact.everything
        if fact.asked is not None:
            return cells_of_any(answer, fact.cells)
        return fact.alone.get(answer) or cells_of(answer, fact.cells)

    def asks(self, variable: Variable, frame: Frame) -> str:
        """The key to ask for, so that the variable becomes known."""
        return key_to_ask(variable, frame, self.case, self.custody)

    def _fact(self, fact: Fact, frame: Frame) -> Cells:
        follows = _FOLLOWS.get(fact.key)
        if follows is not None:
            return follows(self, frame)
        if fact.key.startswith("act."):
            return self._of_act(fact, frame)
        assert isinstance(fact, Place)
        of_spell = fact.key == TOWN
        answer = town_of(self.case, frame.spell) if of_spell else self.case.get(fact.key)
        return cells_of_place(answer, fact)

    def _minor(self) -> Cells:
        """Under 18, as answered or by the date of birth."""
        answer, born = self.case.get("client.minor"), self.case.get("client.date_of_birth")
        if isinstance(answer, bool) or not isinstance(born, Moment):
            return cells_of(answer, (True, False))
        return is_under_18(born, self.as_of)

    def _known(self, key: str) -> datetime | None:
        answer = self.case.get(key)
        return answer.earliest if isinstance(answer, Moment) else None

    def _kept(self, frame: Frame) -> Cells:
        """Whether the person was kept past the release, by whoever the frame speaks of."""
        if frame.spell is None:
            return self.custody.kept()
        return is_later(frame.ends, self.custody.due)

    # Acts

    def _of_act(self, fact: Fact, frame: Frame) -> Cells:
        if frame.act is None:
            return frozenset(fact.cells)
        name = fact.key.removeprefix("act.")
        if name == "judicial_order":
            return judicial_order(self.case, frame.act, frame.hypothetical)
        return cells_of(frame.act.get(name), fact.cells)

    # Time

    def _governing_now(self) -> Span:
        if self.law_date != self.as_of:
            return self.law_span
        return self.custody.ends

    def _law_date(self, variable: LawDate, frame: Frame) -> Cells:
        match variable.governed_by:
            case "as_of":
                span = Span(self.law_date, self.law_date)
            case "release":
                known = Span(self._known("custody.arrested_at"), self.as_of)
                span = span_of(self.case.get("release.at"), known)
            case _:
                span = frame.governing
        return variable.between(span.earliest, span.latest)


# Facts that follow from other answers too, and how.
_FOLLOWS: Mapping[str, Callable[[Snapshot, Frame], Cells]] = {
    "actor": lambda _, frame: frame.actor,
    "kept": Snapshot._kept,
    "custody.state": lambda snapshot, _: snapshot.custody.state,
    "custody.ice_contract_bed": lambda snapshot, _: snapshot.custody.ice_bed,
    "release.handed_over": lambda snapshot, _: snapshot.custody.handed_over,
    "release.event": lambda snapshot, _: release_event(snapshot.case, snapshot.as_of),
    "release.stated_ground": lambda snapshot, _: stated_ground(snapshot.case, snapshot.as_of),
    "client.minor": lambda snapshot, _: snapshot._minor(),
    "immigration.listed_crime": lambda snapshot, _: listed_crime(snapshot.case),
}
_Look = Callable[[Snapshot, Any, Frame], Cells]
_LOOKED_UP: Mapping[type, _Look] = {
    Fact: Snapshot._fact,
    Place: Snapshot._fact,
    Number: lambda snapshot, number, _: cells_of_number(snapshot.case.get(number.asks), number),
    OfList: lambda snapshot, of_list, _: fits_list(snapshot.case, of_list),
    Elapsed: lambda snapshot, wait, frame: elapsed(
        wait, snapshot.case.get(wait.start), snapshot.custody.until(wait.start, frame.ends)
    ),
    Heard: lambda *_: BOTH,  # it takes a law to know
}
