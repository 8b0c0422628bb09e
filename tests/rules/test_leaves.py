"""Truth tables: what every kind of test says in every state of knowledge.

What is expected is worked out by trying every completion, without the engine's own
sets and spans.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import combinations, product
from operator import ge, gt
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Verdict
from desktop.domain.moments import moment, start_of
from desktop.domain.vocabulary import SCALARS
from desktop.rules.assess import assess
from desktop.rules.snapshot import Snapshot
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import Asked, ask, ask_at, law_of, outcome, read_condition

BOOK = law_of(any="")
LAW = BOOK.law()
SILENCES = ("absent", None, "unknown", "declined")
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
BAILS = SCALARS["release.bail"].words


def _of(truths: set[bool]) -> Verdict:
    return OPEN if len(truths) > 1 else HOLDS if truths == {True} else FAILS


def _said(verdict: Verdict) -> Asked:
    return Asked(verdict, verdict)


def _subsets(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [some for size in range(1, len(words) + 1) for some in combinations(words, size)]


def _section(name: str, **answers: Any) -> dict[str, Any]:
    return {name: {key: value for key, value in answers.items() if value != "absent"}}


# ------------------------------------------------------------------ facts


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("answer", [True, False, *SILENCES])
def test_a_yes_or_no(answer: object, wanted: bool) -> None:
    completions = {answer} if isinstance(answer, bool) else {True, False}
    condition = f"{{fact: custody.seen_by_judge, is: {str(wanted).lower()}}}"
    said = ask(condition, _section("custody", seen_by_judge=answer), BOOK)
    assert said == _said(_of({value is wanted for value in completions}))


@pytest.mark.parametrize("wanted", _subsets(BAILS), ids=str)
@pytest.mark.parametrize("answer", [*_subsets(BAILS), *SILENCES], ids=str)
def test_a_word(answer: object, wanted: tuple[str, ...]) -> None:
    completions = set(answer) if isinstance(answer, tuple) else set(BAILS)
    written = list(answer) if isinstance(answer, tuple) else answer
    if isinstance(written, list) and len(written) == 1:
        (written,) = written
    said = ask(
        f"{{fact: release.bail, in: [{', '.join(wanted)}]}}",
        _section("release", bail=written),
        BOOK,
    )
    assert said == _said(_of({word in wanted for word in completions}))


@pytest.mark.parametrize("word", BAILS)
def test_is_one_word_and_in_that_word_alone_are_the_same(word: str) -> None:
    for answer in (*BAILS, "absent"):
        case = _section("release", bail=answer)
        one = ask(f"{{fact: release.bail, is: {word}}}", case, BOOK)
        assert one == ask(f"{{fact: release.bail, in: [{word}]}}", case, BOOK)


def test_time_in_ice_s_own_hands_runs_on_after_the_hand_over() -> None:
    """The state's custody ended at release; ICE's has lasted since then."""
    over = "{elapsed: custody.ice_custody_since, more_than_hours: 12}"
    since = AS_OF - timedelta(hours=20)
    custody = {"state": "released", "ice_custody_since": since.isoformat()}
    for handed_over, verdict in ((True, HOLDS), (False, FAILS), (None, OPEN)):
        left = {} if handed_over else {"held_until": since.isoformat()}
        release = {"at": since.isoformat(), "handed_over": handed_over, **left}
        assert ask(over, {"custody": custody, "release": release}, BOOK).exact is verdict


# ------------------------------------------------------------------ lists

ENTRIES: dict[str, dict[str, Any]] = {
    "fits": {"kind": "probation", "live": True},
    "fits not": {"kind": "probation", "live": False},
    "another kind": {"kind": "sentence", "live": True},
    "may fit": {"kind": "probation"},
    "may fit by its kind": {"kind": ["probation", "parole"], "live": True},
    "nothing is known": {},
    "asked in vain": {"kind": "unknown", "live": "declined"},
}
FITS = {"fits": {True}, "fits not": {False}, "another kind": {False}}
LISTS_OF_HOLDS = [entries for size in range(4) for entries in combinations(sorted(ENTRIES), size)]
STATES = ("open", "whole", "declined and called whole")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("names", LISTS_OF_HOLDS, ids="; ".join)
def test_some_and_every_over_a_list(names: tuple[str, ...], state: str) -> None:
    case: dict[str, Any] = {"holds": [ENTRIES[name] for name in names]}
    if state != "open":
        case["complete"] = ["holds"]
    if state.startswith("declined"):
        case["holds"] = "declined"
        names = ()
    # Another entry that nobody has told us of may or may not fit.
    unheard: list[list[bool]] = [[]] if state == "whole" else [[], [True], [False]]
    worlds = [
        [*fits, *more]
        for fits in product(*[FITS.get(name, {True, False}) for name in names])
        for more in unheard
    ]
    where = "where: {kind: probation, live: true}"
    some = ask(f"{{some: holds, {where}}}", case, BOOK)
    every = ask(f"{{every: holds, {where}}}", case, BOOK)
    assert some == _said(_of({any(world) for world in worlds}))
    assert every == _said(_of({all(world) for world in worlds}))


@pytest.mark.parametrize(
    ("written", "verdict"),
    [
        ({}, OPEN),
        ({"papers": []}, OPEN),
        ({"papers": "unknown"}, OPEN),
        ({"papers": "declined"}, OPEN),
        ({"complete": ["papers"]}, FAILS),
        ({"papers": [], "complete": ["papers"]}, FAILS),
        ({"papers": "declined", "complete": ["papers"]}, OPEN),
        ({"papers": "unknown", "complete": ["papers"]}, OPEN),
        ({"papers": [{}]}, HOLDS),
        ({"papers": [{"form": "unknown"}]}, HOLDS),
    ],
)
def test_some_paper_at_all(written: dict[str, Any], verdict: Verdict) -> None:
    assert ask("{some: papers}", written, BOOK) == _said(verdict)


@pytest.mark.parametrize(
    ("box", "verdict"),
    [(1, HOLDS), (2, FAILS), ([1, 2], OPEN), ([1], HOLDS), (None, OPEN), ("declined", OPEN)],
)
def test_a_value_that_is_not_wanted(box: object, verdict: Verdict) -> None:
    case = {"papers": [{"form": "I-247A", "box": box}], "complete": ["papers"]}
    assert ask('{some: papers, where: {box: {not: "2"}}}', case, BOOK) == _said(verdict)


# ------------------------------------------------------------------ time

TIMES: dict[str, Any] = {
    "absent": "absent",
    "asked in vain": "unknown",
    "12 hours ago": AS_OF - timedelta(hours=12),
    "12 hours and a minute ago": AS_OF - timedelta(hours=12, minutes=1),
    "later": AS_OF + timedelta(hours=3),
    "between 13 and 14 hours ago": (-14, -13),
    "between 11 and 13 hours ago": (-13, -11),
    "between 10 and 12 hours ago": (-12, -10),
    "13 hours ago or sooner": (None, -13),
    "13 hours ago or later": (-13, None),
    "11 hours ago or later": (-11, None),
}
CENTURY = 24 * 36500


def _hour(hours: float | None) -> str | None:
    return None if hours is None else (AS_OF + timedelta(hours=hours)).isoformat()


def _written(time: Any) -> Any:
    if isinstance(time, tuple):
        ends = {"from": _hour(time[0]), "to": _hour(time[1])}
        return {name: end for name, end in ends.items() if end is not None}
    return time.isoformat() if isinstance(time, datetime) else time


def _hours(time: Any) -> list[float]:
    """The ends of what a time may be, as hours after now."""
    if isinstance(time, datetime):
        return [(time - AS_OF) / timedelta(hours=1)]
    start, end = time if isinstance(time, tuple) else (None, None)
    return [-CENTURY if start is None else start, CENTURY if end is None else end]


PASSED = {"more_than_hours": gt, "at_least_hours": ge}


@pytest.mark.parametrize("word", PASSED)
@pytest.mark.parametrize("start", TIMES)
def test_hours_up_to_now(start: str, word: str) -> None:
    time = TIMES[start]
    case = _section("custody", state="in_custody", sober_at=_written(time))
    said = ask(f"{{elapsed: custody.sober_at, {word}: 12}}", case, BOOK)
    assert said == _said(_of({PASSED[word](-hours, 12) for hours in _hours(time)}))


ENDS: dict[str, Any] = {
    "absent": "absent",
    "now": AS_OF,
    "an hour ago": AS_OF - timedelta(hours=1),
    "between 1 and 2 hours ago": (-2, -1),
    "2 hours ago or sooner": (None, -2),
    "2 hours ago or later": (-2, None),
}


@pytest.mark.parametrize("word", PASSED)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("start", TIMES)
def test_hours_up_to_the_end_of_a_custody_that_is_over(start: str, end: str, word: str) -> None:
    began, left = TIMES[start], ENDS[end]
    case = _section("custody", state="released", sober_at=_written(began))
    case.update(_section("release", held_until=_written(left)))
    said = ask(f"{{elapsed: custody.sober_at, {word}: 12}}", case, BOOK)
    # Nobody whom we call released left later than now.
    ends = {min(hours, 0) for hours in _hours(left)}
    assert said == _said(_of({PASSED[word](e - s, 12) for s in _hours(began) for e in ends}))


def test_a_date_is_some_time_on_that_day_in_boston() -> None:
    condition = "{elapsed: custody.sober_at, more_than_hours: 12}"
    for day, verdict in (("2026-11-30", HOLDS), ("2026-12-01", OPEN), ("2026-12-02", FAILS)):
        case = _section("custody", state="in_custody", sober_at=day)
        assert ask(condition, case, BOOK) == _said(verdict), day


DAYS = [
    ("2019-12-10T23:59-05:00", "not_in_force"),
    ("2019-12-11T00:00-05:00", "unsettled"),
    ("2019-12-18T23:59-05:00", "unsettled"),
    ("2019-12-19T00:00-05:00", "protects"),
    ("2019-12-19T04:59Z", "unsettled"),
    ("2019-12-19T05:00Z", "protects"),
    ("2019-12-10", "not_in_force"),
    ("2019-12-11", "unsettled"),
    ("2019-12-19", "protects"),
    ({"from": "2019-12-10", "to": "2019-12-10"}, "not_in_force"),
    ({"from": "2019-12-10", "to": "2019-12-11"}, "open"),
    ({"from": "2019-12-01"}, "open"),
    ({"from": "2019-12-19"}, "protects"),
    ({"to": "2019-12-10"}, "not_in_force"),
    ({"to": "2019-12-11"}, "open"),
    ("unknown", "open"),
    ("declined", "open"),
    (None, "open"),
]
VERSIONS = """
versions:
  - {outcome: not_in_force, label: not passed yet}
  - {from: 2019-12-11, outcome: unsettled, label: in doubt}
  - {from: 2019-12-19}
