"""What follows from a finding: the words of its outcome, and remedies where something is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.assessment_document import assessment_document
from desktop.domain.documents import read_case
from desktop.domain.findings import Advice, Assessment, Outcome
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from desktop.rules.proof import structure
from desktop.rules.reading_copy import reading_copy
from desktop.rules.strict_yaml import PackRefused
from desktop.workflow.telling import assessment_text
from tests.letters.grade import measure
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import HEAD, rule

BODY = """
broken_when: {fact: custody.seen_by_judge, is: false}
explains: {protects: x, broken: x}
for_client: {broken: A judge should have seen you.}
next_steps:
  broken: [Ask when the judge sits., Write down the answer.]
  protects: [Ask what the judge said.]
  open: [Ask the docket.]
remedies: [A motion to the judge.]
"""
PLAIN_ENOUGH = 6.5
"""The grade at most of words for a client, each by itself."""


def _book(body: str = BODY, head: str = HEAD) -> LawBook:
    files = {"pack.yaml": head, "rules/a.yaml": rule("x.a", body)}
    return LawBook(read_packs([PackText("invented", files)]))


def _assessed(book: LawBook, seen: object) -> Assessment:
    case: dict[str, Any] = {"format": "amparo-case/1", "custody": {"state": "in_custody"}}
    case["custody"]["seen_by_judge"] = seen
    return assess(read_case(case), book, AS_OF)


def _advice(seen: object) -> Advice:
    return _assessed(_book(), seen).findings[0].advice


def test_a_finding_brings_the_words_of_its_own_outcome() -> None:
    broken = _advice(False)
    assert broken.next_steps == ("Ask when the judge sits.", "Write down the answer.")
    assert _advice(True).next_steps == ("Ask what the judge said.",)
    assert _advice(None).next_steps == ("Ask the docket.",)


def test_remedies_come_where_something_is_wrong_and_nowhere_else() -> None:
    assert _advice(False).remedies == ("A motion to the judge.",)
    assert _advice(True).remedies == _advice(None).remedies == ()


def test_behind_words_for_a_client_stands_somebody_or_they_are_not_told() -> None:
    assert not _assessed(_book(), False).findings[0].vouched_for
    assert _advice(False).for_client == ""
    assert _book().law().rules["x.a"].for_client == {"broken": "A judge should have seen you."}


def test_the_assessment_and_the_reading_copy_tell_them() -> None:
    assessment = _assessed(_book(), False)
    findings = assessment_document(assessment)["findings"]
    assert isinstance(findings, list)
    (written,) = findings
    assert written["for_client"] is None
    assert written["next_steps"] == ["Ask when the judge sits.", "Write down the answer."]
    assert written["remedies"] == ["A motion to the judge."]
    text = "\n".join(assessment_text(assessment))
    assert "Now: Ask when the judge sits." in text
    assert "Can be asked for: A motion to the judge." in text
    packs = _book().packs
    copy = reading_copy(packs[0], packs)
    assert "- Law broken: “A judge should have seen you.”" in copy
    assert "- Open:\n  - Ask the docket." in copy
    assert "**What can be asked for**\n\n- A motion to the judge." in copy


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[Ask the docket.]", "[One., Two., Three., Four.]"),
        ("[Ask the docket.]", "[]"),
        ("open: [Ask the docket.]", "opened: [Ask the docket.]"),
        ("{broken: A judge should have seen you.}", "{broken: ''}"),
    ],
)
def test_more_than_three_steps_no_words_and_unknown_outcomes_are_refused(
    right: str, wrong: str
) -> None:
    with pytest.raises(PackRefused, match="rules/a"):
        _book(BODY.replace(right, wrong))


def _faults(body: str, head: str = HEAD) -> list[str]:
    book = _book(body, head)
    return [fault.wrong for fault in structure.faults(book.law(), book.packs[0])]


def test_words_for_what_can_never_come_are_a_fault() -> None:
    assert not [wrong for wrong in _faults(BODY) if "words" in wrong]
    alert = BODY.replace("for_client: {broken", "for_client: {alert")
    assert "has words under for_client for alert, which can never come" in _faults(alert)


def test_words_for_a_client_on_sources_for_staff_alone_are_a_fault() -> None:
    told = _faults(BODY, HEAD.replace("print: B", "print: C"))
    assert "has words for a client, and every source of it is for staff only" in told


FOR_CLIENTS = [
    pytest.param(text, id=f"{rule.id} {word}")
    for rule in Library().book.law().rules.values()
    for word, text in rule.for_client.items()
]


@pytest.mark.parametrize("text", FOR_CLIENTS)
def test_words_for_a_client_are_plain(text: str) -> None:
    assert measure(text).grade <= PLAIN_ENOUGH


def test_words_for_a_client_that_the_release_vouches_for_are_told() -> None:
    case = {"format": "amparo-case/1", "answers": {"plea_warning": "not_given"}}
    found = assess(read_case(case), Library().book, AS_OF).finding("ma.plea_warning")
    assert found is not None
    assert found.outcome is Outcome.ALERT
    assert found.advice.for_client
