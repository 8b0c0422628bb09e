"""Who is who in a sentence: the person, and whoever holds them.

A person is called as the case says, else "the person"; we have no pronoun, so a
sentence is built to need none. Knows no Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.case import Case
from desktop.language.marks import N_

THE_PERSON = N_("the person")
NO_NAME = N_("No name yet")


@dataclass(frozen=True)
class Who:
    """A holder's name inside a sentence, and whether it takes "have" or "has"."""

    name: str
    many: bool

    @property
    def have(self) -> str:
        return N_("have") if self.many else N_("has")

    @property
    def opening(self) -> str:
        """The name at the start of a sentence."""
        return opening(self.name)


HOLDERS = {
    "boston_police": Who(N_("Boston police"), True),
    "boston_department": Who(N_("the city department"), False),
    "boston_affiliate": Who(N_("the city agency"), False),
    "municipal_police": Who(N_("the town's police"), True),
    "suffolk_sheriff": Who(N_("the Suffolk County sheriff"), False),
    "county_sheriff": Who(N_("the county sheriff"), False),
    "state_police": Who(N_("State Police"), True),
    "transit_police": Who(N_("Transit Police"), True),
    "campus_police": Who(N_("campus police"), True),
    "trial_court": Who(N_("court officers"), True),
    "probation": Who(N_("Probation"), False),
    "district_attorney": Who(N_("the District Attorney"), False),
    "department_of_correction": Who(N_("the state prison"), False),
    "youth_services": Who(N_("the Department of Youth Services"), False),
    "ice": Who(N_("ICE"), False),
    "us_marshals": Who(N_("U.S. Marshals"), True),
    "other_federal": Who(N_("the federal agency"), False),
    "other": Who(N_("the agency"), False),
}
UNKNOWN_HOLDER = Who(N_("those who hold the person"), True)


def called(case: Case) -> str:
    """What to call the person inside a sentence."""
    return case.text("client.preferred_name") or case.text("client.name") or THE_PERSON


def holder(case: Case) -> Who:
    """Who holds, or held last; a town's police and a county's sheriff by their place."""
    custodian = case.text("custody.custodian")
    if custodian is None:
        return UNKNOWN_HOLDER
    town, county = case.text("custody.town"), case.text("custody.county")
    if custodian == "municipal_police" and town:
        return Who(N_("{town} police").format(town=town), True)
    if custodian == "county_sheriff" and county:
        return Who(N_("the {county} County sheriff").format(county=county), False)
    return HOLDERS[custodian]


def opening(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]


def closed(sentence: str) -> str:
    """One full stop, where a name that ends in one closes the sentence."""
    return sentence[:-1] if sentence.endswith("..") else sentence
