"""Custodies of invented people, as the case file writes them."""

from __future__ import annotations

from typing import Any

from desktop.domain.case import Case
from desktop.domain.documents import read_case

I247A = {
    "form": "I-247A",
    "box": 1,
    "seen": True,
    "names_client": True,
    "cancelled": False,
    "attached": ["I-200"],
}
I200 = {"form": "I-200", "seen": True, "names_client": True}


def case_of(**document: Any) -> Case:
    """A case from its document, without the format line."""
    return read_case({"format": "amparo-case/1", **document})


def marisol() -> Case:
    """Held by Boston police since 10 PM; bail was paid at 2:10 AM; two papers from ICE."""
    return case_of(
        client={"name": "Marisol R.", "language": "es"},
        custody={
            "state": "in_custody",
            "custodian": "boston_police",
            "arrested_by": "boston_police",
            "arrested_at": "2026-11-23T22:00-05:00",
            "arrest_basis": "warrantless",
            "domestic": "none",
            "probable_cause": True,
        },
        charges=[{"status": "open"}],
        release={
            "event": "bail_posted",
            "at": "2026-11-24T02:10-05:00",
            "still_held": True,
            "stated_ground": "immigration",
        },
        papers=[I247A, I200],
        complete=["papers", "holds", "charges"],
    )


def okafor() -> Case:
    """In a county jail, bail set and not paid."""
    return case_of(
        client={"name": "Mr Okafor"},
        custody={"state": "in_custody", "custodian": "suffolk_sheriff", "seen_by_judge": True},
        release={"event": "none", "bail": "set_unpaid"},
        complete=["papers", "holds"],
    )
