"""Decides what the screen of two assessments shows; knows no widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from desktop.domain.differences import differences
from desktop.domain.findings import Assessment
from desktop.domain.records import CaseRecord
from desktop.gui.kit.bar_shown import OTHER_DAY, WHAT_IF, bar_of
from desktop.gui.kit.doors import Host
from desktop.gui.kit.spoken_times import instant_said
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.screens.compare.rows import questions_of, rows_of, told_of
from desktop.gui.screens.compare.state import CompareShown
from desktop.language.marks import N_

KEPT, TRIED = "kept", "tried"
AS_KEPT = N_("As it is kept")
REVISION = N_("As kept {time}")
_AT_MOST = 20  # earlier ones are nobody's question on a call
_SCREENS = {
    "call": "case",
    "answer": "case",
    "findings": "finding",
    "papers": "papers",
    "letter": "letter",
}


class CompareView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: CompareShown) -> None:
        """Show all of this."""


class ComparePresenter:
    """One case, and which two of its assessments stand side by side."""

    def __init__(self, view: CompareView, host: Host) -> None:
        self._view, self._host = view, host
        self._record: CaseRecord | None = None
        self._left, self._right = KEPT, KEPT
        self.trial = TrialActs(host, lambda: self._known.id, lambda: self.enter(self._known.id))

    def enter(self, case_id: str) -> None:
        """What is kept beside what is tried; else what was kept before beside what is now."""
        self._record = self._host.clinic.changing.get(case_id)
        before = self._known.revision - 1
        if self.trial.is_on:
            self._left, self._right = KEPT, TRIED
        else:
            self._left, self._right = (str(before) if before else KEPT), KEPT
        self._show()

    def choose_left(self, side: str) -> None:
        self._left = side
        self._show()

    def choose_right(self, side: str) -> None:
        self._right = side
        self._show()

    def go_to(self, view: str) -> None:
        """Another view of the same case."""
        screen = _SCREENS.get(view)
        if screen is not None:
            self._host.navigator.go(screen, case_id=self._known.id)

    def open_cases(self) -> None:
        self._host.navigator.go("cases")

    @property
    def _known(self) -> CaseRecord:
        assert self._record is not None, "enter() comes first"
        return self._record

    def _sides(self) -> Iterator[tuple[str, str]]:
        clinic, known = self._host.clinic, self._known
        trial = clinic.changing.trial(known.id)
        if trial is not None:
            yield TRIED, WHAT_IF if trial.law_of is None or trial.tries_answers else OTHER_DAY
        yield KEPT, AS_KEPT
        now = clinic.clock.now()
        for number in range(known.revision - 1, max(0, known.revision - 1 - _AT_MOST), -1):
            then = clinic.intake.at_revision(known.id, number).changed_at
            yield str(number), REVISION.format(time=instant_said(then, now))

    def _assessed(self, side: str) -> Assessment:
        clinic, known = self._host.clinic, self._known
        if side == TRIED:
            return clinic.changing.assess(known)
        if side == KEPT:
            return clinic.assessment.assess(clinic.intake.get(known.id).case)
        return clinic.assessment.assess(clinic.intake.at_revision(known.id, int(side)).case)

    def _show(self) -> None:
        left, right = self._assessed(self._left), self._assessed(self._right)
        found = differences(left, right)
        self._view.show_state(
            CompareShown(
                bar=bar_of(self._known, self._host.clinic),
                sides=tuple(self._sides()),
                left=self._left,
                right=self._right,
                told=told_of(found),
                rows=rows_of(found),
                questions=questions_of(found, self._known.case, left, right),
            )
        )
