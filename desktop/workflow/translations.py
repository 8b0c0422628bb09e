"""Confirming a translation, so that it prints without its English from then on."""

from __future__ import annotations

from desktop.domain.confirmations import Confirmed, ReadersMissing, Standing
from desktop.domain.letterhead import detail
from desktop.domain.members import Right
from desktop.domain.moments import day_of
from desktop.domain.records import Deed
from desktop.workflow.session import Session


class Translations:
    """Which translations this clinic answers for. An attorney compares what was said back."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def may_confirm(self) -> bool:
        return self._session.may(Right.SIGN)

    def of(self, kind: str, language: str) -> Confirmed | None:
        """What was said of exactly the words that would print today."""
        last = self.last(kind, language)
        return last if last is not None and last.words == _words(kind, language) else None

    def last(self, kind: str, language: str) -> Confirmed | None:
        """What was last said, of these words or of earlier ones."""
        found = self._session.open_file.settings.confirmations()
        return found.get((kind, language))

    def confirm(
        self, kind: str, language: str, standing: Standing, reader: str, second: str
    ) -> Confirmed:
        """Answer for a translation as it is. Raises NotInYourRole or ReadersMissing."""
        self._session.require(Right.SIGN)
        names = [detail("name", name) for name in (reader, second)]
        first, other = names
        if first is None or other is None or first.casefold() == other.casefold():
            raise ReadersMissing
        today = day_of(self._session.clock.now())
        words = _words(kind, language)
        made = Confirmed(kind, language, standing, first, other, today, words)
        file = self._session.open_file
        with file.errand():
            file.settings.keep_confirmation(made)
            self._session.note(Deed.CONFIRMED_TRANSLATION)
        return made

    def withdraw(self, kind: str, language: str) -> None:
        """Answer for it no longer: it prints beside its English again."""
        self._session.require(Right.SIGN)
        file = self._session.open_file
        if self.last(kind, language) is not None:
            with file.errand():
                file.settings.drop_confirmation(kind, language)
                self._session.note(Deed.WITHDREW_CONFIRMATION)


def _words(kind: str, language: str) -> str:
    from desktop.letters.template import words_of  # noqa: PLC0415 - the window paints first

    return words_of(kind, language)
