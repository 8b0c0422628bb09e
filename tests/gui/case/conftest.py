"""The call's presenter over a real clinic, with a view that writes down what it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop.gui.screens.case.presenter import CasePresenter
from desktop.gui.screens.case.state import CaseShown
from desktop.workflow.clinic import Clinic


@dataclass
class CaseRecorder:
    """The four lines of a view."""

    states: list[CaseShown] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    def show_state(self, state: CaseShown) -> None:
        self.states.append(state)

    def go_to_row(self, key: str) -> None:
        self.rows.append(key)


@dataclass
class Call:
    """One case, seen through its presenter."""

    presenter: CasePresenter
    view: CaseRecorder
    case_id: str
    clinic: Clinic

    @property
    def shown(self) -> CaseShown:
        return self.view.states[-1]

    @property
    def kept(self):
        """What the file holds now."""
        return self.clinic.intake.get(self.case_id).case

    def row(self, key):
        return next(r for s in self.shown.sections for r in s.rows if r.key == key)

    def shown_keys(self):
        return [row.key for section in self.shown.sections for row in section.rows]


@pytest.fixture
def call_of(open_clinic, host):
    """A call about a case, or about nobody yet."""

    def begin(case=None):
        record = open_clinic.intake.open_case()
        if case is not None:
            record = open_clinic.intake.keep(record, case)
        view = CaseRecorder()
        presenter = CasePresenter(view, host)
        presenter.enter(record.id)
        return Call(presenter, view, record.id, open_clinic)

    return begin
