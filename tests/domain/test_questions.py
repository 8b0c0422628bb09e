"""Every question says who could know, and gives words that state no law and tell no secret."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from desktop.domain.documents import read_case
from desktop.domain.names import SOURCE_NAMES
from desktop.domain.question import Question
from desktop.domain.questions import BY_KEY, QUESTIONS, SECTION_TITLES
from desktop.domain.questions_where_needed import IN_PRIVATE, PRIVATE, WHERE_NEEDED
from desktop.domain.vocabulary import LISTS, SCALARS
from desktop.letters.never import never_said
from desktop.library.shelves import Library
from desktop.rules.assess import assess

LAW = Library().book.law()
EACH = pytest.mark.parametrize("question", BY_KEY.values(), ids=lambda question: question.key)
# The day of the law is always known. A name and a language are for the letter, not for a rule.
NEVER_OPEN = {"as_of"}
FOR_THE_LETTER = {"client.name", "client.language"}
# Federal record 4 (phones): neither status, nor entry, nor facts, on a jail's or ICE's telephone.
SECRETS = re.compile(
    r"immigra|status|born|country|citizen|visa|afraid|fear|victim|pregnan|child\b|green card", re.I
)
LAWYERS_WORDS = re.compile(
    r"\b(?:law|legal right|must|illegal|unlawful|detainer|ordinance|statute)\b", re.I
)


def asked_by_rules() -> set[str]:
    """Every key that some rule of some pack can leave open."""
    return {
        variable.asks
        for root in LAW.roots.values()
        for variable in LAW.forest.variables_of(root)
        if variable.asks
    } - NEVER_OPEN


@pytest.mark.parametrize("key", sorted(asked_by_rules()))
def test_whatever_a_rule_asks_has_a_question_with_a_source_and_words_for_the_phone(
    key: str,
) -> None:
    question = LAW.questions[key]
    assert question.ask and question.label and question.who_knows and question.say


@EACH
def test_a_question_stands_for_a_fact_of_the_case_file(question: Question) -> None:
    assert question.key in SCALARS or question.key in LISTS
    assert question.section in SECTION_TITLES
    assert set(question.who_knows) <= set(SOURCE_NAMES) and question.who_knows
    assert len(set(question.who_knows)) == len(question.who_knows)


@EACH
def test_words_for_the_phone_are_said_aloud_and_state_no_law(question: Question) -> None:
    if question.key in FOR_THE_LETTER:
        assert question.say == ""
        return
    assert question.say.startswith("“") and question.say.endswith(("?”", ".”"))
    spoken = question.say.replace("a legal call", "")
    assert not LAWYERS_WORDS.search(spoken) and never_said(question.say) is None


@EACH
def test_words_for_the_phone_tell_nobody_a_secret(question: Question) -> None:
    assert not SECRETS.search(question.say.replace("{person}", ""))


@pytest.mark.parametrize("question", PRIVATE, ids=lambda question: question.key)
def test_what_is_private_is_asked_of_nobody_who_holds_the_person(question: Question) -> None:
    assert "desk" not in question.who_knows
    assert question.say == IN_PRIVATE


@pytest.mark.parametrize("key", [key for key in SCALARS if key.startswith("immigration.")])
def test_every_question_on_immigration_is_private(key: str) -> None:
    assert key in {question.key for question in PRIVATE}


def test_no_question_is_asked_twice_and_none_that_is_private_stands_on_every_form() -> None:
    keys = [question.key for question in (*QUESTIONS, *WHERE_NEEDED)]
    assert len(set(keys)) == len(keys)
    assert {question.key for question in PRIVATE}.isdisjoint(q.key for q in QUESTIONS)


def test_what_is_private_is_asked_after_what_anybody_can_be_asked() -> None:
    case = read_case({"format": "amparo-case/1", "custody": {"custodian": "boston_police"}})
    found = assess(case, Library().book, datetime(2026, 12, 1, 22, tzinfo=UTC))
    asked = [each.question for each in found.ask_next if each.question not in found.hold.asks]
    private = [key in {question.key for question in PRIVATE} for key in asked]
    assert private == sorted(private) and any(private)
