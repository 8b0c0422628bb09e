"""One custody along time, as frozen values: holders, papers, the release, clocks.

Each piece carries its own sentence, so that a listener gets the picture whole. No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.language.marks import N_


class Lane(StrEnum):
    """From top to bottom."""

    HELD_BY = N_("Held by")
    PAPERS = N_("Papers")
    RELEASE = N_("Release")
    CLOCKS = N_("Clocks")


class Look(StrEnum):
    """How a piece is drawn; a filled diamond makes release due."""

    HELD = "held"
    PAST_RELEASE = "past release"
    PAPER = "paper"
    DUE = "due"
    CLOCK = "clock"
    UNDATED = "undated"


@dataclass(frozen=True)
class Piece:
    """One thing in a lane. ``end`` is None for what happened at one moment."""

    lane: Lane
    look: Look
    start: datetime
    end: datetime | None
    label: str
    detail: str
    sentence: str
    fact: str = ""  # the form's row that Enter goes to


@dataclass(frozen=True)
class CustodyShown:
    """The pieces in reading order. ``nothing`` is said instead while no time is known."""

    now: datetime
    pieces: tuple[Piece, ...]
    title: str
    now_said: str
    nothing: str = ""
