"""Every kind of condition, and every kind of answer in an example, reads as words."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.vocabulary import LISTS, SCALARS
from desktop.rules.conditions import Condition, IsIn, Term
from desktop.rules.grammar import Grammar
from desktop.rules.in_words import entry_words, label_of, lowered
from desktop.rules.reading_conditions import item_of, lines_of, named
from desktop.rules.reading_conditions import tested_words as words_tested
from desktop.rules.reading_facts import _FIELDS, facts_of
from desktop.rules.reading_words import sentence
from desktop.rules.speakable import speakable
from desktop.rules.strict_yaml import read
from desktop.rules.variables import LawDate, OfList

JUDGE = "{fact: custody.seen_by_judge, is: true, label: a judge has seen the person}"
GIVEN = "{fact: custody.phone_offered, is: false, label: no telephone was offered}"
EVENT = "fact: release.event, in: [bail_posted, recognizance], label: release was ordered"
TERM = Term("due", IsIn(OfList("some", "papers", ()), frozenset((True,)), "x"), "release is due")


def _condition(text: str) -> Condition:
    node = read(text, "here")
    return Grammar("here", {"due": TERM}, ["ma.lunn"], speakable(node)).read(node)


def _told(text: str) -> list[str]:
    return list(lines_of([item_of(_condition(text))]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (JUDGE, ["- A judge has seen the person (“Seen a judge?”: yes)."]),
        (
            f"{{{EVENT}}}",
            [
                "- Release was ordered (“What made it due”: “Let go on a "
                "promise to come back” or "
                "“Bail was paid”)."
            ],
        ),
        (
            f"{{not: {{{EVENT}}}, label: nothing ordered it}}",
            [
                "- Nothing ordered it (“What made it due”: anything but “Let "
                "go on a promise to "
                "come back” or “Bail was paid”)."
            ],
        ),
        (
            "{fact: kept, is: true}",
            [
                "- Kept past the release: yes (“Still held?”: yes, or “Kept until” is later than "
                "the release)."
            ],
        ),
        (
            "{fact: kept, is: false, label: let go in time}",
            [
                "- Let go in time (“Still held?”: no, and “Kept until” is "
                "not later than the release)."
            ],
        ),
        (
            f"{{not: {JUDGE}}}",
            ["- It is not so that a judge has seen the person (“Seen a judge?”: no)."],
        ),
        (
            f"{{all: [{JUDGE}, {GIVEN}]}}",
            [
                "- Both of these are so:",
                "  - A judge has seen the person (“Seen a judge?”: yes).",
                "  - No telephone was offered (“Telephone offered?”: no).",
            ],
        ),
        (
            f"{{any: [{JUDGE}, {GIVEN}, {{term: due}}], label: one will do}}",
            [
                "- One will do; that is, at least one of these is so:",
                "  - A judge has seen the person (“Seen a judge?”: yes).",
                "  - No telephone was offered (“Telephone offered?”: no).",
                "  - *Release is due*.",
            ],
        ),
        (
            f"{{none: [{JUDGE}, {GIVEN}]}}",
            [
                "- None of these is so:",
                "  - A judge has seen the person (“Seen a judge?”: yes).",
                "  - No telephone was offered (“Telephone offered?”: no).",
            ],
        ),
        (
            f"{{not: {{all: [{JUDGE}, {GIVEN}]}}, label: something is missing}}",
            [
                "- Something is missing; that is, at least one of these is not so:",
                "  - A judge has seen the person (“Seen a judge?”: yes).",
                "  - No telephone was offered (“Telephone offered?”: no).",
            ],
        ),
        ("{not: {term: due}}", ["- *Release is due* is not so."]),
        (
            "{fact: client.nationality, in: [CN, PL], label: the consul is told}",
            ["- The consul is told (“Nationality”: “China” or “Poland”)."],
        ),
        (
            "{not: {fact: custody.town, is: Cambridge, label: it is Cambridge}}",
            ["- It is not so that it is Cambridge (“City or town”: anything but “Cambridge”)."],
        ),
        (
            "{fact: release.bail_fee, more_than: 40}",
            ["- Bail fee: more than 40 (“Bail fee”: more than 40)."],
        ),
        (
            "{not: {fact: release.bail_fee, more_than: 40, label: the fee is too high}}",
            ["- It is not so that the fee is too high (“Bail fee”: 40 or less)."],
        ),
        (
            "{some: holds, where: {kind: probation, days: {more_than: 90}}, label: a long hold}",
            [
                "- A long hold (there is a hold, and it is probation and it lasts more than "
                "90 days)."
            ],
        ),
        (
            "{every: holds, where: {days: {not: {more_than: 90}}}, label: short ones}",
            ["- Short ones (of every hold: it lasts 90 days or less)."],
        ),
        (
            "{not: {term: due}, label: it is too early}",
            ["- It is too early (*release is due* is not so)."],
        ),
        (
            f"{{not: {{all: [{JUDGE}, {GIVEN}], label: all was done}}}}",
            [
                "- It is not so that all was done; that is, at least one of these is not so:",
                "  - A judge has seen the person (“Seen a judge?”: yes).",
                "  - No telephone was offered (“Telephone offered?”: no).",
            ],
        ),
        ("{always: true, label: nobody may}", ["- Nobody may."]),
        (
            "{rule: ma.lunn, says: [broken, unsettled], label: holding is doubtful}",
            ["- Holding is doubtful (the rule `ma.lunn` says “Law broken” or “Unsettled”)."],
        ),
        (
            "{not: {rule: ma.lunn, says: broken, label: holding breaks the law}}",
            [
                "- It is not so that holding breaks the law "
                "(the rule `ma.lunn` does not say “Law broken”)."
            ],
        ),
        (
            "{elapsed: custody.arrested_at, more_than_hours: 24, label: a day has passed}",
            [
                "- A day has passed (more than 24 hours from “Arrested” to "
                "the end of that custody, or to now)."
            ],
        ),
        (
            "{elapsed: custody.arrested_at, at_least_hours: 6, label: the wait is over}",
            [
                "- The wait is over (6 hours or more from “Arrested” to the "
                "end of that custody, or to now)."
            ],
        ),
        (
            "{elapsed: custody.sober_at, more_than_hours: 0, label: the person is sober}",
            ["- The person is sober (“Sober at” has passed)."],
        ),
        (
            "{some: papers, where: {form: [I-247A, unknown], box: {not: '2'}, "
            "seen: true}, label: a}",
            [
                "- A (there is a paper, and it is a Form I-247A or a form "
                "that nobody here could "
                "name, one of us has read it and the box ticked on it is not 2)."
            ],
        ),
        (
            "{not: {some: papers, where: {issued_by: court}, label: a}, label: no court's paper}",
            [
                "- No court's paper (there is no paper of which this is so: "
                "it was issued by a court)."
            ],
        ),
        ("{not: {some: papers, label: a}, label: none}", ["- None (there is no paper)."]),
        (
            "{every: charges, where: {status: {not: open}}, label: all ended}",
            ["- All ended (of every charge: its state is not open)."],
        ),
        (
            "{not: {every: charges, where: {serious_violent: {not: true}}, label: a}, label: b}",
            ["- B (it is not so of every charge: it is not for a serious violent crime)."],
        ),
        (
            "{some: acts, where: {by: [boston_police, ice], purpose: civil, at: "
            "null}, label: a}".replace(", at: null", ""),
            [
                "- A (there is an act, and it was done by Boston police or "
                "ICE and its purpose is immigration only)."
            ],
        ),
    ],
)
def test_a_condition_reads_as_an_outline(text: str, told: list[str]) -> None:
    assert _told(text) == told


def test_a_condition_with_a_name_of_its_own_is_told_by_it_once() -> None:
    def told(text: str, name: str) -> list[str]:
        return list(lines_of([named(_condition(text), name)]))

    assert told("{term: due}", "release is due") == ["- *Release is due*."]
    assert told("{term: due}", "the way out") == ["- The way out: *release is due*."]
    assert told(JUDGE, "a court acted") == ["- A court acted (“Seen a judge?”: yes)."]
    assert told(f"{{not: {JUDGE}}}", "no court acted") == [
        "- No court acted (“Seen a judge?”: no)."
    ]
    both = told(f"{{all: [{JUDGE}, {GIVEN}]}}", "two things")
    assert both[0] == "- Two things, that is, both of these are so:"


def test_a_governing_day_needs_no_brackets() -> None:
    test = IsIn(LawDate("act", ()), frozenset((0,)), "long ago")
    assert words_tested(test) == ""
    assert list(lines_of([item_of(test)])) == ["- Long ago."]


def test_the_day_whose_law_is_asked_for_stands_behind_the_label() -> None:
    since = _condition("{since: 2026-08-13, label: the court has decided}")
    assert isinstance(since, IsIn)
    assert words_tested(since) == "the day that counts is from August 13, 2026 on"
    assert list(lines_of([item_of(_condition("{not: {since: 2026-08-13, label: decided}}"))])) == [
        "- It is not so that decided (the day that counts is before August 13, 2026)."
    ]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("grounds: [a, b]", "there is a paper, and ground a or b is ticked on it"),
        (
            "attached: {not: [I-200, I-205]}",
            "there is a paper, and none of these is attached to it: a Form I-200 or a Form I-205",
        ),
        (
            "issued_on: {since: 2017-04-02}",
            "there is a paper, and it was issued on April 2, 2017 or later",
        ),
        (
            "issued_on: {not: {since: 2017-04-02}}",
            "there is a paper, and it was issued before April 2, 2017",
        ),
        (
            "office: {mentions: [PERC, Laguna Niguel]}",
            "there is a paper, and the office printed on it is “PERC” or “Laguna Niguel”",
        ),
    ],
)
def test_what_stands_on_a_paper_is_told_in_words(where: str, words: str) -> None:
    found = _condition(f"{{some: papers, where: {{{where}}}}}")
    assert isinstance(found, IsIn)
    assert words_tested(found) == words


def test_a_list_without_conditions_is_any_entry() -> None:
    assert entry_words(OfList("some", "holds", ())) == "there is a hold"
    assert entry_words(OfList("some", "holds", ()), False) == "there is no hold"


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("A court", "a court"),
        ("Immigration only", "immigration only"),
        ("ICE", "ICE"),
        ("ICE made an arrest itself", "ICE made an arrest itself"),
        ("Massachusetts warrant", "Massachusetts warrant"),
        ("I-247A, detainer", "I-247A, detainer"),
        ("", ""),
    ],
)
def test_words_are_lowered_but_for_names(words: str, inside: str) -> None:
    assert lowered(words) == inside


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("one", "One."),
        ("*one* two", "*One* two."),
        ("“one” two", "“One” two."),
        ("One?", "One?"),
        ("it says: “No.”", "It says: “No.”"),
    ],
)
def test_words_become_a_sentence(words: str, whole: str) -> None:
    assert sentence(words) == whole


@pytest.mark.parametrize("key", SCALARS)
def test_every_fact_has_a_label(key: str) -> None:
    assert label_of(key) != key


@pytest.mark.parametrize("key", [f"{name}.{field}" for name in LISTS for field in LISTS[name]])
def test_every_field_of_a_list_has_a_label(key: str) -> None:
    name, _, field = key.partition(".")
    by_fact = name == "acts" and label_of(f"act.{field}") != f"act.{field}"
    assert by_fact or key in _FIELDS


def _facts(**document: Any) -> dict[str, str]:
    return facts_of(read_case({"format": "amparo-case/1", **document}), {})


def test_every_kind_of_answer_of_a_case_reads_as_words() -> None:
    told = _facts(
        as_of="2026-12-01",
        answers={"parent_told": "yes"},
        custody={
            "custodian": ["boston_police", "ice"],
            "arrested_at": {"from": "2026-12-01T06:00-05:00", "to": "2026-12-01T12:30-05:00"},
            "sober_at": {"from": "2026-12-01T00:05-05:00"},
            "ice_custody_since": {"to": "2026-12-01T23:59-05:00"},
            "seen_by_judge": "unknown",
            "phone_offered": "declined",
            "probable_cause": False,
        },
        release={"bail_fee": 40},
        papers=[
            {"form": "I-247A", "grounds": ["a", "b"], "attached": ["I-200"], "office": "Boston"}
        ],
    )
    assert told == {
        "Worked out for": "December 1, 2026",
        "Held now by": "Boston police or ICE",
        "Arrested": "between December 1, 2026, 6:00 a.m. and December 1, 2026, 12:30 p.m.",
        "A court has found cause": "no",
        "Sober at": "after December 1, 2026, 12:05 a.m.",
        "Seen a judge": "not known",
        "Telephone offered": "not told",
        "In ICE custody since": "before December 1, 2026, 11:59 p.m.",
        "Bail fee": "40",
        "Paper": "I-247A, detainer",
        "Grounds ticked": "a and b",
        "Attached": "I-200, ICE arrest warrant",
        "Office": "Boston",
        "answers.parent_told": "yes",
    }
