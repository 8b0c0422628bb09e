"""A case for each row of the sweep: agencies, papers, events, holds, acts and days that meet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from desktop.domain.vocabulary import AGENCIES, FEDERAL, FORMS, LISTS, SCALARS
from tests.tools.pairs import Row

NONE = "none at all"
SILENT = "nobody has said"
UNREAD = "unread"


def _others(words: tuple[str, ...], but: str) -> tuple[str, ...]:
    return tuple(word for word in words if word != but)


# The first value of each is the plainest case: where nothing else is wanted, rows fall back on
# a person whom Boston police keep past release for a detainer.
FIELDS = {
    "day": ("2026-12-01", "2020-01-20", "2018-05-01", "2014-06-02"),
    "holder": AGENCIES,
    "town": ("Cambridge", "Holyoke", "Salem", "Worcester", "Quincy", SILENT),
    "state": ("in_custody", "released", SILENT),
    "event": ("recognizance", *_others(SCALARS["release.event"].words, "recognizance"), SILENT),
    "ground": (*SCALARS["release.stated_ground"].words, SILENT),
    "handed_over": (False, True, SILENT),
    "paper": (*FORMS, "box 2", "cancelled", UNREAD, NONE, SILENT),
    "hold": (NONE, "live", "over", SILENT),
    "act": (NONE, *LISTS["acts"]["kind"].words, SILENT),
    "by": AGENCIES,
    "to": ("ice", "other_federal", "suffolk_sheriff"),
    "purpose": ("civil", "criminal", "mixed", SILENT),
    "basis": (
        "warrantless",
        *_others(SCALARS["custody.arrest_basis"].words, "warrantless"),
        SILENT,
    ),
}
_ENDED = {
    "charges_ended": "dismissed",
    "acquitted": "acquitted",
    "sentence_served": "served",
    "diversion": "diverted",
}
Document = dict[str, Any]


def case_of(row: Row) -> Document:
    """The row as a case whose facts can be true together."""
    start = datetime.fromisoformat(f"{row['day']}T06:00-05:00")
    federal = row["holder"] in FEDERAL
    whole = [
        name for name, said in (("papers", row["paper"]), ("holds", row["hold"])) if _told(said)
    ]
    case: Document = {
        "format": "amparo-case/1",
        "as_of": (start + timedelta(hours=11)).isoformat(),
        "complete": [*whole, "charges", *(["acts"] if _told(row["act"]) else [])],
        "custody": _custody(row, start),
        "charges": [{"status": _ENDED.get(str(row["event"]), "open")}],
        "holds": _holds(row),
        "papers": _papers(row),
        "acts": _acts(row, start),
        "release": {} if federal else _release(row, start),
    }
    return case


def other_hold_is_possible(case: Document) -> bool:
    """Whether something else than ICE's paper may hold the person, by what the case says."""
    could_be = ("AO 442", "state_warrant", "unknown")
    listed = [*case["holds"], *(p for p in case["papers"] if p["form"] in could_be)]
    whole = {"papers", "holds"} <= set(case["complete"])
    return not whole or any(entry.get("live", True) for entry in listed)


def _told(said: object) -> bool:
    return said != SILENT


def _custody(row: Row, start: datetime) -> Document:
    custody: Document = {
        "custodian": row["holder"],
        "arrested_by": row["by"],
        "arrested_at": start.isoformat(),
        "probable_cause": True,
        "exigency": False,
        "domestic": "none",
        "seen_by_judge": False,
    }
    local = "municipal_police" in (row["holder"], row["by"])
    more = {
        "town": row["town"] if local else SILENT,
        "arrest_basis": row["basis"],
        "state": _state(row),
    }
    for key, said in more.items():
        if _told(said):
            custody[key] = said
    return custody


def _state(row: Row) -> object:
    """Whoever was handed to ICE is no longer held by a state or city agency."""
    given = row["act"] == "transfer" and row["to"] == "ice"
    if row["holder"] not in FEDERAL and (given or row["handed_over"] is True):
        return "released"
    return row["state"]


def _release(row: Row, start: datetime) -> Document:
    event, state = row["event"], _state(row)
    release: Document = {"bail_refused_because_of_paper": False, "ice_present": False}
    if _told(event):
        release["event"] = event
    if event not in ("none", SILENT):
        release["at"] = (start + timedelta(hours=6)).isoformat()
    if _told(row["ground"]):
        release["stated_ground"] = row["ground"]
    if _told(row["handed_over"]):
        release["handed_over"] = row["handed_over"] is True
    if state in ("in_custody", "released"):
        release["still_held"] = state == "in_custody"
    if state == "in_custody":
        release["handed_over"] = False
    return release


def _holds(row: Row) -> list[Document]:
    if row["hold"] not in ("live", "over"):
        return []
    return [{"kind": "probation", "live": row["hold"] == "live"}]


def _papers(row: Row) -> list[Document]:
    said = str(row["paper"])
    if said in (NONE, SILENT):
        return []
    form = {"box 2": "I-247A", "cancelled": "I-247A", UNREAD: "AO 442"}.get(said, said)
    paper: Document = {"form": form, "names_client": True, "seen": said != UNREAD}
    if form in ("AO 442", "AO 93", "AO 91", "state_warrant", "court_order", "unknown"):
        paper |= {"issued_by": "court", "criminal": True}
    if form == "I-247A":
        paper |= {"box": 2 if said == "box 2" else 1, "cancelled": said == "cancelled"}
    return [paper]


def _acts(row: Row, start: datetime) -> list[Document]:
    if row["act"] in (NONE, SILENT):
        return []
    act: Document = {"kind": row["act"], "by": row["by"], "to": row["to"]}
    act["at"] = (start + timedelta(hours=5)).isoformat()
    if _told(row["purpose"]):
        act["purpose"] = row["purpose"]
    return [act]
