"""A contact of the directory as a row of words. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.domain.directory import (
    Body,
    Confirmation,
    Contact,
    Standing,
    last_call,
    prints_until,
    standing_of,
)
from desktop.domain.grades import GRADE_NAMES
from desktop.domain.moments import day_of
from desktop.gui.kit.spoken_times import day_said
from desktop.language.marks import N_

Calls = tuple[Confirmation, ...]
KINDS = {
    "phone": N_("Telephone"),
    "address": N_("Address"),
    "web": N_("Web page"),
    "email": N_("E-mail"),
}
NO_VALUE = N_("{kind}: not found")
VALUE = N_("{kind}: {value}")
STANDS = {
    Standing.NOT_FOUND: N_("Not found yet"),
    Standing.SUGGESTED: N_("A suggestion. Nobody here has called"),
    Standing.CONFIRMED: N_("{who} called on {day}. It may print until {until}"),
    Standing.TOO_OLD: N_("{who} called on {day}. That is over 90 days ago: a line prints"),
    Standing.DOES_NOT_WORK: N_("{who} called on {day}: it does not work"),
}
SERVES = N_("{office} ({serves})")
FROM = N_("{source}: {grade}, {day}")
LOOKED_FOR = N_("{grade}, {day}")


def row_of(body: Body, contact: Contact, calls: Calls, now: datetime) -> tuple[str, ...]:
    """Office, how to reach it, what we know, where the suggestion is from."""
    return (
        _office(body),
        _reached(contact, calls, now),
        _stands(contact, calls, now),
        _from(contact, now),
    )


def value_of(contact: Contact, calls: Calls, now: datetime) -> str:
    """What was found right when somebody called; before that, the suggestion."""
    call = last_call(contact, calls, day_of(now))
    return (call.value if call else contact.value) or ""


def every_contact(bodies: tuple[Body, ...]) -> Iterator[tuple[Body, Contact]]:
    """The rows, in the order of the shelf."""
    return ((body, contact) for body in bodies for contact in body.contacts)


def _office(body: Body) -> str:
    named = SERVES.format(office=body.name, serves=body.serves) if body.serves else body.name
    return ". ".join(filter(None, (named, body.note.rstrip("."))))


def _from(contact: Contact, now: datetime) -> str:
    grade, day = GRADE_NAMES[contact.grade], day_said(contact.checked_on, now)
    text = FROM if contact.value is not None else LOOKED_FOR
    return text.format(source=contact.source, grade=grade, day=day)


def _reached(contact: Contact, calls: Calls, now: datetime) -> str:
    value, kind = value_of(contact, calls, now), KINDS[contact.kind]
    return VALUE.format(kind=kind, value=value) if value else NO_VALUE.format(kind=kind)


def _stands(contact: Contact, calls: Calls, now: datetime) -> str:
    text = STANDS[standing_of(contact, calls, day_of(now))]
    call = last_call(contact, calls, day_of(now))
    if call is None:
        return text
    said = {"day": day_said(call.on, now), "until": day_said(prints_until(call), now)}
    return text.format(who=call.by, **said)