"""
DATED = law_of(
    custody=VERSIONS,
    release=VERSIONS + "governed_by: release",
    as_of=VERSIONS + "governed_by: as_of",
    act=VERSIONS + "governed_by: act\nlooks_at: acts\nact_kinds: [transfer]",
)


@pytest.mark.parametrize(("day", "says"), DAYS, ids=str)
def test_the_law_of_the_day_on_which_release_fell_due(day: object, says: str) -> None:
    assert outcome(DATED, "release", _section("release", at=day)) == says


@pytest.mark.parametrize(("day", "says"), DAYS, ids=str)
def test_the_law_of_the_day_on_which_custody_ended(day: object, says: str) -> None:
    case = {**_section("custody", state="released"), **_section("release", held_until=day)}
    assert outcome(DATED, "custody", case) == says


@pytest.mark.parametrize(("day", "says"), DAYS, ids=str)
def test_the_law_of_the_day_of_the_act(day: object, says: str) -> None:
    act = {"kind": "transfer", "by": "boston_police", "at": day}
    assert outcome(DATED, "act", {"acts": [act], "complete": ["acts"]}) == says


@pytest.mark.parametrize(("day", "says"), [(d, s) for d, s in DAYS if isinstance(d, str)][:6])
def test_the_law_of_now_while_custody_lasts(day: str, says: str) -> None:
    as_of = moment(day).exact
    assert as_of is not None
    for name in ("custody", "as_of"):
        case = _section("custody", state="in_custody")
        assert outcome(DATED, name, case, as_of) == says


def test_a_custody_that_may_be_over_is_judged_by_every_law_since_it_began() -> None:
    case = _section("custody", arrested_at="2019-12-12")
    assert outcome(DATED, "custody", case) == "open"
    assert outcome(DATED, "custody", _section("custody", arrested_at="2019-12-19")) == "protects"


def test_the_law_of_another_day_is_asked_for_and_the_facts_stay_as_they_are() -> None:
    held = {"format": "amparo-case/1", "custody": {"state": "in_custody"}}
    for day, says in (("2019-12-10", "not_in_force"), ("2019-12-12", "unsettled")):
        as_of = start_of(date.fromisoformat(day))
        for name in ("custody", "as_of"):
            found = assess(read_case(held), DATED, AS_OF, law_of=as_of).finding(f"x.{name}")
            assert found is not None and found.outcome.value == says


BIRTHS: dict[str, tuple[object, Verdict]] = {
    "18 today": ("2008-12-01", FAILS),
    "18 tomorrow": ("2008-12-02", HOLDS),
    "around then": ({"from": "2008-11-01", "to": "2008-12-31"}, OPEN),
    "nobody knows how long ago": ({"to": "2015-01-01"}, OPEN),
    "nobody knows how lately": ({"from": "2015-01-01"}, OPEN),
    **{str(silence): (silence, OPEN) for silence in SILENCES},
}


@pytest.mark.parametrize("born", BIRTHS)
def test_a_child_by_the_date_of_birth(born: str) -> None:
    written, verdict = BIRTHS[born]
    case = _section("client", date_of_birth=written)
    assert ask("{fact: client.minor, is: true}", case, BOOK) == _said(verdict)


def test_hours_up_to_an_act_ask_for_the_time_of_the_act() -> None:
    book = law_of(
        act="looks_at: acts\nact_kinds: [transfer]\ngoverned_by: as_of\n"
        "broken_when: {elapsed: custody.arrested_at, more_than_hours: 2}"
    )
    case = {
        "format": "amparo-case/1",
        "custody": {"arrested_at": "2026-12-01T06:00-05:00"},
        "acts": [{"kind": "transfer", "by": "boston_police"}],
        "complete": ["acts"],
    }
    found = assess(read_case(case), book, AS_OF).finding("x.act")
    assert found is not None and found.asks == ("acts",)


# ------------------------------------------------------------------ kept, acts, other rules

DUE, BEFORE, AFTER = "2026-12-01T12:00Z", "2026-12-01T11:59Z", "2026-12-01T12:01Z"
KEPT = [
    ("in_custody", None, None, None, HOLDS),
    ("in_custody", "unknown", "unknown", "unknown", HOLDS),
    (None, None, None, None, OPEN),
    ("declined", AFTER, DUE, None, OPEN),
    ("released", None, None, None, OPEN),
    ("released", DUE, DUE, None, FAILS),
    ("released", BEFORE, DUE, None, FAILS),
    ("released", AFTER, DUE, None, HOLDS),
    ("released", AFTER, "2026-12-01", None, OPEN),
    ("released", AFTER, "2026-11-30", None, HOLDS),
    ("released", "2026-12-01", DUE, None, OPEN),
    ("released", "2026-12-01", "2026-12-01", None, OPEN),
    ("released", {"from": AFTER}, DUE, None, HOLDS),
    ("released", {"to": DUE}, DUE, None, FAILS),
    ("released", AFTER, None, None, OPEN),
    ("released", None, DUE, True, FAILS),
    ("released", None, None, True, FAILS),
    ("released", None, DUE, False, OPEN),
]


@pytest.mark.parametrize(("state", "until", "due", "handed", "verdict"), KEPT)
def test_kept_past_release(
    state: object, until: object, due: object, handed: object, verdict: Verdict
) -> None:
    case = {
        **_section("custody", state=state, custodian="boston_police"),
        **_section("release", held_until=until, at=due, handed_over=handed),
    }
    assert ask("{fact: kept, is: true}", case, BOOK) == _said(verdict)


PURPOSES = ("civil", "criminal", "mixed")


@pytest.mark.parametrize("wanted", _subsets(PURPOSES), ids=str)
@pytest.mark.parametrize("answer", [*_subsets(PURPOSES), *SILENCES], ids=str)
def test_a_fact_of_an_act(answer: object, wanted: tuple[str, ...]) -> None:
    completions = set(answer) if isinstance(answer, tuple) else set(PURPOSES)
    written = list(answer) if isinstance(answer, tuple) else answer
    act = {} if written == "absent" else {"purpose": written}
    snapshot = Snapshot(read_case({"format": "amparo-case/1", "acts": [act]}), AS_OF)
    condition = read_condition(f"{{fact: act.purpose, in: [{', '.join(wanted)}]}}", LAW)
    ((frame, _),) = snapshot.acts(("transfer",))
    said = ask_at(condition, LAW, snapshot, frame)
    assert said == _said(_of({word in wanted for word in completions}))


WARRANT = {"form": "AO 442", "names_client": True, "seen": True}
ORDERED = [
    ([], True, None, FAILS),
    ([], False, None, OPEN),
    ([WARRANT], False, None, HOLDS),
    ([WARRANT], False, False, HOLDS),
    ([{**WARRANT, "seen": None}], True, None, OPEN),
    ([{**WARRANT, "seen": False}], True, None, OPEN),
    ([{**WARRANT, "names_client": None}], True, None, OPEN),
    ([{**WARRANT, "form": ["AO 442", "AO 93"]}], True, None, OPEN),
    ([{"form": "AO 93", "seen": True}], True, None, FAILS),
    ([{"form": "I-200"}, {**WARRANT, "form": "state_warrant"}], True, None, FAILS),
    ([{"form": "court_order", "seen": True, "judicial_order": True}], True, None, HOLDS),
    ([{"form": "court_order", "seen": False, "judicial_order": True}], True, None, OPEN),
    ([{"form": "court_order", "seen": True, "judicial_order": False}], True, None, OPEN),
    ([{"form": "court_order", "seen": True}], True, None, OPEN),
    ([{"form": "unknown"}], True, None, OPEN),
    ([{}], True, None, OPEN),
    ([{"form": "I-205"}], False, None, OPEN),
    ([{"form": "I-205"}], False, True, HOLDS),
    ([{"form": "I-205"}], False, False, FAILS),
]


@pytest.mark.parametrize(("papers", "whole", "answer", "verdict"), ORDERED)
def test_a_judicial_order(
    papers: list[dict[str, Any]], whole: bool, answer: object, verdict: Verdict
) -> None:
    case = {
        "format": "amparo-case/1",
        "papers": papers,
        "acts": [{"kind": "transfer", "judicial_order": answer}],
        "complete": ["papers"] if whole else [],
    }
    snapshot = Snapshot(read_case(case), AS_OF)
    ((frame, _),) = snapshot.acts(("transfer",))
    condition = read_condition("{fact: act.judicial_order, is: true}", LAW)
    assert ask_at(condition, LAW, snapshot, frame) == _said(verdict)


NAMED = law_of(
    named="""
