"""Decides what the locked door shows; knows no widget, and keeps no passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import (
    FileDamaged,
    FileMissing,
    KeysDamaged,
    KeysDoNotFit,
    KeysMissing,
)
from desktop.gui.kit.doors import Background, Navigator
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.access import Access


_BEYOND_OPENING = (FileDamaged, FileMissing, KeysMissing, KeysDamaged, KeysDoNotFit)


class Way(Enum):
    """What opens the door."""

    PASSPHRASE = "passphrase"
    RECOVERY_CODE = "recovery code"


class NothingTyped(Problem):
    """The button was pressed over an empty field."""

    code = "UNLOCK-01"
    what = N_("Nothing is typed yet.")
    remedy = N_("Type the passphrase or the recovery code, then press Unlock.")


@dataclass(frozen=True)
class UnlockState:
    """``tries`` counts refusals, so that the field is made ready anew after each.

    ``names`` are there where several have a passphrase, so that only one is tried.
    """

    way: Way = Way.PASSPHRASE
    names: tuple[str, ...] = ()
    waiting: bool = False
    problem: Problem | None = None
    tries: int = 0

    @property
    def is_beyond_opening(self) -> bool:
        """Whether only a backup helps; none is offered in place of a file that is well."""
        return isinstance(self.problem, _BEYOND_OPENING)


class UnlockView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: UnlockState) -> None: ...


class UnlockPresenter:
    """Slow work goes to the background; the file itself is opened here, on the window's thread."""

    def __init__(
        self, view: UnlockView, access: Access, navigator: Navigator, background: Background
    ) -> None:
        self._view, self._access = view, access
        self._navigator, self._background = navigator, background
        self._state = UnlockState()

    def enter(self) -> None:
        self._show(UnlockState(names=self._names()))

    def choose(self, way: Way) -> None:
        """Another way in; what was said about the first one is no longer true."""
        if not self._state.waiting:
            self._show(UnlockState(way, self._state.names))

    def restore(self) -> None:
        """To the screen that brings back a backup."""
        self._navigator.go("restoring")

    def typed(self) -> None:
        """Somebody is trying again; the old refusal goes."""
        if self._state.problem is not None:
            self._show(replace(self._state, problem=None))

    def unlock(self, secret: str, name: str | None = None) -> None:
        """Try what was typed: of this member, or of any."""
        if self._state.waiting:
            return
        if not secret.strip():
            self._refused(NothingTyped())
            return
        self._show(replace(self._state, waiting=True, problem=None))
        access = self._access
        by_phrase = self._state.way is Way.PASSPHRASE
        self._background.run(
            lambda: (
                access.derive(secret, name) if by_phrase else access.derive_from_recovery(secret)
            ),
            then=lambda key: self._open(lambda: access.unlock(key)),
            failed=self._refused,
            owner=self._view,
        )

    def _open(self, unlock: Callable[[], None]) -> None:
        try:
            unlock()
        except Problem as problem:
            self._refused(problem)
        else:
            self._navigator.go("cases" if self._access.member_name else "new_passphrase")

    def _names(self) -> tuple[str, ...]:
        """Who to choose from; what is wrong with the keys is told when somebody tries."""
        try:
            names = self._access.names()
        except Problem:
            return ()
        return names if len(names) > 1 else ()

    def _refused(self, problem: Problem) -> None:
        tries = self._state.tries + 1
        self._show(replace(self._state, waiting=False, problem=problem, tries=tries))

    def _show(self, state: UnlockState) -> None:
        self._state = state
        self._view.show_state(state)
