"""Decides what the first start shows, step by step; knows no widget.

A passphrase is held no longer than it takes to derive the keys. Nothing is
written to the disk before the recovery code has been typed back: who stops
halfway has lost nothing and starts again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Background, Dialogs, Messages, Navigator
from desktop.gui.kit.typed_code import missing_of
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.access import Access, PreparedKeys

NAME_MISSING = N_("Your name is still missing.")
PHRASE_MISSING = N_("The passphrase is still missing.")
SECOND_MISSING = N_("Type it a second time, to be sure.")
TOO_WEAK = N_("The passphrase is still too weak.")
NOT_THE_SAME = N_("The two are not the same.")
PRINT_TITLE = N_("Print the recovery sheet")
SAVE_TITLE = N_("Save the recovery sheet")
SHEET_NAME = N_("Recovery sheet.pdf")
KINDS = N_("PDF (*.pdf)")
SAVED = N_("The sheet is saved. Move it to a stick or a safe, and keep no copy on this computer.")


class Step(IntEnum):
    """In the order in which they come."""

    WELCOME = 0
    YOU = 1
    PASSPHRASE = 2
    SHEET = 3


class SheetNotSaved(Problem):
    """The system refused the place where the sheet should go."""

    code = "FIRST-01"
    what = N_("The sheet was not saved.")
    why = N_("That place cannot be written to.")
    remedy = N_("Choose another place, print the sheet, or write the code down.")


class SheetNotPrinted(Problem):
    """The printer did not take the page."""

    code = "FIRST-02"
    what = N_("The sheet was not printed.")
    why = N_("The printer did not take it.")
    remedy = N_("Try again, save the sheet, or write the code down.")


@dataclass(frozen=True)
class FirstRunState:
    """``missing`` is why we cannot go on; empty when we can.

    ``advice`` is said of a passphrase that is too weak. ``code`` is there on
    the last step only; it is in sight while ``shown`` is true.
    """

    step: Step = Step.WELCOME
    name: str = ""
    missing: str = ""
    advice: str = ""
    waiting: bool = False
    problem: Problem | None = None
    code: str = ""
    shown: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of the code, or nothing."""
        return tuple(self.code.split("-")) if self.code else ()


class FirstRunView(Protocol):
    """What the presenter needs of the screen; the last two say whether it worked."""

    def show_state(self, state: FirstRunState) -> None: ...

    def print_sheet(self, printer: object) -> bool: ...

    def save_sheet(self, path: Path) -> bool: ...


class FirstRunPresenter:
    """Four steps forward, and back as long as nothing is made."""

    def __init__(
        self,
        view: FirstRunView,
        access: Access,
        navigator: Navigator,
        background: Background,
        dialogs: Dialogs,
        messages: Messages,
    ) -> None:
        self._view, self._access, self._navigator = view, access, navigator
        self._background, self._dialogs, self._messages = background, dialogs, messages
        self._state = FirstRunState()
        self._first = ""
        self._second = ""
        self._prepared: PreparedKeys | None = None
        self._typed_back = ""

    def enter(self) -> None:
        self._show(FirstRunState())

    def name_typed(self, name: str) -> None:
        self._show(replace(self._state, name=name, problem=None))

    def passphrase_typed(self, first: str, second: str) -> None:
        """Both fields as they stand now."""
        self._first, self._second = first, second
        advice = self._access.passphrase_advice(first, self._state.name) if first else None
        self._show(replace(self._state, advice=advice or "", problem=None))

    def code_typed(self, typed: str) -> None:
        """What was typed back from the sheet so far."""
        self._typed_back = typed
        self._show(replace(self._state, problem=None))

    def go_on(self) -> None:
        """To the next step, if nothing is missing."""
        state = self._state
        if state.waiting or state.missing:
            return
        if state.step is Step.PASSPHRASE:
            self._prepare()
        elif state.step is Step.SHEET:
            self._make_file()
        else:
            self._show(replace(state, step=Step(state.step + 1)))

    def restore(self) -> None:
        """To the screen that brings back a backup; nothing was made here yet."""
        self._navigator.go("restoring")

    def go_back(self) -> bool:
        """One step back; False when there is none. Keys already made are thrown away."""
        if self._state.waiting or self._state.step is Step.WELCOME:
            return False
        self._forget()
        self._show(FirstRunState(Step(self._state.step - 1), name=self._state.name))
        return True

    def show_code(self, shown: bool) -> None:
        """Show the code on the screen, to be written down by hand."""
        self._show(replace(self._state, shown=shown))

    def print_sheet(self) -> None:
        printer = self._dialogs.printer(PRINT_TITLE)
        if printer is not None and not self._view.print_sheet(printer):
            self._show(replace(self._state, problem=SheetNotPrinted()))

    def save_sheet(self) -> None:
        path = self._dialogs.save_as(SAVE_TITLE, SHEET_NAME, KINDS)
        if path is None:
            return
        if self._view.save_sheet(path):
            self._messages.tell(SAVED)
        else:
            self._show(replace(self._state, problem=SheetNotSaved()))

    def _prepare(self) -> None:
        name, passphrase = self._state.name.strip(), self._first
        self._show(replace(self._state, waiting=True, problem=None))
        self._background.run(
            lambda: self._access.prepare(name, passphrase),
            then=self._show_sheet,
            failed=lambda problem: self._show(replace(self._state, waiting=False, problem=problem)),
            owner=self._view,
        )

    def _show_sheet(self, prepared: PreparedKeys) -> None:
        self._forget()
        self._prepared = prepared
        self._show(FirstRunState(Step.SHEET, name=self._state.name, code=prepared.recovery_code))

    def _make_file(self) -> None:
        if self._prepared is None:
            raise RuntimeError("the sheet comes after the keys")
        try:
            self._access.set_up(self._prepared)
        except Problem as problem:
            self._show(replace(self._state, problem=problem))
        else:
            self._forget()
            self._navigator.go("cases")

    def _forget(self) -> None:
        self._first = self._second = self._typed_back = ""
        self._prepared = None

    def _show(self, state: FirstRunState) -> None:
        self._state = replace(state, missing=self._missing(state))
        self._view.show_state(self._state)

    def _missing(self, state: FirstRunState) -> str:
        if state.step is Step.YOU:
            return "" if state.name.strip() else NAME_MISSING
        if state.step is Step.PASSPHRASE:
            return self._missing_of_passphrase(state.advice)
        if state.step is Step.SHEET:
            return self._missing_of_code(state.groups)
        return ""

    def _missing_of_passphrase(self, advice: str) -> str:
        if not self._first:
            return PHRASE_MISSING
        if advice:
            return TOO_WEAK
        if not self._second:
            return SECOND_MISSING
        return "" if self._first == self._second else NOT_THE_SAME

    def _missing_of_code(self, groups: tuple[str, ...]) -> str:
        if self._prepared and self._access.recovery_matches(self._prepared, self._typed_back):
            return ""
        return missing_of(self._typed_back, groups)
