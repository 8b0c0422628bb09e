"""A paper is told by its number or title, slips of typing and scanning included."""

from __future__ import annotations

import pytest

from desktop.domain.instruments import Identified
from desktop.domain.vocabulary import FORMS, LISTS
from desktop.library.instruments import Instruments
from desktop.library.telling_papers import identify
from tests.library.printed_papers import (
    AGENCY,
    COURT,
    FEDERAL_WARRANT,
    STATE_WARRANT,
    VIOLATOR_FILE,
)

SHELF = Instruments()
DETAINER = "IMMIGRATION DETAINER - NOTICE OF ACTION"


def told(text: str) -> Identified:
    return identify(SHELF, text)


def notes(text: str) -> str:
    return "\n".join(note.says for note in told(text).notes)


TOLD = [
    *[
        (text, "I-247A", False)
        for text in (
            "DHS Form I-247A (02/17)",
            "1-247A",
            "l-247A",
            "|-247A",
            "I247A",
            "I 247 A",
            "i 247 a",
            "i-247a",
            "I.247A (3/17)",
            DETAINER,
            "immigration detainer notice of action",
            "IMMIGRATION\nDETAINER –\nNOTICE OF\nACTION",
            "lMMlGRATl0N DETAlNER - N0TlCE 0F ACTl0N",
            "Immigratoin Detainr - Notice of Action",
        )
    ],
    ("DHS Form I-247G", "I-247G", False),
    ("Request for Advance Notification of Release", "I-247G", False),
    ("I-247D", "I-247D", False),
    ("Request for Voluntary Action", "I-247D", False),
    ("I-247N", "I-247N", False),
    ("Request for Voluntary Notification of Release", "I-247N", False),
    ("I-247X", "I-247X", False),
    ("Request for Voluntary Transfer", "I-247X", False),
    ("I-247 (12/12)", "I-247", False),
    ("I-247 a detainer from 2010", "I-247", False),
    ("Form I-2OO", "I-200", False),
    ("Form I-ZO0", "I-200", False),
    ("Warrant for Arrest of Alien", "I-200", False),
    ("I-20S", "I-205", False),
    ("WARRANT OF REMOVAL/DEPORTATION, signed by the immigration judge", "I-205", False),
    ("I-203A", "I-203", False),
    ("Order to Detain or Release Alien(s)", "I-203", False),
    ("Record of Deportable/Inadmissible Alien", "I-213", False),
    ("Record of Persons and Property Transfer", "I-216", False),
    ("Notice of Custody Determination", "I-286", False),
    ("Notice to Appear", "I-862", False),
    ("Notice of Intent to Issue a Final Administrative Removal Order", "I-851", False),
    ("Final Administrative Removal Order", "I-851", False),
    ("Notice and Order of Expedited Removal", "I-860", False),
    ("Notice of Intent/Decision to Reinstate Prior Order", "I-871", False),
    ("Notice of Rights and Request for Disposition", "I-826", False),
    ("Voluntary Departure and Verification of Departure", "I-210", False),
    ("Record of Abandonment of Lawful Permanent Resident Status", "I-407", False),
    (f"{AGENCY} Order of Release on Recognizance", "I-220A", False),
    ("I-220B order", "I-220B", False),
    (f"{AGENCY} Notice of Rights, for a juvenile", "I-770", False),
    ("Notice of ICE Intent to Appeal Custody Redetermination", "EOIR-43", False),
    ("E0IR-43", "EOIR-43", False),
    (f"{COURT} Arrest Warrant Case No. 1:26-cr-10321 Issuing officer's signature", "AO 442", True),
    (f"{COURT} Search and Seizure Warrant 1:26-mj-1", "AO 93", True),
    (f"{COURT} Criminal Complaint 1:26-mj-1 Magistrate Judge", "AO 91", True),
    (
        f"{COURT} Arrest Warrant 1:26-mj-1 Magistrate Judge. Agent of Immigration and Customs "
        "Enforcement",
        "AO 442",
        True,
    ),
    ("A0 442 (Rev. 11/11)", "AO 442", True),
    (
        "Commonwealth of Massachusetts, Boston Municipal Court, docket 1, warrant",
        "state_warrant",
        True,
    ),
    ("Commonwealth of Massachusetts, Superior Court, docket 1, mittimus", "court_order", True),
    (f"{COURT} 1:26-cr-10321 Order of detention. Magistrate Judge", "unknown", True),
    ("Order of the Immigration Judge", "immigration_judge_order", False),
    (
        "Executive Office for Immigration Review, Immigration Court, Chelmsford. Order. "
        "Department of Homeland Security, party",
        "immigration_judge_order",
        False,
    ),
    (VIOLATOR_FILE, "ncic_printout", False),
    ("NCIC response, no entry", "ncic_printout", False),
    ("INTERPOL Red Notice", "foreign_notice", False),
    ("Orden de aprehensión, Juzgado Segundo", "foreign_notice", False),
    ("Mandado de prisão", "foreign_notice", False),
]


@pytest.mark.parametrize(("text", "form", "court_issued"), TOLD)
def test_each_paper_is_told(text: str, form: str, court_issued: bool) -> None:
    found = told(text)
    assert (found.form, found.court_issued) == (form, court_issued)


