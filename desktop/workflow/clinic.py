"""The one face that the window holds: an errand is an attribute.

Each errand is read from the disk when somebody first goes on it: the window
paints before it knows what a letter is.
"""

# ruff: noqa: PLC0415 - lazy on purpose, as said above
from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.system.clock import Clock
from desktop.workflow.access import Access
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from desktop.workflow.assessment import Assessing
    from desktop.workflow.changing import Changing
    from desktop.workflow.contacts import Contacts
    from desktop.workflow.drafting import Drafting
    from desktop.workflow.housekeeping import Housekeeping
    from desktop.workflow.importing import Importing
    from desktop.workflow.intake import Intake
    from desktop.workflow.issuing import Issuing
    from desktop.workflow.letterhead import Letterhead
    from desktop.workflow.members import Members
    from desktop.workflow.moving import Moving
    from desktop.workflow.papers import Papers
    from desktop.workflow.restoring import Restoring
    from desktop.workflow.retention import Retention
    from desktop.workflow.translations import Translations


class Clinic:
    """A clinic at one computer: its case file, its clock and its shelves."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._session = Session(folder, clock)
        self.clock = clock
        self.access = Access(self._session)

    @cached_property
    def intake(self) -> Intake:
        from desktop.workflow.intake import Intake

        return Intake(self._session)

    @property
    def changing(self) -> Changing:
        """Made anew each time: a test may put other shelves in."""
        from desktop.workflow.changing import Changing

        return Changing(self._session, self.intake, self.assessment)

    @cached_property
    def members(self) -> Members:
        from desktop.workflow.members import Members

        return Members(self._session)

    @cached_property
    def retention(self) -> Retention:
        from desktop.workflow.retention import Retention

        return Retention(self._session)

    @cached_property
    def restoring(self) -> Restoring:
        from desktop.workflow.restoring import Restoring

        return Restoring(self._session)

    @cached_property
    def moving(self) -> Moving:
        from desktop.workflow.moving import Moving

        return Moving(self._session)

    @cached_property
    def importing(self) -> Importing:
        from desktop.workflow.importing import Importing

        return Importing(self._session, self.assessment)

    @cached_property
    def housekeeping(self) -> Housekeeping:
        from desktop.workflow.housekeeping import Housekeeping

        return Housekeeping(self._session)

    @cached_property
    def assessment(self) -> Assessing:
        from desktop.workflow.assessment import Assessing

        return Assessing(self.clock)

    @cached_property
    def drafting(self) -> Drafting:
        from desktop.workflow.drafting import Drafting

        return Drafting(self._session)

    @cached_property
    def contacts(self) -> Contacts:
        from desktop.workflow.contacts import Contacts

        return Contacts(self._session)

    @cached_property
    def translations(self) -> Translations:
        from desktop.workflow.translations import Translations

        return Translations(self._session)

    @cached_property
    def letterhead(self) -> Letterhead:
        from desktop.workflow.letterhead import Letterhead

        return Letterhead(self._session)

    @cached_property
    def issuing(self) -> Issuing:
        from desktop.workflow.issuing import Issuing

        return Issuing(self._session)

    @cached_property
    def papers(self) -> Papers:
        from desktop.workflow.papers import Papers

        return Papers()
