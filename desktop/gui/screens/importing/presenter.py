"""Decides what the errand of importing intakes shows; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from desktop.domain.importing import Preview
from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Host
from desktop.gui.screens.importing.telling import offered_rows, refused_rows, summed_up
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.domain.importing import Read

READING = N_("Reading the files.")
MEND = N_("Mend what the list shows and choose the files again. All are taken in, or none.")
NOTHING = N_("There is no case in these files.")
OPEN_TITLE = N_("Which intakes?")
OPEN_KINDS = N_("Tables and case files (*.csv *.tsv *.txt *.json)")
SAVE_TITLE = N_("Save an empty table")
SAVE_KINDS = N_("CSV (*.csv)")
SAVED = N_("The empty table is saved as {name}. Fill in a row for each case.")
TAKEN_IN = N_(
    "Taken in: {sum}. The files that they came from are not encrypted: delete them where nobody "
    "needs them."
)


@dataclass(frozen=True)
class ImportingState:
    """``preview`` is there once files were read. Rows are words, column by column."""

    missing: str = ""
    waiting: bool = False
    problem: Problem | None = None
    preview: Preview | None = None
    sums: tuple[str, ...] = ()
    refused: tuple[tuple[str, ...], ...] = ()
    offered: tuple[tuple[str, ...], ...] = ()


class ImportingView(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: ImportingState) -> None: ...


class ImportingPresenter:
    """Choose files, see what is in them, take all in or nothing."""

    def __init__(self, view: ImportingView, host: Host) -> None:
        self._view, self._host, self._importing = view, host, host.clinic.importing
        self._state = ImportingState()

    def enter(self) -> None:
        self._show(ImportingState())

    def go_on(self) -> None:
        """Choose files; with a preview in sight, take in what it shows."""
        if self._state.missing:
            return
        if self._state.preview is None:
            self.choose_files()
        else:
            self._take_in(self._state.preview)

    def choose_files(self) -> None:
        if self._state.waiting:
            return
        paths = self._host.dialogs.choose_files(OPEN_TITLE, OPEN_KINDS, many=True)
        if paths:
            self._show(ImportingState(waiting=True))
            self._host.background.run(
                lambda: self._importing.read(paths),
                then=self._look,
                failed=lambda problem: self._show(ImportingState(problem=problem)),
                owner=self._view,
            )

    def save_template(self) -> None:
        path = self._host.dialogs.save_as(SAVE_TITLE, self._importing.template_name, SAVE_KINDS)
        if path is None:
            return
        try:
            self._importing.save_template(path)
        except Problem as problem:
            self._show(replace(self._state, problem=problem))
        else:
            self._host.messages.tell(SAVED.format(name=path.name))

    def go_back(self) -> bool:
        """Back to choosing; False where we are there already."""
        if self._state.preview is None:
            return self._state.waiting
        self._show(ImportingState())
        return True

    def _look(self, read: Read) -> None:
        preview = self._importing.look(read)
        now = self._host.clinic.clock.now()
        self._show(
            ImportingState(
                preview=preview,
                sums=summed_up(preview),
                refused=refused_rows(preview),
                offered=offered_rows(preview, now),
            )
        )

    def _take_in(self, preview: Preview) -> None:
        try:
            self._importing.take_in(preview)
        except Problem as problem:
            self._show(replace(self._state, problem=problem))
            return
        self._host.navigator.go("cases")
        self._host.messages.tell(TAKEN_IN.format(sum=self._state.sums[0]))

    def _show(self, state: ImportingState) -> None:
        missing = ""
        if refusal := self._importing.why_not_you():
            missing = refusal.sentence
        elif state.waiting:
            missing = READING
        elif state.preview is not None and not state.preview.is_ready:
            missing = MEND if state.preview.refusals else NOTHING
        self._state = replace(state, missing=missing)
        self._view.show_state(self._state)
