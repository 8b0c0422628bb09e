"""The questions we put to people: their words, who could know, and what to say on the phone.

Keys are those of the case file. ``{person}`` stands for the name, or "the
person". Words to say aloud are neutral and state no law.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.vocabulary import LISTS, SCALARS, Key
from desktop.language.marks import N_


@dataclass(frozen=True)
class Question:
    """One thing to ask. ``label`` is its short form in a row; ``section`` groups rows.

    ``who_knows`` are words of SOURCE_NAMES, best first; ``say`` is for the phone.
    """

    key: str
    section: str
    ask: str
    label: str
    who_knows: tuple[str, ...]
    say: str = ""

    @property
    def takes(self) -> Key | None:
        """What kind of answer it takes; None for "is that every ...?" about a list."""
        return SCALARS.get(self.key)

    @property
    def is_list(self) -> bool:
        return self.key in LISTS


SOURCE_NAMES = {
    "client": N_("the person"),
    "family": N_("family or friends"),
    "desk": N_("the desk where the person is held"),
    "docket": N_("the court's docket"),
    "lawyer": N_("the lawyer in the court case"),
    "paper": N_("the paper itself"),
    "staff": N_("somebody at the clinic"),
}

SECTION_TITLES = {
    "holder": N_("Who holds the person"),
    "papers": N_("Papers"),
    "release": N_("Is release due"),
    "arrest": N_("Arrest and court"),
    "done": N_("What was done"),
    "person": N_("The person"),
}

AGENCY_NAMES = {
    "boston_police": N_("Boston police"),
    "boston_department": N_("another City of Boston department"),
    "boston_affiliate": N_("Boston schools, health commission or housing authority"),
    "municipal_police": N_("police of another city or town"),
    "suffolk_sheriff": N_("Suffolk County Sheriff (Nashua Street, South Bay)"),
    "county_sheriff": N_("sheriff of another county"),
    "state_police": N_("State Police"),
    "transit_police": N_("MBTA Transit Police"),
    "campus_police": N_("campus or hospital police"),
    "trial_court": N_("court officers (Trial Court)"),
    "probation": N_("Probation"),
    "district_attorney": N_("District Attorney"),
    "department_of_correction": N_("state prison (Department of Correction)"),
    "youth_services": N_("Department of Youth Services"),
    "ice": N_("ICE"),
    "us_marshals": N_("U.S. Marshals"),
    "other_federal": N_("another federal agency"),
    "other": N_("another state or local agency"),
}

WORD_NAMES: dict[str, dict[str, str]] = {
    "custody.state": {"in_custody": N_("Held now"), "released": N_("Let go")},
    "custody.arrest_basis": {
        "warrant": N_("A court's warrant"),
        "warrantless": N_("No warrant"),
        "protective_custody": N_("Protective custody"),
        "immigration_paper_only": N_("An immigration paper only"),
    },
    "custody.domestic": {
        "none": N_("None of these"),
        "abuse_or_strangulation": N_("Abuse of a household member, or strangulation"),
        "abuse_with_order_in_force": N_("Abuse while a protective order is in force"),
        "order_violation": N_("Violating a protective order"),
    },
    "custody.ice_place": {"hold_room": N_("An ICE hold room"), "jail": N_("A jail")},
    "release.event": {
        "none": N_("Nothing yet"),
        "recognizance": N_("Let go on a promise to come back"),
        "bail_posted": N_("Bail was paid"),
        "charges_ended": N_("Every charge ended"),
        "acquitted": N_("Found not guilty"),
        "sentence_served": N_("Sentence served"),
        "diversion": N_("Sent to a program (diversion)"),
        "protective_custody_ended": N_("Protective custody ended"),
        "no_probable_cause": N_("No probable cause found"),
        "released_to_adult": N_("Let go to an adult"),
        "other": N_("Something else"),
    },
    "release.bail": {
        "not_set": N_("Not set"),
        "set_unpaid": N_("Set, not paid"),
        "posted": N_("Paid"),
    },
    "release.stated_ground": {
        "immigration": N_("Immigration"),
        "processing": N_("Paperwork, processing"),
        "court": N_("A court"),
        "none_given": N_("No reason given"),
    },
    "papers.issued_by": {
        "immigration_officer": N_("An immigration officer"),
        "immigration_judge": N_("An immigration judge"),
        "court": N_("A court"),
        "foreign": N_("Another country"),
    },
    "papers.signed_by": {
        "judge": N_("A judge"),
        "clerk": N_("A clerk of court"),
        "immigration_officer": N_("An immigration officer"),
        "immigration_judge": N_("An immigration judge"),
    },
    "papers.box": {"1": N_("Box 1"), "2": N_("Box 2")},
    "papers.grounds": {"a": N_("a"), "b": N_("b"), "c": N_("c"), "d": N_("d")},
    "charges.status": {
        "open": N_("Open"),
        "dismissed": N_("Dismissed"),
        "nolle_prosequi": N_("Dropped by the prosecutor"),
        "acquitted": N_("Not guilty"),
        "diverted": N_("Sent to a program"),
        "served": N_("Sentence served"),
        "sentenced": N_("Serving a sentence"),
    },
    "charges.kind": {
        "theft": N_("Theft"),
        "larceny": N_("Larceny"),
        "shoplifting": N_("Shoplifting"),
        "burglary": N_("Burglary"),
        "assault_on_officer": N_("Assault on an officer"),
        "death_or_serious_injury": N_("Death or serious injury"),
        "other": N_("Something else"),
    },
    "holds.kind": {
        "ma_warrant": N_("A Massachusetts warrant"),
        "other_state_warrant": N_("Another state's warrant"),
        "probation": N_("Probation"),
        "parole": N_("Parole"),
        "dangerousness": N_("Dangerousness order"),
        "bail_revocation": N_("Bail revoked"),
        "sentence": N_("Another sentence"),
        "civil_commitment": N_("Civil commitment"),
        "release_condition": N_("A condition to meet first"),
        "bail_on_another_docket": N_("Unpaid bail in another case"),
    },
    "acts.kind": {
        "transfer": N_("Handed the person to ICE"),
        "release_time": N_("Told ICE the release time"),
        "personal_information": N_("Told ICE personal information"),
        "status_information": N_("Told ICE immigration status"),
        "status_question": N_("Asked about immigration status"),
        "arrest": N_("Arrested on an immigration paper"),
        "joint_operation": N_("Took part in an ICE operation"),
        "property_use": N_("Let ICE use public property"),
        "ice_arrest": N_("ICE made an arrest itself"),
    },
    "acts.unit": {
        "ero": N_("ICE-ERO (deportation)"),
        "hsi": N_("ICE-HSI (investigations)"),
    },
    "acts.purpose": {
        "civil": N_("Immigration only"),
        "criminal": N_("A criminal matter"),
        "mixed": N_("Both"),
    },
}

FORM_NAMES = {
    "I-247A": N_("I-247A, detainer"),
    "I-247G": N_("I-247G, asks for notice only"),
    "I-247D": N_("I-247D, older detainer"),
    "I-247N": N_("I-247N, older notice request"),
    "I-247X": N_("I-247X, older transfer request"),
    "I-247": N_("I-247, oldest detainer"),
    "I-200": N_("I-200, ICE arrest warrant"),
    "I-205": N_("I-205, ICE removal warrant"),
    "I-862": N_("I-862, Notice to Appear"),
    "AO 442": N_("AO 442, court's arrest warrant"),
    "AO 93": N_("AO 93, court's search warrant"),
    "AO 91": N_("AO 91, court's complaint"),
    "state_warrant": N_("Massachusetts warrant"),
    "court_order": N_("Another court order"),
    "immigration_judge_order": N_("Immigration judge's order"),
    "ncic_printout": N_("NCIC printout"),
    "foreign_notice": N_("Another country's notice"),
    "unknown": N_("Not known which form"),
}

LANGUAGE_NAMES = {
    "en": "English",
    "es": "Español",
    "ht": "Kreyòl ayisyen",
    "kea": "Kriolu kabuverdianu",
    "pt": "Português",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "vi": "Tiếng Việt",
    "ar": "العربية",
    "so": "Soomaali",
    "fr": "Français",
    "ru": "Русский",
}

_CLIENT_DESK = ("client", "desk")

QUESTIONS: tuple[Question, ...] = (
    Question(
        "custody.custodian",
        "holder",
        N_("Who holds {person} now?"),
        N_("Held now by"),
        ("family", "desk", "client"),
        N_("“Is {person} with you? Who holds {person}?”"),
    ),
    Question(
        "custody.town",
        "holder",
        N_("Which city or town's police?"),
        N_("City or town"),
        ("family", "client"),
        N_("“Which city or town's police is this?”"),
    ),
    Question(
        "custody.county",
        "holder",
        N_("Which county's sheriff?"),
        N_("County"),
        ("family", "desk"),
        N_("“Which county's jail is this?”"),
    ),
    Question(
        "custody.ice_contract_bed",
        "holder",
        N_("Does the jail hold {person} for ICE, not for a court?"),
        N_("Held for ICE?"),
        ("desk", "client"),
        N_("“Do you hold {person} for a court, or for ICE?”"),
    ),
    Question(
        "custody.state",
        "holder",
        N_("Is {person} held now, or let go?"),
        N_("Now"),
        ("desk", "family"),
        N_("“Is {person} still there?”"),
    ),
    Question(
        "papers",
        "papers",
        N_("Are these all the papers there are about {person}?"),
        N_("Is that every paper?"),
        ("desk", "client", "lawyer"),
        N_("“Which papers do you have about {person}? Is there anything from a court?”"),
    ),
    Question(
        "release.event",
        "release",
        N_("What has happened so that {person} should be let go?"),
        N_("What made it due"),
        ("docket", "desk", "lawyer"),
        N_("“What is {person} waiting for?”"),
    ),
    Question(
        "release.at",
        "release",
        N_("When did that happen?"),
        N_("When"),
        ("docket", "desk", "family"),
        N_("“At what time was that?”"),
    ),
    Question(
        "release.bail",
        "release",
        N_("Is bail set, and is it paid?"),
        N_("Bail"),
        ("docket", "desk", "family"),
        N_("“Is bail set? Has it been paid?”"),
    ),
    Question(
        "release.bail_refused_because_of_paper",
        "release",
        N_("Did somebody offer bail, and was it refused because of the ICE paper?"),
        N_("Bail refused over the paper?"),
        ("family", "desk"),
        N_("“Was bail offered and not taken? Why?”"),
    ),
    Question(
        "release.still_held",
        "release",
        N_("Is {person} still held after that?"),
        N_("Still held?"),
        ("desk", "family"),
        N_("“Is {person} still with you?”"),
    ),
    Question(
        "release.held_until",
        "release",
        N_("Until when was {person} kept?"),
        N_("Kept until"),
        ("desk", "client"),
        N_("“When did {person} leave?”"),
    ),
    Question(
        "release.stated_ground",
        "release",
        N_("What reason do they give for holding {person}?"),
        N_("Reason they give"),
        _CLIENT_DESK,
        N_("“What is the reason that {person} is still held?”"),
    ),
    Question(
        "holds",
        "release",
        N_(
            "Do we know every other reason to hold {person}: other warrants, probation, a sentence?"
        ),
        N_("Every other hold known?"),
        ("docket", "desk", "lawyer"),
        N_("“Does anything else hold {person}? Another court, another warrant?”"),
    ),
    Question(
        "charges",
        "arrest",
        N_("Do we know every charge, and how each ended?"),
        N_("Every charge known?"),
        ("docket", "lawyer"),
        N_("“Are any cases of {person} still open?”"),
    ),
    Question(
        "custody.arrested_by",
        "arrest",
        N_("Who arrested {person}?"),
        N_("Arrested by"),
        ("client", "family", "desk"),
        N_("“Who brought {person} in?”"),
    ),
    Question(
        "custody.arrested_at",
        "arrest",
        N_("When was {person} arrested?"),
        N_("Arrested"),
        ("desk", "client", "family"),
        N_("“When was {person} arrested?”"),
    ),
    Question(
        "custody.arrest_basis",
        "arrest",
        N_("On what was {person} arrested?"),
        N_("Arrested on"),
        ("desk", "docket"),
        N_("“Was there a warrant for the arrest? From which court?”"),
    ),
    Question(
        "custody.probable_cause",
        "arrest",
        N_("Is there a court's warrant, an approved complaint or a finding of probable cause?"),
        N_("A court has found cause?"),
        ("docket", "lawyer"),
        N_("“Has a clerk or judge approved a complaint?”"),
    ),
    Question(
        "custody.exigency",
        "arrest",
        N_("Was there an emergency that kept police from going to a magistrate?"),
        N_("An emergency?"),
        ("desk", "docket"),
        N_("“Was there a reason the complaint could not be brought in time?”"),
    ),
    Question(
        "custody.seen_by_judge",
        "arrest",
        N_("Has a judge seen {person} since the arrest?"),
        N_("Seen a judge?"),
        ("docket", "client", "lawyer"),
        N_("“Has {person} been before a judge?”"),
    ),
    Question(
        "custody.domestic",
        "arrest",
        N_("Was the arrest for abuse in a household, or for breaking a protective order?"),
        N_("Household abuse or order?"),
        ("docket", "desk"),
        N_("“What is the arrest for?”"),
    ),
    Question(
        "custody.sober_at",
        "arrest",
        N_("When was {person} sober again?"),
        N_("Sober at"),
        ("desk", "client"),
        N_("“Is {person} still in protective custody?”"),
    ),
    Question(
        "release.ice_present",
        "done",
        N_("Was ICE there when {person} was to be let go?"),
        N_("ICE there at release?"),
        ("client", "desk", "family"),
        N_("“Was anyone from ICE there?”"),
    ),
    Question(
        "release.handed_over",
        "done",
        N_("Did ICE take {person} at the moment of release?"),
        N_("ICE took the person?"),
        ("family", "desk", "client"),
        N_("“Did somebody from ICE take {person}?”"),
    ),
    Question(
        "acts",
        "done",
        N_("Is this everything that officers did: told ICE, handed over, asked about status?"),
        N_("Is that all they did?"),
        ("client", "desk"),
        N_("“Has anyone from ICE called about {person}, and what were they told?”"),
    ),
    Question(
        "client.name",
        "person",
        N_("What is the person's name? (It can stay empty.)"),
        N_("Name"),
        ("client", "family"),
    ),
    Question(
        "client.language",
        "person",
        N_("In which language does {person} read best?"),
        N_("Language"),
        ("client", "family"),
    ),
    Question(
        "client.minor",
        "person",
        N_("Is {person} under 18?"),
        N_("Under 18?"),
        ("client", "family"),
        N_("“How old is {person}?”"),
    ),
)

BY_KEY = {question.key: question for question in QUESTIONS}