due_when: {fact: custody.seen_by_judge, is: true}
broken_when: {fact: custody.probable_cause, is: false}
explains: {protects: It protects., broken: It is broken., not_yet: Not yet.}
""",
    any="",
)
OUTCOMES: dict[tuple[bool, ...], str] = {
    (False, False): "not_yet",
    (False, True): "not_yet",
    (True, False): "broken",
    (True, True): "protects",
}
BOTH = (True, False)


@pytest.mark.parametrize("wanted", _subsets(("not_yet", "broken", "protects")), ids=str)
@pytest.mark.parametrize("cause", [True, False, *SILENCES], ids=str)
@pytest.mark.parametrize("seen", [True, False, *SILENCES], ids=str)
def test_what_another_rule_says(seen: object, cause: object, wanted: tuple[str, ...]) -> None:
    says = {
        OUTCOMES[pair]
        for pair in product(*[(a,) if isinstance(a, bool) else BOTH for a in (seen, cause)])
    }
    case = _section("custody", seen_by_judge=seen, probable_cause=cause)
    said = ask(f"{{rule: x.named, says: [{', '.join(wanted)}]}}", case, NAMED)
    assert said == _said(_of({word in wanted for word in says}))


def test_a_rule_left_out_says_nothing() -> None:
    law = NAMED.law(("x.named",))
    snapshot = Snapshot(read_case({"format": "amparo-case/1"}), AS_OF)
    for word in OUTCOMES.values():
        condition = read_condition(f"{{rule: x.named, says: {word}}}", NAMED.law())
        assert ask_at(condition, law, snapshot, snapshot.now) == _said(FAILS)
