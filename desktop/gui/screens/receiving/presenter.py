"""Decides what the errand of receiving a case shows; knows no widget.

First the file and its code, then what would be kept; nothing is written before somebody
says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.moving import Arriving, Standing
from desktop.domain.problems import Problem
from desktop.domain.problems_moving import CodeIncomplete, CodeSlipped
from desktop.gui.kit.doors import Host
from desktop.gui.screens.receiving.telling import told_of
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.moving import Arrived

CHOOSE_FILE = N_("Choose the file first.")
CODE_MISSING = N_("The code is still to be typed.")
CODE_SLIPPED = N_("The code is not right yet.")
CODE_SHORT = N_("{typed} of {expected} letters and digits typed.")
OPENING = N_("Opening the file. This takes a few seconds.")
OPEN_TITLE = N_("Which file did you get?")
KINDS = N_("A moved case (*.amparo-case)")
TAKEN_IN = N_("Case {code} was taken in.")


@dataclass(frozen=True)
class ReceivingState:
    """``arriving`` is there once the file is open. ``slip`` is said beside the code."""

    file: str = ""
    typed: str = ""
    slip: Problem | None = None
    missing: str = ""
    waiting: bool = False
    problem: Problem | None = None
    arriving: Arriving | None = None
    told: tuple[str, ...] = ()


class ReceivingView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: ReceivingState) -> None: ...


class ReceivingPresenter:
    """From a file and a code to a case in the list."""

    def __init__(self, view: ReceivingView, host: Host) -> None:
        self._view, self._host, self._moving = view, host, host.clinic.moving
        self._state = ReceivingState()
        self._path: Path | None = None
        self._case: Arrived | None = None

    def enter(self) -> None:
        self._path = self._case = None
        self._show(ReceivingState())

    def choose_file(self) -> None:
        chosen = self._host.dialogs.choose_files(OPEN_TITLE, KINDS)
        if chosen and not self._state.waiting:
            self._path = chosen[0]
            self._show(replace(self._state, file=self._path.name, problem=None))

    def code_typed(self, typed: str) -> None:
        """What stands in the field now; a slip is told as soon as the code is whole."""
        self._show(replace(self._state, typed=typed, problem=None))

    def go_on(self) -> None:
        """Open the file, or take in what was opened."""
        if self._state.missing:
            return
        if self._case is not None:
            self._take_in(self._case)
        else:
            self._open()

    def go_back(self) -> bool:
        """Back to file and code; False where we are there already."""
        if self._state.waiting:
            return True
        if self._case is None:
            return False
        self._case = None
        self._show(replace(self._state, arriving=None, told=(), problem=None))
        return True

    def _open(self) -> None:
        path, typed = self._path, self._state.typed
        assert path is not None, "a file was chosen"
        self._show(replace(self._state, waiting=True, problem=None))
        self._host.background.run(
            lambda: self._moving.open(path, typed),
            then=self._opened,
            failed=lambda problem: self._show(replace(self._state, waiting=False, problem=problem)),
            owner=self._view,
        )

    def _opened(self, case: Arrived) -> None:
        try:
            arriving = self._moving.look(case)
        except Problem as problem:
            self._show(replace(self._state, waiting=False, problem=problem))
            return
        self._case = case
        self._show(replace(self._state, waiting=False, arriving=arriving, told=told_of(arriving)))

    def _take_in(self, case: Arrived) -> None:
        arriving = self._state.arriving
        try:
            if arriving is not None and arriving.standing is Standing.SAME:
                case_id, code = case.id, ""
            else:
                record = self._moving.receive(case)
                case_id, code = record.id, record.code
        except Problem as problem:
            self._show(replace(self._state, problem=problem))
            return
        self._host.navigator.go("cases")  # where the way back from the case shall lead
        self._host.navigator.go("case", case_id=case_id)
        if code:
            self._host.messages.tell(TAKEN_IN.format(code=code))

    def _show(self, state: ReceivingState) -> None:
        slip, missing = None, ""
        if refusal := self._moving.why_not_you():
            missing = refusal.sentence
        elif state.waiting:
            missing = OPENING
        elif state.arriving is None:
            slip, missing = self._missing_of_code(state.typed)
            missing = missing if state.file else CHOOSE_FILE
        self._state = replace(state, slip=slip, missing=missing)
        self._view.show_state(self._state)

    def _missing_of_code(self, typed: str) -> tuple[Problem | None, str]:
        if not typed.strip():
            return None, CODE_MISSING
        try:
            self._moving.read_code(typed)
        except CodeIncomplete as problem:
            return None, CODE_SHORT.format(**problem.values)
        except CodeSlipped as problem:
            return problem, CODE_SLIPPED
        return None, ""
