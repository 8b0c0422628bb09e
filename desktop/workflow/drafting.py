"""Drafting a letter from a case and its assessment, and drawing it as pages."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.aloud import Aloud
from desktop.domain.case import Case
from desktop.domain.findings import Assessment
from desktop.domain.letters import NOTHING_ASKED, Asked, ClinicDetails, Letter, NameOnPaper, Reader
from desktop.workflow.contacts import Contacts
from desktop.workflow.session import Session
from desktop.workflow.translations import Translations


class Drafting:
    """Letters that nobody has signed: every page says DRAFT.

    Without a session no clinic is known: what a letter says of it is left to fill in by hand.
    """

    def __init__(self, session: Session | None = None) -> None:
        self._session = session

    def languages(self, kind: str = "rights") -> tuple[str, ...]:
        from desktop.letters.template import languages  # noqa: PLC0415 - the window paints first

        return languages(kind)

    def sheets(self, kind: str = "rights", language: str = "en") -> tuple[str, ...]:
        """The paper shapes that there are; a translation can also stand beside its English."""
        from desktop.letters.pdf import sheets  # noqa: PLC0415

        return sheets(kind, language)

    def kinds(self) -> tuple[str, ...]:
        from desktop.letters.template import kinds  # noqa: PLC0415

        return kinds()

    def usual_name(self, kind: str) -> NameOnPaper:
        """How the name prints where nobody chose: a custodian has to know whom a letter means."""
        from desktop.letters.template import template_of  # noqa: PLC0415

        to_client = template_of(kind).reader is Reader.CLIENT
        return NameOnPaper.NONE if to_client else NameOnPaper.FULL

    def draft(
        self,
        case: Case,
        assessment: Assessment,
        kind: str = "rights",
        language: str = "en",
        name: NameOnPaper = NameOnPaper.NONE,
        asked: Asked = NOTHING_ASKED,
    ) -> Letter:
        """The letter's words. Raises a Problem when there is no such kind or language."""
        from desktop.letters.compose import compose  # noqa: PLC0415

        session, as_of = self._session, assessment.as_of
        clinic = session.open_file.settings.letterhead() if session else ClinicDetails()
        offices = Contacts(session).offices_of(case) if session else ()
        told = Translations(session).of(kind, language) if session else None
        return compose(
            *(kind, case, assessment, language, name, clinic, as_of, asked, offices),
            translation=told.translation if told else None,
        )

    def read_aloud(self, letter: Letter, sheet: str = "plain") -> tuple[Aloud, ...]:
        """The letter without paper: what is heard of the sheet, in order."""
        from desktop.letters.aloud import read_aloud  # noqa: PLC0415

        return read_aloud(letter, sheet)

    def draw(self, letter: Letter, sheet: str = "plain") -> bytes:
        """The letter as a PDF. Pure; one drawing at a time."""
        from desktop.letters.pdf import draw  # noqa: PLC0415

        return draw(letter, None, sheet)

    def draw_test_page(self, now: datetime) -> bytes:
        """A sheet to try a printer with: edges, size, both sides, grey, small print, cutting."""
        from desktop.letters.pdf import draw_test_page  # noqa: PLC0415

        return draw_test_page(now)
