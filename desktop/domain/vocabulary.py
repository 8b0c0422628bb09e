"""Every word a case file may hold: its keys, what kind of answer each takes, its words.

The single table behind reading, checking, the form and the rules. Format
``amparo-case/1``; the words stay steady once released.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What kind of answer a key takes."""

    YES_NO = "true or false"
    WORD = "one of the words"
    WORDS = "a list of the words"
    TEXT = "text"
    PLACE = "the code or name of a place"
    MOMENT = "a date or date-time"
    DAY = "a date"
    NUMBER = "a number"


@dataclass(frozen=True)
class Key:
    """One question's place in the file, and what may stand there."""

    kind: Kind
    words: tuple[str, ...] = ()


YES_NO = Key(Kind.YES_NO)
TEXT = Key(Kind.TEXT)
PLACE = Key(Kind.PLACE)
MOMENT = Key(Kind.MOMENT)
DAY = Key(Kind.DAY)
NUMBER = Key(Kind.NUMBER)


def _word(words: str) -> Key:
    return Key(Kind.WORD, tuple(words.split()))


AGENCIES = tuple(
    "boston_police boston_department boston_affiliate municipal_police suffolk_sheriff "
    "county_sheriff state_police transit_police campus_police trial_court probation "
    "district_attorney department_of_correction youth_services ice us_marshals "
    "other_federal other".split()
)
ICE = "ice"
# Whose town ``custody.town`` names. Boston's police are an agency by themselves.
TOWN_POLICE = "municipal_police"
FEDERAL = (ICE, "us_marshals", "other_federal")
# Only these can hold a person for ICE; of anybody else "for ICE" is known to be false.
MAY_RENT_BEDS_TO_ICE = ("county_sheriff",)
LANGUAGES = tuple("en es ht kea pt zh-Hans zh-Hant vi ar so fr ru".split())
AGENCY = Key(Kind.WORD, AGENCIES)

# A form that is printed with a space in its name stands last.
FORMS = (
    *"I-247A I-247G I-247D I-247N I-247X I-247 I-200 I-205 I-203 I-213 I-216 I-286 I-862 "
    "I-851 I-860 I-871 I-826 I-210 I-407 I-220A I-220B I-770 EOIR-43".split(),
    "AO 442",
    "AO 93",
    "AO 91",
    *"state_warrant court_order immigration_judge_order ncic_printout "
    "foreign_notice unknown".split(),
)
DETAINERS = ("I-247A", "I-247G", "I-247D", "I-247N", "I-247X", "I-247")
# LAW: forms that only an immigration officer issues (federal brief 1.3, 8 C.F.R. 236.1(b), 241.2).
IMMIGRATION_FORMS = (*(form for form in FORMS if form.startswith("I-")), "EOIR-43")
# Papers that a court could have issued: claims about them count once somebody has read them.
COURT_FORMS = ("AO 442", "AO 93", "AO 91", "state_warrant", "court_order", "unknown")

