"""Cases are kept as they are typed, with every revision, and without what is only used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import NewKeys
from desktop.casefile.sensitive import SENSITIVE
from desktop.domain.case import Case, Entry, Said
from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.moments import moment
from desktop.domain.problems import CaseRefused
from desktop.domain.problems_casefile import (
    CaseChangedMeanwhile,
    CaseMissing,
    CaseUnreadable,
    CodeTaken,
)
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import SCALARS, Kind
from tests.casefile.conftest import NOW

LATER = NOW + timedelta(minutes=5)
MARISOL = (
    Case()
    .with_answer("client.name", "Marisol Invented")
    .with_answer("client.language", "es")
    .with_answer("custody.custodian", "suffolk_sheriff")
)


def test_a_row_shows_what_the_list_needs(casefile: CaseFile) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    (row,) = casefile.cases.list()
    assert (row.id, row.code, row.name, row.holder, row.language, row.changed_at, row.revision) == (
        (record.id, "26-0001", "Marisol Invented", "suffolk_sheriff", "es", NOW, 1)
    )


@pytest.mark.parametrize("answer", [*Silence, OneOf(("ice", "us_marshals"))])
def test_a_row_takes_no_silence_and_no_doubt_for_an_answer(
    casefile: CaseFile, answer: Answer
) -> None:
    case = Case().with_answer("custody.custodian", answer).with_answer("client.name", answer)
    if isinstance(answer, OneOf):
        case = Case().with_answer("custody.custodian", answer)
    casefile.cases.add(case, "26-0001", NOW)
    (row,) = casefile.cases.list()
    assert (row.name, row.holder, row.language) == (None, None, None)


def test_the_list_shows_the_last_change_first(casefile: CaseFile) -> None:
    first, second, third = (casefile.cases.add(Case(), f"26-000{n}", NOW) for n in (1, 2, 3))
    # Even when the computer's clock was set back.
    casefile.cases.keep(first, MARISOL, NOW - timedelta(days=400))
    assert [row.id for row in casefile.cases.list()] == [first.id, third.id, second.id]
    assert [row.id for row in casefile.cases.list(at_most=1)] == [first.id]


def test_every_revision_is_kept(casefile: CaseFile) -> None:
    record = casefile.cases.add(Case(), "26-0001", NOW)
    states = [record]
    for number in range(1, 31):
        case = record.case.with_answer("custody.place", f"cell {number}")
        record = casefile.cases.keep(record, case, NOW + timedelta(minutes=number))
        states.append(record)
    assert casefile.cases.get(record.id) == states[-1]
    assert [casefile.cases.at_revision(record.id, number) for number in range(1, 32)] == states
    with pytest.raises(CaseMissing):
        casefile.cases.at_revision(record.id, 32)


def test_keeping_what_is_kept_already_makes_no_revision(casefile: CaseFile) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    assert casefile.cases.keep(record, record.case, LATER) == record
    assert casefile.cases.list()[0].changed_at == NOW


def test_a_record_that_is_behind_hides_no_later_change(casefile: CaseFile) -> None:
    record = casefile.cases.add(Case(), "26-0001", NOW)
    newer = casefile.cases.keep(record, MARISOL, LATER)
    with pytest.raises(CaseChangedMeanwhile):
        casefile.cases.keep(record, Case(), LATER)
    assert casefile.cases.get(record.id) == newer


def test_a_case_that_is_not_there_is_told(casefile: CaseFile) -> None:
    with pytest.raises(CaseMissing):
        casefile.cases.get("nothing")


@pytest.mark.parametrize(
    ("standing", "now", "expected"),
    [
        ([], NOW, "26-0001"),
        (["26-0001", "26-0007"], NOW, "26-0008"),
        (["26-0001"], datetime(2027, 2, 1, tzinfo=UTC), "27-0001"),
        (["26-0009"], datetime(2027, 1, 1, 3, tzinfo=UTC), "26-0010"),  # still 2026 in Boston
        (["26-9999", "26-10000"], NOW, "26-10001"),
        (["26-0002", "26-0002-B", "Walk-in 26", "26-", "26-99999999999"], NOW, "26-0003"),
    ],
)
def test_the_next_code_counts_on_within_the_year(
    casefile: CaseFile, standing: list[str], now: datetime, expected: str
) -> None:
    for code in standing:
        casefile.cases.add(Case(), code, NOW)
    assert casefile.cases.next_code(now) == expected


def test_the_clinic_can_change_a_code_but_not_to_one_that_is_taken(casefile: CaseFile) -> None:
    record = casefile.cases.add(Case(), "26-0001", NOW)
    casefile.cases.add(Case(), "26-0002", NOW)
    changed = casefile.cases.keep(record, record.case.with_answer("code", "H-17"), LATER)
    assert (changed.code, casefile.cases.get(record.id).code) == ("H-17", "H-17")
    with pytest.raises(CodeTaken):
        casefile.cases.keep(changed, changed.case.with_answer("code", "26-0002"), LATER)
    with pytest.raises(CodeTaken):
        casefile.cases.add(Case(), "H-17", LATER)
    assert casefile.cases.get(record.id) == changed


def test_sensitive_facts_are_used_and_not_kept(casefile: CaseFile) -> None:
    case = _with_everything_sensitive()
    record = casefile.cases.add(case, "26-0001", NOW)
    assert all(record.case.get(key) == case.get(key) for key in SENSITIVE)
    documents = "".join(
        text for (text,) in casefile._errands.rows("SELECT document FROM revisions")
    )
    for key in SENSITIVE:
        assert f'"{key.split(".")[1]}"' not in documents
        assert key not in documents
    assert "immigration" not in documents
    assert casefile.cases.get(record.id).case == MARISOL.with_answer("code", "26-0001")


def test_a_change_to_sensitive_facts_alone_leaves_no_trace(casefile: CaseFile) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    case = record.case.with_answer("immigration.final_order", True)
    kept = casefile.cases.keep(record, case, LATER)
    assert kept.case.get("immigration.final_order") is True
    assert (kept.revision, casefile.cases.get(record.id)) == (1, record)


def test_a_clinic_may_choose_to_keep_sensitive_facts(folder: Path, keys: NewKeys) -> None:
    opened = CaseFile.create(folder, keys, NOW)
    with opened.errand():
        opened.settings.choose(ClinicSettings(keep_sensitive=True))
    record = opened.cases.add(_with_everything_sensitive(), "26-0001", NOW)
    opened.close()
    again = CaseFile.open(folder, keys.file_key)
    assert again.cases.get(record.id) == record
    again.close()


def test_sensitive_is_what_the_contract_names() -> None:
    assert set(SCALARS) >= SENSITIVE
    assert {key for key in SCALARS if key.startswith("immigration.")} < SENSITIVE
    assert len({key for key in SENSITIVE if key.startswith("client.")}) == 4


def test_a_case_that_could_not_be_read_back_is_not_kept(casefile: CaseFile) -> None:
    wrong = Case().with_answer("custody.custodian", "the post office")
    with pytest.raises(CaseRefused):
        casefile.cases.add(wrong, "26-0001", NOW)
    assert casefile.cases.list() == ()


@pytest.mark.parametrize("word", ["suffolk_sheriff", "amparo-revision/1"])
def test_words_of_a_later_amparo_are_told_without_quoting_them(
    casefile: CaseFile, word: str
) -> None:
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    with casefile.errand():
        casefile._errands.write(
            "UPDATE revisions SET document = replace(document, ?, 'mars')", [word]
        )
    with pytest.raises(CaseUnreadable) as told:
        casefile.cases.get(record.id)
    assert "mars" not in told.value.sentence
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_half_a_character_from_a_paste_is_kept(casefile: CaseFile) -> None:
    record = casefile.cases.add(Case().with_answer("client.name", "Mari\ud83d"), "26\ud83d", NOW)
    assert casefile.cases.get(record.id) == record
    assert casefile.cases.list()[0].name == "Mari?"


def test_after_each_errand_no_transaction_is_open(casefile: CaseFile) -> None:
    connection = casefile._errands._database.conn
    record = casefile.cases.add(MARISOL, "26-0001", NOW)
    assert not connection.in_transaction
    record = casefile.cases.keep(record, Case(), LATER)
    assert not connection.in_transaction
    casefile.cases.list()
    casefile.cases.get(record.id)
    casefile.cases.next_code(NOW)
    assert not connection.in_transaction
    with pytest.raises(CodeTaken):
        casefile.cases.add(Case(), "26-0001", NOW)
    assert not connection.in_transaction
    with pytest.raises(AssertionError):
        casefile._errands.write("DELETE FROM cases", [])
    assert not connection.in_transaction


def test_an_errand_is_kept_whole_or_not_at_all(casefile: CaseFile) -> None:
    with pytest.raises(RuntimeError), casefile.errand():
        casefile.cases.add(MARISOL, "26-0001", NOW)
        raise RuntimeError("the power went")
    assert casefile.cases.list() == ()
    assert not casefile._errands._database.conn.in_transaction


def _with_everything_sensitive() -> Case:
    case = MARISOL
    for key in sorted(SENSITIVE):
        kind = SCALARS[key]
        answer: Answer = True
        if kind.kind is Kind.WORD:
            answer = kind.words[0]
        if kind.kind is Kind.PLACE:
            answer = "XX"
        case = case.with_answer(key, answer)
    said = {key: Said(by="client", at=moment("2026-11-20")) for key in SENSITIVE}
    return Case(answers=case.answers, said=said)


def test_entries_come_back_as_they_were(casefile: CaseFile) -> None:
    papers = (Entry({"form": "I-247A", "box": "1", "seen": True}), Entry({"form": "AO 442"}))
    case = Case().with_entries("papers", papers).with_list_answer("papers", Silence.WITHHELD)
    record = casefile.cases.add(case, "26-0001", NOW)
    again = casefile.cases.get(record.id).case
    assert again.entries("papers") == papers
    assert again.declined_lists == {"papers"}
