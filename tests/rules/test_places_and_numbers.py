"""Truth tables of places and numbers, and what is said where nobody knows the place."""

from __future__ import annotations

from itertools import chain, combinations, product
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Verdict
from desktop.domain.places import COUNTRY_NAMES, PLACES, STATE_NAMES, known_place
from desktop.domain.problems import CaseRefused
from desktop.rules.strict_yaml import PackRefused
from tests.rules.written_packs import Asked, ask, law_of, outcome

BOOK = law_of(any="")
SILENCES = ("absent", None, "unknown", "declined")
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
NATIONS = ("PL", "CN", "BR", "HT")


def _of(truths: set[bool]) -> Verdict:
    return OPEN if len(truths) > 1 else HOLDS if truths == {True} else FAILS


def _said(verdict: Verdict) -> Asked:
    return Asked(verdict, verdict)


def _section(name: str, key: str, answer: Any) -> dict[str, Any]:
    return {} if answer == "absent" else {name: {key: answer}}


def _subsets(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    sizes = range(1, len(words) + 1)
    return list(chain.from_iterable(combinations(words, size) for size in sizes))


# ------------------------------------------------------------------ places


@pytest.mark.parametrize("wanted", _subsets(NATIONS[:3]), ids=str)
@pytest.mark.parametrize("answer", [*_subsets(NATIONS), *SILENCES], ids=str)
def test_a_nationality(answer: object, wanted: tuple[str, ...]) -> None:
    completions = set(answer) if isinstance(answer, tuple) else set(COUNTRY_NAMES)
    written = list(answer) if isinstance(answer, tuple) else answer
    case = _section("client", "nationality", written)
    said = ask(f"{{fact: client.nationality, in: [{', '.join(wanted)}]}}", case, BOOK)
    assert said == _said(_of({code in wanted for code in completions}))


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("PL", HOLDS),
        (" pl ", HOLDS),
        ("Pl", HOLDS),
        ("BR", FAILS),
        (["PL", "pl"], HOLDS),
        (["PL", "BR"], OPEN),
        ("Poland", OPEN),
        ("XX", OPEN),
        ("", OPEN),
        (["BR", "nowhere"], OPEN),
    ],
)
def test_a_code_counts_whatever_its_case_and_what_nobody_knows_says_nothing(
    answer: object, verdict: Verdict
) -> None:
    case = {"client": {"nationality": answer}}
    assert ask("{fact: client.nationality, is: PL}", case, BOOK) == _said(verdict)


@pytest.mark.parametrize(
    ("key", "place", "written", "elsewhere"),
    [
        ("custody.town", "North Adams", "  north   ADAMS", "Cambridge"),
        ("custody.county", "Plymouth", "plymouth", "Bristol"),
        ("custody.detained_state", "MA", "ma", "VT"),
    ],
)
def test_every_kind_of_place_can_be_tested(
    key: str, place: str, written: str, elsewhere: str
) -> None:
    section, _, name = key.partition(".")
    for answer, verdict in ((written, HOLDS), (elsewhere, FAILS), ("nowhere", OPEN)):
        said = ask(f"{{fact: {key}, is: {place}}}", _section(section, name, answer), BOOK)
        assert said == _said(verdict), answer


def test_two_tests_of_one_place_are_weighed_together() -> None:
    rules = law_of(
        both="broken_when: {all: [{fact: client.nationality, is: PL}, "
        "{fact: client.nationality, is: CN}]}\nexplains: {broken: x, protects: y}",
        either="broken_when: {any: [{fact: client.nationality, in: [PL, CN]}, "
        "{not: {fact: client.nationality, is: CN}}]}\nexplains: {broken: x, protects: y}",
    )
    assert outcome(rules, "both", {}) == "protects"
    assert outcome(rules, "either", {}) == "broken strong"


def test_a_place_is_kept_as_it_was_written() -> None:
    case = read_case({"format": "amparo-case/1", "client": {"nationality": " pl "}})
    assert case.text("client.nationality") == " pl "


