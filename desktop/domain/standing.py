"""How a source stood over time: in force, amended, challenged, under review, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from desktop.language.marks import N_

STANDINGS: Mapping[str, str] = MappingProxyType(
    {
        "in_force": N_("In force since {when}."),
        "amended": N_("In force, as amended ({when})."),
        "pending": N_("Pending since {when}."),
        "challenged": N_("Challenged in court since {when}."),
        "dismissed": N_("In force; the challenge was dismissed, its merits not reached ({when})."),
        "under_review": N_("Under review by a higher court since {when}."),
        "enjoined": N_("Stopped by a court (as of {when})."),
        "superseded": N_("Replaced by later law since {when}."),
        "reported": N_("Reported, and not read here ({when})."),
    }
)


@dataclass(frozen=True)
class Standing:
    """What became of a source, and from which day on.

    ``since`` is the day, or the month where the day is not known; ``on`` the day from
    which it surely counts, for a month its last.
    """

    since: str
    on: date
    status: str
    note: str
