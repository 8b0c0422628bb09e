"""How a case becomes a line of the list: who, held by whom, what the rules say, when it changed.

Knows no Qt. What needs the case to be read and assessed comes later than the
rest, so that a long list shows at once.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, HoldAnswer
from desktop.domain.moments import Moment, day_of
from desktop.domain.names import AGENCY_NAMES, LANGUAGE_NAMES, WORD_NAMES
from desktop.domain.records import CaseRow
from desktop.gui.kit.spoken_times import day_said, moment_said, span_said, time_said
from desktop.language.marks import N_

NO_NAME = N_("no name yet")
HOLDER_UNKNOWN = N_("Not known yet")
THE_PERSON = N_("the person")
SINCE = N_("since {moment}")
AGO = N_("{span} ago")
JUST_NOW = N_("just now")
SPOKEN = N_("{person}, {detail}. Held by {holder}. Holding: {holding}. Changed {changed}.")
TODAY = N_("Today")
YESTERDAY = N_("Yesterday")
THIS_WEEK = N_("The last seven days")
EARLIER = N_("Earlier")
UNREADABLE = N_("Cannot be read by this Amparo")

HOLDING = {
    HoldAnswer.UNLAWFUL: N_("No authority to hold"),
    HoldAnswer.NOT_DUE: N_("Release is not due yet"),
    HoldAnswer.OTHER_BASIS: N_("Another lawful hold stands"),
    HoldAnswer.COURT_WARRANT: N_("A court’s warrant stands"),
    HoldAnswer.FEDERAL_CUSTODY: N_("Federal custody"),
    HoldAnswer.UNSETTLED: N_("Unsettled: an attorney decides"),
    HoldAnswer.RELEASED: N_("Nobody holds the person now"),
    HoldAnswer.OPEN: N_("Open: a fact is missing"),
}
FEDERAL = N_("State rules do not reach it")


@dataclass(frozen=True)
class Looked:
    """What reading and assessing a case adds to its line."""

    since: str = ""
    answer: HoldAnswer | None = None
    holding: str = ""
    why: str = ""


@dataclass(frozen=True)
class Line:
    """One case, in words. ``looked`` is None until it has been read and assessed."""

    id: str
    person: str
    detail: str
    holder: str
    changed: str
    changed_detail: str
    looked: Looked | None = None

    @property
    def spoken(self) -> str:
        """The whole line as a sentence, for a screen reader."""
        holding = self.looked.holding if self.looked else ""
        said = SPOKEN.format(
            person=self.person,
            detail=self.detail,
            holder=self.holder,
            holding=holding or HOLDER_UNKNOWN,
            changed=f"{self.changed} {self.changed_detail}".strip(),
        )
        return said


@dataclass(frozen=True)
class Group:
    """Lines that changed about as long ago."""

    title: str
    lines: tuple[Line, ...]


def line_of(row: CaseRow, now: datetime, looked: Looked | None) -> Line:
    """What the list itself knows of a case, and what was found by looking at it."""
    language = LANGUAGE_NAMES.get(row.language or "", "")
    detail = " · ".join(part for part in (row.code if row.name else NO_NAME, language) if part)
    holder = AGENCY_NAMES.get(row.holder or "", HOLDER_UNKNOWN)
    changed, changed_detail = _changed(row.changed_at, now)
    return Line(
        id=row.id,
        person=row.name or row.code,
        detail=detail,
        holder=holder[:1].upper() + holder[1:],
        changed=changed,
        changed_detail=changed_detail,
        looked=looked,
    )


def looked_at(case: Case, assessment: Assessment, now: datetime) -> Looked:
    """The second half of a line."""
    answer = assessment.hold.answer
    return Looked(_since(case, now), answer, HOLDING[answer], _why(case, assessment))


def title_of(changed_at: datetime, now: datetime) -> str:
    """The group of a case that changed then."""
    days = (day_of(now) - day_of(changed_at)).days
    if days <= 0:
        return TODAY
    if days == 1:
        return YESTERDAY
    return THIS_WEEK if days < 7 else EARLIER


def found_in(row: CaseRow, sought: str) -> bool:
    """Whether every word that was typed stands in the case's line; accents do not matter."""
    words = (row.name, row.code, row.holder and AGENCY_NAMES.get(row.holder), row.language)
    language = LANGUAGE_NAMES.get(row.language or "")
    text = _plain(" ".join(word for word in (*words, language) if word))
    return all(word in text for word in _plain(sought).split())


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _changed(at: datetime, now: datetime) -> tuple[str, str]:
    day = day_of(at)
    if day < day_of(now):
        return day_said(day, now), time_said(at)
    if now - at < timedelta(minutes=1):
        return time_said(at), JUST_NOW
    since = now - at
    whole_hours = timedelta(hours=since // timedelta(hours=1))
    return time_said(at), AGO.format(span=span_said(whole_hours or since))


def _since(case: Case, now: datetime) -> str:
    for key in ("custody.arrived_at", "custody.arrested_at"):
        moment = case.get(key)
        if isinstance(moment, Moment):
            return SINCE.format(moment=moment_said(moment, now))
    return ""


def _why(case: Case, assessment: Assessment) -> str:
    answer = assessment.hold.answer
    if answer is HoldAnswer.FEDERAL_CUSTODY:
        return FEDERAL
    if answer is HoldAnswer.OPEN and assessment.ask_next:
        question = assessment.question_of(assessment.ask_next[0].question)
        return question.ask.format(person=THE_PERSON) if question else ""
    event = case.text("release.event") or ""
    return WORD_NAMES["release.event"].get(event, "") if event != "none" else ""
