"""Decides how a backup comes back: which file, what opens it, and only then is anything moved.

A file that stands in the way is set aside whole, and never written over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Host
from desktop.gui.kit.spoken_times import instant_said
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.restoring import Backup

CHOOSE_FIRST = N_("Choose the backup first.")
SECRET_MISSING = N_("The passphrase is still missing.")
CODE_MISSING = N_("The code is still missing.")
OPENING, BRINGING = N_("Opening the backup."), N_("Bringing it back and checking it.")
TITLE, KINDS = N_("Which backup?"), N_("Amparo backup (*.amparo)")
MADE = N_("{name}, made {moment}")
ANYWHERE_ASKED = N_("Keep the case file where others keep copies?")
ANYWHERE = N_("Keep it there all the same")
BACK = N_("The backup is back.")
SET_ASIDE = N_("The backup is back. The file that was here before lies whole in {folder}.")
LEFT_OUT = N_("{told} Cases deleted since it was made were left out: {number}.")


@dataclass(frozen=True)
class RestoringState:
    """``names`` are those whose passphrases of that day open the backup."""

    file: str = ""
    names: tuple[str, ...] = ()
    by_code: bool = False
    missing: str = CHOOSE_FIRST
    waiting: str = ""
    problem: Problem | None = None


class RestoringView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: RestoringState) -> None: ...


class RestoringPresenter:
    """What is typed is held by the screen alone, and no longer than the key takes."""

    def __init__(self, view: RestoringView, host: Host) -> None:
        self._view, self._host = view, host
        self._restoring = host.clinic.restoring
        self._state = RestoringState()
        self._backup: Backup | None = None
        self._aside: Path | None = None
        self._is_typed = False

    def enter(self) -> None:
        self._backup = self._aside = None
        self._is_typed = False
        self._show(RestoringState())

    def choose_file(self) -> None:
        """Look at a backup from outside."""
        chosen = self._host.dialogs.choose_files(TITLE, KINDS)
        if not chosen or self._state.waiting:
            return
        try:
            backup = self._restoring.look(chosen[0])
        except Problem as problem:
            self._backup = None
            self._show(RestoringState(by_code=self._state.by_code, problem=problem))
            return
        self._backup = backup
        moment = instant_said(backup.made_at, self._host.clinic.clock.now())
        said = MADE.format(name=chosen[0].name, moment=moment)
        self._show(replace(self._state, file=said, names=backup.names, problem=None))

    def choose_way(self, by_code: bool) -> None:
        """The recovery code of that day instead of a passphrase, or back."""
        if not self._state.waiting:
            self._is_typed = False
            self._show(replace(self._state, by_code=by_code, problem=None))

    def typed(self, secret: str) -> None:
        self._is_typed = bool(secret.strip())
        self._show(replace(self._state, problem=None))

    def go_on(self, secret: str, name: str | None) -> None:
        """Open the backup; nothing is moved before its key is found."""
        backup, restoring, by_code = self._backup, self._restoring, self._state.by_code
        if backup is None or self._state.waiting or self._state.missing:
            return
        self._show(replace(self._state, waiting=OPENING, problem=None))

        derive = {
            False: lambda: restoring.derive(backup, secret, name),
            True: lambda: restoring.derive_from_recovery(backup, secret),
        }
        self._host.background.run(
            derive[by_code],
            then=lambda key: self._bring_back(
                lambda anywhere: restoring.bring_back(backup, key, anywhere=anywhere),
                lambda: restoring.open(backup, key),
            ),
            failed=self._refused,
            owner=self._view,
        )

    def go_back(self) -> bool:
        """False where we may leave."""
        return bool(self._state.waiting)

    def _bring_back(self, bring: Callable[[bool], None], open_it: Callable[[], int]) -> None:
        why, anywhere = self._host.clinic.access.why_not_there(), False
        if why is not None:
            anywhere = self._host.dialogs.confirm(ANYWHERE_ASKED, why.sentence, ANYWHERE)
            if not anywhere:
                self._refused(why)
                return
        try:
            self._aside = self._restoring.set_aside() or self._aside
        except Problem as problem:
            self._refused(problem)
            return
        self._show(replace(self._state, waiting=BRINGING))
        self._host.background.run(
            lambda: bring(anywhere),
            then=lambda _none: self._open(open_it),
            failed=self._refused,
            owner=self._view,
        )

    def _open(self, open_it: Callable[[], int]) -> None:
        try:
            number = open_it()
        except Problem as problem:
            self._refused(problem)
            return
        by_name = self._host.clinic.access.member_name
        self._host.navigator.go("cases" if by_name else "new_passphrase")
        told = SET_ASIDE.format(folder=self._aside) if self._aside else BACK
        self._host.messages.tell(LEFT_OUT.format(told=told, number=number) if number else told)

    def _refused(self, problem: Problem) -> None:
        self._show(replace(self._state, waiting="", problem=problem))

    def _show(self, state: RestoringState) -> None:
        if state.waiting:
            missing = state.waiting
        elif self._backup is None:
            missing = CHOOSE_FIRST
        elif not self._is_typed:
            missing = CODE_MISSING if state.by_code else SECRET_MISSING
        else:
            missing = ""
        self._state = replace(state, missing=missing)
        self._view.show_state(self._state)
