"""Every source says what it is worth, and nothing prints above its worth."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain.findings import Cite, Outcome
from desktop.domain.grades import GRADE_NAMES, LEVELS, may_print_at, needs_company
from desktop.domain.register import KnownFalse, NotLaw, SourceEntry
from desktop.domain.register_document import register_document
from desktop.letters.never import limits, never_said
from desktop.letters.template import PassagePlan, kinds, template_of
from desktop.library.pack_files import documents_at
from desktop.library.register import register_of
from desktop.library.shelves import Library, pack_folders
from desktop.rules.rule import Rule
from desktop.system.resources import resource
from desktop.workflow.sources import register_lines
from tests.letters.told_to_staff import FOR_THE_CLIENT

PACKS = Library().packs
TODAY = date(2026, 11, 23)
REGISTER = register_of(PACKS, TODAY)
RULES = {rule.id: rule for pack in PACKS for rule in pack.rules}
CITED = {rule.id: rule.cites for rule in RULES.values()}
PASSAGES = [plan for kind in kinds() for plan in template_of(kind).passages]
SOURCE = pytest.mark.parametrize("entry", REGISTER.sources, ids=lambda e: f"{e.pack}/{e.id}")
RULE = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
UNREAD = "us-ma", "c163"


def printable(cites: tuple[Cite, ...]) -> list[Cite]:
    return [cite for cite in cites if cite.print_level in ("A", "B")]


def named(rule: str, plan: PassagePlan) -> bool:
    conditions = f"{plan.when}"
    return rule in plan.rests_on or rule in conditions


@SOURCE
def test_a_source_says_what_it_says_who_checked_it_and_where_it_stands(entry: SourceEntry) -> None:
    assert entry.text and entry.says and entry.checked_by and entry.status and entry.address
    assert entry.grade in GRADE_NAMES and entry.print_level in LEVELS
    assert entry.checked_on <= TODAY < entry.stale_after


@SOURCE
def test_a_source_is_cited_by_some_rule(entry: SourceEntry) -> None:
    assert entry.cited_by


@SOURCE
def test_no_source_prints_above_its_grade(entry: SourceEntry) -> None:
    of_a_town = entry.pack.startswith("us-ma-")
    assert may_print_at(entry.grade, entry.print_level, of_a_town=of_a_town)


@pytest.mark.parametrize("grade", ["M", "NF"])
@pytest.mark.parametrize("of_a_town", [False, True])
def test_what_is_from_memory_or_was_not_found_never_prints(grade: str, of_a_town: bool) -> None:
    assert [may_print_at(grade, level, of_a_town=of_a_town) for level in "ABC"] == [
        False,
        False,
        True,
    ]


def test_a_report_alone_prints_only_where_the_record_on_towns_says_so() -> None:
    assert not may_print_at("S", "B")
    assert may_print_at("S", "B", of_a_town=True)
    assert not may_print_at("S", "A", of_a_town=True)


@RULE
def test_an_inference_stands_only_beside_a_source_that_prints(rule: Rule) -> None:
    inferred = [cite for cite in printable(rule.cites) if needs_company(cite.grade)]
    beside = [cite for cite in printable(rule.cites) if not needs_company(cite.grade)]
    assert not inferred or beside


@pytest.mark.parametrize("plan", PASSAGES, ids=lambda plan: plan.key)
def test_a_passage_that_states_law_rests_on_no_rule_that_nobody_could_print(plan) -> None:
    rules = [rule for rule in plan.rests_on if rule in RULES]
    if plan.law.level is not None and rules:
        assert [rule for rule in rules if printable(CITED[rule])]


def test_the_unread_act_is_reported_graded_and_never_printed() -> None:
    entry = REGISTER.source(*UNREAD)
    assert entry is not None and entry.print_level == "C"
    assert never_said(entry.text) is not None


def test_no_passage_of_any_letter_speaks_of_the_unread_act() -> None:
    assert [plan.key for plan in PASSAGES if named("ma.protect_act", plan)] == []


def test_no_other_rule_listens_to_the_rule_on_the_unread_act() -> None:
    law = Library().book.law()
    listening = [
        rule.id
        for rule in RULES.values()
        for variable in law.forest.variables_of(law.roots[rule.id])
        if "ma.protect_act" in str(variable)
    ]
    assert listening == []


def test_whatever_names_the_unread_act_decides_nothing_by_it() -> None:
    entry = REGISTER.source(*UNREAD)
    assert entry is not None
    for rule_id in entry.cited_by:
        rule = RULES[rule_id]
        assert rule.broken_when is None and rule.otherwise is not Outcome.PROTECTS, rule_id
        assert Outcome.UNSETTLED.value in rule.explains, rule_id


@pytest.mark.parametrize("entry", REGISTER.not_law, ids=lambda entry: entry.id)
def test_what_is_no_law_says_why_and_no_pack_prints_it(entry: NotLaw) -> None:
    assert entry.note and entry.grade in GRADE_NAMES and entry.source
    if entry.pack_source is not None:
        source = REGISTER.source(*entry.pack_source.split("/"))
        assert source is not None and source.print_level == "C"


@pytest.mark.parametrize("claim", REGISTER.known_false, ids=lambda claim: claim.id)
def test_a_false_claim_is_named_with_the_truth_and_kept_out_of_every_text(
    claim: KnownFalse,
) -> None:
    assert claim.truth and claim.found_at and claim.row
    assert claim.limit in limits()


def test_every_limit_on_a_false_claim_is_in_the_register() -> None:
    false = {limit.id for limit in limits().values() if limit.known_false}
    assert false <= {claim.limit for claim in REGISTER.known_false}


@pytest.mark.parametrize("claim", REGISTER.known_false, ids=lambda claim: claim.id)
def test_a_false_claim_in_its_own_words_is_refused(claim: KnownFalse) -> None:
    assert never_said(claim.claim) is not None


def test_a_source_is_stale_from_the_day_after_its_last_good_day() -> None:
    entry = REGISTER.sources[0]
    for days, stale in ((0, False), (1, True)):
        later = register_of(PACKS, entry.stale_after + timedelta(days=days))
        found = later.source(entry.pack, entry.id)
        assert found is not None and found.is_stale is stale


def test_the_register_reads_as_a_document_and_as_text() -> None:
    document = register_document(REGISTER)
    assert document["format"] == "amparo-sources/1"
    text = "\n".join(register_lines(REGISTER))
    for entry in REGISTER.sources:
        assert entry.text in text and " ".join(entry.says.split()) in text
    for claim in REGISTER.known_false:
        assert claim.claim in text and claim.truth in text


@pytest.mark.parametrize("folder", pack_folders(resource("packs")), ids=lambda path: path.name)
def test_a_rule_that_rests_on_level_c_alone_has_no_words_for_a_client(folder: Path) -> None:
    documents = documents_at(folder)
    levels = {name: source["print"] for name, source in documents.head["sources"].items()}
    for rule_id, rule in documents.rules.items():
        if rule.get(FOR_THE_CLIENT):
            assert {levels[cite] for cite in rule["cites"]} & {"A", "B"}, rule_id
