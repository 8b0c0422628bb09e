"""Hours run from the moment that a rule names, where it says what it names, and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import ClockRun
from desktop.domain.moments import moment
from desktop.rules.assess import assess
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from desktop.rules.reading_copy import reading_copy
from desktop.rules.strict_yaml import PackRefused
from tests.rules.test_pack_questions import QUESTIONS
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import HEAD, rule

BODY = """
broken_when: {fact: custody.seen_by_judge, is: false}
unsettled_when: [{fact: custody.exigency, is: true}]
clock: {starts: custody.arrested_at, counts: flat, hours: 6, note: Six hours., when: [broken]}
explains: {protects: x, broken: x, unsettled: x}
"""


def _book(body: str = BODY) -> LawBook:
    files = {"pack.yaml": HEAD, "questions.yaml": QUESTIONS, "rules/a.yaml": rule("x.a", body)}
    return LawBook(read_packs([PackText("invented", files)]))


def _runs(book: LawBook, **case: Any) -> list[ClockRun]:
    told = read_case({"format": "amparo-case/1", **case})
    return list(assess(told, book, AS_OF).clocks)


def _custody(**answers: object) -> dict[str, Any]:
    return {"seen_by_judge": False, "exigency": False, **answers}


def test_it_starts_at_the_moment_that_the_rule_names() -> None:
    (run,) = _runs(_book(), custody=_custody(arrested_at="2026-12-01T06:00-05:00"))
    assert run.starts == moment("2026-12-01T06:00-05:00").exact
    assert run.ends - run.starts == timedelta(hours=6)
    assert run.note == "Six hours."


@pytest.mark.parametrize(
    "custody",
    [
        _custody(arrested_at="2026-12-01T06:00-05:00", seen_by_judge=True),
        _custody(arrested_at="2026-12-01T06:00-05:00", seen_by_judge=None),
        _custody(arrested_at="2026-12-01T06:00-05:00", exigency=True),
        _custody(arrested_at="unknown"),
        _custody(arrested_at={"to": "2026-12-01"}),
        _custody(),
    ],
)
def test_it_runs_only_where_the_rule_says_so_and_the_start_is_known(
    custody: dict[str, Any],
) -> None:
    assert _runs(_book(), custody=custody, release={"at": "2026-12-01T12:00-05:00"}) == []


def test_it_may_run_where_the_rule_says_one_of_several_things() -> None:
    book = _book(BODY.replace("[broken]", "[broken, unsettled]"))
    custody = _custody(arrested_at="2026-12-01T06:00-05:00", exigency=True)
    assert len(_runs(book, custody=custody)) == 1


AT_SOMEBODY_S = """
broken_when: {fact: custody.seen_by_judge, is: false}
clock:
  starts: custody.arrested_at
  counts: flat
  hours: 0
  where: {fact: custody.state, is: in_custody, label: the person is held}
  note: No time at all.
  when: [broken]
explains: {protects: x, broken: x}
"""


@pytest.mark.parametrize(("state", "runs"), [("in_custody", 1), ("released", 0), ("unknown", 0)])
def test_it_may_run_in_one_limb_of_the_rule_alone(state: str, runs: int) -> None:
    custody = _custody(arrested_at="2026-12-01T06:00-05:00", state=state)
    found = _runs(_book(AT_SOMEBODY_S), custody=custody)
    assert [run.ends for run in found] == [moment("2026-12-01T06:00-05:00").exact] * runs


def test_the_reading_copy_says_in_which_limb_it_runs() -> None:
    packs = _book(AT_SOMEBODY_S).packs
    copy = reading_copy(packs[0], packs)
    assert "- No time at all is added after “Arrested”." in copy
    assert "- And only where the person is held" in copy


def test_a_start_that_is_a_day_counts_from_its_beginning_and_says_so() -> None:
    (run,) = _runs(_book(), custody=_custody(arrested_at="2026-12-01"))
    assert run.starts == moment("2026-12-01T00:00-05:00").exact
    assert run.note.startswith("Six hours. The start is not known exactly")


def test_it_may_start_at_what_a_pack_itself_asks() -> None:
    book = _book(BODY.replace("custody.arrested_at", "answers.entered"))
    (run,) = _runs(book, custody=_custody(), answers={"entered": "2026-11-30T10:00-05:00"})
    assert run.starts == moment("2026-11-30T10:00-05:00").exact
    assert _runs(book, custody=_custody(), answers={"entered": True}) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("custody.arrested_at", "custody.arested_at", "Did you mean custody.arrested_at"),
        ("custody.arrested_at", "client.minor", "no time is called"),
        ("[broken]", "[brokn]", "when"),
        ("[broken]", "[]", "when"),
        ("hours: 6", "hours: -1", "hours"),
    ],
)
def test_a_slip_is_refused(right: str, wrong: str, told: str) -> None:
    with pytest.raises(PackRefused, match="rules/a") as refused:
        _book(BODY.replace(right, wrong))
    assert told in refused.value.sentence


def test_the_reading_copy_says_from_when_and_where() -> None:
    packs = _book().packs
    copy = reading_copy(packs[0], packs)
    assert "- 6 hours straight on from “Arrested”." in copy
    assert "- They are told where the rule says “Law broken”." in copy
