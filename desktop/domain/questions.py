"""The questions we put to people: their words, who could know, and what to say on the phone.

Keys are those of the case file. ``{person}`` stands for the name, or "the
person". Words to say aloud are neutral and state no law.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.vocabulary import LISTS, SCALARS, Key, Kind
from desktop.language.marks import N_


@dataclass(frozen=True)
class Question:
    """One thing to ask. ``label`` is its short form in a row; ``section`` groups rows.

    ``who_knows`` are words of SOURCE_NAMES, best first; ``say`` is for the phone. A
    question that a pack brings says what it takes, with names for its words, since the
    vocabulary does not know it.
    """

    key: str
    section: str
    ask: str
    label: str
    who_knows: tuple[str, ...]
    say: str = ""
    own: Key | None = None
    names: tuple[tuple[str, str], ...] = ()

    @property
    def takes(self) -> Key:
        """What kind of answer it takes; yes or no to "is that every ...?" of a list."""
        return self.own or SCALARS.get(self.key, _WHOLE_LIST)

    @property
    def is_list(self) -> bool:
        return self.key in LISTS


_WHOLE_LIST = Key(Kind.YES_NO)
SECTION_TITLES = {
    "holder": N_("Who holds the person"),
    "papers": N_("Papers"),
    "release": N_("Is release due"),
    "arrest": N_("Arrest and court"),
    "done": N_("What was done"),
    "person": N_("The person"),
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
        N_("Held or let go"),
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
        "custody.arrived_at",
        "arrest",
        N_("When did {person} arrive at the station or jail?"),
        N_("Arrived"),
        ("desk", "client", "family"),
        N_("“When was {person} brought in?”"),
    ),
    Question(
        "custody.phone_offered",
        "arrest",
        N_("Was {person} offered a telephone there?"),
        N_("Telephone offered?"),
        ("client", "family", "desk"),
        N_("“Has {person} been able to call anyone?”"),
    ),
    Question(
        "custody.asked_grounds_refused",
        "arrest",
        N_("Did somebody ask for the ground or the warrant, and was refused or misled?"),
        N_("Asked for the ground, and refused?"),
        ("client", "family", "staff"),
        N_("“What is the ground of the arrest? May I see the warrant?”"),
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
