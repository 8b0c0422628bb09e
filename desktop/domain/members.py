"""Who works with the case file, and what follows from their role.

Everybody inside holds the same key and can read every case: a role keeps colleagues
from a slip, not a thief from the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from desktop.domain.signoff import SIGNERS, Role
from desktop.language.marks import N_


@dataclass(frozen=True)
class Member:
    """Somebody with a passphrase of their own."""

    name: str
    role: Role
    joined_at: datetime


class Right(Enum):
    """What not everybody may do, with whom to ask."""

    SIGN = N_("an attorney or accredited representative")
    LOOK_AFTER = N_("an administrator or attorney")
    SEND = N_("somebody on the staff")


RIGHTS = {
    Right.SIGN: SIGNERS,
    # Members, keys, settings, keeping and purging, bringing back a backup.
    Right.LOOK_AFTER: frozenset({Role.ADMINISTRATOR, Role.ATTORNEY}),
    # Cases that leave the file or come into it.
    Right.SEND: frozenset(Role) - {Role.VOLUNTEER},
}


def may(role: Role, right: Right) -> bool:
    """Whether somebody in this role may do that."""
    return role in RIGHTS[right]