SCALARS: dict[str, Key] = {
    "code": TEXT,
    "client.name": TEXT,
    "client.preferred_name": TEXT,
    "client.date_of_birth": DAY,
    "client.minor": YES_NO,
    "client.language": Key(Kind.WORD, LANGUAGES),
    "client.nationality": PLACE,
    "client.citizen_claim": YES_NO,
    "client.afraid_to_return": YES_NO,
    "client.crime_victim": YES_NO,
    "client.parent": YES_NO,
    "client.pregnant_or_nursing": YES_NO,
    "client.medical_needs": YES_NO,
    "client.criminal_lawyer": YES_NO,
    "client.immigration_lawyer": YES_NO,
    "custody.state": _word("in_custody released"),
    "custody.custodian": AGENCY,
    "custody.town": PLACE,
    "custody.county": PLACE,
    "custody.place": TEXT,
    "custody.arrested_by": AGENCY,
    "custody.arrested_at": MOMENT,
    "custody.arrived_at": MOMENT,
    "custody.arrest_basis": _word("warrant warrantless protective_custody immigration_paper_only"),
    "custody.sober_at": MOMENT,
    "custody.probable_cause": YES_NO,
    "custody.exigency": YES_NO,
    "custody.domestic": _word(
        "none abuse_or_strangulation abuse_with_order_in_force order_violation"
    ),
    "custody.seen_by_judge": YES_NO,
    "custody.phone_offered": YES_NO,
    "custody.asked_grounds_refused": YES_NO,
    "custody.at_courthouse": YES_NO,
    "custody.ice_contract_bed": YES_NO,
    "custody.ice_custody_since": MOMENT,
    "custody.ice_place": _word("hold_room jail"),
    "custody.detained_state": PLACE,
    "release.event": _word(
        "none recognizance bail_posted charges_ended acquitted sentence_served diversion "
        "protective_custody_ended no_probable_cause released_to_adult other"
    ),
    "release.bail": _word("not_set set_unpaid posted"),
    "release.bail_refused_because_of_paper": YES_NO,
    "release.bail_fee": NUMBER,
    "release.at": MOMENT,
    "release.still_held": YES_NO,
    "release.held_until": MOMENT,
    "release.processing_done_at": MOMENT,
    "release.stated_ground": _word("immigration processing court none_given"),
    "release.ice_present": YES_NO,
    "release.handed_over": YES_NO,
    "immigration.entry": _word("without_inspection admitted paroled resident"),
    "immigration.final_order": YES_NO,
    "immigration.in_proceedings": YES_NO,
    "immigration.under_two_years": YES_NO,
    "immigration.listed_crime": YES_NO,
    "immigration.habeas_filed": YES_NO,
    "immigration.arrested_inside": YES_NO,
}
ASKED_BY_PACKS = "answers."
"""With what the key of a question begins that a pack itself brings."""
SECTIONS = ("client", "custody", "release", "immigration")

LISTS: dict[str, dict[str, Key]] = {
    "papers": {
        "form": Key(Kind.WORD, FORMS),
        "issued_by": _word("immigration_officer immigration_judge court foreign"),
        "signed_by": _word("judge clerk immigration_officer immigration_judge"),
        "criminal": YES_NO,
        "names_client": YES_NO,
        "seen": YES_NO,
        "box": Key(Kind.WORD, ("1", "2")),
        "grounds": Key(Kind.WORDS, ("a", "b", "c", "d")),
        "served": YES_NO,
        "cancelled": YES_NO,
        "attached": Key(Kind.WORDS, FORMS),
        "office": TEXT,
        "issued_on": DAY,
        "case_number": TEXT,
        "judicial_order": YES_NO,
    },
    "charges": {
        "status": _word("open dismissed nolle_prosequi acquitted diverted served sentenced"),
        "at": MOMENT,
        "kind": _word(
            "theft larceny shoplifting burglary assault_on_officer death_or_serious_injury other"
        ),
        "serious_violent": YES_NO,
    },
    "holds": {
        "kind": _word(
            "ma_warrant other_state_warrant probation parole dangerousness bail_revocation "
            "sentence civil_commitment release_condition bail_on_another_docket"
        ),
        "live": YES_NO,
        "at": MOMENT,
        "days": NUMBER,
    },
    "acts": {
        "kind": _word(
            "transfer release_time personal_information status_information status_question "
            "arrest joint_operation property_use ice_arrest"
        ),
        "by": AGENCY,
        "to": AGENCY,
        "at": MOMENT,
        "unit": _word("ero hsi"),
        "purpose": _word("civil criminal mixed"),
        "certification": YES_NO,
        "judicial_order": YES_NO,
        "asked_first_by_ice": YES_NO,
        "public_area": YES_NO,
    },
    "spells": {
        "custodian": AGENCY,
        "town": PLACE,
        "county": PLACE,
        "from": MOMENT,
        "until": MOMENT,
    },
}
COMPLETABLE = ("papers", "holds", "charges", "acts")

SOURCES_OF_FACTS = ("client", "family", "desk", "docket", "paper", "staff")
SURENESS = ("sure", "fairly", "unsure")
