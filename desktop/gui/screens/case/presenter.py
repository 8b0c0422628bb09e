"""Decides what the case screen shows; knows no widget.

Every answer is kept at once as a new revision. What was before stays at hand,
so that anything can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from desktop.domain.case import Case, Entry
from desktop.domain.findings import Assessment, Contradiction
from desktop.domain.problems import Problem
from desktop.domain.questions_where_needed import WHERE_NEEDED
from desktop.domain.records import CaseRecord
from desktop.domain.silence import Answer, Silence
from desktop.gui.kit.bar_shown import bar_of
from desktop.gui.kit.doors import Host
from desktop.gui.kit.trial_acts import TrialActs
from desktop.gui.screens.case.acts_state import acts_shown
from desktop.gui.screens.case.answer_state import answer_shown
from desktop.gui.screens.case.chips import title_of
from desktop.gui.screens.case.custody_state import custody_shown
from desktop.gui.screens.case.do_now import call_shown, letter_shown
from desktop.gui.screens.case.form_state import CHIPS, FormFocus, row_of, sections
from desktop.gui.screens.case.next_state import Asking, next_shown, nothing_left
from desktop.gui.screens.case.state import CaseShown
from desktop.language.marks import N_

UNDONE, REDONE = N_("Took back: {what}."), N_("Done again: {what}.")
_WHERE_NEEDED = frozenset(question.key for question in WHERE_NEEDED)


class CaseView(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: CaseShown) -> None:
        """Show all of this; change nothing that is the same."""

    def go_to_row(self, key: str) -> None:
        """Put the keyboard on a row of the form."""


class CasePresenter:
    """One case at a time; ``enter`` says which."""

    def __init__(self, view: CaseView, host: Host) -> None:
        self._view, self._host = view, host
        self._record: CaseRecord | None = None
        self._assessment: Assessment | None = None
        self._asking = Asking()
        self._focus = FormFocus()
        self.trial = TrialActs(host, lambda: self._known.id, self.renew_whole)

    def enter(self, case_id: str, fact: str = "") -> None:
        """Show a case; ``fact`` is the row to go to."""
        if self._record is None or self._record.id != case_id:
            self._asking, self._focus = Asking(), FormFocus()
        self._record = self._host.clinic.changing.get(case_id)
        self.renew()
        if fact:
            self.go_to(fact)

    def renew_whole(self) -> None:
        """Read the case again, too: what is tried begins or ends."""
        self._focus = replace(self._focus, editing=None, draft=Entry())
        self._record = self._host.clinic.changing.get(self._known.id)
        self.renew()

    def renew(self) -> None:
        """Work everything out again and show it."""
        case, now = self._case, self.now()
        assessment = self._assessment = self._host.clinic.changing.assess(self._known)
        self._asking = self._asking.renewed(case, assessment)
        self._focus = replace(self._focus, asked_above=self._asking.key)
        self._view.show_state(
            CaseShown(
                bar=bar_of(self._known, self._host.clinic),
                next=next_shown(case, assessment, self._asking),
                nothing_left=nothing_left(assessment),
                sections=sections(case, assessment, self._focus),
                answer=answer_shown(case, assessment, now),
                acts=acts_shown(case, assessment, now),
                call=call_shown(case, assessment, now),
                letter=letter_shown(case),
                warnings=(*_elsewhere(assessment.contradictions), *assessment.warnings),
                custody=custody_shown(case, assessment, now),
            )
        )

    def now(self) -> datetime:
        """The moment for which law and clocks are worked out."""
        return self._host.clinic.assessment.moment_of(self._case)

    def answer(self, key: str, answer: Answer) -> None:
        """Answer a question of the form, or "is that all?" of a list."""
        assert self._assessment is not None, "enter() comes first"
        question = self._assessment.question_of(key)
        assert question is not None, key
        if question.is_list:
            self._answer_list(key, answer, question.label)
        else:
            self._keep(self._case.with_answer(key, answer), question.label)

    def skip(self) -> None:
        """Pass the question above over for now."""
        assessment = self._host.clinic.changing.assess(self._known)
        self._asking = self._asking.passed_over(self._case, assessment)
        self.renew()

    def edit(self, name: str, index: int | None) -> None:
        """Open one thing of a list, or a new one."""
        self._focus = replace(self._focus, editing=(name, index), draft=Entry())
        self.renew()

    def close_editor(self) -> None:
        self._focus = replace(self._focus, editing=None, draft=Entry())
        self.renew()

    def answer_entry(self, name: str, inner: str, answer: Answer) -> None:
        """Answer a question about the thing that is open; the first answer puts it on the list."""
        if self._focus.editing is None:
            return
        index, entries = self._focus.editing[1], list(self._case.entries(name))
        if index is None:
            entry = self._focus.draft.with_answer(inner, answer)
            index = len(entries)
            entries.append(entry)
        else:
            entry = entries[index] = entries[index].with_answer(inner, answer)
        self._focus = replace(self._focus, editing=(name, index), draft=Entry())
        self._keep(self._case.with_entries(name, tuple(entries)), title_of(name, entry))

    def remove_entry(self, name: str, index: int) -> None:
        """Take a thing off its list; it can be put back."""
        entries = list(self._case.entries(name))
        removed = entries.pop(index)
        title = title_of(name, removed)
        self._focus = replace(self._focus, editing=None, draft=Entry())
        self._keep(self._case.with_entries(name, tuple(entries)), title)
        told = N_("Removed {thing}.").format(thing=title)
        self._host.messages.tell(
            told, N_("Undo"), lambda: self._put_back(name, index, removed, title)
        )

    def undo(self) -> None:
        """Take the last change back, and say what it was."""
        self._go_back(self._host.clinic.changing.undo, UNDONE, N_("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go_back(self._host.clinic.changing.redo, REDONE, N_("Undo"), self.undo)

    def go_to(self, fact: str) -> None:
        """Put the keyboard where a fact is answered; a thing of a list is opened."""
        name, bracket, rest = fact.partition("[")
        index = int(rest.partition("]")[0]) if bracket else 0
        if bracket and name in CHIPS and index < len(self._case.entries(name)):
            self.edit(name, index)
        elif fact.endswith(".chips") or row_of(fact):
            if fact in _WHERE_NEEDED and fact not in self._case.answers:
                self._asking = replace(self._asking, key=fact)  # it has a row while it is asked
                self.renew()
            self._view.go_to_row(fact)

    def open_finding(self, rule: str) -> None:
        if rule:
            self._host.navigator.go("finding", case_id=self._known.id, rule=rule)

    def open_letter(self) -> None:
        self._host.navigator.go("letter", case_id=self._known.id)

    def open_papers(self) -> None:
        """Tell a paper by what is printed on it."""
        self._host.navigator.go("papers", case_id=self._known.id)

    def open_cases(self) -> None:
        self._host.navigator.go("cases")

    def _put_back(self, name: str, index: int, entry: Entry, title: str) -> None:
        """That very thing, whatever was done since."""
        entries = list(self._case.entries(name))
        entries.insert(index, entry)
        self._keep(self._case.with_entries(name, tuple(entries)), title)

    @property
    def _known(self) -> CaseRecord:
        assert self._record is not None, "enter() comes first"
        return self._record

    @property
    def _case(self) -> Case:
        return self._known.case

    def _answer_list(self, name: str, answer: Answer, label: str) -> None:
        heard = answer if isinstance(answer, Silence) else answer is True
        said_no = (
            self._focus.heard_no | {name} if answer is False else (self._focus.heard_no - {name})
        )
        self._focus = replace(self._focus, heard_no=said_no)
        self._keep(self._case.with_list_answer(name, heard), label)
        if answer is False:
            self.edit(name, None)

    def _keep(self, case: Case, words: str) -> None:
        self._attempt(lambda: self._host.clinic.changing.keep(self._known, case, words))
        self.renew()

    def _go_back(
        self,
        step: Callable[[CaseRecord], CaseRecord],
        told: str,
        action: str,
        then: Callable[[], None],
    ) -> None:
        changing, before = self._host.clinic.changing, self._case
        words = (
            changing.would_undo(self._known.id)
            if told is UNDONE
            else changing.would_redo(self._known.id)
        )
        self._focus = replace(self._focus, editing=None, draft=Entry())
        self._attempt(lambda: step(self._known))
        self.renew()
        if self._case != before:
            self._host.messages.tell(told.format(what=words.rstrip("?")), action, then)

    def _attempt(self, keep: Callable[[], CaseRecord]) -> None:
        try:
            self._record = keep()
        except Problem as problem:
            self._host.messages.problem(problem)


def _elsewhere(contradictions: tuple[Contradiction, ...]) -> tuple[str, ...]:
    """Contradictions that no row of the form could show."""
    return tuple(
        told.text for told in contradictions if not any(row_of(about) for about in told.about)
    )
