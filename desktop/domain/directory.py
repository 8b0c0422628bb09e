"""Whom to call, and what a letter may print of it.

Every contact is a suggestion until a member of the clinic has called. What was confirmed
by phone prints for 90 days; after that, and before, its place is a line to fill in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

GOOD_FOR_DAYS = (
    90  # federal record, rule F40: a number that nobody checked for longer is not printed
)


@dataclass(frozen=True)
class Contact:
    """One way to reach a body, as a source has it. ``value`` is None where none was found."""

    id: str
    kind: str
    value: str | None
    grade: str
    source: str
    checked_on: date
    checked_by: str


@dataclass(frozen=True)
class Body:
    """A court, a jail, a consulate, an office that helps. Named by office, never by person.

    ``agencies`` are words of the case file for whoever can be reached there; ``country``
    is the one whose consulate it is.
    """

    id: str
    group: str
    name: str
    contacts: tuple[Contact, ...]
    serves: str = ""
    note: str = ""
    agencies: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True)
class Confirmation:
    """A member of the clinic called: what was found to be right, who called, on which day.

    An empty ``value`` says that the contact does not work.
    """

    contact: str
    value: str
    by: str
    on: date


@dataclass(frozen=True)
class Office:
    """A body on paper, and the number that may stand there; None is a line to fill in."""

    name: str
    phone: str | None


class Standing(Enum):
    """What is known of a contact on a day."""

    NOT_FOUND = "not found"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    TOO_OLD = "too old"
    DOES_NOT_WORK = "does not work"


def standing_of(contact: Contact, confirmed: Iterable[Confirmation], on: date) -> Standing:
    """How a contact stands on that day."""
    latest = last_call(contact, confirmed, on)
    if latest is None:
        return Standing.NOT_FOUND if contact.value is None else Standing.SUGGESTED
    if not latest.value:
        return Standing.DOES_NOT_WORK
    return Standing.CONFIRMED if on <= prints_until(latest) else Standing.TOO_OLD


def prints_until(call: Confirmation) -> date:
    """The last day on which a letter may print what was confirmed."""
    return call.on + timedelta(days=GOOD_FOR_DAYS)


def may_print(contact: Contact, confirmed: Iterable[Confirmation], on: date) -> str | None:
    """What a letter of that day may print for a contact; None is a line to fill in."""
    latest = last_call(contact, confirmed, on)
    if latest is None or on > prints_until(latest):
        return None
    return latest.value or None


def last_call(contact: Contact, confirmed: Iterable[Confirmation], on: date) -> Confirmation | None:
    """The last confirmation known on that day; of two on one day the one that was told later."""
    known = [each for each in confirmed if each.contact == contact.id and each.on <= on]
    return max(reversed(known), key=lambda each: each.on, default=None)
