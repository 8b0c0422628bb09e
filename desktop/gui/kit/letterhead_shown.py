"""The clinic on its letters, as rows to type in. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.letters import ClinicDetails
from desktop.language.marks import N_

NAMES = {
    "name": N_("Name"),
    "address": N_("Address"),
    "phone": N_("Telephone"),
    "hours": N_("Hours"),
    "email": N_("E-mail"),
}
NOTHING_YET = N_("Letters leave a line to write the clinic's name and number on.")
NO_NUMBER_YET = N_("{name}. Letters leave a line for the telephone number.")


@dataclass(frozen=True)
class LineShown:
    """One line to type in: its key, its name, what stands there, what is wrong with it."""

    key: str
    name: str
    text: str
    trouble: str = ""


@dataclass(frozen=True)
class LetterheadShown:
    """``summary`` says it in one line; who may not change the lines can read them."""

    lines: tuple[LineShown, ...]
    summary: str
    may_change: bool


def letterhead_shown(
    details: ClinicDetails, may_change: bool, refused: Mapping[str, tuple[str, str]]
) -> LetterheadShown:
    """``refused``: what was typed and could not be kept, with the reason, by line."""
    kept = {key: getattr(details, key) or "" for key in NAMES}
    lines = tuple(
        LineShown(key, name, *refused.get(key, (kept[key], ""))) for key, name in NAMES.items()
    )
    return LetterheadShown(lines, _summary(details), may_change)


def _summary(details: ClinicDetails) -> str:
    if details.phone is None:
        return NO_NUMBER_YET.format(name=details.name) if details.name else NOTHING_YET
    return " · ".join(filter(None, (details.name, details.phone)))
