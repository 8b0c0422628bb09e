"""Every two of agency, paper, event, hold, act and day meet in some case, and none goes wrong."""

from __future__ import annotations

from functools import cache

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, Finding, HoldAnswer, Outcome
from desktop.domain.letters import NameOnPaper
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.workflow.drafting import Drafting
from tests.packs.sweep import FIELDS, Document, case_of, other_hold_is_possible
from tests.tools.pairs import every_pair, pairs_in, pairwise_rows

BOOK = Library().book
RULES = BOOK.law().rules
ROWS = list(pairwise_rows(FIELDS))
SPEAKING = (Outcome.BROKEN, Outcome.PROTECTS, Outcome.ALLOWS, Outcome.UNSETTLED)
CITY_CODE = "11-1.9"


@cache
def _swept() -> list[tuple[Document, Assessment]]:
    found = []
    for row in ROWS:
        document = case_of(row)
        case = read_case(document)
        assert case.as_of is not None and case.as_of.earliest is not None
        found.append((document, assess(case, BOOK, case.as_of.earliest)))
    return found


def test_every_two_values_meet() -> None:
    covered = {pair for row in ROWS for pair in pairs_in(row, FIELDS)}
    assert set(every_pair(FIELDS)) - covered == set()


def test_no_case_of_the_sweep_contradicts_itself() -> None:
    told = [
        (document, found.contradictions) for document, found in _swept() if found.contradictions
    ]
    assert told == []


def test_no_two_rules_on_holding_contradict_each_other() -> None:
    """They share what makes release due and what else can hold."""
    for document, found in _swept():
        says = {f.rule: f.outcome for f in found.findings if RULES[f.rule].decides_holding}
        if Outcome.BROKEN in says.values():
            assert not {Outcome.ALLOWS, Outcome.NOT_YET} & set(says.values()), (says, document)


def _actors(rule: str, document: Document) -> set[str]:
    custody = document["custody"]
    looked_at = RULES[rule].looks_at
    actors = {custody["custodian"]}
    if looked_at == "acts":
        actors |= {act["by"] for act in document["acts"]}
        actors |= {custody["arrested_by"]} if RULES[rule].counts_the_arrest else set()
    return actors


def test_no_rule_speaks_of_somebody_whom_it_does_not_bind() -> None:
    for document, found in _swept():
        for finding in found.findings:
            if finding.outcome in SPEAKING and not RULES[finding.rule].binds_everyone:
                reached = RULES[finding.rule].heeded & _actors(finding.rule, document)
                assert reached, (finding.rule, finding.outcome, document)


def _binds_the_city(finding: Finding) -> bool:
    silent = (Outcome.NOT_COVERED, Outcome.NOT_IN_FORCE)
    return finding.rule.startswith("boston.") and finding.outcome not in silent


@pytest.mark.parametrize("kind", ["rights", "family"])
def test_no_letter_cites_the_city_code_where_it_binds_nobody(kind: str) -> None:
    drafting = Drafting()
    for document, found in _swept():
        if any(_binds_the_city(finding) for finding in found.findings):
            continue
        letter = drafting.draft(read_case(document), found, kind, "en", NameOnPaper.NONE)
        text = " ".join(passage.text for passage in letter.passages)
        assert CITY_CODE not in text, document


def test_nothing_is_unlawful_while_another_hold_is_possible() -> None:
    for document, found in _swept():
        if found.hold.answer is HoldAnswer.UNLAWFUL:
            assert not other_hold_is_possible(document), document


def test_the_sweep_is_not_empty_of_any_answer() -> None:
    """A sweep in which nothing is ever decided would pass every claim above."""
    assert {found.hold.answer for _, found in _swept()} == set(HoldAnswer)
