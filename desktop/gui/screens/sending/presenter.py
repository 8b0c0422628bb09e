"""Decides what the errand of sending a case shows; knows no widget.

The code lives as long as this page: who leaves it has told the code, or sends anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.moments import day_of
from desktop.domain.names import AGENCY_NAMES
from desktop.domain.problems import Problem
from desktop.domain.records import CaseRow
from desktop.gui.kit.doors import Host
from desktop.gui.kit.spoken_times import day_said
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.moving import Leaving

NO_NAME = N_("no name yet")
NOT_KNOWN = N_("Not known yet")
CHOOSE_CASE = N_("Choose the case first.")
SEALING = N_("Sealing the case, and opening it again to be sure. This takes a few seconds.")
SAVE_TITLE = N_("Where should the sealed case go?")
KINDS = N_("A moved case (*.amparo-case)")
TELL_FIRST = N_("The code is gone once you leave. Say it first, then press “I have told the code”.")
AT_MOST = 50


@dataclass(frozen=True)
class CaseLine:
    """One case to choose from, in words."""

    id: str
    code: str
    person: str
    holder: str
    changed: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.person, self.code, self.holder, self.changed)


@dataclass(frozen=True)
class SendingState:
    """``code`` is there once the case is sealed; ``file`` is the name it has then.

    ``held_back`` is said to somebody who would leave before the code is told.
    """

    lines: tuple[CaseLine, ...] = ()
    chosen: str = ""
    missing: str = ""
    waiting: bool = False
    problem: Problem | None = None
    code: str = ""
    file: str = ""
    case_code: str = ""
    held_back: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(self.code.split("-")) if self.code else ()

    @property
    def chosen_line(self) -> CaseLine | None:
        return next((line for line in self.lines if line.id == self.chosen), None)


class SendingView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: SendingState) -> None: ...


class SendingPresenter:
    """Choose a case, choose a place, tell the code."""

    def __init__(self, view: SendingView, host: Host) -> None:
        self._view, self._host, self._moving = view, host, host.clinic.moving
        self._state = SendingState()

    def enter(self, case_id: str = "") -> None:
        """Begin; a case that was in sight in the list is in sight here too."""
        rows = self._host.clinic.intake.cases()
        first = [row for row in rows[AT_MOST:] if row.id == case_id]
        lines = tuple(self._line(row) for row in (*first, *rows[:AT_MOST]))
        self._show(SendingState(lines, case_id))

    def look_for(self, sought: str) -> None:
        """Only the cases in which these words stand."""
        self._show(replace(self._state, lines=self._found(sought.strip()), problem=None))

    def choose(self, case_id: str) -> None:
        if case_id != self._state.chosen and not self._state.waiting:
            self._show(replace(self._state, chosen=case_id, problem=None))

    def go_on(self) -> None:
        """Seal the case; once that is done, the way on leads back to the cases."""
        if self._state.code:
            self._host.navigator.go("cases")
        elif not self._state.missing:
            name = self._moving.suggested_name()
            path = self._host.dialogs.save_as(SAVE_TITLE, name, KINDS)
            if path is not None:
                self._seal(path)

    def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; where the code is in sight, that is said once."""
        if self._state.waiting:
            return False
        if self._state.code:
            self._show(replace(self._state, held_back=TELL_FIRST))
            return False
        return True

    def _seal(self, path: Path) -> None:
        try:
            leaving = self._moving.leave(self._state.chosen)
        except Problem as problem:
            self._show(replace(self._state, problem=problem))
            return
        self._show(replace(self._state, waiting=True, problem=None))
        # The dialog asked already whether a file of that name may go.
        self._host.background.run(
            lambda: self._moving.pack(leaving, path, overwrite=True),
            then=lambda _none: self._sealed(leaving, path),
            failed=lambda problem: self._show(replace(self._state, waiting=False, problem=problem)),
            owner=self._view,
        )

    def _sealed(self, leaving: Leaving, path: Path) -> None:
        try:
            self._moving.sent(leaving)
        except Problem as problem:
            self._show(replace(self._state, waiting=False, problem=problem))
        else:
            self._show(
                replace(
                    self._state,
                    waiting=False,
                    code=leaving.code,
                    file=path.name,
                    case_code=leaving.case_code,
                )
            )

    def _found(self, sought: str) -> tuple[CaseLine, ...]:
        intake = self._host.clinic.intake
        rows = intake.find(sought, AT_MOST) if sought else intake.cases()[:AT_MOST]
        return tuple(self._line(row) for row in rows)

    def _line(self, row: CaseRow) -> CaseLine:
        holder = AGENCY_NAMES.get(row.holder or "", NOT_KNOWN)
        changed = day_said(day_of(row.changed_at), self._host.clinic.clock.now())
        holder = holder[:1].upper() + holder[1:]
        return CaseLine(row.id, row.code, row.name or NO_NAME, holder, changed)

    def _show(self, state: SendingState) -> None:
        missing = ""
        if state.waiting:
            missing = SEALING
        elif refusal := self._moving.why_not_you():
            missing = refusal.sentence
        elif not state.code and state.chosen_line is None:
            missing = CHOOSE_CASE
        self._state = replace(state, missing=missing)
        self._view.show_state(self._state)
