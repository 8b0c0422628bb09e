"""Decides what the paper helper shows; knows no widget.

It says "looks like", never "is": a paper is put on the case only by the person's own act.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.case import Entry
from desktop.domain.drawings import Drawing
from desktop.domain.instruments import Identified
from desktop.domain.names import FORM_NAMES
from desktop.domain.problems import Problem
from desktop.domain.records import CaseRecord
from desktop.domain.silence import Answer, Silence
from desktop.gui.kit.bar_shown import bar_of
from desktop.gui.kit.doors import Host
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.screens.papers.state import OtherShown, PapersShown, SuggestionShown
from desktop.gui.screens.papers.suggesting import suggestion_of
from desktop.language.marks import N_

UNKNOWN = "unknown"
ADDED = N_("Added {paper}.")
ADDED_PAPER = N_("a paper put on the case, {paper}")
_FIRST, _OF_COURT, _OF_ICE = "I-247A", "AO 442", "I-200"
# What stands under a signature line, for the table that tells papers by their words.
_SIGNED = {"immigration_officer": "Immigration Officer", "immigration_judge": "Immigration Judge"}
_SCREENS = {"call": "case", "answer": "case", "findings": "finding", "letter": "letter"}


class PapersView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: PapersShown) -> None:
        """Show all of this."""


@dataclass(frozen=True)
class _Told:
    """What was told of the paper in hand."""

    words: str = ""
    number: str = ""
    signer: Answer = Silence.NOT_ASKED
    names_court: Answer = Silence.NOT_ASKED

    @property
    def text(self) -> str:
        """All of it as if it were printed on the paper."""
        signed = _SIGNED.get(self.signer, "") if isinstance(self.signer, str) else ""
        return "\n".join(part for part in (self.number, self.words, signed) if part.strip())


class PapersPresenter:
    """One paper that somebody has in hand, beside one it must not be taken for."""

    def __init__(self, view: PapersView, host: Host) -> None:
        self._view, self._host = view, host
        self._record: CaseRecord | None = None
        self._told = _Told()
        self._found: Identified | None = None
        self._drawn = _FIRST
        self.trial = TrialActs(host, lambda: self._known.id, self._renew)

    def enter(self, case_id: str) -> None:
        """Begin with an empty table: another paper may be in hand."""
        self._record = self._host.clinic.changing.get(case_id)
        self._drawn = _FIRST
        self._tell(_Told())

    def tell_words(self, text: str) -> None:
        """Any words that are printed on the paper."""
        self._tell(replace(self._told, words=text))

    def tell_number(self, text: str) -> None:
        """The number in its corner."""
        self._tell(replace(self._told, number=text))

    def answer_signer(self, answer: Answer) -> None:
        self._tell(replace(self._told, signer=answer))

    def answer_court(self, answer: Answer) -> None:
        self._tell(replace(self._told, names_court=answer))

    def draw(self, form: str) -> None:
        """Look at another paper."""
        self._drawn = form
        self._show()

    def add(self) -> None:
        """Put the paper on the case as what it looks like, and go on to ask about it."""
        found = self._found
        self._add((found.form if found is not None else None) or UNKNOWN)

    def add_unknown(self) -> None:
        """Put a paper on the case of which nobody knows what it is."""
        self._add(UNKNOWN)

    def go_to(self, view: str) -> None:
        """Another view of the same case."""
        screen = _SCREENS.get(view)
        if screen is not None:
            self._host.navigator.go(screen, case_id=self._known.id)

    def open_cases(self) -> None:
        self._host.navigator.go("cases")

    def _renew(self) -> None:
        """Read the case again: what is tried begins or ends."""
        self._record = self._host.clinic.changing.get(self._known.id)
        self._show()

    def _tell(self, told: _Told) -> None:
        self._told = told
        self._found = self._host.clinic.papers.identify(told.text) if told.text else None
        if self._found is not None and self._found.form in self._drawings:
            self._drawn = self._found.form
        self._show()

    def _add(self, form: str) -> None:
        before = self._known
        entry = Entry().with_answer("form", form)
        if isinstance(self._told.signer, str):
            entry = entry.with_answer("signed_by", self._told.signer)
        papers = (*before.case.entries("papers"), entry)
        try:
            self._record = self._host.clinic.changing.keep(
                before,
                before.case.with_entries("papers", papers),
                ADDED_PAPER.format(paper=FORM_NAMES.get(form, form)),
            )
        except Problem as problem:
            self._host.messages.problem(problem)
            return
        self._host.navigator.go("case", case_id=before.id, fact=f"papers[{len(papers) - 1}]")
        self._host.messages.tell(ADDED.format(paper=FORM_NAMES.get(form, form)))

    @property
    def _drawings(self) -> dict[str, Drawing]:
        return {drawing.form: drawing for drawing in self._host.clinic.papers.drawings}

    @property
    def _known(self) -> CaseRecord:
        assert self._record is not None, "enter() comes first"
        return self._record

    def _show(self) -> None:
        drawings = self._drawings
        first = drawings[self._drawn]
        second = drawings[_OF_ICE if first.by_court else _OF_COURT]
        shown = (first, second)
        self._view.show_state(
            PapersShown(
                bar=bar_of(self._known, self._host.clinic),
                signer=self._told.signer,
                names_court=self._told.names_court,
                suggestion=self._suggestion(),
                drawings=shown,
                others=tuple(
                    OtherShown(each.form, FORM_NAMES[each.form], each.what)
                    for each in drawings.values()
                    if each not in shown
                ),
            )
        )

    def _suggestion(self) -> SuggestionShown | None:
        if self._found is None:
            return None
        return suggestion_of(self._found, self._told.signer, self._told.names_court)
