"""The words, days and times that a pack's files may have, each of a closed kind."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from desktop.domain.moments import moment

PrintLevel = Literal["A", "B", "C"]
Grade = Literal["V", "VQ", "Q", "S", "I", "INF", "M", "NF", "P1", "P2", "design"]
OutcomeWord = Literal[
    "broken",
    "protects",
    "allows",
    "not_yet",
    "not_covered",
    "unsettled",
    "not_in_force",
    "alert",
]
HoldWord = Literal[
    "unlawful",
    "not_due",
    "other_basis",
    "court_warrant",
    "federal_custody",
    "unsettled",
    "released",
    "open",
]
StandingWord = Literal[
    "in_force",
    "amended",
    "pending",
    "challenged",
    "dismissed",
    "under_review",
    "enjoined",
    "superseded",
    "reported",
]


def _a_day(text: str) -> str:
    date.fromisoformat(text)
    return text


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_a_day)]
"""A day as ISO text; whoever reads the document makes a date of it."""


def _a_day_or_month(text: str) -> str:
    _a_day(text if len(text) > len("YYYY-MM") else f"{text}-01")
    return text


DayOrMonth = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"), AfterValidator(_a_day_or_month)
]


def _a_time(text: str) -> str:
    if moment(text).exact is None:
        raise ValueError("is a whole day, and no time")
    return text


Time = Annotated[str, AfterValidator(_a_time)]
