"""Letters to a custodian ask only for what the findings carry, and tell nothing of status."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.letters import Asked, Letter, NameOnPaper
from desktop.domain.problems_letters import NotCalledFor
from desktop.domain.signoff import Role, SignOff
from desktop.letters.compose import compose
from desktop.letters.markup import plain
from desktop.letters.pdf import draw
from desktop.letters.template import template_of
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from tests.letters.grade import measure
from tests.letters.paper_read import Pdf
from tests.letters.situations import CLINIC

BOOK = Library().book
NOW = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
CASES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))["case"]
    for path in sorted(resource("packs").glob("*/cases/*.json"))
}


def written(kind: str, document: dict[str, Any], asked: Asked | None = None) -> Letter:
    case = read_case(document)
    as_of = (case.as_of.exact if case.as_of else None) or NOW
    found = assess(case, BOOK, as_of)
    return compose(kind, case, found, "en", NameOnPaper.FULL, CLINIC, NOW, asked or Asked())


def keys(letter: Letter) -> set[str]:
    return {passage.key for passage in letter.passages}


def text(letter: Letter) -> str:
    words = (letter.title, *(plain(passage.text) for passage in letter.passages))
    return "\n".join(words)


def test_bail_paid_at_a_boston_station_brings_the_city_s_law_and_the_state_s() -> None:
    letter = written("demand", CASES["station-bail-paid"])
    assert {"demand.ask", "demand.law.lunn", "demand.law.police", "demand.law.boston"} <= keys(
        letter
    )
    assert "demand.law.sheriff" not in keys(letter)


def test_a_jail_is_written_to_under_the_state_s_law_alone() -> None:
    letter = written("demand", CASES["jail-bail-posted"])
    assert {"demand.law.lunn", "demand.law.sheriff"} <= keys(letter)
    assert "11-1.9" not in text(letter)


def test_a_town_s_own_rule_is_cited_by_its_name_where_it_may_be_printed() -> None:
    told = text(written("demand", CASES["worcester-keeps"]))
    assert (
        "(Worcester City Manager’s executive order of May 16, 2025, as reported)"
        in told.replace("'", "’")
    )


@pytest.mark.parametrize("name", ["holyoke-keeps", "newton-keeps", "quincy-has-no-ordinance"])
def test_a_town_whose_rule_may_not_be_printed_is_written_to_under_the_state_s_law(
    name: str,
) -> None:
    letter = written("demand", CASES[name])
    assert "demand.law.lunn" in keys(letter)
    assert "demand.law.town" not in keys(letter)


def test_a_court_is_written_to_as_the_court_of_that_case() -> None:
    letter = written("demand", CASES["lunn-itself"])
    assert "demand.law.court" in keys(letter)
    assert "demand.paper" in keys(letter) and "Form I-247D" in text(letter)


@pytest.mark.parametrize("name", ["bail-set-not-paid", "unknown-custodian"])
def test_nothing_is_demanded_where_nothing_is_broken(name: str) -> None:
    with pytest.raises(NotCalledFor):
        written("demand", CASES[name])


def test_only_an_attorney_takes_draft_off_a_demand() -> None:
    letter = written("demand", CASES["station-bail-paid"])
    assert template_of("demand").signers == {Role.ATTORNEY}

    def drawn(role: Role) -> str:
        sign_off = SignOff("Ruth Okafor", role, date(2026, 12, 1), letter.digest())
        pages = Pdf(draw(letter, sign_off)).written()
        return "".join(piece.text for page in pages for piece in page)

    assert "DRAFT" not in drawn(Role.ATTORNEY)
    assert "DRAFT" in drawn(Role.ACCREDITED_REPRESENTATIVE)


def test_a_court_is_named_only_when_somebody_decided_that() -> None:
    document = CASES["station-bail-paid"]
    assert "demand.court" not in keys(written("demand", document))
    assert "demand.court" in keys(written("demand", document, Asked(names_court=True)))


def test_what_was_decided_prints_and_what_was_not_is_a_line_to_fill_in() -> None:
    document = CASES["station-bail-paid"]
    assert "____" in text(written("demand", document))
    asked = Asked(reply_by="6 PM today", delivery="email")
    letter = written("demand", document, asked)
    assert "in writing by 6 PM today." in text(letter)
    assert "Sent by email" in text(letter)


SECRETS = {
    "client": {"nationality": "GT", "citizen_claim": True, "afraid_to_return": True},
    "immigration": {"entry": "without_inspection", "final_order": True, "habeas_filed": True},
    "answers": {},
}


@pytest.mark.parametrize("kind", ["demand", "inquiry"])
def test_private_facts_change_no_word_that_a_custodian_reads(kind: str) -> None:
    document = CASES["station-bail-paid"]
    told = {**document, **SECRETS, "client": {**document.get("client", {}), **SECRETS["client"]}}
    assert text(written(kind, document)) == text(written(kind, told))


def test_an_inquiry_asks_since_a_day_and_not_since_on_a_day() -> None:
    asked = text(written("inquiry", CASES["station-bail-paid"]))
    assert "Have you held this person since Monday, November" in asked


def test_the_inquiry_names_no_law_no_ice_and_no_status() -> None:
    said = text(written("inquiry", CASES["station-bail-paid"]))
    for word in ("ICE", "immigration", "status", "detainer", "Lunn", "law", "§"):
        assert word not in said


def test_a_birthday_is_said_only_where_it_is_known() -> None:
    document = CASES["station-bail-paid"]
    born = {**document, "client": {"name": "Marisol Ejemplo", "date_of_birth": "1990-05-03"}}
    assert "Marisol Ejemplo, born May\u00a03, 1990" in text(written("inquiry", born))
    assert "born" not in text(written("inquiry", document))


@pytest.mark.parametrize("kind", ["demand", "inquiry"])
def test_a_custodian_reads_short_plain_sentences(kind: str) -> None:
    for passage in written(kind, CASES["station-bail-paid"]).passages:
        measured = measure(plain(passage.text))
        assert measured.grade <= 7.0, passage.key
        assert measured.words_a_sentence <= 15, passage.key
