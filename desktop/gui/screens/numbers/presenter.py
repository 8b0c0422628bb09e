"""Decides what the page of numbers shows; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.directory import Contact
from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Host
from desktop.gui.screens.numbers.telling import every_contact, row_of, value_of
from desktop.language.marks import N_

NONE_CHOSEN = N_("Choose a line first.")
NOTHING_TYPED = N_("Type what you found right.")


@dataclass(frozen=True)
class NumbersState:
    """Rows are words, column by column; ``value`` is what stands in the field.

    ``missing`` says why nothing can be confirmed yet.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    chosen: int = -1
    value: str = ""
    missing: str = NONE_CHOSEN
    problem: Problem | None = None


class NumbersView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: NumbersState) -> None: ...


class NumbersPresenter:
    """Choose a line, call, say what was found."""

    def __init__(self, view: NumbersView, host: Host) -> None:
        self._view, self._host, self._contacts = view, host, host.clinic.contacts
        self._lines = tuple(every_contact(self._contacts.bodies))
        self._chosen, self._value = -1, ""

    def enter(self) -> None:
        self.choose(-1)

    def choose(self, row: int) -> None:
        self._chosen = row
        now = self._host.clinic.clock.now()
        self._value = value_of(self._contact, self._contacts.calls, now) if row >= 0 else ""
        self._show()

    def type_value(self, text: str) -> None:
        self._value = " ".join(text.split())
        self._show()

    def confirm(self) -> None:
        """I called, and what stands in the field is right."""
        if self._chosen >= 0 and self._value:
            self._keep(self._value)

    def does_not_work(self) -> None:
        """I called, and nobody can be reached so."""
        if self._chosen >= 0:
            self._keep("")

    def _keep(self, value: str) -> None:
        problem = None
        try:
            if value:
                self._contacts.confirm(self._contact, value)
            else:
                self._contacts.does_not_work(self._contact)
        except Problem as refused:
            problem = refused
        self._show(problem)

    @property
    def _contact(self) -> Contact:
        return self._lines[self._chosen][1]

    def _show(self, problem: Problem | None = None) -> None:
        calls, now = self._contacts.calls, self._host.clinic.clock.now()
        missing = NONE_CHOSEN if self._chosen < 0 else "" if self._value else NOTHING_TYPED
        rows = tuple(row_of(body, contact, calls, now) for body, contact in self._lines)
        self._view.show_state(NumbersState(rows, self._chosen, self._value, missing, problem))
