"""Lists come in the order of an index, and what is searched is found and forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.domain.case import Case, Entry
from desktop.domain.records import Note
from tests.casefile.conftest import INES, NOW, ROOT

MARISOL = (
    Case()
    .with_answer("client.name", "Marisol Núñez (invented)")
    .with_answer("client.preferred_name", "Mari")
    .with_entries("papers", (Entry({"form": "AO 442", "case_number": "1:26-cr-10999"}),))
)
# A few rows, or all of them wanted; the index of the search has an order of its own.
READ_WHOLE = {
    *("settings", "members", "vault", "seal", "journal_end", "chores", "sqlite_master"),
    *("purged", "tallies", "searched_fts"),
}


def questions() -> Iterator[tuple[str, str]]:
    """Every question that the case file asks of its tables."""
    for path in sorted((ROOT / "desktop" / "casefile").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = node.value.split()
                if words[:1] in (["SELECT"], ["WITH"]) and len(words) > 3:
                    yield path.stem, node.value


@pytest.mark.parametrize(("module", "question"), list(questions()))
def test_no_list_is_sorted_and_no_large_table_walked(
    casefile: CaseFile, module: str, question: str
) -> None:
    places = question.count("?")
    plan = casefile._errands.rows(f"EXPLAIN QUERY PLAN {question}", (1,) * places)
    for *_, step in plan:
        assert "TEMP B-TREE" not in step, f"{module}: {step}"
        walks = step.startswith("SCAN") and "INDEX" not in step
        in_its_order = "ORDER BY number" in question
        assert not walks or in_its_order or step.split()[1] in READ_WHOLE, f"{module}: {step}"


@pytest.mark.parametrize(
    "typed",
    [
        *("marisol", "MARISOL", "nunez", "Núñez mari", "mar", "26-0001", "0001", "1:26-cr-10999"),
        *("brother", "marisol broth", "(invented)", "cr-10999", '"mari'),
    ],
)
def test_a_case_is_found_by_its_names_codes_and_notes(casefile: CaseFile, typed: str) -> None:
    casefile.cases.add(Case().with_answer("client.name", "Somebody Else"), "26-0002", NOW)
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    casefile.notes.add(record.id, Note("Her brother José called.", INES, NOW))
    assert [row.id for row in casefile.search.find(typed)] == [record.id]


@pytest.mark.parametrize("typed", ["", "  ", "-", '"', "NOT", "names:marisol", "xyz OR mari", "\0"])
def test_what_finds_nothing_finds_nothing(casefile: CaseFile, typed: str) -> None:
    casefile.cases.add(MARISOL, "26-0001", NOW)
    assert casefile.search.find(typed) == ()


def test_the_newest_case_is_found_first_and_no_more_than_asked(casefile: CaseFile) -> None:
    records = [casefile.cases.add(MARISOL, f"26-000{number}", NOW) for number in range(1, 6)]
    found = casefile.search.find("mari", at_most=3)
    assert [row.id for row in found] == [record.id for record in reversed(records[2:])]


def test_a_name_that_was_changed_is_found_under_the_new_one_only(casefile: CaseFile) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    casefile.notes.add(record.id, Note("called twice", INES, NOW))
    record = casefile.cases.keep(record, Case().with_answer("client.name", "Rosa"), NOW)
    assert casefile.search.find("marisol") == ()
    assert [row.id for row in casefile.search.find("rosa twice")] == [record.id]
    casefile.search.compare()


def test_notes_come_back_in_their_order(casefile: CaseFile) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    notes = tuple(Note(f"call {number}", INES, NOW) for number in range(3))
    for note in notes:
        casefile.notes.add(record.id, note)
    assert casefile.notes.of_case(record.id) == notes


def test_the_index_forgets_at_once(casefile: CaseFile) -> None:
    assert ("secure-delete", 1) in casefile._errands.rows("SELECT * FROM searched_fts_config")
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    casefile.cases.keep(record, Case(), NOW)
    held = casefile._errands.rows("SELECT block FROM searched_fts_data")
    assert not any(b"marisol" in bytes(block) for (block,) in held)


def test_every_statement_that_the_file_knows_is_looked_at() -> None:
    modules = {module for module, _ in questions()}
    assert {"cases", "journal", "letters", "members", "notes", "search"} <= modules
    assert len(list(questions())) > 15
