"""Calling the offices of the directory, so that their numbers may stand on paper.

Everything on the shelf is a suggestion. What a member of the clinic found right by telephone
is kept in the case file, with who called and when, and prints for 90 days.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.directory import Body, Confirmation, Contact, Office, may_print
from desktop.domain.letterhead import detail
from desktop.domain.moments import day_of
from desktop.domain.problems_members import MemberHasToSay
from desktop.domain.records import Deed
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.case import Case
    from desktop.library.directory import Directory


class Contacts:
    """The directory as this clinic knows it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def shelf(self) -> Directory:
        from desktop.library.directory import Directory  # noqa: PLC0415 - the window paints first

        return Directory()

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.shelf.bodies

    @property
    def calls(self) -> tuple[Confirmation, ...]:
        """What members found when they called."""
        return self._session.open_file.settings.calls()

    @property
    def today(self) -> date:
        """The day by which a call is too old or not."""
        return day_of(self._session.clock.now())

    def confirm(self, contact: Contact, value: str) -> None:
        """I called, and this is right. Raises DetailRefused, or MemberHasToSay."""
        right = detail(contact.kind, value)
        if right is not None:
            self._keep(contact, right)

    def does_not_work(self, contact: Contact) -> None:
        """I called, and nobody can be reached so. Raises MemberHasToSay."""
        self._keep(contact, "")

    def _keep(self, contact: Contact, value: str) -> None:
        if not self._session.member:
            raise MemberHasToSay
        file = self._session.open_file
        with file.errand():
            call = Confirmation(contact.id, value, self._session.member, self.today)
            file.settings.keep_call(call)
            self._session.note(Deed.CHANGED_SETTINGS)

    def offices_of(self, case: Case) -> tuple[Office, ...]:
        """Where whoever holds the person can be called, each with its number if it may print."""
        custodian = case.text("custody.custodian")
        bodies = self.shelf.of_agency(custodian) if custodian else ()
        return tuple(self._office(body) for body in bodies)

    def _office(self, body: Body) -> Office:
        phones = (each for each in body.contacts if each.kind == "phone")
        found = (may_print(each, self.calls, self.today) for each in phones)
        return Office(body.name, next(filter(None, found), None))