@pytest.mark.parametrize("answer", [7, True, [], [7], {"from": "PL"}])
def test_what_is_no_text_is_no_place(answer: object) -> None:
    with pytest.raises(CaseRefused, match=r"client\.nationality"):
        read_case({"format": "amparo-case/1", "client": {"nationality": answer}})


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("{fact: client.nationality, is: Poland}", "Did you mean PL"),
        ("{fact: client.nationality, in: [PL, XQ]}", "no place is called 'XQ'"),
        ("{fact: custody.town, is: Cambrige}", "Did you mean Cambridge"),
        ("{fact: custody.detained_state, is: Maine}", "Did you mean ME"),
        ("{fact: client.nationality, is: true}", "no place is called True"),
        ("{fact: client.name, is: PL}", "no fact is called 'client.name'"),
        ("{fact: client.nationality, more_than: 3}", "no number is called"),
        ("{fact: release.bail_fee, is: 40}", "no fact is called"),
        ("{fact: release.bail_fee, more_than: many}", "not a whole number"),
        ("{fact: release.bail_fee, more_than: true}", "not a whole number"),
        ("{fact: release.bail_fe, more_than: 40}", "Did you mean release.bail_fee"),
        ("{fact: release.bail_fee, more_than: 40, is: 7}", "Write one of them"),
        ("{fact: release.bail_fee}", "Write one of them"),
        ("{some: holds, where: {days: 90}}", "nothing to compare with"),
        ("{some: holds, where: {days: {less_than: 90}}}", "Did you mean more_than"),
        ("{some: holds, where: {days: {not: {more_than: x}}}}", "not a whole number"),
        ("{some: holds, where: {kind: {more_than: 90}}}", "no word is called"),
    ],
)
def test_a_slip_is_refused_with_its_line(condition: str, told: str) -> None:
    with pytest.raises(PackRefused, match="line 1") as refused:
        ask(condition, {}, BOOK)
    assert told in refused.value.sentence


def test_the_lists_of_places_are_whole_and_say_nothing_twice() -> None:
    assert len(COUNTRY_NAMES) == 249
    assert len(STATE_NAMES) == 56
    for key, names in PLACES.items():
        assert all(known_place(key, name.upper()) == name for name in names), key
    assert all(len(code) == 2 for code in (*COUNTRY_NAMES, *STATE_NAMES))
    assert all(name for names in PLACES.values() for name in names.values())


# ------------------------------------------------------------------ numbers

FEES = (0, 39, 40, 40.5, 41, 100, 101)


@pytest.mark.parametrize("limit", [40, 100])
@pytest.mark.parametrize("fee", [*FEES, *SILENCES], ids=str)
def test_a_number(fee: object, limit: int) -> None:
    completions = [fee] if isinstance(fee, int | float) else FEES
    truths = {number > limit for number in completions}
    case = _section("release", "bail_fee", fee)
    assert ask(f"{{fact: release.bail_fee, more_than: {limit}}}", case, BOOK) == _said(_of(truths))


def test_two_limits_of_one_number_are_weighed_together() -> None:
    above = "{fact: release.bail_fee, more_than: 100}"
    below = "{not: {fact: release.bail_fee, more_than: 40}}"
    assert ask(f"{{all: [{above}, {below}]}}", {}, BOOK).exact is FAILS
    assert ask(f"{{any: [{{not: {above}}}, {{not: {below}}}]}}", {}, BOOK).exact is HOLDS
    assert ask(f"{{any: [{above}, {below}]}}", {}, BOOK).exact is OPEN


@pytest.mark.parametrize("fee", [float("nan"), float("inf"), True, "40"])
def test_what_is_no_number_is_refused(fee: object) -> None:
    with pytest.raises(CaseRefused, match=r"release\.bail_fee"):
        read_case({"format": "amparo-case/1", "release": {"bail_fee": fee}})


DAYS: dict[str, Any] = {"less": 89, "just": 90, "more": 91, "not known": None, "unknown": "unknown"}
TRUE = {"less": {False}, "just": {False}, "more": {True}}
LISTS_OF_DAYS = [names for size in range(3) for names in combinations(sorted(DAYS), size)]


@pytest.mark.parametrize("unwanted", [False, True])
@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("names", LISTS_OF_DAYS, ids="; ".join)
def test_a_number_of_an_entry(names: tuple[str, ...], whole: bool, unwanted: bool) -> None:
    case: dict[str, Any] = {"holds": [{"kind": "probation", "days": DAYS[name]} for name in names]}
    if whole:
        case["complete"] = ["holds"]
    unheard: list[list[bool]] = [[]] if whole else [[], [True], [False]]
    worlds = [
        [fit is not unwanted for fit in (*fits, *more)]
        for fits in product(*[TRUE.get(name, {True, False}) for name in names])
        for more in unheard
    ]
    days = "{not: {more_than: 90}}" if unwanted else "{more_than: 90}"
    where = f"where: {{kind: probation, days: {days}}}"
    some, every = (ask(f"{{{word}: holds, {where}}}", case, BOOK) for word in ("some", "every"))
    assert some == _said(_of({any(world) for world in worlds}))
    assert every == _said(_of({all(world) for world in worlds}))
