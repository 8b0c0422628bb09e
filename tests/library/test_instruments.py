"""A paper is told by its number or title, slips of typing and scanning included."""

from __future__ import annotations

import pytest

from desktop.domain.vocabulary import FORMS
from desktop.library.instruments import Instruments

INSTRUMENTS = Instruments()
COURT = "UNITED STATES DISTRICT COURT for the District of Massachusetts"

TOLD = [
    *[
        (text, "I-247A", False)
        for text in (
            "DHS Form I-247A (02/17)",
            "1-247A",
            "l-247A",
            "I247A",
            "I 247 A",
            "i-247a",
            "IMMIGRATION DETAINER - NOTICE OF ACTION",
        )
    ],
    ("DHS Form I-247G", "I-247G", False),
    ("Request for Advance Notification of Release", "I-247G", False),
    ("I-247D", "I-247D", False),
    ("I-247 (12/12)", "I-247", False),
    ("Form I-2OO", "I-200", False),
    ("Warrant for Arrest of Alien", "I-200", False),
    ("WARRANT OF REMOVAL/DEPORTATION, signed by the immigration judge", "I-205", False),
    ("Notice to Appear", "I-862", False),
    ("I-220B order", "I-220B", False),
    (f"{COURT} Arrest Warrant Case No. 1:26-cr-10321 Issuing officer's signature", "AO 442", True),
    (f"{COURT} Search and Seizure Warrant 1:26-mj-1", "AO 93", True),
    (
        f"{COURT} Arrest Warrant 1:26-mj-1 Magistrate Judge. Agent of Immigration and Customs "
        "Enforcement",
        "AO 442",
        True,
    ),
    (
        "Commonwealth of Massachusetts, Boston Municipal Court, docket 1, warrant",
        "state_warrant",
        True,
    ),
    ("Order of the Immigration Judge", "immigration_judge_order", False),
]


@pytest.mark.parametrize(("text", "form", "court_issued"), TOLD)
def test_each_paper_is_told(text: str, form: str, court_issued: bool) -> None:
    found = INSTRUMENTS.identify(text)
    assert (found.form, found.court_issued) == (form, court_issued)


@pytest.mark.parametrize("text", ["", "a blue paper with a stamp", "FI-2000", "247"])
def test_a_paper_that_cannot_be_told_is_a_valid_answer(text: str) -> None:
    found = INSTRUMENTS.identify(text)
    assert found.form is None and found.court_issued is None and found.confidence == "none"


def test_homeland_security_alone_names_no_form_and_is_no_court() -> None:
    found = INSTRUMENTS.identify("U.S. Department of Homeland Security, warrant")
    assert found.form is None and found.court_issued is False


def test_every_form_named_is_a_word_of_the_case_file() -> None:
    assert {i.what.form for i in INSTRUMENTS.all} - {None} <= set(FORMS)


def test_nothing_says_that_a_paper_is_something() -> None:
    for instrument in INSTRUMENTS.all:
        assert instrument.what.can and instrument.what.cannot and instrument.what.ask_next
