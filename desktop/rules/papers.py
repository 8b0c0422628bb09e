"""What each paper is and does, by its form: never by the word "warrant" on it."""

from __future__ import annotations

from desktop.domain.case import Case, Entry
from desktop.domain.findings import PaperRead
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import COURT_FORMS, FORMS

# LAW: federal brief 1.1 to 1.4. A request asks; an administrative paper is an agency's own.
_EFFECTS = {
    "I-247A": "request",
    "I-247": "request",
    "I-247D": "request",
    "I-247X": "request",
    "I-247G": "notice_only",
    "I-247N": "notice_only",
    "I-200": "administrative_warrant",
    "I-205": "administrative_warrant",
    "AO 442": "arrest_warrant",
    "AO 93": "search_warrant",
    "AO 91": "complaint",
    "state_warrant": "state_warrant",
    "court_order": "court_order",
    "immigration_judge_order": "immigration_court_order",
    "ncic_printout": "database_entry",
    "foreign_notice": "foreign_notice",
    "unknown": "not_known",
}


def papers_of(case: Case) -> tuple[PaperRead, ...]:
    return tuple(_read(paper) for paper in case.entries("papers"))


def _read(paper: Entry) -> PaperRead:
    form = paper.get("form")
    if not isinstance(form, str) or form not in FORMS:
        return PaperRead(None, None, "not_known")
    effect = _EFFECTS.get(form, "agency_paper")
    if form == "I-247A" and paper.get("cancelled") is True:
        effect = "cancelled"
    elif form == "I-247A" and paper.get("box") == "2":
        effect = "return_request"
    return PaperRead(form, _court_issued(form, paper), effect)


def _court_issued(form: str, paper: Entry) -> bool | None:
    if form not in COURT_FORMS:
        return False
    issuer = paper.get("issued_by")
    if paper.get("seen") is not True or isinstance(issuer, Silence):
        return None
    return issuer == "court"
