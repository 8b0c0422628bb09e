"""Where a finding is decided though its proof is not, both branches are shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import Finding, Outcome, Reason, Verdict
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.rules.branching import EITHER_WAY
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from tests.rules.known_cases import AS_OF
from tests.rules.less_known import less_known
from tests.rules.whole_cases import whole_case

BOOK = Library().book
NOW = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
HEAD = """\
format: 1
id: made-up
title: Made up
version: "1"
place: nowhere
sources:
  s: {text: Source, print: C, grade: M, checked_on: 2026-11-22, checked_by: nobody, status: None.,
      address: none, says: Nothing.}
"""
RULE = """\
format: 1
id: made.up
title: Made up
says: Nothing.
cites: [s]
act: hold
looks_at: case
governed_by: as_of
broken_when:
  {condition}
otherwise: protects
explains: {{broken: Broken., protects: Protected.}}
"""
JUDGE = "{fact: custody.seen_by_judge, is: true, label: a judge has seen the person}"
PHONE = "{fact: custody.phone_offered, is: true, label: a telephone was offered}"


def _finding(condition: str, case: Case | None = None) -> Finding:
    files = {"pack.yaml": HEAD, "rules/one.yaml": RULE.format(condition=condition)}
    book = LawBook(read_packs([PackText("made-up", files)]))
    finding = assess(case or Case(), book, NOW).finding("made.up")
    assert finding is not None
    return finding


def _shown(reason: Reason) -> tuple[str, str]:
    return reason.text, reason.verdict.value


def test_both_branches_of_an_open_test_are_shown_with_their_proofs() -> None:
    finding = _finding(f"any: [{JUDGE}, {{not: {JUDGE}, label: no judge has}}]")
    assert finding.outcome is Outcome.BROKEN
    either, *rest = finding.reasons
    assert _shown(either) == (EITHER_WAY, "holds")
    seen, not_seen = either.reasons
    assert _shown(seen) == ("a judge has seen the person", "holds")
    assert _shown(not_seen) == ("a judge has seen the person", "fails")
    assert [_shown(step) for step in seen.reasons] == [("any one of these", "holds")]
    assert [_shown(step) for step in seen.reasons[0].reasons] == [
        ("a judge has seen the person", "holds"),
        ("no judge has", "fails"),
    ]
    assert [step.verdict for step in rest] == [Verdict.OPEN]
    assert seen.fact == "custody.seen_by_judge"


def test_what_one_test_leaves_open_is_parted_again() -> None:
    both = f"all: [{JUDGE}, {PHONE}]"
    one = f"all: [{JUDGE}, {{not: {PHONE}}}]"
    neither = f"{{not: {JUDGE}}}"
    finding = _finding(f"any: [{{{both}}}, {{{one}}}, {neither}]")
    assert finding.outcome is Outcome.BROKEN
    (either, *_) = finding.reasons
    seen, not_seen = either.reasons
    assert seen.reasons[0].text == EITHER_WAY
    assert [_shown(branch) for branch in seen.reasons[0].reasons] == [
        ("a telephone was offered", "holds"),
        ("a telephone was offered", "fails"),
    ]
    assert not _is_open(not_seen.reasons)


def test_a_proof_that_closes_shows_no_branches() -> None:
    case = read_case({"format": "amparo-case/1", "custody": {"seen_by_judge": True}})
    finding = _finding(f"any: [{JUDGE}, {PHONE}]", case)
    assert [_shown(step) for step in finding.reasons] == [("any one of these", "holds")]


def test_an_open_finding_shows_no_branches() -> None:
    finding = _finding(f"any: [{JUDGE}, {PHONE}]")
    assert finding.outcome is Outcome.OPEN
    assert EITHER_WAY not in [reason.text for reason in finding.reasons]


def _is_open(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.verdict is Verdict.OPEN for reason in reasons)


def _either_way(seeds: range) -> Iterator[Finding]:
    for seed in seeds:
        chance = Random(seed)
        assessment = assess(read_case(less_known(whole_case(chance), chance)), BOOK, AS_OF)
        for finding in assessment.findings:
            if finding.outcome is not Outcome.OPEN and _is_open(finding.reasons[1:]):
                yield finding


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return list(_either_way(range(150)))


def test_every_decided_finding_with_an_open_proof_opens_with_either_way(
    found: list[Finding],
) -> None:
    assert len(found) > 20
    assert {_shown(finding.reasons[0]) for finding in found} == {(EITHER_WAY, "holds")}


def test_branches_are_two_and_part_at_one_test(found: list[Finding]) -> None:
    parted = [finding.reasons[0].reasons for finding in found if finding.reasons[0].reasons]
    assert len(parted) > len(found) / 2
    for branches in parted:
        assert [branch.verdict for branch in branches] == [Verdict.HOLDS, Verdict.FAILS]
        assert len({branch.text for branch in branches}) == 1


def test_no_branch_is_left_open_without_being_parted_again(found: list[Finding]) -> None:
    for finding in found:
        for branch in finding.reasons[0].reasons:
            steps = branch.reasons
            closed = not _is_open(steps)
            assert closed or steps[0].text == EITHER_WAY, finding.rule


def test_a_test_of_a_rule_that_is_named_is_parted_too() -> None:
    files = {
        "pack.yaml": HEAD,
        "rules/one.yaml": RULE.format(condition=JUDGE).replace("made.up", "made.first"),
        "rules/two.yaml": RULE.format(
            condition="any: [{rule: made.first, says: broken, label: the first is broken},"
            " {rule: made.first, says: protects, label: the first protects}]"
        ),
    }
    book = LawBook(read_packs([PackText("made-up", files)]))
    finding = assess(Case(), book, NOW).finding("made.up")
    assert finding is not None and finding.outcome is Outcome.BROKEN
    assert [_shown(branch) for branch in finding.reasons[0].reasons] == [
        ("a judge has seen the person", "holds"),
        ("a judge has seen the person", "fails"),
    ]
