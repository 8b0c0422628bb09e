"""How each outcome is shown: its word, its mark, its colour.

Knows no Qt, so that presenters may use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.findings import HoldAnswer, Outcome, Strength
from desktop.language.marks import N_


class Mark(StrEnum):
    """The shapes; only the octagon is filled, so that in grey it is still the loudest."""

    OCTAGON = "octagon"
    SHIELD = "shield"
    DOOR = "door"
    HOURGLASS = "hourglass"
    DASHED_CIRCLE = "dashed circle"
    HALF_DIAMOND = "half diamond"
    QUESTION = "question"
    STROKED_CIRCLE = "stroked circle"
    TRIANGLE = "triangle"
    SEAL = "seal"
    RING = "ring"


@dataclass(frozen=True)
class Shown:
    """A word, the mark before it, and the colour token of both."""

    word: str
    mark: Mark
    ink: str


OUTCOMES = {
    Outcome.BROKEN: Shown(N_("Law broken"), Mark.OCTAGON, "broken"),
    Outcome.PROTECTS: Shown(N_("Protected"), Mark.SHIELD, "protects"),
    Outcome.ALLOWS: Shown(N_("Allowed"), Mark.DOOR, "allows"),
    Outcome.NOT_YET: Shown(N_("Not yet"), Mark.HOURGLASS, "not_yet"),
    Outcome.NOT_COVERED: Shown(N_("Not covered"), Mark.DASHED_CIRCLE, "not_covered"),
    Outcome.UNSETTLED: Shown(N_("Unsettled"), Mark.HALF_DIAMOND, "unsettled"),
    Outcome.OPEN: Shown(N_("Open"), Mark.QUESTION, "open"),
    Outcome.NOT_IN_FORCE: Shown(N_("Not law"), Mark.STROKED_CIRCLE, "not_in_force"),
    Outcome.ALERT: Shown(N_("Take note"), Mark.TRIANGLE, "alert"),
}

# The answer on holding borrows the marks; a court's seal and the ring are its own.
HOLDING = {
    HoldAnswer.UNLAWFUL: OUTCOMES[Outcome.BROKEN],
    HoldAnswer.NOT_DUE: OUTCOMES[Outcome.NOT_YET],
    HoldAnswer.OTHER_BASIS: OUTCOMES[Outcome.ALLOWS],
    HoldAnswer.COURT_WARRANT: Shown(N_("Allowed"), Mark.SEAL, "not_yet"),
    HoldAnswer.FEDERAL_CUSTODY: OUTCOMES[Outcome.NOT_COVERED],
    HoldAnswer.UNSETTLED: OUTCOMES[Outcome.UNSETTLED],
    HoldAnswer.RELEASED: Shown(N_("Let go"), Mark.RING, "not_covered"),
    HoldAnswer.OPEN: OUTCOMES[Outcome.OPEN],
}

STRENGTHS = {Strength.STRONG: N_("strong"), Strength.ARGUABLE: N_("arguable")}

ACTS = {
    "hold": N_("Holding"),
    "transfer": N_("Hand-over"),
    "notify": N_("Notice"),
    "question": N_("Questions"),
    "ice": N_("ICE itself"),
    "arrest": N_("Arrest"),
    "paper": N_("The papers"),
    "bail": N_("Bail"),
    "clock": N_("Clocks"),
    "court": N_("Court"),
    "child": N_("Under 18"),
    "federal": N_("In ICE custody"),
    "deadline": N_("Dates to keep"),
    "remedy": N_("Remedies"),
}
