"""What is typed to confirm a translation, and how the translation stands. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.confirmations import Confirmed, Standing
from desktop.domain.problems import Problem
from desktop.gui.kit.letterhead_shown import LineShown
from desktop.gui.screens.letter.state import TranslationShown
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.clinic import Clinic

READERS = {"reader": N_("Who read it"), "second": N_("Who said back what it says")}
DRAFT = N_("A draft: it prints beside its English.")
CHANGED = N_("Its words changed since {day}, when it was confirmed. A draft again.")
CONFIRMED = {
    Standing.CHECKED: N_("Checked by {reader} and {second}, {day}. It may print alone."),
    Standing.CERTIFIED: N_("Certified by {reader}, {day}; {second} said it back. It prints alone."),
}


class Confirming:
    """For one translation at a time."""

    def __init__(self, clinic: Clinic) -> None:
        self._clinic = clinic
        self._typed: dict[str, str] = {}
        self._trouble = ""

    def forget(self) -> None:
        """Another translation: names typed for the one before do not count."""
        self._typed, self._trouble = {}, ""

    def type(self, field: str, text: str) -> None:
        self._typed[field] = text

    def confirm(self, kind: str, language: str, standing: Standing) -> None:
        reader, second = (self._typed.get(field, "") for field in READERS)
        try:
            self._clinic.translations.confirm(kind, language, standing, reader, second)
        except Problem as problem:
            self._trouble = problem.sentence
        else:
            self.forget()

    def shown(self, kind: str, language: str) -> TranslationShown:
        """How it stands; nothing for English."""
        if language == "en":
            return TranslationShown()
        translations = self._clinic.translations
        now, last = translations.of(kind, language), translations.last(kind, language)
        return TranslationShown(
            summary=_summary(now, last),
            lines=tuple(
                LineShown(key, name, self._typed.get(key, "")) for key, name in READERS.items()
            ),
            is_confirmed=now is not None,
            may_confirm=translations.may_confirm,
            trouble=self._trouble,
        )


def _summary(now: Confirmed | None, last: Confirmed | None) -> str:
    if last is None:
        return DRAFT
    day = f"{last.on:%B} {last.on.day}, {last.on.year}"
    if now is None:
        return CHANGED.format(day=day)
    return CONFIRMED[now.standing].format(reader=now.reader, second=now.second, day=day)
