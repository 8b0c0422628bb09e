"""Who vouches for a letter, and for exactly which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Who somebody is at the clinic; a volunteer cannot take DRAFT off."""

    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    ADVOCATE = "advocate"
    VOLUNTEER = "volunteer"
    ADMINISTRATOR = "administrator"


SIGNERS = frozenset({Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE})


@dataclass(frozen=True)
class SignOff:
    """A member's approval of a digest. Any change to facts, pack or text leaves it behind."""

    member: str
    role: Role
    signed_on: date
    digest: str
    prepared_by: str | None = None

    def vouches_for(self, digest: str) -> bool:
        """Whether DRAFT may come off a letter with this digest."""
        return self.role in SIGNERS and self.digest == digest
