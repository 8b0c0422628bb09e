"""Decides what the list of cases shows; knows no widget.

Each case on the screen is read and assessed one at a time while the window is
idle, and remembered by its revision, so that coming back costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from desktop.domain.problems import Problem
from desktop.domain.records import CaseRow
from desktop.gui.kit.doors import Messages, Navigator
from desktop.gui.screens.cases.lines import (
    UNREADABLE,
    Group,
    Looked,
    found_in,
    line_of,
    looked_at,
    title_of,
)
from desktop.gui.screens.cases.more import Errand

if TYPE_CHECKING:
    from desktop.workflow.clinic import Clinic


@dataclass(frozen=True)
class CasesState:
    """``total`` counts all cases, also those that the search hides; ``over`` those whose
    time is over.
    """

    groups: tuple[Group, ...] = ()
    total: int = 0
    sought: str = ""
    member: str = ""
    backup_is_due: bool = False
    over: int = 0

    @property
    def shown(self) -> int:
        return sum(len(group.lines) for group in self.groups)


class CasesView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: CasesState) -> None: ...


class CasesPresenter:
    """The list, what is sought in it, and the way into a case."""

    def __init__(
        self, view: CasesView, clinic: Clinic, navigator: Navigator, messages: Messages
    ) -> None:
        self._view, self._clinic = view, clinic
        self._navigator, self._messages = navigator, messages
        self._rows: tuple[CaseRow, ...] = ()
        self._sought = ""
        self._looked: dict[tuple[str, int], Looked] = {}
        self._to_look: list[CaseRow] = []
        self._reminders = (False, 0)

    def enter(self) -> None:
        """Read the list anew; a search that was open is over."""
        self._rows = self._clinic.intake.cases()
        self._reminders = (
            self._clinic.housekeeping.backup_is_due,
            len(self._clinic.retention.due()),
        )
        self._sought = ""
        self._show()

    def look_for(self, sought: str) -> None:
        """Show only the cases in whose lines these words stand."""
        self._sought = sought.strip()
        self._show()

    def open_case(self, case_id: str) -> None:
        self._navigator.go("case", case_id=case_id)

    def new_call(self) -> None:
        """A new case, open at once; who it is about may stay unsaid."""
        try:
            record = self._clinic.intake.open_case()
        except Problem as problem:
            self._messages.problem(problem)
        else:
            self._navigator.go("case", case_id=record.id)

    def go_on_errand(self, errand: Errand, case_id: str) -> None:
        """To another errand of the case file; the case that is chosen here comes along."""
        page = {"page": errand.page} if errand.page else {}
        self._navigator.go(errand.screen, case_id=case_id, **page)

    def in_sight(self, ids: frozenset[str]) -> bool:
        """Which lines can be seen now; True when some are still to be looked at."""
        self._to_look = [
            row
            for row in self._rows
            if row.id in ids and (row.id, row.revision) not in self._looked
        ]
        return bool(self._to_look)

    def look_at_next(self) -> bool:
        """Read and assess one case; True when more are waiting."""
        if not self._to_look:
            return False
        row = self._to_look.pop(0)
        self._looked[row.id, row.revision] = self._look_at(row)
        self._show()
        return bool(self._to_look)

    def _look_at(self, row: CaseRow) -> Looked:
        try:
            case = self._clinic.intake.get(row.id).case
        except Problem:
            return Looked(holding=UNREADABLE)
        return looked_at(case, self._clinic.assessment.assess(case), self._clinic.clock.now())

    def _show(self) -> None:
        now = self._clinic.clock.now()
        found = [row for row in self._rows if found_in(row, self._sought)]
        found.sort(key=lambda row: row.changed_at, reverse=True)
        groups = tuple(
            Group(
                title,
                tuple(line_of(row, now, self._looked.get((row.id, row.revision))) for row in rows),
            )
            for title, rows in groupby(found, lambda row: title_of(row.changed_at, now))
        )
        member = self._clinic.access.member_name
        self._view.show_state(
            CasesState(groups, len(self._rows), self._sought, member, *self._reminders)
        )
