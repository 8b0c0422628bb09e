"""What a letter says of the law: cited, at a level that may be printed, never what nobody read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desktop.domain.findings import HoldAnswer, Outcome, Strength
from desktop.domain.letters import Letter
from desktop.domain.problems_letters import NotVouchedFor
from desktop.letters.markup import plain
from desktop.letters.never import never_said
from desktop.letters.template import template_of, texts_of
from tests.letters.gallery import GALLERY
from tests.letters.situations import BROKEN, Situation, cite, finding, held, unlawful

TEMPLATE = template_of("rights")
LETTERS = {name: situation.letter() for name, situation in GALLERY.items()}


def text_of(letter: Letter) -> str:
    return "\n".join([letter.title, *(plain(passage.text) for passage in letter.passages)])


@pytest.mark.parametrize("name", LETTERS)
def test_no_whole_letter_holds_a_phrase_that_is_never_printed(name: str) -> None:
    assert never_said(text_of(LETTERS[name])) is None


@pytest.mark.parametrize("name", LETTERS)
def test_law_is_cited_where_it_stands_or_in_the_passage_that_it_names(name: str) -> None:
    letter = LETTERS[name]
    plans = {plan.key: plan for plan in TEMPLATE.passages}
    for passage in letter.passages:
        plan = plans[passage.key]
        if passage.law.level is None or plan.uncited:
            continue
        assert passage.law.level in ("A", "B")
        assert passage.citations or any(letter.passage(key) for key in plan.cited_in), passage.key


def test_only_the_passage_that_tells_whom_the_city_does_not_bind_is_uncited() -> None:
    assert [plan.key for plan in TEMPLATE.passages if plan.uncited] == ["custodian.not_boston"]


def test_a_passage_that_states_no_law_cites_none() -> None:
    english = texts_of(TEMPLATE, "en").by_key
    for plan in TEMPLATE.passages:
        if plan.law.level is None:
            assert "[cite: " not in english[plan.key].body, plan.key


@pytest.mark.parametrize("name", LETTERS)
def test_the_city_s_section_stands_only_where_the_city_s_own_hold_or_did_it(name: str) -> None:
    situation = GALLERY[name]
    city = situation.case.text("custody.custodian") in ("boston_police", "boston_department")
    did = any(found.binds == "boston_police" for found in situation.assessment.findings)
    if not (city or did):
        assert "11-1.9" not in text_of(LETTERS[name])


@pytest.mark.parametrize("name", LETTERS)
def test_the_full_citation_stands_before_its_short_form(name: str) -> None:
    cites = [cite for passage in LETTERS[name].passages for cite in passage.citations]
    short = [number for number, each in enumerate(cites) if re.match(r"(see )?Lunn, ", each)]
    full = [number for number, each in enumerate(cites) if "Lunn v. Commonwealth" in each]
    assert not short or (full and full[0] < short[0])


def in_force(level: str) -> Situation:
    source = cite("City of Boston Code § 11-1.9", level)
    transfer = finding("boston.transfer", Outcome.PROTECTS, binds="boston_police", cites=(source,))
    return held(HoldAnswer.NOT_DUE, "boston_police", (transfer,))


@pytest.mark.parametrize(("level", "prints"), [("A", True), ("B", True), ("C", False)])
def test_a_rule_whose_every_source_is_at_level_c_takes_its_passage_out(
    level: str, prints: bool
) -> None:
    assert (in_force(level).letter().passage("handover.boston") is not None) is prints


def test_one_source_that_may_be_printed_keeps_the_passage_in() -> None:
    both = (cite("a policy", "C"), cite())
    letter = unlawful(
        "suffolk_sheriff",
        (finding("ma.lunn", Outcome.BROKEN, strength=Strength.STRONG, cites=both),),
    ).letter()
    assert letter.passage("why.lunn") is not None


def test_a_town_s_rule_that_no_letter_may_cite_takes_nothing_from_state_law() -> None:
    order = cite("a City Manager's order", "C")
    town = finding("worcester.hold", Outcome.BROKEN, strength=Strength.ARGUABLE, cites=(order,))
    letter = unlawful("municipal_police", (*BROKEN, town)).letter()
    assert letter.passage("answer.unlawful.strong") is not None
    assert "City Manager" not in text_of(letter)


def test_a_stale_source_marks_its_passages_and_is_named() -> None:
    letter = LETTERS["a source not checked lately"]
    stale = {passage.key for passage in letter.passages if passage.stale}
    assert {"why.lunn", "custodian.sheriff", "answer.unlawful.strong"} <= stale
    named = letter.passage("about.stale")
    assert named is not None and "Lunn v. Commonwealth" in named.text


def test_a_stale_source_that_no_letter_may_name_is_not_named() -> None:
    unread = replace(cite("St. 2026, c. 163", "B"), stale=True)
    letter = unlawful(
        "suffolk_sheriff",
        (finding("ma.lunn", Outcome.BROKEN, strength=Strength.STRONG, cites=(cite(), unread)),),
    ).letter()
    assert letter.passage("about.stale") is None


def test_the_law_is_dated_by_its_oldest_check() -> None:
    old = replace(cite(), checked_on=cite().checked_on.replace(year=2025))
    letter = unlawful(
        "suffolk_sheriff",
        (finding("ma.lunn", Outcome.BROKEN, strength=Strength.STRONG, cites=(old,)),),
    ).letter()
    about = letter.passage("about.is")
    assert about is not None
    assert "last checked that law on November 22, 2025" in plain(about.text).replace("\u00a0", " ")


def test_the_paragraph_of_the_city_s_law_that_was_read_is_the_only_one_named() -> None:
    everything = "\n".join(text_of(letter) for letter in LETTERS.values())
    assert set(re.findall(r"11-1\.9\((.)\)", everything)) == {"B"}


def test_nothing_is_written_from_a_finding_that_nobody_vouches_for() -> None:
    doubtful = finding("ma.lunn", Outcome.BROKEN)._replace(vouched_for=False)
    with pytest.raises(NotVouchedFor, match=r"ma\.lunn"):
        unlawful("suffolk_sheriff", (doubtful,)).letter()
