"""Each contact says where it is from and how sure we are; no number is there unasked for."""

from __future__ import annotations

import re
from datetime import date

import pytest

from desktop.domain.directory import Body, Contact, may_print
from desktop.domain.grades import GRADE_NAMES
from desktop.domain.vocabulary import AGENCIES
from desktop.letters.never import never_said_anywhere
from desktop.library.directory import GROUPS, KINDS, Directory
from tests.architecture.sources import ROOT, files

SHELF = Directory()
EACH = pytest.mark.parametrize("contact", SHELF.contacts.values(), ids=lambda each: each.id)
BODY = pytest.mark.parametrize("body", SHELF.bodies, ids=lambda each: each.id)
A_NUMBER = re.compile(r"(?<![\d.-])(?:1-)?\(?[2-9]\d{2}\)?[ -]\d{3}-\d{4}(?!\d)")


@EACH
def test_a_contact_has_a_source_a_grade_and_a_check(contact: Contact) -> None:
    assert contact.kind in KINDS and contact.grade in GRADE_NAMES and contact.source
    assert contact.checked_on <= date(2026, 11, 22) and contact.checked_by


@EACH
def test_a_contact_without_a_value_was_not_found_and_says_so(contact: Contact) -> None:
    assert (contact.value is None) is (contact.grade == "NF")


@EACH
def test_nothing_of_the_shelf_prints_by_itself(contact: Contact) -> None:
    assert may_print(contact, [], contact.checked_on) is None


@EACH
def test_a_phone_number_is_one(contact: Contact) -> None:
    if contact.kind == "phone" and contact.value:
        assert A_NUMBER.fullmatch(contact.value)


@BODY
def test_a_body_is_named_by_its_office(body: Body) -> None:
    assert body.group in GROUPS and body.name and set(body.agencies) <= set(AGENCIES)
    for text in (body.name, body.serves, body.note):
        assert never_said_anywhere(text) is None


def test_no_two_bodies_and_no_two_contacts_share_an_id() -> None:
    ids = [body.id for body in SHELF.bodies]
    contacts = [contact.id for body in SHELF.bodies for contact in body.contacts]
    assert len(set(ids)) == len(ids) and len(set(contacts)) == len(contacts)


def test_every_group_has_somebody() -> None:
    assert {body.group for body in SHELF.bodies} == set(GROUPS)


@pytest.mark.parametrize(
    "agency", ["boston_police", "suffolk_sheriff", "county_sheriff", "state_police", "ice"]
)
def test_whoever_holds_most_people_can_be_found(agency: str) -> None:
    assert SHELF.of_agency(agency)


def test_a_consulate_is_found_by_its_country() -> None:
    brazil = SHELF.consulate_of("br")
    assert brazil is not None and brazil.name == "Consulate of Brazil"
    guatemala = SHELF.consulate_of("GT")
    assert guatemala is not None and "none in Boston" in guatemala.note
    venezuela = SHELF.consulate_of("VE")
    assert venezuela is not None and venezuela.contacts == ()
    assert SHELF.consulate_of("FR") is None


@pytest.mark.parametrize("folder", ["desktop", "resources/letters", "resources/packs"])
def test_no_number_of_the_directory_stands_anywhere_else(folder: str) -> None:
    known = {contact.value for contact in SHELF.contacts.values() if contact.kind == "phone"}
    under = [path for path in files() if path.is_relative_to(ROOT / folder)]
    readable = [path for path in under if path.suffix in {".py", ".md", ".toml", ".yaml", ".json"}]
    found = {
        str(path.relative_to(ROOT)): numbers
        for path in readable
        if (numbers := set(A_NUMBER.findall(path.read_text("utf-8"))) & known)
    }
    assert found == {}
