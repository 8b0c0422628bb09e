"""Truth tables of what is ticked on a paper or attached to it, of its day and of its office."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations
from typing import Any

import pytest

from desktop.domain.findings import Outcome, Verdict
from desktop.domain.moments import BOSTON
from desktop.rules.strict_yaml import PackRefused
from tests.rules.written_packs import Asked, ask, law_of

BOOK = law_of(any="")
SILENCES = ("absent", None, "unknown", "declined")
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
OPPOSITE = {HOLDS: FAILS, FAILS: HOLDS, OPEN: OPEN}


def _one(where: str, **answers: Any) -> Asked:
    """What is said of a case with one paper, which is all there is."""
    told = {key: value for key, value in answers.items() if value != "absent"}
    case = {"papers": [{"form": "I-247A", **told}], "complete": ["papers"]}
    return ask(f"{{some: papers, where: {{{where}}}}}", case, BOOK)


def _said(verdict: Verdict) -> Asked:
    return Asked(verdict, verdict)


# ------------------------------------------------------------------ ticks and attachments

TICKS = [list(some) for n in range(5) for some in combinations("abcd", n)]


@pytest.mark.parametrize("wanted", [["a"], ["c"], ["a", "b"]], ids=str)
@pytest.mark.parametrize("seen", [True, False, None])
@pytest.mark.parametrize("ticks", [*TICKS, *SILENCES], ids=str)
def test_what_is_ticked_is_whole_once_somebody_has_read_it(
    ticks: object, seen: bool | None, wanted: list[str]
) -> None:
    verdict = OPEN
    if isinstance(ticks, list):
        verdict = HOLDS if set(ticks) & set(wanted) else FAILS if seen else OPEN
    words = f"[{', '.join(wanted)}]"
    assert _one(f"grounds: {words}", grounds=ticks, seen=seen) == _said(verdict)
    assert _one(f"grounds: {{not: {words}}}", grounds=ticks, seen=seen) == _said(OPPOSITE[verdict])


def test_what_is_attached_is_told_by_its_form() -> None:
    either = "attached: [I-200, I-205]"
    assert _one(either, attached=["I-213", "I-205"], seen=True) == _said(HOLDS)
    assert _one(either, attached=["I-213"], seen=True) == _said(FAILS)
    assert _one(either, attached=[], seen=True) == _said(FAILS)
    assert _one(either, attached=[], seen=False) == _said(OPEN)
    assert _one("attached: I-200", attached=["I-200"]) == _said(HOLDS)


# ------------------------------------------------------------------ the day

DAY = "issued_on: {since: 2017-04-02}"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("2017-04-01", FAILS),
        ("2017-04-02", HOLDS),
        ("2026-11-20", HOLDS),
        ({"from": "2017-04-02"}, HOLDS),
        ({"to": "2017-04-01"}, FAILS),
        ({"from": "2017-03-01", "to": "2017-04-01"}, FAILS),
        ({"from": "2017-04-01", "to": "2017-04-02"}, OPEN),
        ({"from": "2017-04-01"}, OPEN),
        ({"to": "2017-04-02"}, OPEN),
        *((silence, OPEN) for silence in SILENCES),
    ],
    ids=str,
)
def test_a_paper_is_of_a_day_or_later(told: object, verdict: Verdict) -> None:
    assert _one(DAY, issued_on=told) == _said(verdict)
    assert _one("issued_on: {not: {since: 2017-04-02}}", issued_on=told) == _said(OPPOSITE[verdict])


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2026-08-12T23:59", FAILS), ("2026-08-13T00:00", HOLDS), ("2026-12-01T17:00", HOLDS)],
)
def test_the_law_of_a_day_begins_at_midnight(as_of: str, verdict: Verdict) -> None:
    now = datetime.fromisoformat(as_of).replace(tzinfo=BOSTON)
    assert ask("{since: 2026-08-13}", {}, BOOK, now) == _said(verdict)


def test_two_days_of_the_law_are_weighed_together() -> None:
    later, earlier = "{since: 2026-08-13}", "{since: 2026-04-28}"
    between = f"{{all: [{earlier}, {{not: {later}}}]}}"
    for day, verdict in (("2026-04-27", FAILS), ("2026-04-28", HOLDS), ("2026-08-13", FAILS)):
        now = datetime.fromisoformat(day).replace(tzinfo=BOSTON)
        assert ask(between, {}, BOOK, now) == _said(verdict)
    never = f"{{all: [{later}, {{not: {earlier}}}]}}"
    rules = law_of(a=f"broken_when: {never}\nexplains: {{broken: x, protects: y}}")
    law = rules.law()
    assert law.forest.attainable(law.roots["x.a"], lambda v: frozenset(v.cells)).leaves == {
        (Outcome.PROTECTS, None)
    }


# ------------------------------------------------------------------ the office


@pytest.mark.parametrize(
    ("office", "verdict"),
    [
        ("PERC", HOLDS),
        ("Pacific Enforcement Response Center (perc)", HOLDS),
        ("24000 Avila Road, Laguna  Niguel", FAILS),
        ("24000 Avila Road, LAGUNA NIGUEL, CA", HOLDS),
        ("Percy Street, Boston", FAILS),
        ("Burlington, MA", FAILS),
        ("", FAILS),
        *((silence, OPEN) for silence in SILENCES),
    ],
)
def test_an_office_is_named_in_whole_words(office: object, verdict: Verdict) -> None:
    names = "{mentions: [PERC, Laguna Niguel]}"
    assert _one(f"office: {names}", office=office) == _said(verdict)
    assert _one(f"office: {{not: {names}}}", office=office) == _said(OPPOSITE[verdict])


# ------------------------------------------------------------------ slips


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("issued_on: 2017-04-02", "Write {since: YYYY-MM-DD}"),
        ("issued_on: {since: April}", "not a day"),
        ("issued_on: {until: 2017-04-02}", "no key is called 'until'"),
        ("office: PERC", "Write {mentions: [PERC]}"),
        ("office: {mentions: PERC}", "Write a list"),
        ("office: {mentions: [true]}", "Write a list"),
        ("office: {}", "does not say 'mentions'"),
        ("grounds: e", "no word is called 'e'"),
        ("grounds: {since: 2017-04-02}", "no word is called"),
        ("attached: I-201", "no word is called 'I-201'"),
    ],
)
def test_a_slip_is_refused_with_its_line(where: str, told: str) -> None:
    with pytest.raises(PackRefused, match="line 1") as refused:
        _one(where)
    assert told in refused.value.sentence


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(PackRefused, match="not a day"):
        ask("{since: yesterday}", {}, BOOK)