def test_every_form_of_the_case_file_can_be_told() -> None:
    assert {form for _, form, _ in TOLD} == set(FORMS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a blue paper with a stamp",
        "FI-2000",
        "247",
        "Call 1-860-555-0100 or 1-213-555-0100.",
        "$1 203",
        "If transferred, notice is given.",
        "Release on recognizance. Order of supervision. Notice of rights.",
    ],
)
def test_a_paper_that_cannot_be_told_is_a_valid_answer(text: str) -> None:
    found = told(text)
    assert found.form is None and found.court_issued is None and found.confidence == "none"
    assert found.ask_next


def test_homeland_security_alone_names_no_form_and_is_no_court() -> None:
    found = told("U.S. Department of Homeland Security, warrant")
    assert found.form is None and found.court_issued is False


@pytest.mark.parametrize(
    "text",
    [
        f"{FEDERAL_WARRANT} with Form I-247A",
        f"{STATE_WARRANT}. Immigration detainer lodged.",
        f"{STATE_WARRANT}. U.S. Immigration and Customs Enforcement",
        "AO 442, Department of Homeland Security",
        "Department of Homeland Security. District Judge. Warrant",
        "Boston Municipal Court. Notice to Appear",
    ],
)
def test_where_signs_of_a_court_and_of_ice_quarrel_we_cannot_tell(text: str) -> None:
    found = told(text)
    assert (found.form, found.court_issued) == (None, None)
    assert found.also and "one paper or two" in found.ask_next[0]


def test_a_second_paper_in_the_words_is_named() -> None:
    found = told("Form I-247A. Attached: Form I-200, Form I-205")
    assert [found.form, *(each.form for each in found.also)] == ["I-247A", "I-200", "I-205"]
    assert any("more than one paper" in ask for ask in found.ask_next)


def test_a_court_s_paper_that_lacks_a_sign_is_told_with_less_confidence_and_asked_about() -> None:
    assert told(FEDERAL_WARRANT).confidence == "high"
    bare = told("AO 442")
    assert bare.confidence == "medium"
    assert [ask for ask in bare.ask_next if ask.startswith("We have not read")] == [
        "We have not read the heading of a United States District Court.",
        "We have not read a criminal case number, with cr or mj in it.",
        "We have not read whose signature stands on it: a judge's or a clerk's.",
    ]


def test_a_title_with_a_slip_is_told_with_less_confidence() -> None:
    assert told(DETAINER).confidence == "high"
    assert told(DETAINER.replace("ACTION", "ACTIN")).confidence == "medium"


def test_a_number_that_is_nearly_right_is_asked_about() -> None:
    assert "A number on it is close to I-205. Read it again." in told("Form I-305").ask_next
    assert "A number on it is close to AO 442. Read it again." in told("AO 422").ask_next


CLAIMS = [
    ("Form I-200 warrant", "not_a_court_s_warrant"),
    ("Form I-205, by order of the immigration judge", "judge_s_box"),
    (f"{AGENCY} warrant", "signed_by_an_immigration_officer"),
    ("I-862, to the immigration judge", "signed_by_an_immigration_officer"),
    ("I-247A for 48 hours", "hours_are_a_ceiling"),
    ("I-247A: probable cause exists", "cause_is_the_agency_s"),
    ("I-247 (2009): federal rules require that you hold", "says_that_rules_require"),
    ("I-247A FROM: Laguna Niguel, CA", "center_in_california"),
    ("I-247A FROM: PERC", "perhaps_gonzalez"),
    ("I-247A [x] please cancel", "cancel_looks_ticked"),
    ("I-247A ☒ Box 2", "box_2_looks_ticked"),
    ("I-203 Order to Detain", "called_an_order"),
    (f"{VIOLATOR_FILE}. WANTED PERSON", "court_words_on_printout"),
]


@pytest.mark.parametrize(("text", "statement"), CLAIMS)
def test_words_that_mislead_are_answered(text: str, statement: str) -> None:
    found = told(text)
    assert SHELF.statements[statement] in (*found.can, *found.cannot, *found.notes)


@pytest.mark.parametrize(
    "text", ["I-247A [ ] please cancel [ ] box 2", "I-247A cancel the order", "I-247A (2) box"]
)
def test_a_box_that_is_only_printed_is_not_taken_for_ticked(text: str) -> None:
    assert "ticked" not in notes(text)


def test_what_an_advocate_must_look_for_on_a_detainer_is_asked() -> None:
    asked = " ".join(told("I-247A").ask_next)
    for thing in ("box 1 or box 2", "a to d", "cancelling", "served", "I-200", "FROM", "edition"):
        assert thing in asked


@pytest.mark.parametrize("form", ["I-247D", "I-247N", "I-247X"])
def test_a_withdrawn_form_says_so_and_asks_when_it_was_lodged(form: str) -> None:
    assert "April 2, 2017" in notes(form)
    assert "On what day was it lodged?" in told(form).ask_next


def test_a_printout_with_a_court_s_warrant_on_it_is_left_open() -> None:
    both = told(f"{VIOLATOR_FILE}. {STATE_WARRANT}")
    assert (both.form, both.court_issued) == ("ncic_printout", None)
    assert "state_warrant" in [each.form for each in both.also]
    assert told(f"{VIOLATOR_FILE}. WANTED PERSON, felony").court_issued is None


def test_every_word_is_a_word_of_the_case_file() -> None:
    assert {i.what.form for i in SHELF.all} - {None} == set(FORMS)
    issuers = {i.what.issued_by for i in SHELF.all} - {None}
    assert issuers <= set(LISTS["papers"]["issued_by"].words)
