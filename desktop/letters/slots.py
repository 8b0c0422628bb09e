"""What the case and the clinic put into a letter's texts: names, times, what is still asked.

Each value stands isolated, so that it cannot turn the direction of the line
around it nor be read as a mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.case import Case
from desktop.domain.findings import Assessment
from desktop.domain.letters import (
    NOTHING_ASKED,
    Asked,
    ClinicDetails,
    NameOnPaper,
    Reader,
    Translation,
)
from desktop.domain.moments import Moment, day_of
from desktop.letters.custodian import values_for_custodian
from desktop.letters.markup import isolated
from desktop.letters.saying import Voice
from desktop.letters.sight import asked_of, clock_ends
from desktop.letters.subjects import QUESTIONS, UNKNOWN

# Slots that are filled with words of our own, and the beginning of the keys of those words.
KEYED = {
    "custodian_name": "agency.",
    "open_questions": "ask.",
    "clinic_name": "slot.clinic_name",
    "clinic_phone": "slot.clinic_phone",
    "language_name": "slot.language.",
}
# Filled when the letter is composed, but for the last line: those are known when it is drawn.
SLOTS = (
    *("name", "clinic_name", "clinic_phone", "custodian_name", "town"),
    *("clinic_name_line", "clinic_phone_line", "clinic_hours_line"),
    *("release_at", "form_end", "regulation_end", "facts_at", "law_date", "checked_on"),
    *("open_questions", "stale_sources", "language_name", "translator", "translated_on"),
    *("page", "pages", "author", "signer", "signer_title", "signed_on"),
)
SLOTS_FOR_CUSTODIAN = (
    *("client_name", "place", "delivery", "asked_by", "reply_by", "paper_list", "arrested_at"),
    *("arrived_at", "tendered_at", "since", "date_of_birth", "town_hold", "clinic_email"),
    "clinic_letterhead",
)
# In a translation a slot with this ending is filled in English: words to say to an officer.
IN_ENGLISH = ".en"
TO_FILL_IN = "_" * 34
THE_PERSON = "the person"  # letters to a custodian are in English only
MOST_QUESTIONS = 4


@dataclass(frozen=True)
class Told:
    """What fills the slots: the case, its assessment, and what the clinic chose."""

    case: Case
    assessment: Assessment
    name: NameOnPaper
    clinic: ClinicDetails
    checked_on: date
    stale_sources: tuple[str, ...]
    language: str
    translation: Translation | None
    asked: Asked = NOTHING_ASKED
    reader: Reader = Reader.CLIENT


def values(told: Told, voice: Voice, texts: Mapping[str, str]) -> dict[str, str]:
    """The value of each slot that has one. ``texts`` are the letter's own words by key."""
    case, assessment, clinic = told.case, told.assessment, told.clinic
    custodian = case.text("custody.custodian") or UNKNOWN
    found: dict[str, str | None] = {
        "name": printed_name(case, told.name),
        "town": case.text("custody.town"),
        "clinic_name_line": clinic.name or TO_FILL_IN,
        "clinic_phone_line": unbroken(clinic.phone or TO_FILL_IN),
        "clinic_hours_line": clinic.hours or TO_FILL_IN,
        "clinic_name": clinic.name,
        "clinic_phone": unbroken(clinic.phone) if clinic.phone else None,
        "release_at": _release_at(case, voice),
        "facts_at": voice.at_moment(assessment.as_of),
        "law_date": voice.said_date(day_of(assessment.as_of)),
        "checked_on": voice.on_date(told.checked_on),
        "stale_sources": voice.list_of.join(told.stale_sources),
        **_clocks(assessment, voice),
        **_translation(told, voice, texts),
    }
    if told.reader is Reader.CUSTODIAN:
        found |= _for_custodian(told, voice)
    filled = {slot: isolated(value) for slot, value in found.items() if value}
    filled.setdefault("clinic_name", texts["slot.clinic_name"])
    filled.setdefault("clinic_phone", texts["slot.clinic_phone"])
    filled.setdefault("language_name", texts.get("slot.language_name", ""))
    filled["custodian_name"] = texts.get(f"agency.{custodian}", texts["agency.other"])
    if any(key.startswith(KEYED["open_questions"]) for key in texts):  # a kind that asks
        asked = [word for word in asked_of(assessment) if word in QUESTIONS]
        filled["open_questions"] = " ".join(texts[f"ask.{word}"] for word in asked[:MOST_QUESTIONS])
    return filled


def _for_custodian(told: Told, voice: Voice) -> dict[str, str | None]:
    """A gap is a line to fill in by hand, but a name that stays off is "the person"."""
    more = values_for_custodian(told.case, told.assessment, told.asked, voice)
    clinic = told.clinic
    more["clinic_email"] = clinic.email
    more["clinic_letterhead"] = ", ".join(filter(None, (clinic.name, clinic.address)))
    filled = {slot: value or TO_FILL_IN for slot, value in more.items()}
    name = printed_name(told.case, told.name)
    return {**filled, "client_name": name or THE_PERSON}


def printed_name(case: Case, name: NameOnPaper) -> str | None:
    """The name as the advocate chose; None where it stays off or nobody knows it."""
    full = " ".join((case.text("client.name") or "").split())
    if name is NameOnPaper.NONE or not full:
        return None
    if name is NameOnPaper.FULL:
        return full
    return " ".join(f"{word[0].upper()}." for word in full.split())


def _release_at(case: Case, voice: Voice) -> str | None:
    when = case.get("release.at")
    if not isinstance(when, Moment) or when.earliest is None:
        return None
    if when.exact is not None:
        return voice.at_moment(when.exact)
    return voice.on_weekday(day_of(when.earliest))


def _clocks(assessment: Assessment, voice: Voice) -> dict[str, str | None]:
    ends: tuple[datetime, datetime] | None = clock_ends(assessment)
    if ends is None:
        return {}
    return {"form_end": voice.at_moment(ends[0]), "regulation_end": voice.at_moment(ends[1])}


def _translation(told: Told, voice: Voice, texts: Mapping[str, str]) -> dict[str, str | None]:
    if told.translation is None:
        return {}
    on = told.translation.on
    return {
        "language_name": texts[f"slot.language.{told.language}"],
        "translator": told.translation.by,
        "translated_on": on and voice.said_date(date.fromisoformat(on)),
    }


def unbroken(number: str) -> str:
    """A telephone number that no line end can cut."""
    return "\u00a0".join(number.split())
