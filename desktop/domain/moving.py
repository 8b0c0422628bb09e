"""A case that came from another clinic, before anybody says that it is taken in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """Where an arriving case stands to this file. Each is another sentence on the screen."""

    NEW = "new"
    GREW = "grew"  # it is here, and what arrives goes on from there
    SAME = "same"  # all of it is here


@dataclass(frozen=True)
class Arriving:
    """What would be kept: under which code, and how much of it is new.

    ``code_there`` is the code that the other clinic gave it. ``changes`` counts revisions.
    """

    standing: Standing
    code: str
    code_there: str
    changes: int
    notes: int
    letters: int
    on_hold: bool = False
