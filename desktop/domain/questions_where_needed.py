"""Questions that stand on no form until a rule needs them.

Most of them are for a private talk alone: the record tells to speak of status, birth,
entry and fear on no jail's and no ICE telephone. So nobody at a desk is asked, and the
words for the phone ask for a line that is not recorded.
"""

from __future__ import annotations

from desktop.domain.question import Question
from desktop.language.marks import N_

IN_PRIVATE = N_("“May I speak with {person} as a legal call, on a line that is not recorded?”")

ANYWHERE: tuple[Question, ...] = (
    Question(
        "custody.ice_custody_since",
        "holder",
        N_("Since when has ICE had {person}?"),
        N_("In ICE custody since"),
        ("family", "client", "desk"),
        N_("“When did ICE take {person}?”"),
    ),
    Question(
        "custody.ice_place",
        "holder",
        N_("Does ICE keep {person} in a hold room or in a jail?"),
        N_("Where ICE holds the person"),
        ("family", "client", "desk"),
        N_("“Where is {person} now?”"),
    ),
    Question(
        "custody.detained_state",
        "holder",
        N_("In which state is {person} held?"),
        N_("State of detention"),
        ("family", "client", "desk"),
        N_("“In which town and state is that place?”"),
    ),
    Question(
        "release.bail_fee",
        "release",
        N_("How many dollars did the bail officer ask for as a fee?"),
        N_("Bail fee"),
        ("family", "client", "desk"),
        N_("“How much is the fee, apart from the bail itself?”"),
    ),
)
PRIVATE: tuple[Question, ...] = (
    Question(
        "client.citizen_claim",
        "person",
        N_("Does {person} say, truthfully, to be a U.S. citizen?"),
        N_("Says to be a U.S. citizen?"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "client.nationality",
        "person",
        N_("Of which country is {person} a citizen?"),
        N_("Nationality"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "client.afraid_to_return",
        "person",
        N_("Is {person} afraid to go back to any country?"),
        N_("Afraid to return?"),
        ("client",),
        IN_PRIVATE,
    ),
    Question(
        "client.crime_victim",
        "person",
        N_("Did somebody hurt {person}, or force {person} to work?"),
        N_("Victim of a crime?"),
        ("client",),
        IN_PRIVATE,
    ),
    Question(
        "client.parent",
        "person",
        N_("Does {person} take care of a child?"),
        N_("Has children?"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "client.pregnant_or_nursing",
        "person",
        N_("Is {person} pregnant, or nursing a baby?"),
        N_("Pregnant or nursing?"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.entry",
        "person",
        N_("How did {person} last come into the country?"),
        N_("How the person came in"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.arrested_inside",
        "person",
        N_("Was {person} arrested inside the country, not at the border?"),
        N_("Arrested inside the country?"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.under_two_years",
        "person",
        N_("Has {person} been in the country for less than two years?"),
        N_("Here for less than two years?"),
        ("client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.final_order",
        "person",
        N_("Is there a final order of removal against {person}?"),
        N_("A final order of removal?"),
        ("paper", "client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.in_proceedings",
        "person",
        N_("Does {person} have a case in immigration court?"),
        N_("In immigration court?"),
        ("paper", "client", "family"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.listed_crime",
        "person",
        N_("Is there an arrest, charge or conviction that 8 U.S.C. § 1226(c) lists?"),
        N_("A crime that the bond statute lists?"),
        ("lawyer", "docket", "client"),
        IN_PRIVATE,
    ),
    Question(
        "immigration.habeas_filed",
        "person",
        N_("Has somebody filed a habeas petition for {person} in federal court?"),
        N_("Habeas filed?"),
        ("staff", "family", "client"),
        IN_PRIVATE,
    ),
)
WHERE_NEEDED = (*ANYWHERE, *PRIVATE)
