"""The clinic's own name, number and hours, typed once for all its letters."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.letterhead import detail
from desktop.domain.letters import ClinicDetails
from desktop.domain.members import Right
from desktop.domain.records import Deed
from desktop.workflow.session import Session


class Letterhead:
    """Kept in the case file; what is missing prints as a line to fill in by hand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def details(self) -> ClinicDetails:
        return self._session.open_file.settings.letterhead()

    @property
    def may_change(self) -> bool:
        return self._session.may(Right.LOOK_AFTER)

    def write(self, field: str, text: str) -> None:
        """Keep one line of it. Raises DetailRefused, or NotInYourRole."""
        self._session.require(Right.LOOK_AFTER)
        file, before = self._session.open_file, self.details
        details = replace(before, **{field: detail(field, text)})
        if details != before:
            with file.errand():
                file.settings.keep_letterhead(details)
                self._session.note(Deed.CHANGED_SETTINGS)
