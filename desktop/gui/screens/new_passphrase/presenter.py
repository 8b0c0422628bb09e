"""Decides how somebody who came in by the recovery code comes to a passphrase again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Host
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.members import PreparedWayIn

WHO_MISSING = N_("Say who you are first.")
MAKING = N_("Making the key. This takes a few seconds.")
USED = N_("The recovery sheet was used. Make a new one: Case file, Recovery sheet.")


@dataclass(frozen=True)
class NewPassphraseState:
    """``missing`` is why we cannot go on; empty when we can."""

    names: tuple[str, ...] = ()
    who: str = ""
    missing: str = WHO_MISSING
    waiting: bool = False
    problem: Problem | None = None


class NewPassphraseView(Protocol):
    """What the presenter needs of the screen; it alone knows what is typed."""

    def show_state(self, state: NewPassphraseState) -> None: ...

    @property
    def passphrase_missing(self) -> str:
        """Why the passphrase cannot be taken yet."""


class NewPassphrasePresenter:
    """One name, one passphrase; nothing leads past it."""

    def __init__(self, view: NewPassphraseView, host: Host) -> None:
        self._view, self._host = view, host
        self._state = NewPassphraseState()

    def enter(self) -> None:
        names = tuple(member.name for member in self._host.clinic.members.all())
        self._show(NewPassphraseState(names, names[0] if len(names) == 1 else ""))

    def choose(self, who: str) -> None:
        self._show(replace(self._state, who=who, problem=None))

    def typed(self) -> None:
        self._show(replace(self._state, problem=None))

    def advice(self, typed: str) -> str | None:
        """What is to be said of a passphrase that is too weak."""
        return self._host.clinic.access.passphrase_advice(typed, self._state.who)

    def go_on(self, passphrase: str) -> None:
        """Work out the key in the background, and let its owner in."""
        state, members = self._state, self._host.clinic.members
        if state.waiting or state.missing:
            return
        self._show(replace(state, waiting=True, problem=None))
        self._host.background.run(
            lambda: members.prepare(state.who, passphrase),
            then=self._let_in,
            failed=self._refused,
            owner=self._view,
        )

    def _let_in(self, prepared: PreparedWayIn) -> None:
        try:
            self._host.clinic.members.come_back(prepared)
        except Problem as problem:
            self._refused(problem)
        else:
            self._host.navigator.go("cases")
            self._host.messages.tell(USED)

    def _refused(self, problem: Problem) -> None:
        self._show(replace(self._state, waiting=False, problem=problem))

    def _show(self, state: NewPassphraseState) -> None:
        missing = self._view.passphrase_missing if state.who else WHO_MISSING
        self._state = replace(state, missing=MAKING if state.waiting else missing)
        self._view.show_state(self._state)
