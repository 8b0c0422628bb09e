"""Decides what the letter screen shows; knows no widget.

The words are put together at once; the pages are drawn beside the window. What
is shown, printed and saved are the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.confirmations import Standing
from desktop.domain.letters import Letter, NameOnPaper
from desktop.domain.problems import Problem
from desktop.domain.records import CaseRecord
from desktop.domain.trials import TrialIsOn
from desktop.gui.kit.doors import Host
from desktop.gui.kit.page_images import Box, find_texts, page_count
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.screens.letter.confirming import Confirming
from desktop.gui.screens.letter.passages import passages_shown
from desktop.gui.screens.letter.showing import Choices, checks_of, choices_shown
from desktop.gui.screens.letter.state import LetterShown
from desktop.language.marks import N_

BESIDE_ENGLISH = "side_by_side"
DRAFT = N_("Draft, {n} pages. Only an attorney can take DRAFT off.")
DRAFT_OF_ONE = N_("Draft, 1 page. Only an attorney can take DRAFT off.")
SAVED = N_("Saved {file}. Outside the case file it is not encrypted.")
PRINTED = N_("Sent to the printer.")
COPIED = N_("Other people may come to see the letter there.")
SAVE_THERE = N_("Save it there")
NOT_YET = N_("The pages are still being drawn.")
_SCREENS = {"call": "case", "answer": "case", "findings": "finding", "papers": "papers"}


class LetterView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: LetterShown) -> None:
        """Show all of this."""

    def print_pages(self, pdf: bytes, printer: object, then: Callable[[int], None]) -> None:
        """Put the pages on a printer that was chosen; ``then`` once it took so many copies."""


@dataclass(frozen=True)
class _Drawn:
    """What the background gives back."""

    pdf: bytes
    pages: int
    boxes: tuple[tuple[Box, ...], ...]


class LetterPresenter:
    """The letter of one case."""

    def __init__(self, view: LetterView, host: Host) -> None:
        self._view, self._host = view, host
        self._record: CaseRecord | None = None
        self._choices = Choices()
        self._letter: Letter | None = None
        self._state: LetterShown | None = None
        self._refused: dict[str, tuple[str, str]] = {}
        self._confirming = Confirming(host.clinic)
        self.trial = TrialActs(host, lambda: self._known.id, lambda: self.enter(self._known.id))

    def enter(self, case_id: str) -> None:
        """Show the letter of a case, in the client's language where it is there."""
        clinic = self._host.clinic
        is_same = self._record is not None and self._record.id == case_id
        self._record = clinic.changing.get(case_id)
        if not is_same:
            self._choices = Choices()
            self._choices = self._in_language(self._spoken())
        self._draft()

    def _spoken(self) -> str:
        """The client's language, where the chosen kind of letter has it."""
        spoken = self._known.case.text("client.language")
        there = self._host.clinic.drafting.languages(self._choices.kind)
        return spoken if spoken is not None and spoken in there else "en"

    def choose_kind(self, kind: str) -> None:
        """Another kind, in the person's language and with the name as is usual for it."""
        if kind == self._choices.kind:
            return
        self._confirming.forget()
        name = self._host.clinic.drafting.usual_name(kind)
        self._choices = replace(self._choices, kind=kind, name=name)
        self._choices = self._in_language(self._spoken())
        self._draft()

    def choose_language(self, language: str) -> None:
        self._choose(self._in_language(language))

    def _in_language(self, language: str) -> Choices:
        """The choices in another language: a translation stands beside its English at first."""
        there = self._host.clinic.drafting.sheets(self._choices.kind, language)
        sheet = BESIDE_ENGLISH if BESIDE_ENGLISH in there else self._choices.sheet
        return replace(
            self._choices, language=language, sheet=sheet if sheet in there else there[0]
        )

    def choose_sheet(self, sheet: str) -> None:
        self._choose(replace(self._choices, sheet=sheet))

    def choose_name(self, name: NameOnPaper) -> None:
        self._choose(replace(self._choices, name=name))

    def type_detail(self, field: str, text: str) -> None:
        """A line of the clinic's own; what cannot be kept stays in sight with the reason."""
        self._refused.pop(field, None)
        try:
            self._host.clinic.letterhead.write(field, text)
        except Problem as problem:
            self._refused[field] = (text, problem.sentence)
        self._draft()

    def type_reader(self, field: str, text: str) -> None:
        """Who read the translation, or said it back."""
        self._confirming.type(field, text)

    def confirm(self, standing: Standing) -> None:
        """The clinic answers for the translation: from now on it prints without its English."""
        chosen = self._choices
        self._confirming.confirm(chosen.kind, chosen.language, standing)
        self._draft()

    def withdraw(self) -> None:
        self._host.clinic.translations.withdraw(self._choices.kind, self._choices.language)
        self._draft()

    def type_asked(self, field: str, text: str) -> None:
        """A line of this letter to a custodian, which prints as it was written."""
        value: dict[str, Any] = {field: text or None}
        self._choose(replace(self._choices, asked=replace(self._choices.asked, **value)))

    def choose_court(self, named: bool) -> None:
        self._choose(replace(self._choices, asked=replace(self._choices.asked, names_court=named)))

    def save(self) -> None:
        """Write the very bytes that are shown to a file of the person's choice."""
        state, letter = self._state, self._letter
        if state is None or letter is None or not state.pdf:
            self._tell_why_not()
            return
        name = f"letter-{self._choices.language}.pdf"  # says nothing about anybody
        path = self._host.dialogs.save_as(N_("Save the letter"), name, "PDF (*.pdf)")
        if path is None or not self._may_lie_in(path.parent):
            return
        try:
            self._host.clinic.issuing.save(
                self._known, letter, state.pdf, path, overwrite=True, sheet=self._choices.sheet
            )
        except Problem as problem:
            self._host.messages.problem(problem)
        else:
            self._host.messages.tell(SAVED.format(file=Path(path).name))

    def print(self) -> None:
        """Send the very bytes that are shown to a printer, and keep them once it took them."""
        state, letter = self._state, self._letter
        if state is None or letter is None or not state.pdf:
            self._tell_why_not()
            return
        printer = self._host.dialogs.printer(N_("Print the letter"))
        if printer is not None:
            record, pdf, sheet = self._known, state.pdf, self._choices.sheet
            self._view.print_pages(
                pdf, printer, lambda copies: self._printed(record, letter, pdf, sheet, copies)
            )

    def print_test_page(self) -> None:
        """Try the printer with a page that is about nobody, and is not kept."""
        clinic = self._host.clinic
        printer = self._host.dialogs.printer(N_("Print a test page"))
        if printer is not None:
            page = clinic.drafting.draw_test_page(clinic.assessment.moment_of(self._known.case))
            self._view.print_pages(page, printer, lambda _: self._host.messages.tell(PRINTED))

    def _tell_why_not(self) -> None:
        """Why there are no pages to hand over."""
        if self.trial.is_on:
            self._host.messages.problem(TrialIsOn())
        else:
            self._host.messages.tell(NOT_YET)

    def _printed(
        self, record: CaseRecord, letter: Letter, pdf: bytes, sheet: str, copies: int
    ) -> None:
        """What went to the printer is kept, whatever was chosen meanwhile."""
        try:
            self._host.clinic.issuing.printed(record, letter, pdf, sheet, copies)
        except Problem as problem:
            self._host.messages.problem(problem)
        else:
            self._host.messages.tell(PRINTED)

    def _may_lie_in(self, folder: Path) -> bool:
        """Whether to go on: a folder that others copy is told, and left to the person."""
        copied = self._host.clinic.issuing.why_not_there(folder)
        return copied is None or self._host.dialogs.confirm(
            COPIED, N_("{folder} is copied elsewhere by itself.").format(folder=folder), SAVE_THERE
        )

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

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices:
            if choices.language != self._choices.language:
                self._confirming.forget()
            self._choices = choices
            self._draft()

    def _draft(self) -> None:
        """Put the words together now, and have the pages drawn."""
        clinic, case, chosen = self._host.clinic, self._known.case, self._choices
        if self.trial.is_on:
            self._letter = None
            self._show(self._shown(trouble=TrialIsOn().sentence))
            return
        assessment = clinic.assessment.assess(case)
        try:
            letter = clinic.drafting.draft(
                case, assessment, chosen.kind, chosen.language, chosen.name, chosen.asked
            )
        except Problem as problem:
            self._letter = None
            self._show(self._shown(trouble=problem.sentence))
            return
        self._letter = letter
        shown = self._shown()
        self._show(
            replace(
                shown,
                passages=passages_shown(letter, assessment),
                checks=checks_of(letter),
                told=clinic.drafting.read_aloud(letter, chosen.sheet),
            )
        )
        texts = [passage.text for passage in letter.passages]
        sheet = chosen.sheet

        def draw() -> _Drawn:
            pdf = clinic.drafting.draw(letter, sheet)
            return _Drawn(pdf, page_count(pdf), find_texts(pdf, texts))

        self._host.background.run(
            draw,
            lambda drawn: self._drawn(letter, drawn),
            lambda problem: self._failed(letter, problem),
            self,
        )

    def _drawn(self, letter: Letter, drawn: _Drawn) -> None:
        """Show the pages, unless another letter was asked for meanwhile."""
        if letter is not self._letter or self._state is None:
            return
        passages = tuple(
            replace(passage, boxes=boxes)
            for passage, boxes in zip(self._state.passages, drawn.boxes, strict=True)
        )
        foot = DRAFT_OF_ONE if drawn.pages == 1 else DRAFT.format(n=drawn.pages)
        self._show(replace(self._state, passages=passages, pdf=drawn.pdf, foot=foot))

    def _failed(self, letter: Letter, problem: Problem) -> None:
        if letter is self._letter and self._state is not None:
            self._show(replace(self._state, trouble=problem.sentence, foot=""))

    def _shown(self, trouble: str = "") -> LetterShown:
        chosen = self._choices
        translation = self._confirming.shown(chosen.kind, chosen.language)
        return choices_shown(
            self._host.clinic, self._known, chosen, self._refused, translation, trouble
        )

    def _show(self, state: LetterShown) -> None:
        self._state = state
        self._view.show_state(state)
